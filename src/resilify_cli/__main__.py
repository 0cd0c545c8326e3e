"""`python -m resilify_cli` is `resilify`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program. Ctrl-C while it still loads ends it as quietly as later on."""
    try:
        from resilify_cli.cli.app import main as run  # noqa: PLC0415 - so that the loading is watched, too

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
