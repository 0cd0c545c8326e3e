"""A baseline: findings that are known already, so that only new ones count.

An entry says which file, rule, field and message; lines are left out, and the numbers of list items, so that
it survives what is inserted above, and the file's path is seen from the baseline, wherever the run was started. Of findings alike in all that, it says how many there are.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from resilify_cli.diagnostics import Diagnostic
from resilify_cli.errors import ConfigurationError

_VERSION: Final = 1
_NUMBER: Final = re.compile(r"\[\d+\]")
_FIELDS: Final = ("path", "code", "field", "message")

_Key: TypeAlias = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, by what tells them apart, with their number; paths are relative to the file's folder."""

    known: Counter[_Key]
    folder: Path

    @classmethod
    def of(cls, findings: Iterable[Diagnostic], folder: Path) -> Baseline:
        """Make a baseline of findings, to be written into a folder."""
        return cls(Counter(key for key, _ in _keyed(findings, folder)), folder)

    def unknown(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that are not in the baseline, in their order."""
        left = self.known.copy()
        new = []
        for key, finding in _keyed(findings, self.folder):
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        return new

    def to_json(self) -> str:
        """Return the text of the file, sorted, so that two versions of it compare well."""
        entries = [
            dict(zip(_FIELDS, key, strict=True), count=count) for key, count in sorted(self.known.items())
        ]
        return json.dumps({"version": _VERSION, "findings": entries}, indent=1, ensure_ascii=True) + "\n"


def load_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises ConfigurationError where that cannot be done."""
    try:
        data = json.loads(path.read_text("utf-8"))
        entries = data["findings"]
        known: Counter[_Key] = Counter()
        for entry in entries:
            where, code, field, message = (str(entry[name]) for name in _FIELDS)
            known[where, code, _unnumbered(field), _unnumbered(message)] += int(entry["count"])
    except OSError as error:
        msg = f"cannot read the baseline {path.as_posix()}: {error.strerror}; --write-baseline makes one"
        raise ConfigurationError(msg) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        msg = f"{path.as_posix()} is no baseline; --write-baseline {path.as_posix()} makes one"
        raise ConfigurationError(msg) from None
    if data.get("version") != _VERSION:
        msg = f"{path.as_posix()} is a baseline of another version of resilify; write it anew with --write-baseline"
        raise ConfigurationError(msg)
    return Baseline(known, path.parent)


def _keyed(findings: Iterable[Diagnostic], folder: Path) -> Iterator[tuple[_Key, Diagnostic]]:
    """Yield findings with what tells them apart; folders are taken for what they are, not for how they are named."""
    base = os.path.realpath(folder)
    folders: dict[str, str] = {}
    for finding in findings:
        parent, name = os.path.split(finding.path)
        if parent not in folders:
            folders[parent] = os.path.relpath(os.path.realpath(parent), base)
        path = Path(folders[parent], name).as_posix()
        yield (path, finding.code, _unnumbered(finding.field or ""), _unnumbered(finding.message)), finding


def _unnumbered(text: str) -> str:
    return _NUMBER.sub("[]", text)
