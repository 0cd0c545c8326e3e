"""One row for each field that a reader sees, under the file's own field path."""

from __future__ import annotations

from resilify_cli.facts import CategoryFacts, Facts, ReferenceFacts, RelatedFacts, SessionFacts, TagFacts
from resilify_cli.search.rows import FIELDS, MAX_TEXT, Part, rows

FULL = Facts(
    slug="calm-nights",
    path="calm-nights.md",
    title="Calm Nights",
    overview="<p>Sleep <b>well</b>.</p><ul><li>Rest</li></ul>",
    categories=(CategoryFacts("Rest", ("categories", "category", 0)),),
    sessions=(
        SessionFacts(1, None, "Begin", None, ("sessions", "session", 0)),
        SessionFacts(2, "Lights out", None, "Dim a lamp", ("sessions", "session", 2)),
    ),
    related=(RelatedFacts("Brave Days", "brave-days", ("relatedpost", "program", 0)),),
    references=(
        ReferenceFacts("On rest", "Doe, J. (2001)", "https://x.org", "/img/a.png", ("references", 0)),
    ),
    tags=(TagFacts("night", ("tags", 0)),),
    body="See *below*.\n",
)


def test_every_field_that_a_reader_sees_has_a_row() -> None:
    """The rows are the program's fields in the order of its file, each under its path, without related titles."""
    expected = [
        (Part.SLUG, "slug", "calm-nights"),
        (Part.TITLE, "title", "Calm Nights"),
        (Part.OVERVIEW, "overview", "Sleep well."),
        (Part.OVERVIEW, "overview", "Rest"),
        (Part.CATEGORY, "categories.category[0].title", "Rest"),
        (Part.SESSION_OVERVIEW, "sessions.session[0].overview", "Begin"),
        (Part.SESSION_TITLE, "sessions.session[2].title", "Lights out"),
        (Part.ACTIVITY, "sessions.session[2].activityOverview", "Dim a lamp"),
        (Part.REFERENCE_TITLE, "references[0].title", "On rest"),
        (Part.CITATION, "references[0].reference", "Doe, J. (2001)"),
        (Part.TAG, "tags[0]", "night"),
        (Part.BODY, "body", "See *below*.\n"),
    ]
    assert expected == [(row.part, row.field, row.text) for row in rows(FULL)]


def test_a_row_of_a_session_carries_its_number() -> None:
    """Only rows of sessions have a session, and it is the number that the site shows."""
    assert [1, 2, 2] == [row.session for row in rows(FULL) if row.part.group == "sessions"]
    assert {None} == {row.session for row in rows(FULL) if row.part.group != "sessions"}


def test_a_row_knows_the_way_back() -> None:
    """From its text into the field's value, through HTML."""
    overview = next(row for row in rows(FULL) if row.part is Part.OVERVIEW)
    assert "well" == (FULL.overview or "")[slice(*overview.within((6, 10)))]


def test_a_field_without_text_has_no_row() -> None:
    """What is absent, blank or only markup is not searched."""
    blank = Facts(
        slug="x",
        path="x.md",
        title="  ",
        overview="<p><br></p>",
        tags=(TagFacts("", ("tags", 0)),),
        body="\n",
    )
    assert ["slug"] == [row.field for row in rows(blank)]


def test_a_huge_field_is_searched_at_its_beginning() -> None:
    """Of a field longer than any reader is given, the row holds the beginning."""
    assert [1, MAX_TEXT] == [len(row.text) for row in rows(Facts(slug="x", path="x.md", body="x" * 200_000))]


def test_a_search_is_narrowed_by_the_names_of_fields() -> None:
    """The names are the seven that people know; the slug has none."""
    assert {"title", "overview", "sessions", "references", "categories", "tags", "body"} == FIELDS


def test_parts_are_told_from_the_title_to_the_references() -> None:
    """The order of parts is title, session titles, overviews, activities, and references after all other text."""
    telling = [Part.TITLE, Part.SESSION_TITLE, Part.OVERVIEW, Part.SESSION_OVERVIEW, Part.ACTIVITY, Part.BODY]
    assert [*telling, Part.REFERENCE_TITLE] == sorted(
        [Part.REFERENCE_TITLE, *telling], key=lambda part: part.order
    )
    assert len(Part) == len({part.order for part in Part})
