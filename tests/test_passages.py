"""The texts that a reader sees, and the way back from each of their characters into the value."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from factory import document, program
from resilify_cli.content.html import to_blocks
from resilify_cli.facts import read_facts
from resilify_cli.passages import Genre, Passage, passages


def of_overview(html: str) -> list[Passage]:
    """Return the passages of a program's overview."""
    facts = read_facts(document(program(f"overview: |-\n  {html}\n")))
    return [passage for passage in passages(facts) if passage.genre is Genre.HTML]


def test_every_text_of_a_program_is_a_passage() -> None:
    """Title, overview, categories, sessions, references and tags; what is shown nowhere is none."""
    facts = read_facts(document(program()))
    expected = [
        ("title", "A Calmer Week"),
        ("html", "Notice worry, and let it pass."),
        ("label", "Mental Health"),
        ("title", "Looking at a week"),
        ("prose", "How a week of worry looks from a distance."),
        ("prose", "Note down three worries."),
        ("title", "Letting go"),
        ("prose", "What becomes of a worry that nobody feeds."),
        ("work", "A study of sleep"),
        ("citation", "Doe, J. (2010). Sleep, 1, 1–2."),
        ("label", "calm"),
    ]
    assert expected == [(passage.genre.value, passage.text) for passage in passages(facts)]


def test_running_text_is_told_from_what_needs_no_sentence() -> None:
    """Paragraphs and the texts of sessions are running text; list items, headings, titles and citations are not."""
    html = "<h2>Rest</h2><p>One.</p><p><b>Two</b></p><p><b>Three</b> words.</p><ul><li>Four.</li></ul>"
    facts = read_facts(document(program(f"overview: |-\n  {html}\n")))
    running = [passage.text for passage in passages(facts) if passage.is_running]
    assert ["One.", "Three words."] == running[:2]
    assert "Note down three worries." in running
    assert {Genre.HTML, Genre.PROSE} == {p.genre for p in passages(facts) if p.is_running}


def test_a_word_of_html_is_found_as_it_is_written() -> None:
    """Tags and character references lie between what is shown and what is written."""
    html = "<p>Rest &amp; sleep</p><ul><li>One <b>bold</b> word</li></ul>"
    first, second = of_overview(html)
    assert ("Rest & sleep", "One bold word") == (first.text, second.text)
    assert "&amp;" == html[slice(*first.within(5, 6))]
    assert "bold" == html[slice(*second.within(4, 8))]
    assert "e <b>b" == html[slice(*second.within(2, 5))]


def test_white_space_reaches_to_its_neighbours() -> None:
    """Where several characters of white space are shown as one, all of them are meant."""
    html = "<p>a   b</p>"
    (passage,) = of_overview(html)
    assert "a b" == passage.text
    assert "   " == html[slice(*passage.within(1, 2))]


def test_what_holds_a_tag_is_broken() -> None:
    """Only a stretch without tags can be written anew."""
    html = "<p>one <b>two</b> three</p>"
    (passage,) = of_overview(html)
    assert passage.is_unbroken(0, 3)
    assert not passage.is_unbroken(0, 5)
    assert not passage.is_unbroken(7, 8)


def test_plain_text_is_shown_as_it_is_written() -> None:
    """In a plain field, both offsets are the same."""
    passage = Passage("a  b", ("title",), Genre.TITLE)
    assert (1, 3) == passage.within(1, 3)
    assert passage.is_unbroken(0, 4)


PIECES = st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "<li>", " ", "  ", "a", "b!", "&amp;", "&nbsp;", "é", "<!-- x -->", "&lt;", "<script>", "</script>", "<"])  # fmt: skip


@example("&nbsp;<p>b!")
@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_shown_character_leads_back_to_itself(html: str) -> None:
    """Whatever the HTML: a character that is no white space stands where its place says."""
    facts = read_facts(document(program("overview: |-\n  x\n")))
    found = [p for p in passages(replace(facts, overview=html)) if p.genre is Genre.HTML]
    assert [block.text for block in to_blocks(html) if block.text.strip()] == [p.text for p in found]
    for passage in found:
        for match in re.finditer(r"\S", passage.text):
            written = html[slice(*passage.within(*match.span()))]
            assert written == match[0] or written.startswith("&")
