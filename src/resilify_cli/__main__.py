"""`python -m resilify_cli` is `resilify`."""

from resilify_cli.cli.app import main

main()
