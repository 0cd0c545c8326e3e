"""Every rule keeps its word: its constant, its explanation, and the samples in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import resilify_cli
from factory import program, small_catalogue, write
from resilify_cli.catalogue import Catalogue, load_catalogue
from resilify_cli.references.media import Media
from resilify_cli.rules._base import Rule
from resilify_cli.rules._registry import all_rules, select_rules
from resilify_cli.rules._runner import ValidateOptions, validate

PACKAGE = Path(resilify_cli.__file__).parent
TESTS = Path(__file__).parents[1]
MEDIA = Media(frozenset(("card-1.png",)), "static/img")
WITH_SAMPLES = [rule for rule in all_rules() if not rule.code.startswith("RES45")]

LATE = """\
sequence: 9
programId: 44444444-4444-4444-8444-444444444444
title: Late
references:
  - title: What a walk at night does to the sleep that follows
    reference: Roe, R. (2015). Walking, 3, 10–20.
    link: https://example.org/night-walks
    image: /img/card-1.png
"""

_ALSO = re.compile(r"<also (?P<name>\S+) in another folder>\n?")
_TWO = re.compile(r"<in another program>\n(?P<other>.*)<in this one>\n", re.DOTALL)


def catalogue_of(sample: str, folder: Path) -> Catalogue:
    """Make a catalogue of a sample: a whole file, fields of one, or of two, or a setting told in angle brackets."""
    if sample == "<no file>":
        write(folder, {"a-calmer-week.md": program()})
        return load_catalogue(folder, extra=[folder / "missing.md"])
    if also := _ALSO.match(sample):
        write(folder, {f"deeper/{also['name']}": program(LATE)})
        return small_catalogue(folder, program(sample[also.end() :]))
    if two := _TWO.match(sample):
        write(folder, {"late.md": program(LATE + two["other"])})
        return small_catalogue(folder, program(sample[two.end() :]))
    text = sample.replace("<blank line>", "") + "\n"
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda sign: chr(int(sign[1], 16)), text)
    is_whole = text.lstrip("\n\ufeff").startswith("---")
    data = (text if is_whole else program(text)).encode()
    return small_catalogue(folder, data.replace(b"<byte E9>", b"\xe9"))


def options(rule: Rule) -> ValidateOptions:
    """Look for everything usual, and for what one rule finds."""
    return ValidateOptions(select_rules(extend=[rule.code]), MEDIA)


def found(rule: Rule, sample: str, folder: Path) -> set[str]:
    """Return the codes of what is found in a sample."""
    catalogue = catalogue_of(sample, folder)
    tested = [
        program for program in catalogue if program.facts.slug not in {"quiet-evenings", "easing-worry"}
    ] or list(catalogue)
    return {finding.code for finding in validate(catalogue, options(rule), only=tested)}


@pytest.mark.parametrize("rule", WITH_SAMPLES, ids=lambda rule: rule.name)
def test_the_bad_sample_is_found(rule: Rule, tmp_path: Path) -> None:
    """What a rule's docstring calls bad, the rule finds."""
    catalogue = catalogue_of(rule.sections()["Bad"], tmp_path)
    assert {rule.code} <= {finding.code for finding in validate(catalogue, options(rule))}


@pytest.mark.parametrize("rule", WITH_SAMPLES, ids=lambda rule: rule.name)
def test_the_good_sample_is_fine(rule: Rule, tmp_path: Path) -> None:
    """What a rule's docstring calls good, no rule has anything to say of; a whole file may be too short, no more."""
    sample = rule.sections()["Good"]
    assert (set() if not sample.startswith("---") else {"RES201"}) == found(rule, sample, tmp_path)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_explains_itself(rule: Rule) -> None:
    """What it finds and what a reader would see; a summary line; samples, unless only the web can answer."""
    sections = rule.sections()
    wanted = {"Summary", "What", "Why"} | ({"Bad", "Good"} if rule in WITH_SAMPLES else set())
    assert wanted == set(sections)
    assert all(sections.values())


def test_codes_and_names_are_unique_and_well_formed() -> None:
    """A code is RES and three digits, and a name is that of the file."""
    rules = all_rules()
    assert len(rules) == len({rule.code for rule in rules}) == len({rule.name for rule in rules})
    assert all(re.fullmatch(r"RES[1-9]\d\d", rule.code) for rule in rules)
    files = {path.stem for path in (PACKAGE / "rules").glob("[a-z]*.py")}
    assert files == {rule.name.replace("-", "_") for rule in rules}


def test_every_fault_has_a_rule() -> None:
    """Whatever kind of fault the reading of a file finds, a rule of that name reports it."""
    sources = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    kinds = {kind for source in sources for kind in re.findall(r"[Ff]ault\(\s*\"([a-z0-9-]+)\"", source)}
    assert len(kinds) > 15
    assert kinds <= {rule.name for rule in all_rules()}


@pytest.mark.parametrize("folder", ["rules", "cli/commands", "render/rows", "render/findings"])
def test_every_file_of_a_kind_has_its_mirrored_test(folder: str) -> None:
    """A rule, a subcommand or an output format comes with a test of its own, and a docstring."""
    for path in (PACKAGE / folder).glob("[a-z]*.py"):
        assert (TESTS / folder / f"test_{path.stem}.py").is_file(), path.name
        assert path.read_text("utf-8").lstrip("r").startswith('"""'), path.name
