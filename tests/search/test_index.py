"""Searching a catalogue: what is found, in which order, and where."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resilify_cli.content.files import discover, read
from resilify_cli.errors import FilterError
from resilify_cli.facts import (
    CategoryFacts,
    Facts,
    ReferenceFacts,
    RelatedFacts,
    SessionFacts,
    TagFacts,
    is_program,
    read_facts,
)
from resilify_cli.search.index import Index
from resilify_cli.search.results import Hit, Match
from resilify_cli.search.rows import rows
from resilify_cli.search.words import FUNCTION_WORDS, fold, words_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "content"


def session(
    number: int, title: str | None = None, overview: str | None = None, activity: str | None = None
) -> SessionFacts:
    """Return a session under its own path."""
    return SessionFacts(number, title, overview, activity, ("sessions", "session", number - 1))


NIGHTS = Facts(
    slug="calm-nights",
    path="content/calm-nights.md",
    title="Calm Nights",
    sequence=3,
    overview="<p>Why we lie awake, and what helps.</p><ul><li>Regular <b>hours</b></li></ul>",
    categories=(CategoryFacts("Rest", ("categories", "category", 0)),),
    sessions=(
        session(1, "How rest works"),
        session(2, "Sleep habits", "Habits for better sleep.", "Keep a diary."),
    ),
    related=(RelatedFacts("Brave Days", "brave-days", ("relatedpost", "program", 0)),),
    references=(
        ReferenceFacts("Insomnia and its treatment", "Doe, J. (2001).", None, None, ("references", 0)),
    ),
    tags=(TagFacts("lullaby", ("tags", 0)),),
)
DAYS = Facts(
    slug="brave-days",
    path="content/brave-days.md",
    title="Brave Days",
    sequence=1,
    overview="<p>Panic attacks come in waves; caf&eacute;s and trains may set them off.</p>",
    sessions=(session(1, "What panic is"), session(2, None, "Breathe through an attack.", "Sleep on it.")),
    body="See the **helpline** page.\n",
)
KIND = Facts(
    slug="kind-to-yourself",
    path="content/kind-to-yourself.md",
    title="Self-Compassion for Carers",
    sequence=2,
)
UNTITLED = Facts(slug="stray-thoughts", path="content/stray-thoughts.md")
CATALOGUE = (NIGHTS, DAYS, KIND, UNTITLED)
ALIASES = {"cant doze": ("rest",)}


def search(words: str, *, fields: set[str] | None = None, limit: int | None = None) -> list[Hit]:
    """Search the catalogue above."""
    with Index(CATALOGUE, ALIASES) as index:
        answer = index.search(words, fields=None if fields is None else frozenset(fields), limit=limit)
    return list(answer.hits)


def slugs(words: str) -> list[str]:
    """Return the slugs that are found, the best first."""
    return [hit.slug for hit in search(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nights", ["calm-nights"]),
        ("sleeping", ["calm-nights", "brave-days"]),
        ("panic attacks", ["brave-days"]),
        ("attacks panic breathing", ["brave-days"]),
        ("panick atacks", ["brave-days"]),
        ("selfcompassion", ["kind-to-yourself"]),
        ("cannot doze", ["calm-nights"]),
        ("sleep -panic", ["calm-nights"]),
        ("cal*", ["calm-nights"]),
        ("category:rest", ["calm-nights"]),
        ('session:"sleep on it"', ["brave-days"]),
        ("ref:insomnia", ["calm-nights"]),
        ("-sleep", []),
        ("panic unicorns", ["brave-days"]),
        ('"panic attacks"', ["brave-days"]),
        ('"attacks panic"', []),
        ("self compassion", ["kind-to-yourself"]),
        ("self-compassion", ["kind-to-yourself"]),
        ("carers-compassion", ["kind-to-yourself"]),
        ("cafes", ["brave-days"]),
        ("helpl", ["brave-days", "calm-nights"]),
        ("insomni", ["calm-nights"]),
        ("lullaby", ["calm-nights"]),
        ("stray", ["stray-thoughts"]),
        ("unicorns", []),
        ("unicorn waves", []),
        ("wavez trainz unicorn", []),
        ("wavez trainz", ["brave-days"]),
        ("", []),
        ("🙂", []),
    ],
)
def test_programs_are_found_by_their_words(words: str, expected: list[str]) -> None:
    """All words, else the most; by stem, phrase, hyphen, accent and beginning; nothing for nothing."""
    assert expected == slugs(words)


def test_a_hit_says_what_and_where() -> None:
    """A hit names the program and every field that holds the word, the best first, once each."""
    at = ("sessions", "session", 1)
    title = Match("sessions.session[1].title", (*at, "title"), 2, "Sleep habits", ((0, 5),), (0, 5))
    overview = Match(
        "sessions.session[1].overview",
        (*at, "overview"),
        2,
        "Habits for better sleep.",
        ((18, 23),),
        (18, 23),
    )
    hit = search("sleep")[0]
    assert ("calm-nights", "Calm Nights", "content/calm-nights.md") == (hit.slug, hit.title, hit.path)
    assert (title, overview) == hit.matches
    assert 0 < hit.score < 0.5


def test_a_place_in_html_is_told_in_the_html() -> None:
    """The snippet is what a reader sees; the place is where the editor wrote it."""
    match = search("hours")[0].matches[0]
    assert ("overview", None, "Regular hours") == (
        match.field,
        match.session,
        match.snippet,
    )
    assert ["hours"] == [match.snippet[slice(*mark)] for mark in match.marks]
    assert "hours" == (NIGHTS.overview or "")[slice(*match.within)]
    assert "caf&eacute;s" == (DAYS.overview or "")[slice(*search("cafe")[0].matches[0].within)]


def test_a_match_in_the_body_counts_from_its_start() -> None:
    """The body is no field of the front matter; it has a name and a path of its own."""
    expected = Match("body", ("body",), None, "See the **helpline** page. ", ((10, 18),), (10, 18))
    assert (expected,) == search("helpline")[0].matches


def test_the_slug_is_told_where_nothing_else_matched() -> None:
    """A program known only by its slug is found by it, and the match says so."""
    assert [(Match("slug", (), None, "stray-thoughts", ((0, 5),), (0, 5)),)] == [
        hit.matches for hit in search("stray")
    ]


def test_titles_of_related_programs_find_nothing() -> None:
    """A program is not found by the names of the programs it leads to."""
    assert ["brave-days"] == slugs("brave")


@pytest.mark.parametrize(
    ("words", "field", "expected"),
    [
        ("rest", "categories", ["categories.category[0].title"]),
        ("rest", "sessions", ["sessions.session[0].title"]),
        ("insomnia", "references", ["references[0].title"]),
        ("insomnia", "title", []),
        ("lullaby", "tags", ["tags[0]"]),
        ("calm", "title", ["title"]),
        ("stray", "title", []),
    ],
)
def test_a_search_can_be_narrowed_to_fields(words: str, field: str, expected: list[str]) -> None:
    """Only the named fields are searched, for finding and for telling."""
    assert expected == [match.field for hit in search(words, fields={field}) for match in hit.matches]


def test_all_words_must_stand_in_the_fields_named() -> None:
    """What a narrowed search leaves out does not count as held."""
    assert [["title"]] == [
        [match.field for match in hit.matches] for hit in search("calm sleep", fields={"title"})
    ]


def test_an_unknown_field_is_refused() -> None:
    """A field that does not exist is an error that names those that do."""
    with pytest.raises(
        FilterError, match="no field to search in is called 'colour'; there are body, categories"
    ):
        search("calm", fields={"colour"})
    with pytest.raises(FilterError, match=r"did you mean sessions\?"):
        search("calm", fields={"session", "title"})


def test_the_limit_keeps_the_best() -> None:
    """A limit cuts the list at its end."""
    assert search("sleep")[:1] == search("sleep", limit=1)
    assert [] == search("sleep", limit=0)


@pytest.mark.parametrize("program", [NIGHTS, DAYS, KIND])
def test_a_title_finds_its_program_first(program: Facts) -> None:
    """The exact title comes first, with a score that only an exact title reaches."""
    best = search(program.title or "")[0]
    assert program.slug == best.slug
    assert 0.9 < best.score <= 1


def test_an_exact_title_comes_before_a_longer_one() -> None:
    """The title that is the query stands before titles that hold it, and these before other fields."""
    texts = ["Living with worry", "Worry", "Other"]
    programs = [
        Facts(slug=str(number), path="", title=title, sequence=number) for number, title in enumerate(texts)
    ]
    programs.append(Facts("3", "", title="Else", sequence=-1, overview="Worry, worry, worry"))
    with Index(programs) as index:
        assert ["1", "0", "3"] == [hit.slug for hit in index.search("worry").hits]


def test_equal_programs_stand_by_sequence_and_slug() -> None:
    """Equal scores are ordered by sequence, those without one last, then by slug."""
    places = [("d", None), ("c", None), ("b", 2), ("a", 2), ("z", 1)]
    with Index(Facts(slug, "", title="Worry", sequence=sequence) for slug, sequence in places) as index:
        assert ["z", "a", "b", "c", "d"] == [hit.slug for hit in index.search("worry").hits]


def test_the_right_session_comes_first_for_a_phrase() -> None:
    """Where all words stand one after another in one session only, that session is told first."""
    sessions = (session(1, "Steps for small goals"), session(2, "Plans", "We take small steps, for a while."))
    with Index([Facts("goals", "", title="Steps and goals", sessions=sessions)]) as index:
        assert 2 == index.search("small steps for").hits[0].matches[0].session


def test_what_was_typed_comes_before_what_it_may_be() -> None:
    """Though "a sleep" may be "asleep", the session that has it so is meant."""
    sessions = (session(1, None, "Fall asleep."), session(2, None, "Keep a sleep diary."))
    programs = [
        Facts("one", "", title="Asleep", sequence=1, overview="<p>Asleep and asleep</p>"),
        Facts("two", "", title="Nights", sequence=2, sessions=sessions),
    ]
    with Index(programs) as index:
        hit = index.search("a sleep").hits[0]
    assert ("two", 2) == (hit.slug, hit.matches[0].session)


def test_an_empty_catalogue_can_be_searched() -> None:
    """Without programs nothing is found."""
    with Index([]) as index:
        assert () == index.search("sleep").hits


TEXTS = st.one_of(
    st.text(max_size=40), st.sampled_from(["calm sleep", "<b>calm</b> &amp; <li>sleep", "**calm**-sleep"])
)
PROGRAMS = st.builds(
    lambda title, overview, one, tag, body: Facts(
        "x",
        "",
        title=title,
        overview=overview,
        sessions=(session(1, None, one),),
        tags=(TagFacts(tag, ("tags", 0)),),
        body=body,
    ),
    *[TEXTS] * 5,
)
SIGNS = st.text(st.sampled_from('"*^:()-+ AND NEAR calm sleep \0🙂“'), max_size=30)


@settings(deadline=None)
@given(st.one_of(st.text(), SIGNS))
def test_no_text_breaks_a_search(words: str) -> None:
    """Whatever is typed, the answer is a list, the best first, each hit with a place."""
    with Index(CATALOGUE, ALIASES) as index:
        hits = index.search(words).hits
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]
    assert all(hit.matches for hit in hits)


@settings(deadline=None)
@given(PROGRAMS, st.data())
def test_every_place_is_true(program: Facts, data: st.DataObject) -> None:
    """Whatever the content and whichever of its texts is looked up, places lie in the raw value, on the word."""
    raws = {
        "slug": program.slug,
        "title": program.title or "",
        "overview": program.overview or "",
        "sessions.session[0].overview": program.sessions[0].overview or "",
        "tags[0]": program.tags[0].text,
        "body": program.body,
    }
    words = data.draw(st.sampled_from([row.text for row in rows(program)]))
    with Index([program], ALIASES) as index:
        hits = index.search(words).hits
    for match in (match for hit in hits for match in hit.matches):
        start, end = match.within
        assert 0 <= start < end <= len(raws[match.field])
        shown = [match.snippet[slice(*mark)] for mark in match.marks]
        assert all(shown)
        assert any(unescape(raws[match.field][start:end])[:1] == word[:1] for word in shown)


def examples() -> list[Facts]:
    """Read the example programs."""
    documents = [read(path) for path in discover(EXAMPLES)]
    return [read_facts(document) for document in documents if is_program(document)]


def test_what_people_type_finds_what_they_mean() -> None:
    """First of all: by lay words, slips, both spellings, compounds; and what means nothing finds nothing."""
    queries = json.loads(Path(__file__).with_name("queries.json").read_text("utf-8"))
    with Index(examples()) as index:
        for query in queries:
            slugs = [hit.slug for hit in index.search(query["query"]).hits]
            assert slugs[:1] == [slug for slug in slugs[:1] if slug in query["expected"]], query
            assert bool(slugs) == bool(query["expected"]), query


def test_a_slip_in_a_title_finds_it() -> None:
    """Among the first three, wherever in its longest telling word two letters change places."""
    facts = examples()
    with Index(facts) as index:
        for one in facts:
            word = max({*words_of(fold(one.title or ""))} - FUNCTION_WORDS, key=len)
            for place in range(len(word) - 1):
                slip = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
                assert one.slug in [hit.slug for hit in index.search(slip, limit=3).hits], slip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("habit", []),
        ("Habits", ["calm-nights"]),
        ("cafés through", ["brave-days"]),
        ("habits panic", []),
        ("habits hour", []),
    ],
)
def test_exact_words_are_found_as_typed(words: str, expected: list[str]) -> None:
    """All of them, with their endings, whatever their case and accents."""
    with Index(CATALOGUE) as index:
        assert expected == [hit.slug for hit in index.search(words, exact=True).hits]


def test_a_better_form_comes_first() -> None:
    """Though "mindfulness" and "mind" have one stem, the word itself is meant."""
    programs = [
        Facts(slug, "", title=slug, sequence=number, sessions=(session(1, title),))
        for number, (slug, title) in enumerate([("a", "Mind"), ("b", "Mindfulness in a long week")])
    ]
    with Index(programs) as index:
        assert ["b", "a"] == [hit.slug for hit in index.search("mindfulness").hits]


def test_what_a_program_scores_by_is_told() -> None:
    """Each thing wanted, as it was said, with its points."""
    assert ["calm", "lullaby"] == sorted(search("calm lullaby")[0].points)
    assert all(points > 0 for points in search("calm lullaby")[0].points.values())


def test_references_come_last() -> None:
    """A work that is cited says less of a program than a passing mention."""
    cited = ReferenceFacts("Worry, worry and worry", "Worry (2001)", None, None, ("references", 0))
    programs = [
        Facts("a", "", title="A", sequence=1, references=(cited,)),
        Facts("b", "", title="B", sequence=2, overview="<p>Of many things, and also of worry.</p>"),
    ]
    with Index(programs) as index:
        assert ["b", "a"] == [hit.slug for hit in index.search("worry").hits]
