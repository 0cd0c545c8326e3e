"""Every place in a file is told exactly: fields, keys, and each character inside a value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factory import document, fenced
from resilify_cli.content.document import Document
from resilify_cli.content.files import discover, read
from resilify_cli.diagnostics import FieldPath, On, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "programs"
EXAMPLES = Path(__file__).parents[2] / "examples" / "content"

STYLES = """\
plain: two words
folded plain: one
  two

  three
single: 'it''s
  here'
double: "tab\\t \\u00e9 \\
  joined
  folded\\"  "
literal: |2-
    indented
  straight

  last
folded: >+
  one
  two

    kept
  three

list:
  - café 🙂 end
  - x: y
empty:
flow: {a: [1, "b"], c: }
"""


def leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Yield every scalar of plain data with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path, value


def text_at(read_document: Document, span: Span) -> str:
    """Read a span back from the file's own lines, independently of the document's offsets."""
    lines = read_document.text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    parts = [lines[span.line - 1][span.column - 1 :], *lines[span.line : span.end_line - 1]]
    return "\n".join([*parts, lines[span.end_line - 1][: span.end_column - 1]])


def decoded(source: str) -> set[str]:
    """Return what one written character may mean: itself, an escape, a doubled quote, a fold."""
    if source.startswith("\\") and len(source) > 1:
        return {yaml.safe_load(f'"{source}"')}
    if source == "''":
        return {"'"}
    return {" ", "\n", source} if not source.strip() else {source}


def check_every_place(read_document: Document) -> int:
    """Hold every key, every value and every character of it against the file's text; return how many characters."""
    count = 0
    for path, value in leaves(read_document.values):
        for depth, step in enumerate(path):
            if isinstance(step, str):
                key = text_at(read_document, read_document.locate(path[: depth + 1], on=On.KEY))
                assert yaml.safe_load(key) in {step, yaml.safe_load(step)}
        if not isinstance(value, str):
            continue
        whole = text_at(read_document, read_document.locate(path))
        for index, char in enumerate(value):
            part = text_at(read_document, read_document.locate(path, index, index + 1))
            assert part in whole
            assert char in decoded(part), (path, index)
            count += 1
    return count


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_style_of_scalar_is_mapped_in_full(newline: str, bom: str) -> None:
    """Plain, quoted, literal and folded: no character of a value falls back to the whole scalar."""
    read_document = document(bom + fenced(STYLES).replace("\n", newline))
    assert sum(len(v) for _, v in leaves(read_document.values) if isinstance(v, str)) == check_every_place(
        read_document
    )


def test_every_place_in_the_examples_is_true() -> None:
    """Every field of every example file, and every character of its values."""
    assert 10_000 < sum(check_every_place(read(path)) for path in discover(EXAMPLES))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the real programs beside the repository")
def test_every_place_in_real_files_is_true() -> None:
    """The same for real program files, where they are at hand."""
    assert 70_000 < sum(check_every_place(read(path)) for path in discover(CORPUS))


TEXT = st.text(st.sampled_from(" \n\t'\"\\:#-,[]{}&*!|>%@`~abcé🙂\u2028\x85\x1b.0"), max_size=40)
WORDS = st.lists(st.text(st.sampled_from("abcé🙂'\"#:-"), min_size=1, max_size=6), min_size=1, max_size=12)


@given(value=TEXT, newline=st.sampled_from(["\n", "\r\n"]), bom=st.sampled_from(["", "\ufeff"]), width=st.integers(4, 60), style=st.sampled_from(["", "'", '"', "|", ">"]))  # fmt: skip
def test_places_are_true_in_whatever_a_yaml_writer_makes(
    value: str, newline: str, bom: str, width: int, style: str
) -> None:
    """Whatever text, in whatever style, folded at whatever width: each character is found where it was written."""
    block = yaml.dump(
        {"before": 1, "field": [value], "after": "x"},
        default_style=style or None,
        width=width,
        allow_unicode=True,
    )
    read_document = document(bom + fenced(block).replace("\n", newline))
    if read_document.faults:  # the writer folds what its own reader refuses, as a tab that begins a line
        return
    check_every_place(read_document)


