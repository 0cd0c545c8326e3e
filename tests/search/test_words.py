"""Words are compared folded, in either spelling, and those that deny are whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.search.words import base_forms, fold, plain_speech, spellings, with_whole_acronyms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("behaviour", "behavior"),
        ("behavioural", "behavioral"),
        ("organise", "organize"),
        ("catastrophising", "catastrophizing"),
        ("analyse", "analyze"),
        ("centre", "center"),
        ("counselling", "counseling"),
        ("fulfilment", "fulfillment"),
        ("programme", "program"),
        ("diarrhoea", "diarrhea"),
        ("anaesthetic", "anesthetic"),
        ("oestrogen", "estrogen"),
        ("defence", "defense"),
        ("practise", "practice"),
        ("judgement", "judgment"),
        ("dialogue", "dialog"),
        ("grey", "gray"),
        ("sceptical", "skeptical"),
    ],
)
def test_british_and_american_spelling_lead_to_one_another(one: str, other: str) -> None:
    """Each way of writing a word gives the other."""
    assert other in spellings(one)
    assert one in spellings(other)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I can't sleep", "i cant sleep"),
        ("i can not sleep", "i cant sleep"),
        ("Unable to sleep", "cant sleep"),
        ("I couldn’t sleep", "i cant sleep"),
        ("don't belong", "not belong"),
        ("do not belong", "not belong"),
        ("I'm down", "im down"),
        ("canteen", "canteen"),
    ],
)
def test_what_denies_is_one_word(said: str, expected: str) -> None:
    """Every way to say that one cannot, or does not, reads the same."""
    assert expected.split() == plain_speech(said)


def test_acronyms_may_have_dots_or_spaces() -> None:
    """Of three letters at least, since of two each stays a word."""
    assert "OCD, e.g. washing" == with_whole_acronyms("O.C.D., e.g. washing")
    assert "ocd or a b" == with_whole_acronyms("o c d or a b")


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is, in whichever alphabet."""
    assert fold(text) == fold(fold(text))


def test_accents_ligatures_and_width_do_not_matter() -> None:
    """They fold to plain letters."""
    assert "cafe file abc" == fold("Caf\u00e9 \ufb01le \uff21\uff22\uff23")


@pytest.mark.parametrize(("form", "base"), [("stronger", "strong"), ("happiest", "happy"), ("lying", "lie")])
def test_forms_that_stems_do_not_tell_have_a_base(form: str, base: str) -> None:
    """Degrees, and what ends in -ying."""
    assert base in base_forms(form)
