"""What a mistyped name was meant to be."""

from __future__ import annotations

import pytest

from resilify_cli.nearest import Candidate, NameIndex, confident, nearest_word, worth_naming

PROGRAMS = [
    ("cognitive-behavioral-therapy-for-insomnia-cbt-i", "Cognitive Behavioral Therapy for Insomnia (CBT-I)"),
    ("cbt-for-depression", "CBT for Depression"),
    ("cbt-for-panic-disorder", "CBT for Panic Disorder"),
    ("coping-with-ibs-cbt", "Coping with IBS (CBT)"),
    ("the-science-of-gratitude-and-wellbeing", "The Science of Gratitude and Wellbeing"),
    ("the-science-of-resilience-and-coping", "The Science of Resilience and Coping"),
    ("self-compassion", "Cultivating Self Compassion"),
]


@pytest.mark.parametrize(
    ("wrong", "title", "meant"),
    [
        ("cbt-for-insomnia", "CBT for Insomnia", "cognitive-behavioral-therapy-for-insomnia-cbt-i"),
        ("coping-with-ibs-(cbt)", "Coping with IBS (CBT)", "coping-with-ibs-cbt"),
        (
            "the-science-of-gratitude-and-well-being",
            "The Science of Gratitude and Well-Being",
            "the-science-of-gratitude-and-wellbeing",
        ),
        ("cbt-for-depresion", None, "cbt-for-depression"),
        ("nonsense", "CBT for Panic Disorder", "cbt-for-panic-disorder"),
        ("cultivating-self-compassion", None, "self-compassion"),
    ],
)
def test_the_program_that_was_meant_comes_first_and_beyond_doubt(
    wrong: str, title: str | None, meant: str
) -> None:
    """By its title, its rare words or its letters, whichever is nearest."""
    ranked = NameIndex(PROGRAMS).candidates(wrong, title)
    best = confident(ranked)
    assert (meant, meant) == (ranked[0].slug, best.slug if best else None)


@pytest.mark.parametrize(
    ("wrong", "title"), [("v", "v"), ("no-such-program", "A title nobody has"), ("", None), ("xyz", "")]
)
def test_what_is_near_to_nothing_has_no_candidate(wrong: str, title: str | None) -> None:
    """A guess from a letter or from common words alone would mislead."""
    assert [] == NameIndex(PROGRAMS).candidates(wrong, title)


def test_two_that_are_equally_near_leave_a_doubt() -> None:
    """Where a second program is as near as the first, neither is certain."""
    ranked = NameIndex([("easing-worry", ""), ("easing-worry-2", ""), ("easing-work", "")]).candidates(
        "easing-wory"
    )
    assert ("easing-worry", None) == (ranked[0].slug, confident(ranked))
    assert None is confident([])
    assert None is confident([Candidate("far", 0.7)])


def test_at_most_three_are_named() -> None:
    """More would be no help."""
    ranked = NameIndex((f"program-{i}", "") for i in range(9)).candidates("program-x")
    assert (3, ranked) == (len(ranked), worth_naming(ranked))


def test_a_word_is_compared_regardless_of_case() -> None:
    """The spelling that is returned is that of the known word."""
    assert ("Mental Health", None) == (
        nearest_word("mental heath", ["Mental Health", "Family"]),
        nearest_word("zzz", ["a"]),
    )
