"""Which rules there are: every module of this package that does not begin with an underscore holds one."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from resilify_cli.errors import FilterError
from resilify_cli.nearest import nearest_word
from resilify_cli.rules._base import Rule, means


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, sorted by code."""
    names = [info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)]) if info.name[0] != "_"]
    return tuple(sorted(map(_load, names), key=lambda rule: rule.code))


def find_rule(wanted: str) -> Rule:
    """Return the rule of a code or a name, in any case. Raises FilterError where there is none."""
    for rule in all_rules():
        if wanted.casefold() in {rule.code.casefold(), rule.name}:
            return rule
    raise FilterError(_unknown(wanted))


def select_rules(
    select: Sequence[str] = (), ignore: Sequence[str] = (), extend: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules that `select` names, and `extend`, and `ignore` does not; by code, prefix of one, or name.

    Where `select` names none, those that are on by default. The longer selector wins: `--select RES301 --ignore RES3`
    leaves RES301. Raises FilterError for one that names no rule.
    """
    for selector in (*select, *ignore, *extend):
        if not any(means(selector, rule.code, rule.name) for rule in all_rules()):
            raise FilterError(_unknown(selector))
    return tuple(rule for rule in all_rules() if _wanted(rule, select, extend) > _weight(rule, ignore))


def _wanted(rule: Rule, select: Sequence[str], extend: Sequence[str]) -> int:
    usual = ("RES",) if rule.by_default else ()
    return _weight(rule, (*(select or usual), *extend))


def _weight(rule: Rule, selectors: Iterable[str]) -> int:
    return max(
        (
            len(rule.code) if selector == rule.name else len(selector)
            for selector in selectors
            if means(selector, rule.code, rule.name)
        ),
        default=0,
    )


def _load(name: str) -> Rule:
    module = importlib.import_module(f"{__package__}.{name}")
    rule: Rule = module.RULE
    return dataclasses.replace(rule, explanation=module.__doc__ or "")


def _unknown(wanted: str) -> str:
    known = [text for rule in all_rules() for text in (rule.code, rule.name)]
    near = nearest_word(wanted, known)
    hint = f"did you mean {near}?" if near else "codes begin with RES, as RES301"
    return f"no rule is called {wanted!r}; {hint}"
