"""How rules run over a catalogue, and how findings are placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factory import catalogue, other, program
from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Diagnostic, On, Severity, Span
from resilify_cli.rules import ValidateOptions, find_rule, select_rules, validate
from resilify_cli.rules._base import Finding, Rule, Subject
from rule_findings import APART

UNKNOWN = "relatedpost:\n  program:\n    - title: Pottery\n      slug: clay-and-glaze\n"
SOUND = {"easing-worry.md": other("easing-worry"), "quiet-evenings.md": other("quiet-evenings")}


def numbered(number: int, changes: str = "") -> str:
    """Return a program with a number and an id of its own."""
    return program(
        f"title: Program {number}\nsequence: {number}\nprogramId: 44444444-4444-4444-8444-0000000000{number}\n"
        + changes
    )


def three(folder: Path) -> Catalogue:
    """Return a catalogue of two programs with mistakes, the later file first in display order, and sound ones."""
    first = numbered(12, UNKNOWN + "tags:\n  - 7\n")
    return catalogue(folder, {**SOUND, "a.md": first, "b.md": numbered(11, "image: ''\n")})


def test_findings_are_sorted_by_path_and_place(tmp_path: Path) -> None:
    """The order of the programs and of the rules does not show."""
    found = [
        (Path(finding.path).name, finding.span.line, finding.code)
        for finding in validate(three(tmp_path), APART)
    ]
    assert [("a.md", 21, "RES301"), ("a.md", 28, "RES203"), ("b.md", 4, "RES202")] == found


def test_findings_at_one_place_are_sorted_by_code_and_message(tmp_path: Path) -> None:
    """Where the places are the same, the order is fixed all the same."""
    programs = catalogue(
        tmp_path, {**SOUND, "a.md": program("date: ~\n", without=("tags", "title", "image"))}
    )
    found = [(finding.code, finding.message) for finding in validate(programs, APART)]
    assert [("RES201", f"the field {name} is missing") for name in ("image", "tags", "title")] == found


def test_only_limits_what_is_told_and_not_what_is_seen(tmp_path: Path) -> None:
    """A program that is not told of is still there to be compared with."""
    programs = catalogue(tmp_path, {**SOUND, "a.md": program("sequence: 2\nimage: ''\n")})
    found = validate(programs, only=[programs.find("easing-worry")])
    assert [("RES212", "easing-worry")] == [(finding.code, finding.program) for finding in found]
    assert [] == validate(programs, only=[])


def test_only_the_given_rules_run(tmp_path: Path) -> None:
    """Rules that were not selected find nothing."""
    options = ValidateOptions(rules=select_rules(("RES2",)))
    assert ["RES203", "RES202"] == [finding.code for finding in validate(three(tmp_path), options)]
    assert [] == validate(three(tmp_path), ValidateOptions(rules=()))


def test_progress_is_told_once_for_each_program(tmp_path: Path) -> None:
    """`advance` is called as often as there are programs to examine, with what was found in each."""
    programs = three(tmp_path)
    calls: list[list[Diagnostic]] = []
    found = validate(programs, advance=calls.append)
    assert (4, Counter(found)) == (len(calls), Counter(finding for one in calls for finding in one))
    validate(programs, only=[programs.find("b")], advance=calls.append)
    assert 5 == len(calls)


def test_a_finding_may_weigh_more_or_less_than_its_rule(tmp_path: Path) -> None:
    """A severity given with a finding goes before that of the rule."""

    def check(_: Subject) -> Iterator[Finding]:
        yield Finding("as the rule says", ("title",))
        yield Finding("less", ("title",), severity=Severity.INFO)

    rule = Rule("RES999", "made-up", Severity.WARNING, check)
    found = validate(catalogue(tmp_path, {"a.md": program()}), ValidateOptions((rule,)))
    assert [("as the rule says", "warning"), ("less", "info")] == [
        (f.message, f.severity.value) for f in found
    ]


def test_a_broken_file_hides_nothing_of_another(tmp_path: Path) -> None:
    """Where one file is no YAML, no text or cut off, the others are examined and named as ever."""
    files: dict[str, str | bytes] = {
        "a.md": "---\ntemplateKey: resilify-program\ntitle: [\n---\n",
        "b.md": b"---\ntemplateKey: resilify-program\n\xff\xfe\x00\n---\n",
        "c.md": "---\ntemplateKey: resilify-program\ntags: " + "[" * 30_000,
        "d.md": numbered(11, UNKNOWN),
    }
    found = validate(catalogue(tmp_path, {**SOUND, **files}), APART)
    assert {"a", "b", "c", "d"} == {finding.program for finding in found}
    assert [("RES301", Span(21, 13, 21, 27))] == [(f.code, f.span) for f in found if f.program == "d"]


def test_a_finding_is_placed_at_a_key_a_part_or_an_extent(tmp_path: Path) -> None:
    """A finding stands where it says: at the name of a field, within its value, or at characters of the file."""

    def check(_: Subject) -> Iterator[Finding]:
        yield Finding("extent", extent=(0, 3))
        yield Finding("key", ("title",), on=On.KEY)
        yield Finding("part", ("title",), within=(2, 8))
        yield Finding("value", ("title",))

    rule = Rule("RES999", "made-up", Severity.WARNING, check)
    found = validate(catalogue(tmp_path, {"a.md": program()}), ValidateOptions((rule,)))
    expected = [
        ("extent", Span(1, 1, 1, 4), "---"),
        ("key", Span(3, 1, 3, 6), "title: A Calmer Week"),
        ("value", Span(3, 8, 3, 21), "title: A Calmer Week"),
        ("part", Span(3, 10, 3, 16), "title: A Calmer Week"),
    ]
    assert expected == [(finding.message, finding.span, finding.source) for finding in found]


def test_a_finding_carries_all_that_is_told(tmp_path: Path) -> None:
    """Rule, path, field, program and the line of the file come with every finding."""
    programs = catalogue(tmp_path, {**SOUND, "a.md": numbered(11, UNKNOWN)})
    [finding] = validate(programs, ValidateOptions(rules=(find_rule("RES301"),)))
    assert ("unknown-related-slug", Severity.ERROR) == (finding.rule, finding.severity)
    assert ((tmp_path / "a.md").as_posix(), "a") == (finding.path, finding.program)
    assert "relatedpost.program[0].slug" == finding.field
    assert "      slug: clay-and-glaze" == finding.source
    assert finding.fix is None
