"""The program `resilify`: one Typer application made of the files in `commands`."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import pkgutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typer

from resilify_cli.cli.command import Command, make_root_callback, with_shared_options
from resilify_cli.cli.run import INTERRUPTED, Run, Shared
from resilify_cli.errors import ResilifyError

_COMMANDS: Final = Path(__file__).parent / "commands"
_WIDEST_TERMINAL: Final = 10_000
_EXAMPLES: Final = (
    "resilify list",
    "resilify show cultivating-self-compassion",
    "resilify validate content/",
)


def command_names() -> dict[str, str]:
    """Return the module of each subcommand by the subcommand's name, importing none."""
    stems = sorted(info.name for info in pkgutil.iter_modules([str(_COMMANDS)]))
    return {stem.rstrip("_").replace("_", "-"): stem for stem in stems}


def load_command(name: str) -> Command:
    """Import one subcommand."""
    module = importlib.import_module(f"resilify_cli.cli.commands.{command_names()[name]}")
    command: Command = module.COMMAND
    return command


def make_app(arguments: Sequence[str] = ()) -> typer.Typer:
    """Put the application together, of the subcommands that the arguments speak of; of all, where they name none.

    To build a subcommand's options takes as long as to read the catalogue, so that the others are left out.
    """
    names = [name for name in command_names() if name in arguments] or list(command_names())
    root = Command("", make_root_callback(), _EXAMPLES)
    settings = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, context_settings=settings)
    app.callback(epilog=root.epilog)(root.function)
    for name in names:
        command = load_command(name)
        app.command(command.name, epilog=command.epilog)(with_shared_options(command.function))
    return app


def main() -> None:
    """Run the program; it ends with the exit status that the documentation gives."""
    # A run makes many objects and few cycles; to look for those as often as usual costs a fifth of a large catalogue.
    gc.set_threshold(100_000)
    # Python looks for them again as it ends: with 200 files read, that was a twentieth of the run.
    atexit.register(gc.freeze)
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # to end as Ctrl-C does, with what was done so far
    _mend_surroundings()
    try:
        make_app(sys.argv[1:])(prog_name="resilify")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        Run(Shared()).complain(str(error))
        sys.exit(ResilifyError.exit_status)


def _mend_surroundings() -> None:
    """Put up with closed streams, and with a width of the terminal that is none."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    columns = os.environ.get("COLUMNS", "")
    if not (columns.isascii() and columns.isdigit() and 0 < int(columns) < _WIDEST_TERMINAL):
        os.environ.pop("COLUMNS", None)
