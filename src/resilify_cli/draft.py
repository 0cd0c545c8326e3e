"""A new program: a file in which every field is there, to be written on."""

from __future__ import annotations

import itertools
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from resilify_cli.catalogue import Catalogue, ProgramFile
from resilify_cli.content.document import Document
from resilify_cli.content.edits import SetText, Step, edited, plan
from resilify_cli.errors import ProgramNameError
from resilify_cli.facts import TEMPLATE_KEY, Facts, read_facts
from resilify_cli.naming import check_cards, check_shown, checked_title, new_path, with_program
from resilify_cli.slugs import slugify

_MOST_RELATED: Final = 3
_PLACEHOLDER: Final = "x"
_TEMPLATE: Final = """\
---
templateKey: {template_key}
title: x
image: {slug}.png
programId: {program_id}
sequence: {sequence}
overview: >-
  <p>What the program is about, and whom it helps.</p>
categories:
  category:
{categories}sessions:
  session:
    - title: First session
      overview: What the reader learns in this session.
      activityOverview: What the reader tries out before the next one.
relatedpost:
  program:{related}
references: []
tags: []
---
"""


def draft(
    title: str, catalogue: Catalogue, *, slug: str | None = None, categories: Sequence[str] = ()
) -> Document:
    """Return a new program's file, not yet written: its slug made of the title, an id, the next free sequence.

    Where no category is given, the one that most programs have; programs of the same category are related.
    Raises ProgramNameError where the title or the slug will not do.
    """
    title = checked_title(title)
    slug = slugify(title) if slug is None else slug
    path = new_path(slug, catalogue.root, catalogue)
    document = _filled(title, slug, path, catalogue, categories or _usual_category(catalogue))
    after = with_program(catalogue, ProgramFile(read_facts(document), document))
    check_shown(slug, after)
    check_cards(catalogue, after)
    return document


def _filled(title: str, slug: str, path: Path, catalogue: Catalogue, categories: Sequence[str]) -> Document:
    """Write the template, then every text into it that may want quotes."""
    related = list(itertools.islice(_related(catalogue, categories), _MOST_RELATED))
    entries = "".join(f"\n    - title: x\n      slug: {facts.slug}" for facts in related)
    text = _TEMPLATE.format(
        template_key=TEMPLATE_KEY,
        slug=slug,
        program_id=uuid.uuid4(),
        sequence=1 + max((facts.sequence or 0 for facts in _facts(catalogue)), default=0),
        categories=f"    - title: {_PLACEHOLDER}\n" * len(categories),
        related=entries or " []",
    )
    document = Document(text, path)
    steps: list[Step] = [SetText(("title",), title)]
    steps += [SetText(("categories", "category", i, "title"), name) for i, name in enumerate(categories)]
    steps += [
        SetText(("relatedpost", "program", i, "title"), facts.title or facts.slug)
        for i, facts in enumerate(related)
    ]
    planned = plan(document, steps)
    if planned is None:
        msg = f"{title!r} cannot be written as a title"
        raise ProgramNameError(msg)
    return Document(edited(text, planned[0]), path)


def _facts(catalogue: Catalogue) -> Iterator[Facts]:
    return (program.facts for program in catalogue)


def _usual_category(catalogue: Catalogue) -> Sequence[str]:
    counts = Counter(category.title for facts in _facts(catalogue) for category in facts.categories)
    return [title for title, _ in counts.most_common(1)] or ["Uncategorised"]


def _related(catalogue: Catalogue, categories: Sequence[str]) -> Iterator[Facts]:
    """The sound programs that share a category, in display order, then the others."""
    sound = [facts for facts in _facts(catalogue) if facts.is_sound]
    return iter(sorted(sound, key=lambda facts: not {c.title for c in facts.categories} & set(categories)))
