"""What a subcommand's file gives, and the options that every subcommand has besides its own."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
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
) -> Shared:
    return Shared(content, color, quiet)


def with_shared_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command function, whose first parameter is its `Run`, the options that every command has."""
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    shared = list(inspect.signature(_shared_options, eval_str=True).parameters.values())
    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter("context", keyword, annotation=typer.Context)

    @functools.wraps(function)
    def command(**values: Any) -> None:  # noqa: ANN401 - whatever the function's own parameters are
        outer = values.pop("context").find_root().obj or Shared()
        given = _shared_options(**{parameter.name: values.pop(parameter.name) for parameter in shared})
        run = Run(given.over(outer))
        try:
            function(run, **values)
        except ResilifyError as error:
            run.complain(str(error))
            raise typer.Exit(error.exit_status) from None
        except OSError as error:  # a full disk, say
            run.complain(str(error))
            raise typer.Exit(ResilifyError.exit_status) from None

    parameters = [context, *(parameter.replace(kind=keyword) for parameter in (*own, *shared))]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    del command.__wrapped__  # or its signature would be taken
    return command


def root_callback(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version",
            help="Print the version and exit.",
            is_eager=True,
            callback=lambda value: _print_version(wanted=value),
        ),
    ] = False,
    **shared: Any,  # noqa: ANN401
) -> None:
    """List, show, search, validate and link-check self-guided programs: Markdown files with YAML front matter."""
    context.obj = _shared_options(**shared)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from resilify_cli import __version__  # noqa: PLC0415

        typer.echo(f"resilify {__version__}")
        raise typer.Exit


_own = [
    p
    for p in inspect.signature(root_callback, eval_str=True).parameters.values()
    if p.kind is not p.VAR_KEYWORD
]
_all = [*_own, *inspect.signature(_shared_options, eval_str=True).parameters.values()]
root_callback.__signature__ = inspect.Signature([p.replace(kind=p.KEYWORD_ONLY) for p in _all])  # type: ignore[attr-defined]
root_callback.__annotations__ = {p.name: p.annotation for p in _all}
