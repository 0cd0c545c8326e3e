"""What the shell offers: slugs, categories, columns, codes.

Completion runs before the program proper: it finds the content folder itself, works on facts, and says nothing
of what goes wrong, for a message would land in the middle of what a person is typing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

import typer  # noqa: TC002 - Typer looks at the annotations to know what to pass

from resilify_cli.cli.run import Run, Shared
from resilify_cli.render.escape import visible

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue

Completions: TypeAlias = list[tuple[str, str]]


def _complete(
    context: typer.Context, incomplete: str, candidates: Callable[[Catalogue], Iterable[tuple[str, str]]]
) -> Completions:
    try:
        given = context.params.get("content") or context.find_root().params.get("content")
        catalogue = Run(Shared(given, quiet=True)).catalogue()
        return [
            (word, _plain(told))
            for word, told in candidates(catalogue)
            if word.casefold().startswith(incomplete.casefold()) and visible(word) == word
        ]
    except Exception:  # noqa: BLE001 - whatever it is, the command itself will tell
        return []


def _plain(text: str) -> str:
    """Typer reads what stands beside a word as markup, which content is not."""
    return visible(text).replace("[", "(").replace("]", ")")


def keys(ctx: typer.Context, incomplete: str) -> Completions:
    """Offer the slugs of the catalogue, with their titles."""
    return _complete(
        ctx, incomplete, lambda catalogue: ((p.facts.slug, p.facts.title or "") for p in catalogue)
    )


def categories(ctx: typer.Context, incomplete: str) -> Completions:
    """Offer the categories of the catalogue."""
    return _complete(
        ctx,
        incomplete,
        lambda catalogue: (
            (name, "") for name in sorted({c.title for p in catalogue for c in p.facts.categories})
        ),
    )


def tags(ctx: typer.Context, incomplete: str) -> Completions:
    """Offer the tags of the catalogue."""
    return _complete(
        ctx,
        incomplete,
        lambda catalogue: (
            (name, "") for name in sorted({tag.text for p in catalogue for tag in p.facts.tags})
        ),
    )


def codes(incomplete: str) -> Completions:
    """Offer the codes of the rules, with their names."""
    from resilify_cli.rules import all_rules  # noqa: PLC0415 - only completion of a code needs them

    return after_comma(incomplete, [(rule.code, rule.name) for rule in all_rules()])


def rule(incomplete: str) -> Completions:
    """Offer the codes and the names of the rules."""
    from resilify_cli.rules import all_rules  # noqa: PLC0415

    known = [pair for one in all_rules() for pair in ((one.code, one.name), (one.name, one.code))]
    return [pair for pair in known if pair[0].startswith(incomplete)]


def parts(incomplete: str) -> Completions:
    """Offer the parts that a program may lack."""
    from resilify_cli.parts import PARTS  # noqa: PLC0415

    return after_comma(incomplete, [(name, "") for name in PARTS])


def columns(incomplete: str) -> Completions:
    """Offer the columns of a list."""
    from resilify_cli.cli.listing import COLUMNS  # noqa: PLC0415

    return after_comma(incomplete, [(column.name, column.header) for column in COLUMNS])


def sort_fields(incomplete: str) -> Completions:
    """Offer the columns to sort by, in the direction that is being typed."""
    from resilify_cli.cli.listing import COLUMNS  # noqa: PLC0415

    sign = "-" if incomplete.rpartition(",")[2].startswith("-") else ""
    return after_comma(incomplete, [(sign + column.name, column.header) for column in COLUMNS])


def after_comma(incomplete: str, known: Iterable[tuple[str, str]]) -> Completions:
    """Complete the last item of a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    return [
        (before + comma + name, told) for name, told in known if name.casefold().startswith(last.casefold())
    ]


def sections(incomplete: str) -> Completions:
    """Offer the parts of a program."""
    from resilify_cli.cli.program_page import SECTIONS  # noqa: PLC0415

    return [(name, "") for name in SECTIONS if name.startswith(incomplete)]


def search_fields(incomplete: str) -> Completions:
    """Offer the fields to search in."""
    from resilify_cli.search.rows import FIELDS  # noqa: PLC0415

    return [(name, "") for name in sorted(FIELDS) if name.startswith(incomplete)]
