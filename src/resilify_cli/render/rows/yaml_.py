r"""The data as YAML that every YAML reader takes for the same values.

Texts over several lines are written as blocks; what other readers or older rules might take for a number, a date
or a truth value stands in quotes; hidden characters stand as escapes in double quotes. Lone surrogates are written
`"\uDC80"`, as in JSON: PyYAML's own loader reads them back, libyaml refuses them, and has no form that it would take.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

from resilify_cli.render import Renderer, Screen
from resilify_cli.render.escape import HIDDEN_IN_LINE
from resilify_cli.report import Json, Report, data_of

_ONE_LINE: Final = 1 << 30
# Quoted although PyYAML would not: `1e3` and `0o14` are numbers, `y` is a truth value to others.
_TYPED: Final = re.compile(r"[-+.=~]?[0-9.].*|[-+=~<].*|[yn]|yes|no|on|off|true|false|null", re.IGNORECASE)


class _Dumper(yaml.SafeDumper):
    """Writes every text in the style that shows it best."""

    def ignore_aliases(self, _data: Json) -> bool:
        return True


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style: str | None
    if HIDDEN_IN_LINE.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    else:
        style = "'" if _TYPED.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent)


def _render(report: Report, _screen: Screen) -> str:
    document: str = yaml.dump(
        data_of(report), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE
    )
    # What PyYAML leaves as it is, as the marks that reorder text, can only stand within double quotes.
    return HIDDEN_IN_LINE.sub(lambda match: f"\\u{ord(match[0]):04X}", document)


RENDERER: Final = Renderer("yaml", "the data as YAML", _render)