@given(words=WORDS, breaks=st.lists(st.sampled_from([" ", "\n  ", "\n\n  ", "  \n   "]), min_size=12, max_size=12), newline=st.sampled_from(["\n", "\r\n"]))  # fmt: skip
def test_places_are_true_in_folded_plain_scalars(words: list[str], breaks: list[str], newline: str) -> None:
    """A plain scalar over several lines, with blank lines and trailing spaces, as the CMS folds it."""
    source = "a" + "".join(gap + "b" + word for gap, word in zip(breaks, words, strict=False))
    read_document = document(fenced(f"field: {source}\nafter: x\n").replace("\n", newline))
    if not read_document.faults:
        check_every_place(read_document)


def test_a_field_that_is_missing_is_told_at_its_parent() -> None:
    """In the file: at the opening fence; in a mapping: at its key; in an item of a list: at its first line."""
    read_document = document(fenced("a:\n  b: 1\nlist:\n  - x: 1\n    y: 2\n"))
    places = [
        read_document.locate(path)
        for path in (("missing",), ("a", "missing"), ("list", 0, "missing"), ("list", 9))
    ]
    assert [Span(1, 1, 1, 4), Span(2, 1, 2, 2), Span(5, 5, 5, 9), Span(4, 1, 4, 5)] == places


def test_a_field_without_a_value_is_told_at_its_key() -> None:
    """Nothing has no place of its own."""
    assert Span(2, 1, 2, 6) == document(fenced("empty:\n")).locate(("empty",))


def test_a_part_beyond_the_value_is_the_whole() -> None:
    """An impossible range still points at the field."""
    read_document = document(fenced("a: xyz\n"))
    assert Span(2, 4, 2, 7) == read_document.locate(("a",), 2, 9)
    assert (Span(2, 7, 2, 7), Span(2, 5, 2, 5)) == (
        read_document.locate(("a",), 3, 3),
        read_document.locate(("a",), 1, 1),
    )


def test_a_scalar_behind_a_tag_is_told_as_a_whole() -> None:
    """Its source does not decode to its value, so that no part of it can be pointed at."""
    assert Span(2, 4, 2, 13) == document(fenced("a: !!str xyz\n")).locate(("a",), 0, 1)


def test_has_tells_what_is_there() -> None:
    """A field with nothing in it is there."""
    read_document = document(fenced("a:\nb: [1]\n"))
    assert [True, True, False, False] == [read_document.has(p) for p in (("a",), ("b", 0), ("b", 1), ("c",))]


def test_bytes_that_are_no_utf8_are_told_and_shown_as_the_site_shows_them() -> None:
    """The rest of the file is read all the same."""
    read_document = document(b"---\na: caf\xe9\n---\n")
    (fault,) = read_document.faults
    assert ("not-utf8", Span(2, 7, 2, 8), "caf\ufffd") == (
        fault.kind,
        read_document.span(*fault.extent or (0, 0)),
        read_document.values["a"],
    )


def test_lines_are_quoted_without_their_ending() -> None:
    """Neither the carriage return nor a byte order mark belongs to what a person sees of a line."""
    read_document = document("\ufeff---\r\na: 1\r\n---\r\n")
    assert ["---", "a: 1", "---", ""] == [read_document.line(number) for number in (1, 2, 3, 4)]


def test_offsets_and_spans_are_inverse() -> None:
    """A line and a column lead back to the offset that they came from."""
    read_document = document(fenced("a: é\n"))
    assert list(range(len(read_document.text))) == [
        read_document.offset(span.line, span.column)
        for span in (read_document.span(i, i) for i in range(len(read_document.text)))
    ]


def test_nothing_is_told_of_a_file_without_front_matter() -> None:
    """A place in an empty file is its beginning."""
    assert (Span(1, 1, 1, 1), {}) == (document("").locate(("title",)), document("").values)


def test_a_json_string_is_mapped_as_yaml_reads_it() -> None:
    """JSON's escapes are YAML's, and each is one place."""
    read_document = document(fenced("a: " + json.dumps('q"b') + "\n"))
    assert Span(2, 6, 2, 8) == read_document.locate(("a",), 1, 2)
