"""Which links are wanted: by what they are, and by their address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resilify_cli.errors import FilterError
from resilify_cli.links.results import LinkKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What to leave out. Patterns may match anywhere in an address; `include` without any takes all."""

    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()
    only: frozenset[LinkKind] = frozenset()
    skip: frozenset[LinkKind] = frozenset()

    def reason(self, kind: LinkKind, url: str) -> str | None:
        """Return why a link is left out, None if it is not; patterns are for addresses, not for slugs and images."""
        if self.only and kind not in self.only:
            return f"--only {', '.join(sorted(self.only))}"
        if kind in self.skip:
            return f"--skip {kind}"
        return self.address_reason(url) if kind in (LinkKind.URL, LinkKind.DOI) else None

    def address_reason(self, address: str) -> str | None:
        """Return why an address is left out, also one that a redirect leads to; None if it is not."""
        for pattern in self.exclude:
            if pattern.search(address):
                return f"--exclude {pattern.pattern}"
        if self.include and not any(pattern.search(address) for pattern in self.include):
            return "no --include matches"
        return None


def patterns(texts: Sequence[str], option: str) -> tuple[re.Pattern[str], ...]:
    """Compile the patterns of an option. Raises FilterError for one that is none."""
    compiled = []
    for text in texts:
        try:
            compiled.append(re.compile(text))
        except re.error as error:
            msg = f"{option} {text!r} is no regular expression: {error}"
            raise FilterError(msg) from None
    return tuple(compiled)
