"""What the rules about HTML share: the tags of a program's overview, which the site puts into the page as they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from resilify_cli.rules._base import Check, Finding, Subject

OVERVIEW: Final = ("overview",)


def unwanted(names: Collection[str], message: Callable[[str], str], hint: str) -> Check:
    """Make the check of a rule that wants none of some elements."""

    def check(subject: Subject) -> Iterator[Finding]:
        for tag in subject.tags:
            if tag.name in names:
                yield Finding(message(tag.name), OVERVIEW, within=tag.extent, help=hint)

    return check
