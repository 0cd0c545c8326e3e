"""SARIF, held against its official schema."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given

from render.samples import HOSTILE, QUICK, UNKNOWN_SLUG, findings, hostile_texts, judged, steers
from resilify_cli import __version__
from resilify_cli.diagnostics import Diagnostic, Edit, Fix, Span
from resilify_cli.findings import FindingsReport
from resilify_cli.render.escape import visible

RULE = {
    "code": "RES301",
    "name": "unknown-related-slug",
    "severity": "error",
    "summary": "A related slug names no program.",
    "what": "The slug of a related program\nnames none.",
    "why": "The site drops\nthe card.",
    "bad": "slug: quiet-evnings\n# ```",
    "good": None,
}

RULES = [
    {
        "id": "RES301",
        "name": "unknown-related-slug",
        "shortDescription": {"text": "A related slug names no program."},
        "fullDescription": {"text": "The slug of a related program names none."},
        "help": {
            "text": (
                "The slug of a related program names none.\n\n"
                "Why: The site drops the card.\n\n"
                "Bad:\n    slug: quiet-evnings\n    # ```"
            ),
            "markdown": (
                "The slug of a related program names none.\n\n"
                "**Why:** The site drops the card.\n\n"
                "**Bad:**\n\n````yaml\nslug: quiet-evnings\n# ```\n````"
            ),
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["content"], "problem.severity": "error"},
    },
    {"id": "RES412", "name": "doi-without-link"},
    {"id": "RES501", "name": "odd-character"},
    {"id": "RES201", "name": "wrong-type"},
    {"id": "RES101", "name": "unreadable-file"},
]

FIX = Fix(
    "writes quiet-evenings",
    (Edit(Span(49, 13, 49, 26), "quiet-evenings", (0, 13)), Edit(Span(50, 1, 51, 1), "", (14, 20))),
    safe=False,
)

FIRST = {
    "ruleId": "RES301",
    "ruleIndex": 0,
    "level": "error",
    "message": {
        "text": (
            'no program has the slug "quiet-evnings"; the site drops this card'
            " (help: did you mean quiet-evenings (Quiet Evenings)?)"
        )
    },
    "locations": [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/easing-everyday-worry.md"},
                "region": {"startLine": 49, "startColumn": 13, "endLine": 49, "endColumn": 26},
            },
            "logicalLocations": [{"fullyQualifiedName": "relatedpost.program[3].slug", "kind": "member"}],
        }
    ],
    "partialFingerprints": {"resilifyFinding/v1": "@"},
    "fixes": [
        {
            "description": {"text": "writes quiet-evenings"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "content/easing-everyday-worry.md"},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 49,
                                "startColumn": 13,
                                "endLine": 49,
                                "endColumn": 26,
                            },
                            "insertedContent": {"text": "quiet-evenings"},
                        },
                        {
                            "deletedRegion": {
                                "startLine": 50,
                                "startColumn": 1,
                                "endLine": 51,
                                "endColumn": 1,
                            },
                            "insertedContent": {"text": ""},
                        },
                    ],
                }
            ],
            "properties": {"applicability": "unsafe"},
        }
    ],
}


@cache
def _validator() -> Any:
    schema = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
    return jsonschema.Draft7Validator(schema)


def run_of(report: FindingsReport) -> dict[str, Any]:
    """Return the one run of a report, when the schema says that it is one."""
    document = json.loads(judged(report, "sarif"))
    _validator().validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def result_of(finding: Diagnostic) -> dict[str, Any]:
    """Return the one result of a report of one finding."""
    (result,) = run_of(FindingsReport({}, (finding,), ""))["results"]
    assert isinstance(result, dict)
    return result


def uri_of(path: str) -> str:
    """Return the address of the file of a finding."""
    location = result_of(replace(UNKNOWN_SLUG, path=path))["locations"][0]["physicalLocation"]
    return str(location["artifactLocation"]["uri"])


def test_the_schema_is_the_official_one_and_refuses() -> None:
    """The schema is that of OASIS, and a document that is wrong does not pass."""
    assert (
        _validator().schema["$id"].endswith("/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    )
    with pytest.raises(jsonschema.ValidationError):
        _validator().validate({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_a_run_tells_its_tool() -> None:
    """A run names the tool, its version and the unit of columns, and explains the rules that it was given."""
    run = run_of(replace(findings(), rules=(RULE,)))
    driver = run["tool"]["driver"]
    assert "unicodeCodePoints" == run["columnKind"]
    assert ("resilify", __version__) == (driver["name"], driver["version"])
    assert driver["informationUri"].startswith("https://")
    assert RULES == driver["rules"]


def test_without_explanations_rules_are_named() -> None:
    """Without the data of rules, those that findings name have their code and name, each once."""
    run = run_of(FindingsReport({}, findings().findings * 2, ""))
    rules = run["tool"]["driver"]["rules"]
    assert [{"id": "RES301", "name": "unknown-related-slug"}, *RULES[1:]] == rules
    assert [0, 1, 2, 3, 4] * 2 == [result["ruleIndex"] for result in run["results"]]
    assert 10 == len({result["partialFingerprints"]["resilifyFinding/v1"] for result in run["results"]})


def test_a_report_without_findings_has_no_results() -> None:
    """Nothing to say is a run with an empty list of results: a run without one would tell that it failed."""
    run = run_of(FindingsReport({}, (), ""))
    assert [] == run["results"]
    assert [] == run["tool"]["driver"]["rules"]


def test_a_finding_is_a_result() -> None:
    """A result has its rule, its message, its place, and the edits that put it right."""
    result = result_of(replace(UNKNOWN_SLUG, field="relatedpost.program[3].slug", fix=FIX))
    assert 64 == len(result["partialFingerprints"]["resilifyFinding/v1"])
    assert {**result, "partialFingerprints": {"resilifyFinding/v1": "@"}} == FIRST


def test_levels_are_severities() -> None:
    """An info is a note; a fix without edits, a place without a field are left out."""
    results = run_of(findings())["results"]
    assert ["error", "warning", "note", "error", "error"] == [result["level"] for result in results]
    assert not any("fixes" in result or "logicalLocations" in result["locations"][0] for result in results)


def test_a_message_holds_neither_placeholders_nor_links() -> None:
    """Braces are doubled, as the standard demands, and brackets before a parenthesis make no link."""
    finding = replace(UNKNOWN_SLUG, message="{0} [a](https://a.b) [b]", help=None)
    assert r"{{0}} [a\](https://a.b) [b]" == result_of(finding)["message"]["text"]


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("content/a%20b%3A%25%23%3F.md", "content/a b:%#?.md"),
        ("../%E7%9D%A1%0A.md", "../睡\n.md"),
        ("a%80.md", "a\udc80.md"),
        ("a%ED%A0%80.md", "a\ud800.md"),
        ("file:///srv/a%20b.md", "/srv/a b.md"),
        ("file:///C:/a%20b.md", "C:/a b.md"),
    ],
)
def test_paths_are_addresses(uri: str, path: str) -> None:
    """A path is percent-encoded, relative where it was given so; a name that is no UTF-8 has its very bytes."""
    assert uri == uri_of(path)


@QUICK
@given(hostile_texts, hostile_texts)
def test_any_text_comes_through(text: str, path: str) -> None:
    """A message is shown as text, what a fix inserts and the path come back exactly, and the schema holds."""
    edit = Edit(Span(1, 1, 1, 1), text, (0, 0))
    finding = replace(
        UNKNOWN_SLUG,
        path=f"c/{path}",
        message=text,
        field=text,
        help=None,
        fix=Fix(text, (edit,), safe=True),
    )
    result = result_of(finding)
    location = result["locations"][0]
    shown = result["message"]["text"].replace("{{", "{").replace("}}", "}").replace(r"\](", "](")
    assert visible(text).replace(r"\](", "](") == shown
    assert visible(text) == location["logicalLocations"][0]["fullyQualifiedName"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert _bytes(f"c/{path}") == unquote_to_bytes(uri)
    inserted = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]
    assert text == inserted
    assert not steers(judged(FindingsReport({}, (finding,), ""), "sarif").replace("\n", ""))


@QUICK
@given(hostile_texts)
def test_any_explanation_is_valid(text: str) -> None:
    """Whatever stands in the explanation of a rule, the schema holds and nothing steers."""
    rule = {**RULE, "summary": text, "what": text, "why": HOSTILE, "bad": text, "good": text}
    report = FindingsReport({}, (), "", rules=(rule,))
    assert "RES301" == run_of(report)["tool"]["driver"]["rules"][0]["id"]
    assert not steers(judged(report, "sarif").replace("\n", ""))


def _bytes(path: str) -> bytes:
    try:
        return path.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return path.encode(errors="surrogatepass")
