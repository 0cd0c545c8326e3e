"""One file per subcommand; each ends in `COMMAND: Final = Command(…)`."""
