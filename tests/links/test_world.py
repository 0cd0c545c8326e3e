"""A small world of hosts, names and services, in which everything happens at once, and each link's status is a person's."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from urllib.parse import quote

import pytest

from resilify_cli.links.check import check_urls
from resilify_cli.links.guard import is_public
from resilify_cli.links.options import CheckOptions, Services
from resilify_cli.links.results import LinkKind, LinkResult
from web import EXPIRED, ORPHAN, Web, local_web

GOOD, OTHER, EXPIRED_HOST, ORPHAN_HOST, SERVICES = (f"93.184.216.{number}" for number in range(34, 39))


def to(address: str) -> str:
    """Return the path of a page that redirects to an address."""
    return f"/location/302?{quote(address, safe='')}"


STATUSES = {
    "/ok": "ok",
    "/redirect/301/ok": "redirected",
    "/redirect/302/ok": "redirected",
    "/redirect/307/ok": "redirected",
    "/redirect/308/ok": "redirected",
    "/redirect/301/redirect/302/redirect/307/redirect/308/ok": "redirected",
    "/loop": "broken",
    "/round/1": "broken",
    "/many/1": "broken",
    "/cookies": "blocked",
    "/status/404": "broken",
    "/status/410": "broken",
    "/status/401": "blocked",
    "/status/403": "blocked",
    "/status/451": "blocked",
    "/status/999": "blocked",
    "/wall/503": "blocked",
    "/limited/1": "ok",
    f"/limited/{quote('Wed, 21 Oct 2015 07:28:00 GMT')}": "ok",
    "/limited/nonsense": "ok",
    "/always-limited/0": "blocked",
    "/flaky/2": "ok",
    "/flaky/99": "transient",
    "/slow": "transient",
    "/slow-body": "ok",
    "/slow-body#part": "transient",
    "/reset": "transient",
    "/hang-up": "transient",
    "/truncated": "ok",
    "/truncated#part": "transient",
    "/endless": "ok",
    "/endless#part": "ok",
    "/bomb": "ok",
    "/bomb#part": "ok",
    "/no-head/405": "ok",
    "/no-head/404": "ok",
    "/garbage": "transient",
    "/latin-1": "redirected",
    "/bad-cookie": "ok",
    "/huge-header/32": "ok",
    "/huge-header/512": "transient",
    "/endless-headers": "transient",
    "/page#top-part": "ok",
    "/page#gone": "broken",
    to("http://["): "broken",
    to("http://:0/"): "broken",
    "/location/302": "broken",
    to("file:///etc/passwd"): "broken",
    to("http://127.0.0.1/"): "broken",
    to("http://169.254.169.254/latest/meta-data/"): "broken",
    to("http://[::ffff:127.0.0.1]/"): "broken",
    to("http://[::1]/"): "broken",
    to("http://2130706433/"): "broken",
    to("http://0x7f.1/"): "broken",
    to("http://0177.0.0.1/"): "broken",
    to("http://inside.example.org/"): "broken",
    to("http://user:secret@other.example.org/"): "broken",
    to("http://other.example.org:6379/"): "broken",
    to("http://other.example.org/ok"): "redirected",
}
ADDRESSES = {
    "http://inside.example.org/": "invalid",
    "http://169.254.169.254/": "invalid",
    "http://user:secret@good.example.org/ok": "invalid",
    "http://good.example.org:22/": "invalid",
    "http://gone.example.org/": "broken",
    "http://turning.example.org/ok/1": "ok",
    "http://turning.example.org/hang-up": "transient",
    "https://expired.example.org/ok": "broken",
    "https://orphan.example.org/ok": "transient",
}
DOIS = {
    "exists": "ok",
    "missing": "broken",
    "elsewhere": "broken",
    "no-values": "broken",
    "error": "transient",
    "refused": "transient",
    "page": "transient",
    "truncated": "transient",
    "retracted": "ok",
    "data": "ok",
    "csl": "ok",
}


@dataclass
class World:
    """Webs behind public addresses, a name service, and all addresses that were ever dialled."""

    webs: dict[str, Web]
    dialled: list[str] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)

    def lookup(self, host: str) -> Sequence[str]:
        """Know some names; one of them is public at first and private ever after."""
        self.asked[host] += 1
        names = {
            "good.example.org": GOOD,
            "other.example.org": OTHER,
            "inside.example.org": "10.0.0.7",
            "expired.example.org": EXPIRED_HOST,
            "orphan.example.org": ORPHAN_HOST,
            "services.example.org": SERVICES,
            "turning.example.org": OTHER if self.asked[host] == 1 else "127.0.0.1",
        }
        if host not in names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [names[host]]

    def dial(self, address: str, port: int) -> tuple[str, int]:
        """Note where a connection goes, and lead it to the web that stands there."""
        self.dialled.append(address)
        return self.webs[address].dial(address, port)

    def options(self) -> CheckOptions:
        """Return options with the guard in place."""
        base = "http://services.example.org"
        return CheckOptions(
            timeout=1.0,
            backoff=0.01,
            per_host=100,
            fragments=True,
            metadata=True,
            services=Services(doi=base, crossref=base, datacite=base, archive=base),
            lookup=self.lookup,
            dial=self.dial,
        )


@contextmanager
def made() -> Iterator[World]:
    """Make a world, for as long as the context lasts."""
    with (
        local_web() as good,
        local_web(host="127.0.0.2") as other,
        local_web(EXPIRED) as expired,
        local_web(ORPHAN) as orphan,
        local_web(host="127.0.0.3") as services,
    ):
        behind = (good, other, expired, orphan, services)
        yield World(dict(zip((GOOD, OTHER, EXPIRED_HOST, ORPHAN_HOST, SERVICES), behind, strict=True)))


@pytest.fixture
def world() -> Iterator[World]:
    """A world of one's own."""
    with made() as world:
        yield world


