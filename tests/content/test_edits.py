"""Wishes become edits, and everything else stays as it is."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factory import BASE, as_yaml, document, fenced, program
from resilify_cli.content.edits import (
    AddField,
    Remove,
    RenameField,
    Rewrite,
    SetNumber,
    SetText,
    Step,
    edited,
    plan,
    plan_each,
    with_changes,
)
from resilify_cli.diagnostics import Changes

REFERENCE = ("references", 0)


def after(text: str, *steps: Step) -> str | None:
    """Return a file after some steps; None where they cannot be taken."""
    planned = plan(document(text), steps)
    return edited(text, planned[0]) if planned else None


@pytest.mark.parametrize(
    ("written", "within", "new", "expected"),
    [
        ("a  b", (1, 3), " ", "a b"),
        ("'it''s  x'", (4, 6), " ", "'it''s x'"),
        ('"a\\u0020 b"', (1, 3), " ", '"a b"'),
        ("Self-\n  compassion", (5, 6), "", "Self-compassion"),
        (">-\n  a  b\n  c", (1, 3), " ", ">-\n  a b\n  c"),
        ("'x'", (0, 1), "it's", "'it''s'"),
        ('"x"', (0, 1), 'a "b" \\', '"a \\"b\\" \\\\"'),
        ("x", (0, 1), "a: b", "'a: b'"),
        ("x", None, "No", "No"),
        ("x", None, "12", "'12'"),
        ("x", None, "two\nlines", '"two\\nlines"'),
        ("", None, "x", " x"),
        (">-\n  a b", None, "x", "x"),
        ("|\n  a", (1, 2), "", "a"),
        (">-\n  a\n\n  b\n  c", (0, 2), " ", "' b c'"),
        (">-\n  a\n\n  b\n\n  c", (1, 3), "\nx", ">-\n  a\n\n  x\n\n  c"),
        ("|-\n  a\n  b\n  c", (2, 4), "", "|-\n  a\n  c"),
        ("|-\n  a\n  b", (1, 3), "", "|-\n  a"),
        (">-\n  a\n\n  b\n\n  c", None, "x\ny", ">-\n  x\n\n  y"),
        ("'a\n\n  b'", (0, 2), "", "'b'"),
    ],
)
def test_a_text_is_set_in_the_style_that_it_has(
    written: str, within: tuple[int, int] | None, new: str, expected: str
) -> None:
    """Quotes stay, escapes follow them, and what plain text cannot hold is quoted."""
    text = fenced(f"a: {written}\nb: 1\n" if written else "a:\nb: 1\n")
    start = "a: " if written else "a:"
    assert fenced(f"{start}{expected}\nb: 1\n") == after(text, SetText(("a",), new, within))


def test_a_field_is_added_behind_another() -> None:
    """On a line of its own, as deep as its neighbours, with their line ending."""
    text = fenced("references:\n  - title: A\n    reference: B\n      c\n    image: x\n")
    wish = AddField(REFERENCE, "link", "https://x.org", after="reference")
    expected = text.replace("      c\n", "      c\n    link: https://x.org\n")
    assert expected == after(text, wish)
    assert expected.replace("\n", "\r\n") == after(text.replace("\n", "\r\n"), wish)


def test_a_field_is_added_below_lines_that_belong_to_a_text() -> None:
    """Where a block keeps the blank lines at its end."""
    text = fenced("references:\n  - reference: |+\n      B\n\n    image: x\n")
    wish = AddField(REFERENCE, "link", "https://x.org", after="reference")
    assert text.replace("    image", "    link: https://x.org\n    image") == after(text, wish)


def test_parts_that_cannot_stand_alone_are_written_together() -> None:
    """Where neither part leaves a plain text as it is, the whole is quoted once."""
    text = fenced("a: x y z\n")
    wishes = (SetText(("a",), "'", (0, 1)), SetText(("a",), ": w", (3, 5)))
    assert fenced("a: ''' y: w'\n") == after(text, *wishes)


def test_a_field_is_added_within_braces() -> None:
    """A mapping on one line stays on it."""
    text = fenced("references: [{title: A, image: x}]\n")
    wish = AddField(REFERENCE, "link", "https://x.org", after="title")
    assert fenced("references: [{title: A, link: https://x.org, image: x}]\n") == after(text, wish)


def test_an_item_is_removed_with_its_lines() -> None:
    """The comments around it stay."""
    text = fenced("a:\n  # one\n  - t: 1\n    u: 2\n  # two\n  - t: 3\n")
    assert fenced("a:\n  # one\n  # two\n  - t: 3\n") == after(text, Remove(("a", 0)))
    assert fenced("a:\n  # one\n  - t: 1\n    u: 2\n  # two\n") == after(text, Remove(("a", 1)))


@pytest.mark.parametrize(
    ("text", "path"),
    [("a: [1, 2]\n", ("a", 0)), ("a:\n  - t: 1\n    u: 2\n", ("a", 0, "t")), ("a: 1\n", ("b",))],
)
def test_what_shares_its_line_is_left_alone(text: str, path: tuple[str | int, ...]) -> None:
    """Where the whole line does not belong to it, there is no fix."""
    assert after(fenced(text), Remove(path)) is None


def test_the_last_item_is_not_removed() -> None:
    """A list that would become nothing is no longer a list."""
    assert after(fenced("a:\n  - 1\n"), Remove(("a", 0))) is None


def test_names_and_numbers() -> None:
    """A field gets another name, and a text becomes a number."""
    assert fenced("b: x\n") == after(fenced("a: x\n"), RenameField(("a",), "b"))
    assert after(fenced("a:\n"), RenameField(("a",), "b")) is None
    assert fenced("a: 12\n") == after(fenced('a: "12"\n'), SetNumber(("a",), 12))


def test_characters_are_rewritten_only_as_declared() -> None:
    """An edit that changes a value it does not speak of is none."""
    text = fenced("a: 1\n")
    assert fenced("a:  1\n") == after(text, Rewrite((6, 7), "  "))
    assert after(text, Rewrite((7, 8), "2")) is None
    assert fenced("a: 2\n") == after(text, Rewrite((7, 8), "2", ((("a",), 2),)))


def test_steps_that_meet_are_not_taken() -> None:
    """Two wishes for the same characters are none."""
    text = fenced("a: x y\n")
    assert after(text, SetText(("a",), "b", (0, 1)), SetText(("a",), "c", (0, 1))) is None
    assert fenced("a: b c\n") == after(text, SetText(("a",), "b", (0, 1)), SetText(("a",), "c", (2, 3)))


def test_parts_that_need_quotes_together_are_written_as_one() -> None:
    """Without its first backslash the text begins with a quotation mark, which the second part cannot know."""
    steps = (SetText(("a",), "", (0, 1)), SetText(("a",), "", (3, 4)))
    assert fenced("a: '\"x\" y'\n") == after(fenced('a: \\"x\\" y\n'), *steps)


TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n'\"\\:#-  "), max_size=30
)


@given(st.data(), st.lists(TEXTS, min_size=1, max_size=4), TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_set_nothing_else_changes(data: Any, values: list[str], new: str, newline: str) -> None:
    """For any texts in any style: the other values are equal, and so are the characters outside the edits."""
    styles = ["{}: %s\n", "{}:   %s  # why\n"]
    block = "".join(
        data.draw(st.sampled_from(styles)).format(f"k{number}") % as_yaml(value)
        for number, value in enumerate(values)
    )
    text = ("---\n# first\n" + block + "---\nbody\n").replace("\n", newline)
    before = document(text)
    index = data.draw(st.integers(0, len(values) - 1))
    at = (f"k{index}",)
    value = before.value(at)
    assume(isinstance(value, str))  # what PyYAML writes without quotes may be a number to the site, as 1E3
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    planned = plan(before, [SetText(at, new, (start, end))])
    assert planned is not None
    edits, changes = planned
    result = document(edited(text, edits))
    assert with_changes(before.values, changes) == result.values
    assert before.values | {at[0]: value[:start] + new + value[end:]} == result.values
    (((first, last), content),) = edits
    assert text[:first] + content + text[last:] == edited(text, edits)
    assert "\nbody\n".replace("\n", newline) == edited(text, edits)[-len("\nbody\n".replace("\n", newline)) :]


def test_parts_of_one_text_change_together() -> None:
    """Offsets speak of the text before."""
    planned = plan(document(fenced(BASE)), [SetText(("title",), "An", (0, 1))])
    assert planned is not None
    more: Changes = (*planned[1],)
    assert "An Calmer Week" == with_changes({"title": "A Calmer Week"}, more)["title"]


def test_wishes_are_planned_together_as_each_alone() -> None:
    """Also where two want the same characters, one cannot be had, or one removes what another changes."""
    text = program()
    wishes: list[list[Step]] = [
        [SetText(("title",), "An", (0, 1))],
        [SetText(("title",), "The", (0, 1))],
        [SetText(("nothing",), "x")],
        [SetText(("image",), "x # y: z")],
        [Remove(("tags", 0))],
        [SetText(("tags", 0), "x")],
        [AddField(("sessions", "session", 1), "activityOverview", "x", after="overview")],
        [],
    ]
    expected = [plan(document(text), wish) for wish in wishes]
    assert expected == plan_each(document(text), wishes)
    assert [True, True, False, True, False, True, True, False] == [
        planned is not None for planned in expected
    ]


def test_where_nothing_is_wished_for_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most files need no fix, and to read each once more would cost a third of a run."""
    read = document(program())

    def refuse(*_: object) -> None:
        msg = "read again"
        raise AssertionError(msg)

    monkeypatch.setattr("resilify_cli.content.document.Document.__init__", refuse)
    assert [] == plan_each(read, [])


def test_thousands_of_wishes_cost_few_readings() -> None:
    """Each reading of a file with thousands of values takes long."""
    read = document(program("tags:\n" + "".join(f"  - a{number}\n" for number in range(4000))))
    wishes = [[SetText(("tags", number), f"b{number}")] for number in range(4000)]
    start = time.process_time()
    assert None not in plan_each(read, wishes)
    assert time.process_time() - start < 10
