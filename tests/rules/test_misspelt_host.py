"""RES405: the host of a link is a slip of another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import program
from resilify_cli.diagnostics import Span
from rule_findings import findings, found, mended, reference, told, weighed

CITATION = "reference: Doe, J. (2010). Sleep, 1, 1–2."
IMAGE = "image: /img/card-1.png"


def linked(link: str) -> str:
    """Return a program whose one reference has a link, its value on line 25 from column 11."""
    return reference(CITATION, f"link: {link}", IMAGE)


def with_many(host: str, *others: str, times: int = 5) -> str:
    """Return a program whose references call a host several times, then others once each, from line 43 on."""
    links = [f"https://{host}/{number}" for number in range(times)] + [
        f"https://{other}/" for other in others
    ]
    items = (
        f"  - title: Work {n}\n    reference: Doe.\n    link: {link}\n    image: /img/card-1.png\n"
        for n, link in enumerate(links)
    )
    return program("references:\n" + "".join(items))


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("www.tandfonlin.com", "www.tandfonline.com"),
        ("tandfonilne.com", "tandfonline.com"),
        ("www.sciencediirect.com", "www.sciencedirect.com"),
        ("www.ncbi.nlm.nhi.gov", "www.ncbi.nlm.nih.gov"),
        ("pubmed.ncib.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov"),
        ("onlinelibrary.willey.com", "onlinelibrary.wiley.com"),
        ("journal.sagepub.com", "journals.sagepub.com"),
        ("wwww.nhs.uk", "www.nhs.uk"),
        ("ww.who.int", "www.who.int"),
        ("doi.ogr", "doi.org"),
        ("www.tandfonlinecom", "www.tandfonline.com"),
    ],
)
def test_a_letter_away_from_a_well_known_host_is_a_slip(host: str, meant: str, tmp_path: Path) -> None:
    """A letter too many, too few or another, two changed about, a full stop, an ending that there is not."""
    text = linked(f"https://{host}/sleep")
    assert [("RES405", Span(25, 19, 25, 19 + len(host)))] == found(text, tmp_path)
    message = f"the host {host} is nearly {meant}, which is well known"
    assert [(message, f"write {meant}, if that is meant")] == told(text, tmp_path)
    assert [("RES405", "warning")] == weighed(text, tmp_path)
    assert (f"writes {meant}", linked(f"https://{meant}/sleep"), False) == mended(text, tmp_path, "RES405")


@pytest.mark.parametrize(
    "host",
    [
        "www.tandfonline.com",
        "tandfonline.com",
        "www.wto.int",
        "aps.org",
        "www.mice.org.uk",
        "doi.com",
        "scholar.google.co",
        "eu.wikipedia.org",
        "www2.nhs.uk",
        "www.sprinter.com",
        "www.frontiers-in.org",
        "www.healthlines.com",
        "www.sleep.example",
    ],
)
def test_hosts_that_may_be_right_are_left_alone(host: str, tmp_path: Path) -> None:
    """Short names, real endings, languages, digits, hyphens, plurals, and what is like none."""
    assert [] == found(linked(f"https://{host}/sleep"), tmp_path)


def test_a_host_of_the_catalogue_counts_where_it_is_named_often(tmp_path: Path) -> None:
    """Five times, and five times as often as the slip."""
    text = with_many("sleep-studies.example", "sleep-studeis.example")
    assert [("RES405", Span(45, 19, 45, 40))] == found(text, tmp_path)
    assert [
        "the host sleep-studeis.example is nearly sleep-studies.example, which is named by many links"
    ] == [message for message, _ in told(text, tmp_path)]
    assert [] == found(with_many("sleep-studies.example", "sleep-studeis.example", times=4), tmp_path)
    twice = with_many("sleep-studies.example", "sleep-studeis.example", "sleep-studeis.example")
    assert [] == found(twice, tmp_path)


def test_a_slip_that_many_links_have_is_a_host_of_its_own(tmp_path: Path) -> None:
    """Also where a well-known one is near."""
    assert [] == found(with_many("www.tandfonlin.com"), tmp_path)


def test_prose_behind_the_address_hides_nothing(tmp_path: Path) -> None:
    """Both are told, and the fix waits until the address is one."""
    text = linked("https://www.tandfonlin.com. Read in May.")
    assert [("RES405", Span(25, 19, 25, 37)), ("RES403", Span(25, 38, 25, 51))] == found(text, tmp_path)
    assert [None] == [finding.fix for finding in findings(text, tmp_path) if finding.code == "RES405"]


def test_the_overview_is_looked_at_too(tmp_path: Path) -> None:
    """The host is written anew within the HTML."""
    text = program("overview: <p><a href='https://www.tandfonlin.com/a'>a</a></p>\n")
    assert [("RES405", Span(7, 31, 7, 49))] == found(text, tmp_path)
    after = text.replace("tandfonlin.", "tandfonline.")
    assert ("writes www.tandfonline.com", after, False) == mended(text, tmp_path, "RES405")
