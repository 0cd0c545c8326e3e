"""The strict view: every fault of shape in one pass, each at its own field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import as_yaml, document, fenced, program
from resilify_cli.diagnostics import FieldPath, On
from resilify_cli.facts import read_facts
from resilify_cli.model import Program, parse_program
from resilify_cli.rules._weight import severity_of


def told(text: str) -> list[tuple[str, FieldPath]]:
    """Return the kind and the place of every fault of shape."""
    return [(fault.kind, fault.at) for fault in parse_program(document(text))[1]]


def test_a_valid_file_is_a_program_with_pleasant_properties() -> None:
    """The wrappers of the CMS are aliases; the lists are at hand."""
    parsed, faults = parse_program(document(program("date: 2022-02-14\nparent: x\n")))
    assert () == faults
    assert isinstance(parsed, Program)
    assert ("resilify-program", 7, ("Mental Health",)) == (
        parsed.template_key,
        parsed.sequence,
        parsed.categories,
    )
    assert ["Note down three worries.", None] == [session.activity_overview for session in parsed.sessions]
    assert ["easing-worry"] == [related.slug for related in parsed.related]


def test_a_program_cannot_be_changed() -> None:
    """What was read stays what was read."""
    parsed, _ = parse_program(document(program()))
    with pytest.raises(ValueError, match="frozen"):
        parsed.title = "x"  # type: ignore[misc,union-attr]


def test_all_faults_are_told_at_once() -> None:
    """None hides another."""
    text = program(
        "title: 2022-02-14\nsequence: many\nprogramId: nope\nsquence: 4\nimage: ''\n"
        "sessions:\n  session:\n    - activity_overview: x\n"
    )
    assert [
        ("wrong-type", ("title",)),
        ("empty-field", ("image",)),
        ("bad-uuid", ("programId",)),
        ("wrong-type", ("sequence",)),
        ("missing-field", ("sessions", "session", 0, "title")),
        ("unknown-field", ("sessions", "session", 0, "activity_overview")),
        ("unknown-field", ("squence",)),
    ] == told(text)


@pytest.mark.parametrize(
    ("changes", "message", "help_"),
    [
        ("title: 2022-02-14\n", "title must be text, but is a date (2022-02-14)", "put it between quotes"),
        ("title: 012\n", "title must be text, but is the number 10, written 012", "put it between quotes"),
        ("title: 12\n", "title must be text, but is the number 12", "put it between quotes"),
        (
            "title: true\n",
            "title must be text, but is true, which is read as yes or no",
            "put it between quotes",
        ),
        ("title: [x]\n", "title must be text, but is a list", None),
        ("title: {a: x}\n", "title must be text, but is a mapping of fields", None),
        ("title:\n", "the field title has no value", None),
        ("sequence: '12'\n", "sequence must be a whole number, but is the text '12'", "remove the quotes"),
        ("sequence: many\n", "sequence must be a whole number, but is the text 'many'", None),
        ("sequence: 1.5\n", "sequence must be a whole number, but is the number 1.5", None),
        (f"sequence: {'many ' * 20}\n", "sequence must be a whole number, but is text", None),
        ("tags: x\n", "tags must be a list, but is the text 'x'", None),
        ("sessions: []\n", "sessions must be a mapping of fields, but is a list", None),
        ("sessions:\n  session: []\n", "the field sessions.session is empty", None),
        (
            "refrences: []\n",
            "the field 'refrences' is unknown, and is shown nowhere",
            "the fields here are templateKey, title, image, programId, sequence, overview, categories, sessions, relatedpost, references, tags, date, parent",
        ),
        (
            "sessions:\n  session:\n    - title: x\n      activity_overview: x\n",
            "the field 'activity_overview' is unknown, and is shown nowhere",
            "did you mean activityOverview?",
        ),
        (
            "templateKey: resilify-progam\n",
            "the template key is 'resilify-progam', so that the site does not take the file for a program",
            "write resilify-program",
        ),
    ],
)
def test_a_fault_says_what_is_there_and_what_to_write(changes: str, message: str, help_: str | None) -> None:
    """In words that name the value as it is written and as the site reads it."""
    (fault,) = parse_program(document(program(changes)))[1]
    assert (message, help_) == (fault.message, fault.help)


def test_a_missing_field_that_is_there_under_a_mistyped_name_is_named() -> None:
    """Both findings point at each other."""
    text = program("squence: 7\n", without=("sequence",))
    faults = {fault.kind: fault.help for fault in parse_program(document(text))[1]}
    assert {"missing-field": "is it 'squence'?", "unknown-field": "did you mean sequence?"} == faults


def test_a_container_of_the_wrong_kind_is_told_at_its_key() -> None:
    """The whole of it would cover half the file."""
    (fault,) = parse_program(document(program("sessions:\n  - title: x\n")))[1]
    assert (("sessions",), On.KEY) == (fault.at, fault.on)


def test_values_read_as_text_by_the_site_are_text() -> None:
    """`No` is no boolean there, and a title like any other."""
    assert [] == told(program("title: No\n"))


@pytest.mark.parametrize("without", [("references",), ("tags",), ("references", "tags")])
def test_a_program_may_lack_references_and_tags(without: tuple[str, ...]) -> None:
    """That is told, and the program is there."""
    parsed, faults = parse_program(document(program(without=without)))
    assert (True, [("missing-field", (name,)) for name in without]) == (
        parsed is not None,
        [(f.kind, f.at) for f in faults],
    )


def test_what_may_only_be_unread_is_not_called_missing() -> None:
    """Behind a mistake in the YAML nothing is known."""
    assert [] == told(fenced('templateKey: resilify-program\ntitle: "open\n'))
    assert [("wrong-type", ("sequence",))] == told(
        fenced('templateKey: resilify-program\nsequence: x\ntitle: "open\n')
    )


def test_a_file_without_front_matter_lacks_all_of_it() -> None:
    """One fault, not ten; none where the reading has told why there is nothing."""
    assert [("missing-field", ())] == told("nothing")
    assert [] == told("---\n- a\n---\n")


SMALL = (
    st.none()
    | st.booleans()
    | st.integers(-5, 200)
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.sampled_from(["", " ", "x"])
)
VALUE = st.recursive(SMALL, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["title", "session", "program", "category", "slug", "link"]), inner, max_size=2), max_leaves=5)  # fmt: skip


@given(fields=st.dictionaries(st.sampled_from(["title", "sequence", "programId", "overview", "categories", "sessions", "relatedpost", "references", "tags", "image", "templateKey"]), VALUE, max_size=3))  # fmt: skip
def test_the_lenient_view_and_the_strict_one_agree(fields: dict[str, Any]) -> None:
    """A file is sound by its facts exactly where the model finds nothing but warnings; then both hold the same values."""
    read = document(program("".join(f"{name}: {as_yaml(value)}\n" for name, value in fields.items())))
    facts = read_facts(read)
    parsed, faults = parse_program(read)
    grave = [
        fault
        for fault in faults
        if fault.kind not in {"unknown-field", "missing-field", "empty-field"}
        or (fault.kind != "unknown-field" and severity_of(fault.at) is None)
    ]
    assert facts.is_sound == (not grave)
    if parsed is not None:
        assert (parsed.title, parsed.sequence, parsed.program_id) == (
            facts.title,
            facts.sequence,
            facts.program_id,
        )
        assert [s.title for s in parsed.sessions] == [s.title for s in facts.sessions]
        assert [(r.title, r.slug) for r in parsed.related] == [(r.title, r.slug) for r in facts.related]
        assert [r.link for r in parsed.references] == [r.link for r in facts.references]
