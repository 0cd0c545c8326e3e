"""What a subcommand's file gives, and the options that every subcommand has besides its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

import typer

from resilify_cli.cli.run import CONTENT_VARIABLE, Run, Shared
from resilify_cli.errors import ResilifyError

COLORS: Final = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its name, the function whose docstring is its help, and examples to end that with."""

    name: str
    function: Callable[..., None]
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """The end of the help: the examples, each a paragraph, so that lines are not run together."""
        return "\n\n".join(("Examples:", *(f"$ {example}" for example in self.examples)))


def _color(value: str) -> str:
    if value not in COLORS:
        msg = f"{value!r} is none of {', '.join(COLORS)}"
        raise typer.BadParameter(msg)
    return value


def _shared_options(
    content: Annotated[
        str | None,
        typer.Option(
            "--content",
            "-C",
            metavar="DIR",
            help=f"The content folder, instead of ${CONTENT_VARIABLE} or the configured one.",
        ),
    ] = None,
    color: Annotated[
        str,
        typer.Option(
            "--color",
            metavar="WHEN",
            help="Color the output: auto, always or never.",
            callback=_color,
            autocompletion=lambda: list(COLORS),
        ),
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only data and errors.")] = False,  # noqa: FBT002 - a flag
    no_pager: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--no-pager", help="Never show what is longer than the screen in $PAGER or less.")
    ] = False,
) -> Shared:
    return Shared(content, color, quiet, not no_pager)


def with_shared_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command function, whose first parameter is its `Run`, the options that every command has."""

    def command(**values: Any) -> None:  # noqa: ANN401 - whatever the function's own parameters are
        outer = values.pop("context").find_root().obj or Shared()
        given = _shared_options(**{name: values.pop(name) for name in _SHARED})
        run = Run(given.over(outer))
        try:
            function(run, **values)
        except ResilifyError as error:
            run.complain(str(error))
            raise typer.Exit(error.exit_status) from None
        except OSError as error:  # a full disk, say
            run.complain(str(error))
            raise typer.Exit(ResilifyError.exit_status) from None

    command.__doc__ = function.__doc__
    own = list(_parameters(function).values())[1:]
    return _with_signature(command, [*own, *_SHARED.values()])


def make_root_callback() -> Callable[..., None]:
    """Return what runs before any subcommand: it keeps the shared options that stand there."""

    def root(**values: Any) -> None:  # noqa: ANN401
        values["context"].obj = _shared_options(**{name: values[name] for name in _SHARED})

    root.__doc__ = _root_options.__doc__
    return _with_signature(root, [*_parameters(_root_options).values(), *_SHARED.values()])


def _root_options(
    *,
    version: Annotated[  # its callback does the work
        bool,
        typer.Option(
            "--version",
            help="Print the version and exit.",
            is_eager=True,
            callback=lambda value: _print_version(wanted=value),
        ),
    ] = False,
) -> None:
    """List, show, search, validate and link-check self-guided programs: Markdown files with YAML front matter."""


def _parameters(function: Callable[..., object]) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(function, eval_str=True).parameters)


_SHARED: Final = _parameters(_shared_options)


def _with_signature(
    function: Callable[..., None], parameters: Sequence[inspect.Parameter]
) -> Callable[..., None]:
    """Tell Typer, which looks at signatures, what a function takes; the context of the run comes first."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter("context", keyword, annotation=typer.Context)
    told = [context, *(parameter.replace(kind=keyword) for parameter in parameters)]
    function.__signature__ = inspect.Signature(told)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in told}
    return function


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from resilify_cli import __version__  # noqa: PLC0415

        typer.echo(f"resilify {__version__}")
        raise typer.Exit
