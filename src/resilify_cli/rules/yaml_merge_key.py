"""A YAML merge key stands among the fields.

What:
    The field `<<` takes in the fields of another mapping.

Why:
    The CMS writes none, and loses it with the next save.

Bad:
    <<: {title: A Calmer Week}

Good:
    title: A Calmer Week
"""

from __future__ import annotations

from typing import Final

from resilify_cli.diagnostics import Severity
from resilify_cli.rules._base import Rule, from_faults

RULE: Final = Rule("RES108", "yaml-merge-key", Severity.ERROR, from_faults("yaml-merge-key"))
