"""A new program is valid from its first moment on."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import OTHERS, other, program, write
from resilify_cli.catalogue import Catalogue, load_catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.draft import draft
from resilify_cli.errors import ProgramNameError
from resilify_cli.facts import read_facts
from resilify_cli.rules import validate


def three(folder: Path) -> Catalogue:
    """Read a catalogue of three sound programs."""
    files = {f"{slug}.md": other(slug) for slug in OTHERS} | {"a-calmer-week.md": program()}
    return load_catalogue(write(folder, files))


def test_every_field_is_there(tmp_path: Path) -> None:
    """A new id, the next free sequence, the usual category, and programs of it as related."""
    document = draft("A Longer Breath", three(tmp_path))
    facts = read_facts(document)
    assert document.path == tmp_path / "a-longer-breath.md"
    assert ("A Longer Breath", 8, ["Mental Health"]) == (
        facts.title,
        facts.sequence,
        [category.title for category in facts.categories],
    )
    assert 4 == uuid.UUID(facts.program_id).version
    assert ["quiet-evenings", "easing-worry", "a-calmer-week"] == [related.slug for related in facts.related]


TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(
    lambda title: bool(title.strip()) and title.isprintable()
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(TITLES)
def test_any_title_makes_a_valid_file(tmp_path: Path, title: str) -> None:
    """With errors neither in itself nor elsewhere; the title and the category are what was given."""
    folder = tmp_path / "content"
    document = draft(title, three(folder), slug="something-new", categories=[title])
    write(folder, {"something-new.md": document.text})
    found = validate(load_catalogue(folder))
    (folder / "something-new.md").unlink()
    assert [] == [finding for finding in found if finding.severity is Severity.ERROR]
    facts = read_facts(document)
    assert (title.strip(), title) == (facts.title, facts.categories[0].title)


@pytest.mark.parametrize(
    ("title", "slug", "message"),
    [
        ("  ", None, "is no title"),
        ("Two\nLines", None, "is no title"),
        ("?!", None, "'' is no slug"),
        ("Rest", "../rest", "'../rest' is no slug; write rest"),
        ("Quiet Evenings", None, "has the slug quiet-evenings already"),
        ("Worry", None, "for the slug worry the site would show easing-worry"),
    ],
)
def test_a_title_or_a_slug_that_will_not_do_is_refused(
    title: str, slug: str | None, message: str, tmp_path: Path
) -> None:
    """With what to write instead."""
    with pytest.raises(ProgramNameError) as told:
        draft(title, three(tmp_path), slug=slug)
    assert message in str(told.value)


def test_the_usual_category_is_that_of_most_programs(tmp_path: Path) -> None:
    """Not the first by name; and a broken program is nobody's relative."""
    rare = "categories:\n  category:\n    - title: Anger\n"
    files = {f"{slug}.md": other(slug) for slug in OTHERS}
    files |= {"a-calmer-week.md": program(rare), "broken.md": program("sequence: x\n")}
    facts = read_facts(draft("A Longer Breath", load_catalogue(write(tmp_path, files))))
    assert ["Mental Health"] == [category.title for category in facts.categories]
    assert ["quiet-evenings", "easing-worry", "a-calmer-week"] == [related.slug for related in facts.related]


def test_a_slug_that_would_take_the_card_of_another_is_refused(tmp_path: Path) -> None:
    """As one that comes before a program without a sequence, and contains its slug."""
    files = {f"{slug}.md": other(slug) for slug in OTHERS}
    files["quiet-evenings.md"] = files["quiet-evenings.md"].replace("sequence: 1\n", "")
    with pytest.raises(ProgramNameError, match="would show very-quiet-evenings where easing-worry names"):
        draft("Very Quiet Evenings", load_catalogue(write(tmp_path, files)))
