"""Values, spans and faults of YAML blocks."""

from __future__ import annotations

import pytest

from factory import document, fenced
from resilify_cli.content.yaml_events import MAX_DEPTH, MAX_NODES, key_text, read_yaml
from resilify_cli.diagnostics import Span


def told(block: str) -> list[tuple[str, Span]]:
    """Return the faults of a block between fences; its first line is line 2."""
    read = document(fenced(block))
    return [(fault.kind, read.span(*fault.extent)) for fault in read.faults if fault.extent]


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("a: 1\nb: x\na: 2\n", ("duplicate-key", Span(4, 1, 4, 2))),
        ("a:\n  - b: 1\n    b: 2\n", ("duplicate-key", Span(4, 5, 4, 6))),
        ("a: !!str 1\n", ("yaml-tag", Span(2, 4, 2, 9))),
        ("a: !include x\n", ("yaml-tag", Span(2, 4, 2, 12))),
        ("a: &x 1\n", ("yaml-anchor", Span(2, 4, 2, 6))),
        ("a: *x\n", ("yaml-alias", Span(2, 4, 2, 6))),
        ("<<: {a: 1}\n", ("yaml-merge-key", Span(2, 1, 2, 3))),
        ("a: x\x07y\n", ("control-character", Span(2, 5, 2, 6))),
        ('a: "open\nb: 1\n', ("yaml-syntax", Span(2, 4, 2, 5))),
        ("a: 'open\n", ("yaml-syntax", Span(2, 4, 2, 5))),
        ("a: b: c\n", ("yaml-syntax", Span(2, 5, 2, 6))),
        ("a: 1\n\tb: 2\n", ("yaml-syntax", Span(3, 1, 3, 2))),
        ("a: @x\n", ("yaml-syntax", Span(2, 4, 2, 5))),
        ('a: "x\\q"\n', ("yaml-syntax", Span(2, 6, 2, 7))),
        ("a:\n  - b: 1\n   c: 2\n", ("yaml-syntax", Span(4, 4, 4, 5))),
        ("a: 1\n...\nb: 2\n", ("yaml-syntax", Span(4, 1, 4, 2))),
        ("? [a]\n: 2\n", ("yaml-syntax", Span(2, 3, 2, 4))),
        ("- a\n", ("yaml-syntax", Span(2, 1, 2, 4))),
        ("title Calm\nb: 1\n", ("yaml-syntax", Span(2, 1, 2, 2))),
        ('a: "open\nb: 1\nc: "x"\n', ("yaml-syntax", Span(2, 4, 2, 5))),
        ("just text\n", ("yaml-syntax", Span(2, 1, 2, 10))),
    ],
)
def test_a_fault_stands_where_the_mistake_began(block: str, fault: tuple[str, Span]) -> None:
    """What the site refuses, or the CMS never writes, is told at its own characters."""
    assert [fault] == told(block)


def test_messages_are_in_plain_words() -> None:
    """A person who knows no parser understands what to do."""
    (fault,) = read_yaml('title: "open\n').faults
    assert (
        "the quote that opens here is never closed; the page does not build",
        "close it, or remove it",
    ) == (fault.message, fault.help)


def test_other_messages_of_the_parser_are_kept() -> None:
    """What has no plain words yet is told in the parser's own."""
    (fault,) = read_yaml("%YAML 3.0\n---\na: 1\n").faults
    assert (
        "the front matter is not YAML (found incompatible YAML document); the page does not build"
        == fault.message
    )


def test_values_before_a_mistake_are_kept() -> None:
    """A file that breaks off in the middle still has its title."""
    tree = read_yaml("title: Kept\nb: [\n")
    assert (False, "Kept") == (tree.complete, tree.root.value["title"].node.value if tree.root else None)


def test_of_a_text_whose_quote_is_never_closed_the_first_line_is_kept() -> None:
    """The fields that the quote swallowed are no part of the text."""
    tree = read_yaml('title: "Kept\nb: 1\nc: "x"\n')
    assert (False, "Kept") == (tree.complete, tree.root.value["title"].node.value if tree.root else None)


