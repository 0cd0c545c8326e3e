"""What a check of a link finds out, as plain data."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class LinkKind(enum.StrEnum):
    """What a link is."""

    RELATED = "related"
    IMAGE = "image"
    URL = "url"
    DOI = "doi"


class LinkStatus(enum.StrEnum):
    """What a reader can expect of a link."""

    OK = "ok"
    REDIRECTED = "redirected"
    """It opens, at another address."""
    BROKEN = "broken"
    """It opens nothing."""
    BLOCKED = "blocked"
    """It refuses robots; a person may well be let in."""
    TRANSIENT = "transient"
    """It did not answer as it should, and may do so later; or its answer allows no judgement."""
    INVALID = "invalid"
    """It is no address, or one that no reader can reach: it was never called."""
    EXCLUDED = "excluded"
    """It was not looked at."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a registry says of the work behind a DOI.

    `source` names the registry: `crossref`, `datacite`, or `doi` for what the resolver handed over. `matches` tells
    whether the work is the one that is cited; None where there is nothing to compare.
    """

    title: str | None
    year: int | None
    retracted: bool
    source: str
    matches: bool | None = None
    other_titles: tuple[str, ...] = ()
    """Further titles under which the work is known, such as that in its own language."""


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What is known of one link.

    `http` is the last status that a server gave, if any did. `final_url` is where redirects led, if there were
    any. `reason` is for a person, in words that can follow a colon. `attempts` counts tries: one, and each
    retry; 0 for a link that was never called. `elapsed_ms` is the time spent on requests, without the waits
    between them. `suggestion` is what to write instead, where that is known. `cached` tells that an earlier run
    asked, and nobody did now.
    """

    url: str
    kind: LinkKind
    status: LinkStatus
    http: int | None = None
    final_url: str | None = None
    reason: str | None = None
    attempts: int = 0
    elapsed_ms: int = 0
    suggestion: str | None = None
    cached: bool = False
    metadata: Metadata | None = None
    missing_fragment: bool = False
    """True where the page is there, and the part of it that the link names is not."""
