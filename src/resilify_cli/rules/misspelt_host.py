"""The host of a link is a slip of another one.

What:
    The host is one letter, or two changed about, away from a well-known host of science and health, or from one that the links of the catalogue name many times; and it stands in hardly a link itself. Short names, digits, hyphens and plurals are left alone: there, two hosts are often one letter apart, and both right.

Why:
    The link opens nothing, or the page of somebody who waits for such slips.

Bad:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://www.tandfonlin.com/sleep
        image: /img/card-1.png

Good:
    references:
      - title: A study of sleep
        reference: Doe, J. (2010). Sleep, 1, 1–2.
        link: https://www.tandfonline.com/sleep
        image: /img/card-1.png
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from resilify_cli.addresses import AddressKind
from resilify_cli.catalogue import Catalogue
from resilify_cli.diagnostics import Severity
from resilify_cli.references.hosts import WELL_KNOWN, both_names, without_www
from resilify_cli.references.url import host_of
from resilify_cli.rules._base import Finding, Repair, Rule, Subject
from resilify_cli.rules._hosts import WELL_KNOWN_NAMES, hosts
from resilify_cli.rules._links import links
from resilify_cli.rules._once import once_per_catalogue

_MANY: Final = 5
_SHORTEST: Final = 9
_SHORTEST_LABEL: Final = 4
_SHORTEST_TLD: Final = 3
_KEPT: Final = re.compile(r"[\d-]")
# The last labels that are one letter from `com`, `org`, `net`, `gov`, `edu` or `int`, and are right themselves.
_REAL_TLDS: Final = frozenset(
    ("bet", "cam", "cfd", "goo", "gop", "got", "ing", "ink", "int", "net", "new", "pet", "vet")
)


def _check(subject: Subject) -> Iterator[Finding]:
    slips = _slips(subject.catalogue)
    if not slips:
        return
    sound = {id(link) for link in links(subject)}
    for link in subject.addresses:
        named = host_of(link.url) if link.kind is AddressKind.LINK else None
        meant = slips.get(named.host) if named else None
        if named is None or meant is None:
            continue
        start, end = named.extent
        known = "well known" if without_www(meant) in WELL_KNOWN_NAMES else "named by many links"
        steps = (link.rewritten(link.url[:start] + meant + link.url[end:]),)
        yield Finding(
            f"the host {named.host} is nearly {meant}, which is {known}",
            link.at,
            within=link.within(named.extent),
            help=f"write {meant}, if that is meant",
            repair=Repair(f"writes {meant}", steps, is_safe=False) if id(link) in sound else None,
        )


@once_per_catalogue
def _slips(catalogue: Catalogue) -> Mapping[str, str]:
    """Return for each rare host the one that it is a slip of."""
    counts = hosts(catalogue).counts
    sums: Counter[str] = Counter()
    for host, count in counts.items():
        sums[without_www(host)] += count
    often = {host for host, count in sums.items() if count >= _MANY}
    known = {name for host in WELL_KNOWN | often for name in both_names(host)}
    slips = {}
    for host in counts:
        count = sums[without_www(host)]
        meant = _nearest(host, known) if host not in known else None
        if meant and (without_www(meant) in WELL_KNOWN_NAMES or sums[without_www(meant)] >= _MANY * count):
            slips[host] = meant
    return slips


def _nearest(host: str, known: Collection[str]) -> str | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where hosts are compared
    from rapidfuzz.process import extract  # noqa: PLC0415

    near = extract(host, known, scorer=OSA.distance, score_cutoff=1, limit=None)
    likely = sorted(other for other, _, _ in near if _may_be_a_slip(host, other))
    return likely[0] if likely else None


def _may_be_a_slip(host: str, other: str) -> bool:
    """Judge by where the letter is wrong: a short name, a plural or another real ending may be right as it is."""
    if _KEPT.findall(host) != _KEPT.findall(other):
        return False
    *names, ending = other.split(".")
    is_long = len("".join(without_www(other).split(".")[:-1])) >= _SHORTEST
    labels = host.split(".")
    if len(labels) != len(names) + 1:  # a full stop too many or too few
        return is_long
    places = [
        place
        for place, (label, right) in enumerate(zip(labels, (*names, ending), strict=True))
        if label != right
    ]
    place = places[0]
    if place == len(names):
        return len(labels[-1]) >= _SHORTEST_TLD and labels[-1] not in _REAL_TLDS
    label, right = labels[place], names[place]
    if right == "www":
        return True
    if place == len(names) - 1:
        return is_long and label.rstrip("s") != right.rstrip("s")
    return is_long and len(right) >= _SHORTEST_LABEL


RULE: Final = Rule("RES405", "misspelt-host", Severity.WARNING, _check)