def test_the_first_of_two_fields_is_kept() -> None:
    """The second is told of; it does not silently win."""
    assert {"a": 1} == document(fenced("a: 1\na: 2\n")).values


def test_a_plain_merge_key_in_quotes_is_a_field() -> None:
    """Only a plain `<<` merges."""
    assert [] == told('"<<": x\n')


@pytest.mark.parametrize(
    ("key", "name"), [(1, "1"), (True, "true"), (None, "null"), ("on", "on"), (1.5, "1.5")]
)
def test_keys_have_the_name_that_javascript_gives_them(key: str | float | None, name: str) -> None:
    """Every key of an object is text."""
    assert name == key_text(key)


def test_keys_that_other_parsers_change_are_kept_as_written() -> None:
    """`on`, `no` and `content` are names like any other; `1` and `~` become text."""
    assert {"on": 1, "no": 2, "content": 3, "1": 4, "null": 5} == document(
        fenced("on: 1\nno: 2\ncontent: 3\n1: 4\n~: 5\n")
    ).values


def test_depth_is_limited() -> None:
    """Thirty thousand open brackets would crash the composer; here they are one fault."""
    assert ["yaml-too-large"] == [kind for kind, _ in told("a: " + "[" * 30_000 + "\n")]
    assert [] == told("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + "\n")


def test_the_number_of_values_is_limited() -> None:
    """A flood of values is one fault, and what came before it is kept."""
    read = document(fenced("title: x\na:\n" + "- 1\n" * MAX_NODES))
    assert ("yaml-too-large", "x") == (read.faults[0].kind, read.values["title"])


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    """Aliases are not resolved, so that nothing multiplies."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(8)
    )
    assert {"yaml-anchor", "yaml-alias"} == {kind for kind, _ in told(bomb)}


@pytest.mark.parametrize("char", ["\ufeff", "\u2028", "\u2029", "\x85"])
def test_what_libyaml_alone_takes_for_a_break_or_refuses_is_text(char: str) -> None:
    """The site reads it like any letter, and so is it read and placed here."""
    read = document(fenced(f"a: x{char}y\n"))
    assert Span(2, 5, 2, 6) == read.locate(("a",), 1, 2)
    assert ({"a": f"x{char}y"}, ()) == (read.values, read.faults)


def test_a_block_scalar_at_the_end_keeps_its_line_feed() -> None:
    """js-yaml adds the line feed that an unclosed file lacks."""
    assert {"a": "x\n"} == document("---\na: |\n  x").values


def test_an_empty_block_is_no_values() -> None:
    """A comment alone is nothing."""
    assert None is read_yaml("# nothing\n").root


@pytest.mark.parametrize("blank", ["\t", "  \t ", "\t# a comment", " \t\r"])
def test_a_tab_in_an_empty_line_means_nothing(blank: str) -> None:
    """The site does not mind it; a tab that indents a field is a mistake all the same."""
    assert ([], {"a": 1, "b": 2}) == (
        told(f"a: 1\n{blank}\nb: 2\n"),
        document(fenced(f"a: 1\n{blank}\nb: 2\n")).values,
    )
    assert [("yaml-syntax", Span(4, 1, 4, 2))] == told(f"a: 1\n{blank}\n\tb: 2\n")


def test_escaped_surrogates_are_read_as_javascript_reads_them() -> None:
    """A pair is one character, written as twelve; one alone stays a surrogate; the rest of the file is read, too."""
    read = document(fenced('a: "x\\ud83d\\ude00y"\nb: "\\uDC80"\nc: 1\n'))
    assert ({"a": "x\U0001f600y", "b": "\udc80", "c": 1}, ()) == (read.values, read.faults)
    assert [Span(2, 6, 2, 18), Span(2, 18, 2, 19)] == [read.locate(("a",), i, i + 1) for i in (1, 2)]


def test_a_control_character_beside_a_tab_is_still_told() -> None:
    """To read on behind the one loses nothing of the other."""
    assert [("control-character", Span(2, 5, 2, 6))] == told("a: x\x07\n\t\nb: 1\n")
