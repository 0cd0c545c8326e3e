"""JUnit's XML, read back by an XML parser."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given

from render.samples import QUICK, UNKNOWN_SLUG, findings, hostile_texts, judged
from resilify_cli.findings import FindingsReport
from resilify_cli.render.escape import visible

EXPECTED = r"""
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="resilify" tests="5" failures="4" errors="0" skipped="1" time="0">
  <testsuite name="content/easing-everyday-worry.md" tests="2" failures="2" errors="0" skipped="0" time="0">
    <testcase name="RES301 unknown-related-slug" classname="content/easing-everyday-worry.md" file="content/easing-everyday-worry.md" line="49" time="0">
      <failure type="RES301" message="no program has the slug &quot;quiet-evnings&quot;; the site drops this card">content/easing-everyday-worry.md:49:13: error RES301 no program has the slug "quiet-evnings"; the site drops this card
help: did you mean quiet-evenings (Quiet Evenings)?</failure>
    </testcase>
    <testcase name="RES412 doi-without-link" classname="content/easing-everyday-worry.md" file="content/easing-everyday-worry.md" line="71" time="0">
      <failure type="RES412" message="the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened">content/easing-everyday-worry.md:71:82: warning RES412 the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened</failure>
    </testcase>
  </testsuite>
  <testsuite name="content/睡眠.md" tests="3" failures="2" errors="0" skipped="1" time="0">
    <testcase name="RES501 odd-character" classname="content/睡眠.md" file="content/睡眠.md" line="3" time="0">
      <skipped message="an odd \x1b[2J character">content/睡眠.md:3:10: info RES501 an odd \x1b[2J character</skipped>
    </testcase>
    <testcase name="RES201 wrong-type" classname="content/睡眠.md" file="content/睡眠.md" line="10" time="0">
      <failure type="RES201" message="not a text">content/睡眠.md:10:11: error RES201 not a text</failure>
    </testcase>
    <testcase name="RES101 unreadable-file" classname="content/睡眠.md" file="content/睡眠.md" line="1" time="0">
      <failure type="RES101" message="cannot be read">content/睡眠.md:1:1: error RES101 cannot be read</failure>
    </testcase>
  </testsuite>
</testsuites>
""".removeprefix("\n")

CLEAN = """
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="resilify" tests="1" failures="0" errors="0" skipped="0" time="0">
  <testsuite name="resilify" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="no findings" classname="resilify" time="0">
      <system-out>2 programs: nothing to say</system-out>
    </testcase>
  </testsuite>
</testsuites>
""".removeprefix("\n")


def parse(report: FindingsReport) -> ET.Element:
    """Return the root of a report, parsed from the bytes that are written."""
    return ET.fromstring(judged(report, "junit").encode())  # noqa: S314 - our own


def test_a_finding_is_a_test_case() -> None:
    """A file is a suite, a finding a case that failed, but for an info, which is one that was skipped."""
    assert EXPECTED == judged(findings(), "junit")


def test_without_findings_one_case_passes() -> None:
    """A catalogue without findings is one test that passes, as readers take a report without any for a fault."""
    assert CLEAN == judged(FindingsReport({}, (), "2 programs: nothing to say"), "junit")


def test_names_are_stable_and_tell_cases_apart() -> None:
    """A name holds the field and no line, and repeats are numbered in their order."""
    one = replace(UNKNOWN_SLUG, field="relatedpost.program[3].slug")
    other = replace(one, path="b.md")
    names = [case.get("name") for case in parse(FindingsReport({}, (one, one, other), "")).iter("testcase")]
    name = "RES301 unknown-related-slug in relatedpost.program[3].slug"
    assert [name, f"{name} (2)", name] == names


def test_characters_that_xml_cannot_hold_are_made_visible() -> None:
    """Control characters, lone surrogates and noncharacters are shown as escapes."""
    report = FindingsReport({}, (replace(UNKNOWN_SLUG, message="\x00\x0b\x1b\ud800\ufffe\uffff]]>"),), "")
    (failure,) = parse(report).iter("failure")
    assert r"\x00\x0b\x1b\ud800\ufffe\uffff]]>" == failure.get("message")


@QUICK
@given(hostile_texts, hostile_texts, hostile_texts)
def test_any_text_comes_through(path: str, message: str, field: str) -> None:
    """Whatever stands in a path, a message or a field, a parser reads it as it is shown."""
    finding = replace(UNKNOWN_SLUG, path=path, message=message, field=field, help=message)
    root = parse(FindingsReport({}, (finding,), ""))
    (suite,) = root.iter("testsuite")
    (case,) = root.iter("testcase")
    (failure,) = root.iter("failure")
    assert _shown(path) == suite.get("name") == case.get("file")
    assert f"RES301 unknown-related-slug in {_shown(field)}" == case.get("name")
    assert _shown(message) == failure.get("message")
    assert f"{_shown(path)}:49:13: error RES301 {_shown(message)}\nhelp: {_shown(message)}" == failure.text


def _shown(text: str) -> str:
    return visible(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
