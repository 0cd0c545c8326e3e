"""The command line: the only place that knows Typer, and the only one that reads configuration."""
