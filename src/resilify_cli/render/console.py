"""The way out: what a stream can show, and a report written to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Literal, TextIO, TypeAlias

from resilify_cli.render import Screen, load_renderer

if TYPE_CHECKING:
    from resilify_cli.findings import FindingsReport
    from resilify_cli.report import Report

Color: TypeAlias = Literal["auto", "always", "never"]

_UNKNOWN_WIDTH: Final = 80


def screen_of(stream: TextIO, color: Color = "auto") -> Screen:
    """Return what a stream can show, by what it is, by the environment and by what was asked for.

    Over `NO_COLOR` and `FORCE_COLOR` (any value but an empty one; the first wins over the second, as in Python itself)
    stands `color`. None of them makes a terminal of a pipe; `COLUMNS` gives either a width.
    """
    is_terminal = stream.isatty()
    is_dumb = os.environ.get("TERM") == "dumb"
    has_color = _has_color(color, capable=is_terminal and not is_dumb)
    return Screen(
        width=_columns() or (_width(stream) if is_terminal else None),
        is_terminal=is_terminal,
        color=has_color,
        utf8=not is_terminal or _encoding(stream) == "utf8",
        redraws=is_terminal and not is_dumb,
        links=has_color and is_terminal and not is_dumb,
    )


def write(
    report: Report | FindingsReport,
    format_name: str,
    screen: Screen,
    stream: TextIO,
    *,
    may_page: bool = False,
) -> None:
    """Render a report and write it: as UTF-8 with plain line feeds, whatever the locale, except to another terminal.

    Where it `may_page`, what is longer than the screen is shown in a pager. Raises FilterError for a format that
    does not exist.
    """
    if report.kind == "findings":
        text = load_renderer("findings", format_name).render(report, screen)
    else:
        text = load_renderer("rows", format_name).render(report, screen)
    if not (may_page and screen.redraws and _paged(_encoded(text, screen, stream), stream)):
        write_text(text, screen, stream)


def _paged(data: bytes, stream: TextIO) -> bool:
    from resilify_cli.render.pager import show_paged  # noqa: PLC0415 - a pipe needs none

    return show_paged(data, stream)


def write_text(text: str, screen: Screen, stream: TextIO) -> None:
    """Write rendered text as it is, in the encoding that the stream wants."""
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
    else:
        stream.flush()
        binary.write(_encoded(text, screen, stream))
    stream.flush()


def _encoded(text: str, screen: Screen, stream: TextIO) -> bytes:
    return text.encode("utf-8" if screen.utf8 else stream.encoding, errors="backslashreplace")


def _has_color(color: Color, *, capable: bool) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or capable


def _columns() -> int | None:
    text = os.environ.get("COLUMNS", "")
    return int(text) or None if text.isascii() and text.isdigit() else None


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _UNKNOWN_WIDTH
    except OSError:  # a terminal that does not tell, or none that the system knows
        return _UNKNOWN_WIDTH


def _encoding(stream: TextIO) -> str:
    return (stream.encoding or "").replace("-", "").lower()
