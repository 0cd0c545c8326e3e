"""What registries say of works, and whether those are the ones that are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from resilify_cli.links.options import Services
from resilify_cli.links.results import LinkKind, Metadata
from web import Web

if TYPE_CHECKING:
    from conftest import Check


def services(web: Web, mailto: str | None = None) -> Services:
    """Lead every service to the web."""
    return Services(doi=web.base, crossref=web.base, datacite=web.base, archive=web.base, mailto=mailto)


SLEEP = "A study of sleep"


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        ("exists", Metadata(SLEEP, 2010, retracted=False, source="crossref")),
        ("limited", Metadata(SLEEP, 2010, retracted=False, source="crossref")),
        (
            "subtitle",
            Metadata("A Study of Sleep: Six months in a & row", 2010, retracted=False, source="crossref"),
        ),
        ("retracted", Metadata(SLEEP, 2010, retracted=True, source="crossref")),
        ("corrected", Metadata(SLEEP, 2010, retracted=False, source="crossref")),
        ("marked", Metadata(f"RETRACTED: {SLEEP}", 2010, retracted=True, source="crossref")),
        ("overwritten", Metadata(SLEEP, 2010, retracted=True, source="crossref")),
        ("notice", Metadata("Notice", 2010, retracted=False, source="crossref")),
        (
            "translated",
            Metadata("The study of dreams", 2010, retracted=False, source="crossref", other_titles=(SLEEP,)),
        ),
        ("data", Metadata("Nights of data", 2016, retracted=False, source="datacite")),
        ("csl", Metadata("Sonno e sogni", 1999, retracted=False, source="doi")),
        ("untitled", None),
        ("odd", None),
        ("list", None),
        ("page", None),
        ("refused", None),
        ("unheard-of", None),
    ],
)
def test_the_first_registry_that_knows_a_work_describes_it(
    web: Web, check: Check, suffix: str, expected: Metadata | None
) -> None:
    """Crossref, else DataCite, else the resolver; what is answered in any other shape is no answer."""
    result = check(f"https://doi.org/10.5555/{suffix}", LinkKind.DOI, services=services(web), metadata=True)
    if suffix in ("list", "page", "refused"):  # the handle proxy's own answer to these is none
        assert ("transient", None) == (result.status, result.metadata)
    else:
        assert ("ok", expected) == (result.status, result.metadata)


def test_nothing_is_asked_of_registries_unless_it_is_wanted(web: Web, check: Check) -> None:
    """Whether a DOI exists needs the handle proxy alone."""
    check("https://doi.org/10.5555/exists", LinkKind.DOI, services=services(web))
    assert ["/api/handles/10.5555/exists?type=URL"] == [request.path for request in web.requests]


def test_crossref_is_told_who_asks_where_there_is_an_address(web: Web, check: Check) -> None:
    """The mail address goes to Crossref, as it asks for, and to nobody else."""
    polite = services(web, "editor+links@example.org")
    check("https://doi.org/10.5555/data", LinkKind.DOI, services=polite, metadata=True)
    paths = [request.path for request in web.requests]
    assert "/works/10.5555%2Fdata?mailto=editor%2Blinks%40example.org" in paths
    assert 1 == sum("mailto" in path for path in paths)


def test_a_registry_is_asked_at_its_own_pace(web: Web, check: Check) -> None:
    """Requests to Crossref keep the distance that it publishes, one at a time."""
    from resilify_cli.links.check import check_urls  # noqa: PLC0415 - beside its options
    from resilify_cli.links.options import CheckOptions  # noqa: PLC0415

    del check
    dois = [(LinkKind.DOI, f"https://doi.org/10.5555/exists?{number}") for number in range(3)]
    check_urls(dois, CheckOptions(allow_private=True, services=services(web), metadata=True))
    times = sorted(request.at for request in web.requests if request.path.startswith("/works/"))
    assert 3 == len(times)
    assert times[-1] - times[0] >= 0.35
