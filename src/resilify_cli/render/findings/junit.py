"""JUnit's XML, as most CI systems read it: a suite a file, a test case a finding.

Errors and warnings are failures. An info fails nothing, so it is a skipped case: readers show those with their
message, where they hide the output of a case that passed. A catalogue without findings is one case that passes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET

from resilify_cli.diagnostics import Diagnostic, Severity
from resilify_cli.findings import FindingsReport
from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import visible

_NONCHARACTER: Final = re.compile("[\ufffe\uffff]")


def _render(report: FindingsReport, _screen: Screen) -> str:
    root = ET.Element("testsuites", _counts("resilify", list(report.findings)))
    for path, findings in report.by_path():
        suite = ET.SubElement(root, "testsuite", _counts(_text(path), findings))
        seen: Counter[str] = Counter()
        for finding in findings:
            name = _name(finding)
            seen[name] += 1
            _case(suite, f"{name} ({seen[name]})" if seen[name] > 1 else name, finding)
    if not report.findings:
        suite = ET.SubElement(root, "testsuite", _counts("resilify", []))
        case = ET.SubElement(suite, "testcase", name="no findings", classname="resilify", time="0")
        ET.SubElement(case, "system-out").text = _text(report.summary)
    ET.indent(root)
    document = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _counts(name: str, findings: list[Diagnostic]) -> dict[str, str]:
    infos = sum(finding.severity is Severity.INFO for finding in findings)
    return {
        "name": name,
        "tests": str(len(findings) or 1),
        "failures": str(len(findings) - infos),
        "errors": "0",
        "skipped": str(infos),
        "time": "0",
    }


def _name(finding: Diagnostic) -> str:
    """Return a name that holds when lines shift: readers compare two runs by it."""
    name = f"{finding.code} {finding.rule}"
    return _text(name if finding.field is None else f"{name} in {finding.field}")


def _case(suite: ET.Element, name: str, finding: Diagnostic) -> None:
    path, line = _text(finding.path), str(finding.span.line)
    case = ET.SubElement(suite, "testcase", name=name, classname=path, file=path, line=line, time="0")
    message = _text(finding.message)
    if finding.severity is Severity.INFO:
        verdict = ET.SubElement(case, "skipped", message=message)
    else:
        verdict = ET.SubElement(case, "failure", type=finding.code, message=message)
    lines = [f"{path}:{line}:{finding.span.column}: {finding.severity} {finding.code} {message}"]
    if finding.help is not None:
        lines.append(f"help: {_text(finding.help)}")
    verdict.text = "\n".join(lines)


def _text(text: str) -> str:
    """Return a text that XML can hold: it knows neither control characters nor the two that are none."""
    return _NONCHARACTER.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text))


RENDERER: Final = Renderer("junit", "JUnit's XML, for the test reports of CI systems", _render)
