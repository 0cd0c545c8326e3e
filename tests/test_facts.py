"""The lenient view: whatever can be read, is."""

from __future__ import annotations

import pytest

from factory import document, fenced, program
from resilify_cli.facts import (
    CategoryFacts,
    Facts,
    ReferenceFacts,
    RelatedFacts,
    SessionFacts,
    TagFacts,
    is_nearly_template_key,
    is_program,
    read_facts,
)


def test_a_sound_program_is_read_in_full() -> None:
    """Every field with its path in the file."""
    assert Facts(
        slug="a-calmer-week",
        path="a-calmer-week.md",
        template_key="resilify-program",
        title="A Calmer Week",
        image="calm.png",
        program_id="5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0",
        sequence=7,
        overview="<p>Notice worry, and let it pass.</p>",
        categories=(CategoryFacts("Mental Health", ("categories", "category", 0)),),
        sessions=(
            SessionFacts(
                1,
                "Looking at a week",
                "How a week of worry looks from a distance.",
                "Note down three worries.",
                ("sessions", "session", 0),
            ),
            SessionFacts(
                2,
                "Letting go",
                "What becomes of a worry that nobody feeds.",
                None,
                ("sessions", "session", 1),
            ),
        ),
        related=(RelatedFacts("Easing Worry", "easing-worry", ("relatedpost", "program", 0)),),
        references=(
            ReferenceFacts(
                "A study of sleep",
                "Doe, J. (2010). Sleep, 1, 1–2.",
                "https://example.org/sleep",
                "/img/card-1.png",
                ("references", 0),
            ),
        ),
        tags=(TagFacts("calm", ("tags", 0)),),
    ) == read_facts(document(program()))


@pytest.mark.parametrize(
    "changes",
    [
        "title: 2022-02-14\n",
        "title: ' '\n",
        "sequence: many\n",
        "sequence: true\n",
        "sequence: 7.5\n",
        "programId: 5d7a2c94\n",
        "templateKey: resilify-progam\n",
        "categories: Mental Health\n",
        "categories:\n  category: []\n",
        "categories:\n  category:\n    - Mental Health\n",
        "sessions:\n  - title: x\n",
        "sessions:\n  session:\n    - overview: x\n",
        "sessions:\n  session:\n    - title: x\n      overview: 12\n",
        "relatedpost:\n",
        "references: none\n",
        "tags: calm\n",
        "tags: [1]\n",
        "overview: 12\n",
        "tags: [\n",
    ],
)
def test_a_program_with_a_field_that_cannot_be_read_is_not_sound(changes: str) -> None:
    """It is broken, and the rest of it is there."""
    facts = read_facts(document(program(changes)))
    assert (False, "5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0"[:8]) == (
        facts.is_sound,
        (facts.program_id or "")[:8],
    )


@pytest.mark.parametrize("without", [("references",), ("tags",), ("references", "tags")])
def test_a_program_without_what_it_may_lack_is_sound(without: tuple[str, ...]) -> None:
    """Missing references and tags do not break a page."""
    assert True is read_facts(document(program(without=without))).is_sound


def test_items_that_are_no_mappings_are_left_out_and_keep_their_numbers() -> None:
    """The path of what follows is still true."""
    facts = read_facts(document(program("relatedpost:\n  program:\n    - nonsense\n    - slug: x\n")))
    assert (RelatedFacts(None, "x", ("relatedpost", "program", 1)),) == facts.related


def test_words_are_those_that_a_reader_is_given() -> None:
    """Overview without its tags, sessions and body; related titles and citations do not count."""
    assert 6 + 4 + 9 + 4 + 2 + 8 + 2 == read_facts(document(program() + "Two words")).words


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("templateKey: resilify-program\n", True),
        ("templateKey: blog-post\n", False),
        ("templateKey: blog-post\nprogramId: x\n", False),
        ("templateKey: resilify-progam\nsessions:\n", True),
        ("templateKey: Resilify Program\nprogramId: x\n", True),
        ("templateKey: resilify-progam\n", False),
        ("programId: x\n", True),
        ("sessions:\n", True),
        ("title: x\n", False),
        ("templateKey: 12\nsessions:\n", True),
        ('title: "open\ntemplateKey: resilify-program\n', True),
        ('title: "open\ntemplateKey: blog-post\n', False),
    ],
)
def test_what_counts_as_a_program(block: str, *, expected: bool) -> None:
    """The template key decides; without a right one, what only programs have does."""
    assert expected is is_program(document(fenced(block)))


def test_a_key_that_is_only_similar_is_no_slip() -> None:
    """One or two letters astray, not another word."""
    assert [True, True, False] == [
        is_nearly_template_key(key) for key in ("resilify-progam", "RESILIFY-PROGRAM ", "resilify-expert")
    ]
