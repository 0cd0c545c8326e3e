"""Which hosts the links of a catalogue name, how often, and which of them by https."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from resilify_cli.addresses import AddressKind, addresses
from resilify_cli.catalogue import Catalogue
from resilify_cli.references.hosts import WELL_KNOWN, without_www
from resilify_cli.references.url import host_of
from resilify_cli.rules._once import once_per_catalogue


@dataclass(slots=True)
class Hosts:
    """The hosts of a catalogue, each as it is written, in small letters; `secure` without `www.`."""

    counts: Counter[str] = field(default_factory=Counter)
    secure: set[str] = field(default_factory=set)


WELL_KNOWN_NAMES: Final = frozenset(map(without_www, WELL_KNOWN))


@once_per_catalogue
def hosts(catalogue: Catalogue) -> Hosts:
    """Return the hosts of a catalogue; one index for every rule."""
    found = Hosts()
    for program in catalogue:
        for address in addresses(program.facts):
            named = host_of(address.url) if address.kind is AddressKind.LINK else None
            if named is not None:
                found.counts[named.host] += 1
                if named.is_secure:
                    found.secure.add(without_www(named.host))
    return found
