"""RES531: a common misspelling."""

from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

import resilify_cli.rules
from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

LIST = Path(resilify_cli.rules.__file__).with_name("common-misspellings.txt")
LINES = LIST.read_text("utf-8").splitlines()
PAIRS = [tuple(line.split(" ", 1)) for line in LINES]
IMAGE = "image: /img/card-1.png"
LINK = "link: https://example.org/sleep"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Anxeity", "Anxiety"), ("anxeity", "anxiety"), ("ANXEITY", "ANXIETY"), ("Alot", "A lot")],
)
def test_a_misspelling_is_put_right_in_its_case(wrong: str, right: str, tmp_path: Path) -> None:
    """Found at the word alone; small letters, a capital and capitals stay."""
    text = program(f"title: On {wrong} again\n")
    assert [("RES531", Span(3, 11, 3, 11 + len(wrong)))] == found(text, tmp_path)
    assert [(f"{wrong!r} is misspelt", f"write {right}")] == told(text, tmp_path)
    assert [("RES531", "warning")] == weighed(text, tmp_path)
    after = program(f"title: On {right} again\n")
    assert (f"writes {right}", after, True) == mended(text, tmp_path, "RES531")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ("overview: <p>A <b>seperate</b> room.</p>\n", Span(7, 19, 7, 27)),
        ("categories:\n  category:\n    - title: Anxeity\n", Span(10, 14, 10, 21)),
        ("overview: <p>It doesnt matter.</p>\n", Span(7, 17, 7, 23)),
    ],
)
def test_every_text_of_the_editor_is_read(changes: str, place: Span, tmp_path: Path) -> None:
    """Whatever is shown to a reader."""
    assert [("RES531", place)] == found(program(changes), tmp_path)


def test_the_title_of_a_cited_work_is_a_guess(tmp_path: Path) -> None:
    """It may have been printed so."""
    text = reference("reference: Doe J. Sleep. 2010;1:2.", LINK, IMAGE).replace("of sleep", "of excercise")
    assert [("RES531", Span(23, 23, 23, 32))] == found(text, tmp_path)
    after = text.replace("excercise", "exercise")
    assert ("writes exercise", after, False) == mended(text, tmp_path, "RES531")


@pytest.mark.parametrize(
    "text",
    [
        "behaviour, behavior, counselling, counseling, organise, organize",
        "judgement and judgment, ageing and aging, programme, practise",
        "wether, discus, imposter, dependant, alright, preventative",
        "https://example.org/anxeity and seperate@example.org",
        "Anxeitys",
    ],
)
def test_words_and_addresses_are_fine(text: str, tmp_path: Path) -> None:
    """Both ways to spell, what only looks like a slip, and what is no word of a sentence."""
    assert [] == found(program(f"overview: <p>On {text}.</p>\n"), tmp_path)


def test_citations_are_left_alone(tmp_path: Path) -> None:
    """Names are spelt as they please."""
    text = reference("reference: Thier S. Sleep. 2010;1:2.", LINK, IMAGE)
    text = text.replace("Letting go", "Thier worries")
    assert [("RES531", Span(16, 14, 16, 19))] == found(text, tmp_path)


def test_the_list_is_in_order() -> None:
    """A misspelling and what to write on each line, in small letters, sorted, each once."""
    wrong = [pair[0] for pair in PAIRS]
    assert all(len(pair) == 2 and all(pair) for pair in PAIRS)
    assert LINES == [line.lower().strip() for line in LINES]
    assert sorted(set(wrong)) == wrong
    assert all(word.isascii() and word.isalpha() for word in wrong)
    assert len(wrong) > 500


def test_the_list_contradicts_itself_nowhere() -> None:
    """What is wrong on one line is right on none, nor is a word of it; and no line leads far away."""
    right = {word for _, meant in PAIRS for word in (meant, *meant.split())}
    assert right.isdisjoint(wrong for wrong, _ in PAIRS)
    assert [] == [pair for pair in PAIRS if OSA.distance(*pair) > 3]


TRAPS = [
    "accessorise",
    "ageing",
    "aging",
    "analyse",
    "analyze",
    "behaviour",
    "behavior",
    "benefitted",
    "cancelled",
    "canceled",
    "centre",
    "catalogue",
    "counsellor",
    "counselor",
    "defence",
    "dependant",
    "dialogue",
    "diarrhoea",
    "dreamt",
    "enrol",
    "enrolment",
    "fulfil",
    "fulfill",
    "focussed",
    "grey",
    "gray",
    "honour",
    "humour",
    "imposter",
    "impostor",
    "judgement",
    "judgment",
    "labelled",
    "labour",
    "learnt",
    "licence",
    "license",
    "manoeuvre",
    "maneuver",
    "neighbour",
    "organisation",
    "orthopaedic",
    "paediatric",
    "pediatric",
    "practise",
    "practice",
    "programme",
    "realise",
    "sceptical",
    "skeptical",
    "skilful",
    "skillful",
    "spelt",
    "sulphur",
    "theatre",
    "travelled",
    "whilst",
    "wilful",
    "willful",
    "calender",
    "casual",
    "causal",
    "councillor",
    "discreet",
    "discrete",
    "adopt",
    "adapt",
    "desert",
    "dessert",
    "form",
    "from",
    "loose",
    "lose",
    "martial",
    "marital",
    "mediation",
    "medication",
    "meditation",
    "principal",
    "principle",
    "stationary",
    "stationery",
    "sacred",
    "scared",
    "trial",
    "trail",
    "exercice",
    "litterature",
    "adresse",
    "correspondance",
    "dependance",
    "attachement",
    "existant",
    "importent",
    "depressie",
    "sante",
    "angst",
    "confortable",
    "posible",
    "depresion",
    "ansiedad",
    "tratamiento",
    "comportement",
    "personnalite",
    "wellcome",
    "thiel",
    "feild",
    "greif",
    "peirce",
]


@pytest.mark.parametrize("word", TRAPS)
def test_what_is_a_word_somewhere_is_not_in_the_list(word: str) -> None:
    """British, American, rare, or of another language that is cited; or a name."""
    assert word not in {wrong for wrong, _ in PAIRS}