@pytest.fixture(scope="module")
def told() -> Iterator[tuple[World, dict[str, LinkResult]]]:
    """Check all links of a world at once, each once."""
    with made() as world:
        urls = [*(f"http://good.example.org{path}" for path in STATUSES), *ADDRESSES]
        targets = [(LinkKind.URL, url) for url in urls]
        targets += [(LinkKind.DOI, f"https://doi.org/10.5555/{suffix}") for suffix in DOIS]
        begin = time.monotonic()
        results = check_urls(targets, replace(world.options(), per_host=100))
        assert time.monotonic() - begin < 30, "something hangs"
        yield world, {result.url: result for result in results}


@pytest.mark.parametrize(("path", "status"), STATUSES.items())
def test_a_page_has_the_status_that_a_person_would_give(
    told: tuple[World, dict[str, LinkResult]], path: str, status: str
) -> None:
    """Whatever a server does, a link is what it is to a reader."""
    result = told[1][f"http://good.example.org{path}"]
    assert status == result.status, result.reason


@pytest.mark.parametrize(("url", "status"), ADDRESSES.items())
def test_an_address_has_the_status_that_a_person_would_give(
    told: tuple[World, dict[str, LinkResult]], url: str, status: str
) -> None:
    """Whatever stands behind a name."""
    assert status == told[1][url].status, told[1][url].reason


@pytest.mark.parametrize(("suffix", "status"), DOIS.items())
def test_a_doi_has_the_status_that_a_person_would_give(
    told: tuple[World, dict[str, LinkResult]], suffix: str, status: str
) -> None:
    """Whatever the handle proxy answers."""
    assert status == told[1][f"https://doi.org/10.5555/{suffix}"].status


def test_what_registries_and_archive_know_is_told(told: tuple[World, dict[str, LinkResult]]) -> None:
    """Each service says its own."""
    results = told[1]
    sources = [
        metadata.source
        for suffix in ("exists", "data", "csl")
        if (metadata := results[f"https://doi.org/10.5555/{suffix}"].metadata)
    ]
    retracted = results["https://doi.org/10.5555/retracted"].metadata
    assert ["crossref", "datacite", "doi"] == sources
    assert retracted is not None
    assert retracted.retracted


def test_what_is_dead_is_asked_for_in_the_archive(world: World) -> None:
    """The newest snapshot is suggested, and not called; for what is not dead the archive is not asked."""
    paths = [
        "status/410",
        "status/403",
        *(f"status/410?{how}" for how in ("never-archived", "strange", "foreign")),
    ]
    targets = [(LinkKind.URL, f"http://good.example.org/{path}") for path in paths]
    results = check_urls(targets, replace(world.options(), suggest_archive=True))
    snapshot = f"http://services.example.org/web/20240102030405/http://good.example.org/{paths[0]}"
    assert [snapshot, None, None, None, None] == [result.suggestion for result in results]
    asked = {request.path for request in world.webs[SERVICES].requests}
    assert {f"/web/http://good.example.org/{paths[number]}" for number in (0, 2, 3, 4)} == asked


def test_no_connection_goes_to_a_private_address(told: tuple[World, dict[str, LinkResult]]) -> None:
    """Of all that was tried, nothing but public addresses was ever dialled, and each name was looked up once."""
    world, _ = told
    assert world.dialled
    assert {True} == {is_public(ip_address(address)) for address in world.dialled}
    assert 1 == world.asked["turning.example.org"]
