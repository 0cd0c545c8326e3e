"""One run of a command: its shared options, its catalogue, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO, cast

import typer

from resilify_cli.cli.settings import Settings, load_settings
from resilify_cli.errors import ContentNotFoundError, FilterError
from resilify_cli.nearest import nearest_word
from resilify_cli.render.messages import say, write_lines

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue, ProgramFile
    from resilify_cli.findings import FindingsReport
    from resilify_cli.references.media import Media
    from resilify_cli.render import Screen
    from resilify_cli.render.console import Color
    from resilify_cli.render.progress import Advance
    from resilify_cli.report import Report

CONTENT_VARIABLE: Final = "RESILIFY_CONTENT"
USUAL_FOLDERS: Final = ("content", "src/pages/resilify/program")
INTERRUPTED: Final = 130
_MANY_FILES: Final = 1000
_FORMATS_BY_SUFFIX: Final = {
    ".json": "json",
    ".md": "markdown",
    ".ndjson": "ndjson",
    ".sarif": "sarif",
    ".xml": "junit",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """The options that every command has, before or after its name."""

    content: str | None = None
    color: str = "auto"
    quiet: bool = False
    pager: bool = True

    def over(self, outer: Shared) -> Shared:
        """Return these options where they were given, else those given before the subcommand."""
        color = self.color if self.color != "auto" else outer.color
        return Shared(
            self.content if self.content is not None else outer.content,
            color,
            self.quiet or outer.quiet,
            self.pager and outer.pager,
        )


@dataclass(frozen=True, slots=True)
class Target:
    """A catalogue to look at, the programs of it to report, and how many files were no programs."""

    catalogue: Catalogue
    programs: tuple[ProgramFile, ...]
    skipped: int
    media: Media | None


class Run:
    """What a command is given: the way to its catalogue, and to its end."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    @cached_property
    def settings(self) -> Settings:
        """The configuration. Raises ConfigurationError."""
        try:
            here = Path.cwd()
        except FileNotFoundError:  # the working folder was removed
            return Settings()
        return load_settings(here)

    @cached_property
    def screen(self) -> Screen:
        """Standard output."""
        return self._screen(sys.stdout)

    def _screen(self, stream: TextIO) -> Screen:
        from resilify_cli.render.console import screen_of  # noqa: PLC0415 - not before there is something to show

        return screen_of(stream, cast("Color", self.shared.color))

    def content(self) -> Path:
        """Return the content folder: option, environment, configuration, usual place; else ContentNotFoundError."""
        given = self.shared.content or os.environ.get(CONTENT_VARIABLE)
        configured = Path(given) if given else self.settings.path("content")
        if configured is not None:
            return configured
        for folder in USUAL_FOLDERS:
            if Path(folder).is_dir():
                return Path(folder)
        msg = (
            f"no content folder: give one with --content, in the environment variable {CONTENT_VARIABLE}, "
            "as `content` in resilify.toml or in [tool.resilify] of pyproject.toml, "
            f"or run where {' or '.join(USUAL_FOLDERS)} is"
        )
        raise ContentNotFoundError(msg)

    def catalogue(
        self, root: Path | None = None, extra: Sequence[Path] = (), *, may_be_empty: bool = False
    ) -> Catalogue:
        """Read a catalogue: the content folder's, where `root` names no other."""
        from resilify_cli.catalogue import load_catalogue  # noqa: PLC0415 - completion and help need none
        from resilify_cli.content.yaml_events import HAS_LIBYAML  # noqa: PLC0415

        if not HAS_LIBYAML:
            self.note("note: this PyYAML lacks libyaml; reading takes some fifteen times longer")
        # What is read stays to the end of the run: to look for garbage meanwhile, or in it later on, costs a twentieth.
        gc.disable()
        try:
            return load_catalogue(
                root or self.content(),
                extra=extra,
                exclude=self.settings.texts("exclude"),
                watch=self._watch,
                may_be_empty=may_be_empty,
            )
        finally:
            gc.freeze()
            gc.enable()

    def _watch(self, files: int) -> AbstractContextManager[Callable[[], None]]:
        """A bar for the reading of many files: Rich takes longer to load than a few hundred take to read."""
        return self.progress(files) if files >= _MANY_FILES else nullcontext(lambda: None)

    def targets(self, paths: Sequence[Path], media: Path | None) -> list[Target]:
        """Return what PATHS name: a folder is a catalogue; a file is reported within the catalogue it belongs to."""
        if not paths:
            return [self._folder(self.content(), media)]
        targets = [self._folder(path, media) for path in dict.fromkeys(paths) if _is_folder(path)]
        seen = {os.path.realpath(p.document.path) for target in targets for p in target.catalogue}
        files: dict[Path, list[Path]] = {}
        for path in dict.fromkeys(path for path in paths if not _is_folder(path)):
            if not os.path.exists(path):  # noqa: PTH110 - unlike pathlib's, it takes every name
                msg = f"no such file or folder: {path.as_posix()}"
                raise ContentNotFoundError(msg)
            if os.path.realpath(path) not in seen:  # a folder that was named, too, reports it already
                files.setdefault(self._home(path), []).append(path)
        return targets + [self._files(root, named, media) for root, named in files.items()]

    def _folder(self, root: Path, media: Path | None) -> Target:
        catalogue = self.catalogue(root)
        return Target(catalogue, catalogue.programs, catalogue.skipped, self._media(root, media))

    def _files(self, root: Path, named: Sequence[Path], media: Path | None) -> Target:
        catalogue = self.catalogue(root, extra=named)
        wanted = {os.path.realpath(path) for path in named}
        programs = tuple(
            program for program in catalogue if os.path.realpath(program.document.path) in wanted
        )
        return Target(catalogue, programs, len(wanted) - len(programs), self._media(root, media))

    def _home(self, path: Path) -> Path:
        """The configured content folder, for a file that lies in it; else the file's own folder."""
        try:
            content = self.content()
        except ContentNotFoundError:
            return path.parent
        return content if path.resolve().is_relative_to(content.resolve()) else path.parent

    def _media(self, root: Path, given: Path | None) -> Media | None:
        from resilify_cli.references.media import find_media, load_media  # noqa: PLC0415 - only judging needs it

        if given is not None:
            return load_media(given)
        found = self._configured_for(root, "media") or find_media(root)
        return load_media(found) if found else None

    def aliases(self, root: Path | None = None) -> Path | None:
        """Return where the editor's own search aliases for a content folder stand, if there are any."""
        from resilify_cli.search.aliases import find_aliases  # noqa: PLC0415 - only search and validate need it

        folder = root or self.content()
        return self._configured_for(folder, "search.aliases") or find_aliases(folder)

    def _configured_for(self, root: Path, name: str) -> Path | None:
        """Return a configured path; it serves the configured content alone."""
        configured, content = self.settings.path(name), self.settings.path("content")
        serves = content is None or content.resolve() == root.resolve()
        return configured if serves else None

    def note(self, text: str) -> None:
        """Say something besides the data, on standard error, unless that is not wanted."""
        if not self.shared.quiet:
            say(sys.stderr, text, self._screen(sys.stderr))

    def complain(self, text: str) -> None:
        """Say what went wrong, on standard error."""
        say(sys.stderr, text, self._screen(sys.stderr), label="error")

    def finish(
        self, report: Report, output_format: str | None, *, piped: str = "tsv", shown: str = "table"
    ) -> None:
        """Show content, and end: status 1 for a negative answer. `piped` and `shown` are the formats not asked for."""
        name = output_format or (shown if self.screen.is_terminal else piped)
        self._write(report, name)
        self._end(report)

    def finish_findings(
        self,
        report: FindingsReport,
        output_format: str | None,
        status: int | None = None,
        output: Path | None = None,
        statistics: Report | None = None,
    ) -> None:
        """Show findings, or their statistics instead, and end: with `status` where it is given, else 1 where a finding fails.

        With `output`, the format is that of the file, which gets the findings, and the screen shows the usual one:
        first, so that it is seen though the file cannot be written.
        """
        shown, piped = ("text", "concise") if statistics is None else ("table", "tsv")
        wanted = output_format if output is None else None
        name = wanted or (shown if self.screen.is_terminal else piped)
        self._write(report if statistics is None else statistics, name)
        if name != "text":
            self.note(report.summary)
        if output is not None:
            self._write_file(report, output_format or _format_of(output), output)
        if status is not None:
            raise typer.Exit(status)
        self._end(report)

    def _write_file(self, report: FindingsReport, name: str, path: Path) -> None:
        from resilify_cli.atomic import replace_file  # noqa: PLC0415
        from resilify_cli.render import Screen, load_renderer  # noqa: PLC0415

        text = load_renderer("findings", name).render(report, Screen())
        replace_file(path, text.encode("utf-8", "backslashreplace"))

    def progress(self, total: int) -> AbstractContextManager[Advance]:
        """Show a progress bar on standard error, where that is a terminal and there is something to wait for."""
        if self.shared.quiet or not sys.stderr.isatty():
            return nullcontext(lambda _=None, /: None)
        from resilify_cli.render.progress import progress  # noqa: PLC0415 - Rich

        return progress(total, self._screen(sys.stderr))

    def print_text(self, text: str) -> None:
        """Print lines as they are, save for control characters."""
        self._out(lambda: write_lines(text, sys.stdout))

    def print_exactly(self, text: str) -> None:
        """Print text that has been made ready for the screen or the pipe."""
        from resilify_cli.render.console import write_text  # noqa: PLC0415

        self._out(lambda: write_text(text, self.screen, sys.stdout))

    def _write(self, report: Report | FindingsReport, name: str) -> None:
        from resilify_cli.render.console import write  # noqa: PLC0415 - after the work, so that errors come fast

        may_page = self.shared.pager and report.kind == "rows"
        self._out(lambda: write(report, name, self.screen, sys.stdout, may_page=may_page))

    def _out(self, action: Callable[[], None]) -> None:
        try:
            action()
            sys.stdout.flush()
        except OSError as error:
            # What is still unwritten must not be tried again when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(
                error, BrokenPipeError
            ):  # that reader has enough, as in `resilify list | head -1`
                raise

    def _end(self, report: Report | FindingsReport) -> None:
        for text in report.notes:
            self.note(text)
        if report.is_negative:
            raise typer.Exit(1)


def _format_of(path: Path) -> str:
    """The format that a file's ending speaks of, else the one of pipes."""
    return _FORMATS_BY_SUFFIX.get(path.suffix.lower(), "concise")


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - unlike pathlib's, it takes every name


def split_list(values: Sequence[str] | str | None) -> list[str]:
    """Return the items of an option that takes a list, repeated or with commas."""
    texts = [values] if isinstance(values, str) else values or []
    return [item.strip() for text in texts for item in text.split(",") if item.strip()]


def one_of(value: str, known: Sequence[str], what: str) -> str:
    """Return a value that must be one of `known`. Raises FilterError with the nearest of them."""
    if value in known:
        return value
    near = nearest_word(value, known)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(known)}"
    msg = f"no {what} is called {value!r}; {hint}"
    raise FilterError(msg)
