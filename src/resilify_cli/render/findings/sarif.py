"""SARIF 2.1.0, as code scanning and editors read it: one run, with the rules, the findings and their fixes.

Source: the OASIS standard; sections are named where the code follows one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from resilify_cli import __version__
from resilify_cli.diagnostics import Diagnostic, Fix, Severity, Span
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible, visible_lines
from resilify_cli.render.json_text import pretty
from resilify_cli.report import Json

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SOURCE: Final = "https://github.com/resilify/resilify-cli"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LINK: Final = re.compile(r"\](?=\()")
_DRIVE: Final = re.compile(r"[A-Za-z]:/")
_FENCE: Final = re.compile(r"`{3,}")


def _render(report: FindingsReport, _screen: Screen) -> str:
    rules = _rules(report)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    driver = {
        "name": "resilify",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": _SOURCE,
        "rules": rules,
    }
    results = [
        _result(finding, places[finding.code], fingerprint)
        for finding, fingerprint in zip(report.findings, report.fingerprints(), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return pretty({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(report: FindingsReport) -> list[Json]:
    """Return the rules that are explained, then those that are only named by a finding."""
    rules = {rule["code"]: _rule(rule) for rule in report.rules}
    for finding in report.findings:
        rules.setdefault(finding.code, {"id": finding.code, "name": finding.rule})
    return list(rules.values())


def _rule(rule: Mapping[str, Any]) -> Json:
    severity = Severity(rule["severity"])
    return {
        "id": rule["code"],
        "name": rule["name"],
        "shortDescription": {"text": _flowing(rule["summary"])},
        "fullDescription": {"text": _flowing(rule["what"])},
        "help": {"text": "\n\n".join(_help(rule)), "markdown": "\n\n".join(_help_in_markdown(rule))},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": ["content"], "problem.severity": _PROBLEMS[severity]},
    }


def _help(rule: Mapping[str, Any]) -> Iterator[str]:
    yield _flowing(rule["what"])
    yield f"Why: {_flowing(rule['why'])}"
    for label, sample in _samples(rule):
        yield "\n".join([f"{label}:", *(f"    {line}" for line in visible_lines(sample))])


def _help_in_markdown(rule: Mapping[str, Any]) -> Iterator[str]:
    """Return the same as Markdown, which the explanations of rules are."""
    yield _flowing(rule["what"])
    yield f"**Why:** {_flowing(rule['why'])}"
    for label, sample in _samples(rule):
        fence = max(("```", *(f"{run}`" for run in _FENCE.findall(sample))), key=len)
        yield f"**{label}:**"
        yield "\n".join([f"{fence}yaml", *visible_lines(sample), fence])


def _samples(rule: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((label, rule[label.lower()]) for label in ("Bad", "Good") if rule[label.lower()])


def _flowing(text: str) -> str:
    """Return a text that was wrapped in its file as one line."""
    return visible(text.replace("\n", " "))


def _result(finding: Diagnostic, rule: int, fingerprint: str) -> Json:
    text = finding.message if finding.help is None else f"{finding.message} (help: {finding.help})"
    location: dict[str, Json] = {
        "physicalLocation": {"artifactLocation": _artifact(finding.path), "region": _region(finding.span)}
    }
    if finding.field is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.field), "kind": "member"}]
    result = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(text)},
        "locations": [location],
        "partialFingerprints": {"resilifyFinding/v1": fingerprint},
    }
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding.path, finding.fix)]
    return result


def _fix(path: str, fix: Fix) -> Json:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    return {
        "description": {"text": _message(fix.message)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
        "properties": {"applicability": fix.applicability},
    }


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _message(text: str) -> str:
    """Return a text as a message that holds neither placeholders (3.11.5) nor links (3.11.6)."""
    return _LINK.sub(r"\\]", visible(text)).replace("{", "{{").replace("}", "}}")


def _artifact(path: str) -> Json:
    """Return a path as an address: a relative one as it is, an absolute one as that of a file (3.4.3)."""
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{_quoted(path[2:])}"}
    return {"uri": f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)}


def _quoted(path: str) -> str:
    try:
        return quote(path, errors="surrogateescape")  # how Python reads a name that is not UTF-8
    except UnicodeEncodeError:
        return quote(path, errors="surrogatepass")  # a name of Windows


RENDERER: Final = Renderer("sarif", "SARIF 2.1.0, for code scanning and editors", _render)
