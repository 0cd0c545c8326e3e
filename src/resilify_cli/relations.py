"""How the site resolves a related slug, and what the tool knows of it.

The site shows the first program, in order of `sequence`, whose page path *contains* the related slug. So a slug
is *known* when it equals a program's, and may still show another program that comes earlier and contains it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from resilify_cli.diagnostics import Fault, quoted
from resilify_cli.nearest import Candidate, NameIndex, confident, worth_naming

if TYPE_CHECKING:
    from resilify_cli.facts import Facts, RelatedFacts

PAGE_PATH: Final = "/resilify/program/{}/"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What becomes of a related slug: whether it is a program's, and the program that the site shows (or None)."""

    slug: str
    is_known: bool
    target: Facts | None


def label(facts: Facts) -> str:
    """Name a program in a message: `quiet-evenings (Quiet Evenings)`."""
    return f"{facts.slug} ({facts.title})" if facts.title else facts.slug


class Relations:
    """The related programs of a catalogue, whose facts come in display order."""

    def __init__(self, programs: Iterable[Facts]) -> None:
        self._programs = tuple(programs)
        self._resolved: dict[str, Resolution] = {}

    @cached_property
    def by_slug(self) -> dict[str, Facts]:
        """The programs by slug; of two files of one stem, the first."""
        return {facts.slug: facts for facts in reversed(self._programs)}

    def resolve(self, slug: str) -> Resolution:
        """Tell what the site makes of a related slug."""
        if slug not in self._resolved:
            self._resolved[slug] = Resolution(slug, slug in self.by_slug, self._shown(slug))
        return self._resolved[slug]

    def backlinks(self, slug: str) -> tuple[str, ...]:
        """Return the slugs of the other programs that name this one, in display order, each once."""
        return self._backlinks.get(slug, ())

    def is_reached(self, slug: str) -> bool:
        """Tell whether another program names a slug's program, or the site shows it for what one names."""
        return slug in self._backlinks or slug in self._shown_for_others

    def candidates(
        self, slug: str, title: str | None = None, *, besides: str | None = None
    ) -> list[Candidate]:
        """Return the programs that an unknown slug may have meant, best first, `besides` left out."""
        return self._names.candidates(slug, title, besides=besides)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex((facts.slug, facts.title or "") for facts in self._programs)

    def fault(self, program: Facts, related: RelatedFacts) -> Fault | None:
        """Return what is wrong with a related slug that names no program; an empty one is a fault of shape."""
        slug = related.slug or ""
        if not slug.strip() or self.resolve(slug).is_known or self.resolve(slug).target is not None:
            return None
        near = self.candidates(slug, related.title, besides=program.slug)
        labels = [label(self.by_slug[candidate.slug]) for candidate in worth_naming(near)]
        hint = f"did you mean {' or '.join(labels)}?" if labels else "`resilify list` shows all slugs"
        message = f"no program has the slug {quoted(slug)}; the site drops this card"
        best = confident(near)
        meant = best.slug if best else None
        return Fault("unknown-related-slug", message, (*related.at, "slug"), help=hint, meant=meant)

    @cached_property
    def _backlinks(self) -> dict[str, tuple[str, ...]]:
        links: dict[str, dict[str, None]] = {}
        for facts in self._programs:
            for related in facts.related:
                if related.slug in self.by_slug and related.slug != facts.slug:
                    links.setdefault(related.slug, {})[facts.slug] = None
        return {slug: tuple(names) for slug, names in links.items()}

    @cached_property
    def _shown_for_others(self) -> frozenset[str]:
        """The slugs of the programs that the site shows for a related slug of another one."""
        shown = (
            (facts.slug, self.resolve(related.slug).target)
            for facts in self._programs
            for related in facts.related
            if related.slug and related.slug.strip()
        )
        return frozenset(target.slug for slug, target in shown if target and target.slug != slug)

    @cached_property
    def _paths(self) -> tuple[str, list[int]]:
        """All page paths in display order as one text, for one search in C per slug, and where each begins."""
        paths = [PAGE_PATH.format(facts.slug) + "\n" for facts in self._programs]
        starts, at = [], 0
        for path in paths:
            starts.append(at)
            at += len(path)
        return "".join(paths), starts

    def _shown(self, slug: str) -> Facts | None:
        text, starts = self._paths
        at = text.find(slug) if "\n" not in slug else -1
        return self._programs[bisect.bisect_right(starts, at) - 1] if at != -1 else None
