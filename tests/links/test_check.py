"""What is found out about links, on a web that does all that webs do."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.links.asking import seconds_of
from resilify_cli.links.check import check_urls
from resilify_cli.links.options import CheckOptions, Header, Services
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus
from web import PUBLIC, SECURE_HOST, VALID, Web, local_web, names

if TYPE_CHECKING:
    from conftest import Check

QUICK = CheckOptions(allow_private=True, backoff=0.001)


def urls(web: Web, *paths: str) -> list[tuple[LinkKind, str]]:
    """Return targets of the web."""
    return [(LinkKind.URL, web.url(path)) for path in paths]


# What an answer means


def test_a_page_that_opens_is_ok(web: Web, check: Check) -> None:
    """A page that answers 200 is ok, after one request that fetches no body."""
    result = check("/ok")
    expected = LinkResult(web.url("/ok"), LinkKind.URL, LinkStatus.OK, http=200, attempts=1)
    assert expected == replace(result, elapsed_ms=0)
    assert ["HEAD"] == web.asked("/ok")


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (204, "ok"),
        (300, "ok"),
        (304, "ok"),
        (400, "broken"),
        (401, "blocked"),
        (402, "blocked"),
        (403, "blocked"),
        (404, "broken"),
        (405, "broken"),
        (406, "blocked"),
        (407, "blocked"),
        (408, "transient"),
        (410, "broken"),
        (425, "transient"),
        (429, "blocked"),
        (451, "blocked"),
        (500, "transient"),
        (600, "transient"),
        (503, "transient"),
        (530, "transient"),
        (999, "blocked"),
    ],
)
def test_each_code_has_the_status_that_a_person_would_give(check: Check, code: int, status: str) -> None:
    """What is gone is broken, what refuses is blocked, what may pass is transient."""
    result = check(f"/status/{code}")
    assert (status, code) == (result.status, result.http)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/status/404", "answers 404 Not Found"),
        ("/status/999", "answers 999"),
        ("/wall/403", "a wall against robots answers 403 Forbidden"),
        ("/waiting-room", "a wall against robots answers 202 Accepted"),
        ("/redirect/302/status/410", "redirects to {base}/status/410: answers 410 Gone"),
        ("/redirect/302/reset", "redirects to {base}/reset: the connection was cut"),
    ],
)
def test_the_reason_is_told_in_words(web: Web, check: Check, path: str, reason: str) -> None:
    """A bad answer is told with its code and name, and with where redirects led."""
    assert reason.format(base=web.base) == check(path).reason


def test_a_wall_against_robots_blocks_whatever_its_code(check: Check) -> None:
    """A page behind a wall against robots is blocked, also where the wall answers as if all were well."""
    assert ["blocked", "blocked"] == [check("/wall/503").status, check("/waiting-room").status]


@pytest.mark.parametrize(
    ("path", "expected", "asked"),
    [
        ("/no-head/404", "ok", ["HEAD", "GET"]),
        ("/no-head/405", "ok", ["HEAD", "GET"]),
        ("/no-head/500", "ok", ["HEAD", "GET"]),
        ("/garbage-head", "ok", ["HEAD", "GET"]),
        ("/status/404", "broken", ["HEAD", "GET"]),
        ("/garbage", "transient", ["HEAD", "GET"]),
        ("/status/429", "blocked", ["HEAD", "HEAD", "HEAD"]),
    ],
)
def test_a_bad_answer_to_head_is_confirmed_by_get(
    web: Web, check: Check, path: str, expected: str, asked: list[str]
) -> None:
    """Only what GET says as well is believed, but whoever asks us to slow down is not asked twice as much."""
    assert expected == check(path).status
    assert asked == web.asked(path)


@pytest.mark.parametrize("path", ["/slow-head", "/reset-head"])
def test_a_server_that_fails_on_head_is_asked_with_get(web: Web, check: Check, path: str) -> None:
    """A time-out or a reset on HEAD is tried again with GET."""
    result = check(path, timeout=0.3)
    assert ("ok", 2) == (result.status, result.attempts)
    # aiohttp repeats a request whose connection was cut, as a kept connection may have been closed meanwhile.
    assert ["HEAD", "GET"] == sorted(set(web.asked(path)), reverse=True)


def test_a_reset_is_tried_three_times(check: Check) -> None:
    """A connection that is cut may have been so by accident, and is tried twice more."""
    assert 3 == check("/reset").attempts


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/slow", "no answer within 0.1 s"),
        ("/reset", "the connection was cut"),
        ("/hang-up", "the connection was cut"),
        ("/garbage", "the answer is not HTTP"),
        ("/huge-header/128", "the answer is not HTTP"),
    ],
)
def test_no_answer_is_transient(check: Check, path: str, reason: str) -> None:
    """Where there is no answer after all tries, nothing is known for sure."""
    result = check(path, timeout=0.1 if path == "/slow" else 20)
    assert ("transient", None, reason) == (result.status, result.http, result.reason)


def test_a_host_that_does_not_exist_is_broken(check: Check) -> None:
    """A name that the name service does not know is broken, without retries."""
    result = check("http://gone.example.org/", lookup=names({}))
    assert ("broken", "no such host", 1) == (result.status, result.reason, result.attempts)


def test_a_certificate_that_no_browser_takes_is_broken(check: Check) -> None:
    """Readers are shut out by a certificate that is not valid."""
    with local_web(VALID) as secure:
        result = check(f"https://{SECURE_HOST}/", lookup=names({SECURE_HOST: [PUBLIC]}), dial=secure.dial)
    assert "broken" == result.status
    assert (result.reason or "").startswith("its certificate is not valid: ")


# Retries


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/flaky/1", ("ok", 1, 2)),
        ("/flaky/2", ("ok", 2, 3)),
        ("/flaky/3", ("ok", 3, 4)),
        ("/flaky/9", ("transient", 3, 4)),
        ("/status/404", ("broken", 1, 2)),
        ("/limited/0", ("ok", 2, 2)),
        ("/always-limited/0", ("blocked", 3, 3)),
        ("/always-limited/", ("blocked", 3, 3)),
    ],
)
def test_what_may_pass_is_tried_three_times(
    web: Web, check: Check, path: str, expected: tuple[str, int, int]
) -> None:
    """Server errors, resets and limits are tried twice more; the confirmation by GET is no try of its own."""
    result = check(path)
    assert expected == (result.status, result.attempts, len(web.asked(path)))


def test_a_wall_is_not_tried_again(web: Web, check: Check) -> None:
    """A wall against robots does not fall by asking more often."""
    check("/wall/503")
    assert ["HEAD", "GET"] == web.asked("/wall/503")


def test_retries_wait_longer_each_time(web: Web, check: Check) -> None:
    """The wait before a retry doubles, give or take a half."""
    check("/always-limited/", backoff=0.01, retries=4)
    times = web.times("/always-limited/")
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert 4 == len(waits)
    assert all(wait >= least for wait, least in zip(waits, (0.005, 0.01, 0.02, 0.04), strict=True))


@pytest.mark.parametrize("text", ["1", "date"])
def test_retry_after_is_obeyed(web: Web, check: Check, text: str) -> None:
    """A server that names a wait, in seconds or as a date, is not asked before that is over."""
    # A date has no fractions: the one that is two seconds off is more than one away.
    wait = text if text == "1" else format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    path = f"/limited/{quote(wait)}"
    assert "ok" == check(path).status
    first, second = web.times(path)
    assert 0.9 <= second - first < 10


@pytest.mark.parametrize("text", ["soon", "-1", "1.5", "1e3", "9" * 5000, "Mon, 99 Foo 2020", "²"])
def test_nonsense_in_retry_after_is_ignored(check: Check, text: str) -> None:
    """A wait that cannot be understood is none, and the usual back-off holds."""
    result = check(f"/limited/{quote(text)}")
    assert ("ok", 2) == (result.status, result.attempts)


@pytest.mark.parametrize("text", ["61", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(web: Web, check: Check, text: str) -> None:
    """Where the wait is beyond the limit, the server is not asked again before its time."""
    path = f"/always-limited/{quote(text)}"
    result = check(path)
    assert ("blocked", 1, 1) == (result.status, result.attempts, len(web.asked(path)))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00 -0000", 0.0),
        ("Wednesday, 21-Oct-15 07:28:00 GMT", 0.0),
    ],
)
def test_a_wait_is_read_as_seconds_or_as_a_date(text: str | None, seconds: float | None) -> None:
    """Seconds are themselves, a date that is over is no wait, and nothing is nothing."""
    assert seconds == seconds_of(text)


@given(
    st.text(max_size=40)
    | st.from_regex(r"\w{3}, \d{1,2} \w{3} \d{1,6} \d\d:\d\d:\d\d( [+-]\d{4})?", fullmatch=True)
)
def test_no_wait_is_an_exception(text: str) -> None:
    """Whatever a server writes there, it is a wait or nothing."""
    seconds = seconds_of(text)
    assert seconds is None or seconds >= 0


# Redirects


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(web: Web, check: Check, code: int) -> None:
    """A link that opens elsewhere is redirected; where it has moved for good, the new address is suggested."""
    result = check(f"/redirect/{code}/ok/new")
    there = web.url("/ok/new")
    suggestion = there if code in (301, 308) else None
    assert ("redirected", 200, there, suggestion, 1) == (
        result.status,
        result.http,
        result.final_url,
        result.suggestion,
        result.attempts,
    )


def test_a_chain_is_permanent_only_where_every_hop_is(web: Web, check: Check) -> None:
    """One passing redirect in a chain leaves nothing to suggest."""
    permanent = check("/redirect/301/redirect/308/ok")
    passing = check("/redirect/301/redirect/302/ok")
    expected = [(web.url("/ok"), "has moved for good"), (None, "redirects for now")]
    assert expected == [(result.suggestion, result.reason) for result in (permanent, passing)]


def test_five_redirects_are_followed_and_not_six(web: Web, check: Check) -> None:
    """A chain as long as the limit opens; a longer one is broken, and not asked any further."""
    five, six = "/redirect/302" * 5 + "/ok", "/redirect/302" * 6 + "/ok"
    assert ["redirected", "broken"] == [check(five).status, check(six).status]
    assert "redirects more than 5 times" == check("/many/1").reason
    assert ([], ["HEAD"]) == (web.asked("/many/7"), web.asked("/many/6"))


@pytest.mark.parametrize(("path", "requests"), [("/loop", 1), ("/round/1", 2)])
def test_a_circle_is_broken(web: Web, check: Check, path: str, requests: int) -> None:
    """A redirect to where it came from is broken, and noticed at once."""
    result = check(path)
    assert ("broken", "redirects in a circle", requests) == (result.status, result.reason, len(web.requests))


def test_a_circle_that_sets_cookies_is_blocked(check: Check) -> None:
    """A site that goes round until a cookie comes back lets readers in, and so it is not broken."""
    result = check("/cookies")
    assert ("blocked", "redirects in a circle, where cookies are not kept") == (result.status, result.reason)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://[", "redirects to what is no web address: http://["),
        ("http://" + "[" * 300, f"redirects to what is no web address: http://{'[' * 193}…"),
        (
            "file:///etc/passwd",
            "redirects to file:///etc/passwd: no web address: it does not begin with http:// or https://",
        ),
        (
            "http://user@127.0.0.1/",
            "redirects to http://user@127.0.0.1/: it carries a user name or a password",
        ),
        ("http://:80/", "redirects to http://:80/: no web address: it names no host"),
        (None, "redirects without saying where to"),
        ("", "redirects without saying where to"),
    ],
)
def test_a_redirect_to_nowhere_is_broken(check: Check, location: str | None, reason: str) -> None:
    """A redirect to what no browser would open is broken, and says where it points."""
    result = check("/location/302" if location is None else f"/location/302?{quote(location)}")
    assert ("broken", reason, 302 if "[" in reason or "without" in reason else None) == (
        result.status,
        result.reason,
        result.http,
    )


def test_a_fragment_is_kept_over_redirects(web: Web, check: Check) -> None:
    """The place in the page is that of the link, unless the redirect names another."""
    kept, named = check("/redirect/301/ok#part"), check(f"/location/301?{quote('/ok#other')}#part")
    assert [web.url("/ok#part"), web.url("/ok#other")] == [kept.final_url, named.suggestion]


def test_a_page_that_gives_way_to_a_front_page_is_not_suggested(web: Web, check: Check) -> None:
    """Sites send readers of removed pages to their front page, which is not what the link meant."""
    result = check("/redirect/301/")
    assert ("redirected", web.url("/"), None) == (result.status, result.final_url, result.suggestion)
    assert "has moved for good, to the front page of a site" == result.reason


def test_a_redirect_that_gives_up_encryption_is_said(web: Web, check: Check, tmp_path: Path) -> None:
    """A secure link that ends on an open page still works; its reason says so, and nobody is told to write that."""
    result = downgraded(web, check, tmp_path)
    expected = ("redirected", "has moved for good, and is no longer encrypted", None)
    assert expected == (result.status, result.reason, result.suggestion)


def test_what_is_sent_along_is_not_sent_in_the_open(web: Web, check: Check, tmp_path: Path) -> None:
    """A header for a host goes there over a secure connection, and not over one that gave that up."""
    downgraded(web, check, tmp_path, headers=(Header("X-Secret", "x", SECURE_HOST),))
    assert [None] == [request.headers.get("x-secret") for request in web.requests]


def downgraded(web: Web, check: Check, tmp_path: Path, **changes: object) -> LinkResult:
    """Check a secure link that redirects to an open page of the same host."""
    ca_file = tmp_path / "ca.pem"
    ca_file.write_text(VALID, encoding="ascii")
    with local_web(VALID) as secure:
        result = check(
            f"https://{SECURE_HOST}/location/301?{quote(f'http://{SECURE_HOST}/ok')}",
            lookup=names({SECURE_HOST: [PUBLIC]}),
            dial=lambda address, port: (secure if port == 443 else web).dial(address, port),
            ca_file=str(ca_file),
            **changes,
        )
        sent = {request.headers.get("x-secret") for request in secure.requests}
    assert sent == ({"x"} if changes else {None})
    return result


# The guard


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", "a private address (127.0.0.1)"),
        ("http://169.254.169.254/latest/", "a private address (169.254.169.254)"),
        ("http://inside.example.org/", "inside.example.org leads to a private address (10.0.0.7)"),
        ("http://localhost/", "'localhost' is a name of a private network"),
        ("http://good.example.org:22/", "port 22 is none on which web pages are served"),
        ("mailto:somebody@example.org", "no web address: it does not begin with http:// or https://"),
        ("http://[", "no web address: Invalid IPv6 URL"),
    ],
)
def test_what_no_reader_can_reach_is_invalid_and_not_called(
    web: Web, check_guarded: Check, url: str, reason: str
) -> None:
    """No address, and one that only a private network reaches, is invalid, with the reason, and never called."""
    result = check_guarded(url)
    assert ("invalid", reason, 0) == (result.status, result.reason, result.attempts)
    assert 0 == web.connections


@pytest.mark.parametrize(
    "there",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://inside.example.org/",
        "http://localhost/",
        "http://other.example.org:6379/",
        "//127.0.0.1/",
    ],
)
def test_a_redirect_into_a_private_network_is_broken(web: Web, check_guarded: Check, there: str) -> None:
    """Every hop is judged anew: a public page that leads into a private network is broken, and not followed."""
    result = check_guarded(f"http://good.example.org/location/302?{quote(there)}")
    assert "broken" == result.status
    assert there.split("/")[2] in (result.final_url or "")
    assert (result.reason or "").startswith("redirects to http://")
    assert 1 == len(web.requests)


def test_a_redirect_to_another_public_host_is_followed(web: Web, check_guarded: Check) -> None:
    """The guard lets pass what is public, on every hop."""
    result = check_guarded(f"http://good.example.org/location/301?{quote('http://other.example.org/ok')}")
    assert ("redirected", "http://other.example.org/ok") == (result.status, result.suggestion)
    assert ["good.example.org", "other.example.org"] == [request.headers["host"] for request in web.requests]


# DOIs


@pytest.mark.parametrize(
    ("suffix", "status", "reason"),
    [
        ("exists", "ok", None),
        ("missing", "broken", "no such DOI is registered"),
        ("elsewhere", "broken", "no such DOI is registered"),
        ("no-values", "broken", "no such DOI is registered"),
        ("moved", "ok", None),
        ("flaky", "ok", None),
        ("error", "transient", "answers 500 Internal Server Error"),
        ("refused", "transient", "answers 403 Forbidden"),
        ("page", "transient", "answers 404 Not Found"),
        ("list", "transient", "answers 200 OK"),
        ("yes", "transient", "answers 200 OK"),
        ("deep", "transient", "answers 200 OK"),
        ("truncated", "transient", "the connection was cut"),
        ("endless", "transient", "answers 200 OK"),
    ],
)
def test_a_doi_is_what_the_handle_proxy_says(
    web: Web, check: Check, suffix: str, status: str, reason: str | None
) -> None:
    """Only the proxy's own words tell whether a DOI exists; any other answer proves nothing."""
    result = check(f"https://doi.org/10.5555/{suffix}", LinkKind.DOI, services=Services(doi=web.base))
    if status == "transient":
        reason = f"the DOI service did not say whether it exists: {reason}"
    assert (LinkKind.DOI, status, reason) == (result.kind, result.status, result.reason)
    assert (None, None) == (result.final_url, result.suggestion)


def test_a_doi_service_that_leads_in_a_circle_proves_nothing(web: Web, check: Check) -> None:
    """Nothing is called broken for the fault of the service."""
    result = check("https://doi.org/10.5555/exists", LinkKind.DOI, services=Services(doi=web.url("/many/1?")))
    assert "transient" == result.status
    assert (result.reason or "").endswith("redirects more than 5 times")


def test_a_doi_is_asked_for_percent_encoded(web: Web, check: Check) -> None:
    """A DOI of any characters goes whole into the address that is asked, by GET."""
    doi = "10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-T#?%"
    result = check(f"https://doi.org/{quote(doi)}", LinkKind.DOI, services=Services(doi=f"{web.base}/"))
    assert "ok" == result.status
    [request] = web.requests
    path = "/api/handles/10.1002/%28SICI%291097-4679%28199901%2955%3A1%3C1%3A%3AAID-JCLP1%3E3.0.CO%3B2-T%23%3F%25?type=URL"
    assert ("GET", path) == (request.method, request.path)


def test_a_link_without_a_doi_is_invalid(web: Web, check: Check) -> None:
    """A link of the DOI resolver that names no DOI is invalid, and nobody is asked."""
    result = check("https://doi.org/", LinkKind.DOI, services=Services(doi=web.base))
    assert ("invalid", "there is no DOI in it", 0) == (result.status, result.reason, result.attempts)
    assert [] == web.requests


def test_a_doi_service_of_ones_own_may_be_private_and_nothing_else(web: Web) -> None:
    """Whoever names a service trusts it, with DOIs only: links to its host stay refused, as do its redirects."""
    options = CheckOptions(services=Services(doi=web.base), backoff=0.001)
    inside = f"{web.base}/location/302?http%3A%2F%2F127.0.0.2%2F&"
    doi = (LinkKind.DOI, "https://doi.org/10.5555/exists")
    assert ["ok", "invalid"] == [result.status for result in check_urls([doi, *urls(web, "/ok")], options)]
    [result] = check_urls([doi], replace(options, services=Services(doi=inside)))
    assert ("transient", True) == (
        result.status,
        (result.reason or "").endswith("a private address (127.0.0.2)"),
    )


def test_the_usual_doi_service_stands_under_the_guard(web: Web, check_guarded: Check) -> None:
    """The usual service is called as any other host is."""
    result = check_guarded(
        "https://doi.org/10.5555/exists", kind=LinkKind.DOI, lookup=names({"doi.org": ["10.0.0.7"]})
    )
    assert "transient" == result.status
    assert 0 == web.connections


# Many links


def test_nothing_to_check_is_no_result() -> None:
    """No targets are no results."""
    assert [] == check_urls([], QUICK)


def test_results_stand_in_the_order_of_the_targets_and_are_told_as_they_come(web: Web) -> None:
    """The list keeps the order of the targets; each result is told as soon as it is known."""
    told: list[LinkResult] = []
    results = check_urls(urls(web, "/flaky/3", "/ok/1", "/ok/2"), replace(QUICK, backoff=0.1), told.append)
    assert [web.url(path) for path in ("/flaky/3", "/ok/1", "/ok/2")] == [result.url for result in results]
    assert results[0] == told[-1]
    assert sorted(map(repr, results)) == sorted(map(repr, told))


def test_a_host_is_asked_no_more_at_once_than_allowed(web: Web) -> None:
    """Many links of one host share the places that a host has."""
    targets = urls(web, *(f"/late/0.02?{number}" for number in range(20)))
    assert {"ok"} == {result.status for result in check_urls(targets, replace(QUICK, per_host=3))}
    assert (20, 3, 3) == (len(web.requests), web.most_at_once, web.connections)


def test_all_hosts_together_are_asked_no_more_at_once_than_allowed(web: Web) -> None:
    """Hosts share the places that there are in all."""
    hosts = [f"h{number}.example.org" for number in range(20)]
    options = replace(QUICK, concurrency=3, lookup=names({host: [PUBLIC] for host in hosts}), dial=web.dial)
    results = check_urls([(LinkKind.URL, f"http://{host}/late/0.02") for host in hosts], options)
    assert ({"ok"}, 20, 3) == ({result.status for result in results}, len(web.requests), web.most_at_once)


def test_whoever_waits_takes_no_place(web: Web) -> None:
    """While one link waits for its retry, others of the host are asked, though it has a single place."""
    told: list[str] = []
    options = replace(QUICK, per_host=1, concurrency=1)
    check_urls(urls(web, "/limited/1", "/ok/1", "/ok/2"), options, lambda result: told.append(result.url))
    assert [web.url(path) for path in ("/ok/1", "/ok/2", "/limited/1")] == told


def test_the_time_of_a_result_is_that_of_its_requests(check: Check) -> None:
    """Waits between tries are not the server's time."""
    assert check("/limited/1").elapsed_ms < 900
    assert 200 <= check("/slow", timeout=0.1, retries=1).elapsed_ms < 2000


def test_an_error_of_the_caller_ends_the_check_as_itself(web: Web) -> None:
    """What the callback raises comes out as it is, and once."""

    def fail(result: LinkResult) -> None:
        raise KeyError(result.url)

    with pytest.raises(KeyError, match="/ok"):
        check_urls(urls(web, "/ok", "/ok/2", "/slow"), QUICK, fail)


def test_what_the_event_loop_complains_of_is_not_shown(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    """A server's bad manners that concern no link are kept from the reader of the report."""

    def complain(result: LinkResult) -> None:
        asyncio.get_running_loop().call_exception_handler({"message": f"{result.url} left without a word"})

    check_urls(urls(web, "/ok"), QUICK, complain)
    assert [] == [record.message for record in caplog.records if record.levelno > logging.DEBUG]


# Being interrupted


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_check_has_told_all_it_knew(web: Web, number: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end the check at once, after every result found so far was told; handlers stay as they were."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    before = signal.getsignal(signal.SIGINT)
    told: list[LinkResult] = []

    def interrupt(result: LinkResult) -> None:
        told.append(result)
        if len(told) == 2:
            signal.raise_signal(number)

    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        check_urls(urls(web, "/slow/1", "/ok/1", "/limited/30", "/ok/2"), QUICK, interrupt)
    assert time.monotonic() - begin < 5
    assert {"ok"} == {result.status for result in told}
    assert (before, signal.SIG_DFL) == (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM))


def test_a_handler_of_the_callers_own_is_left_alone(web: Web) -> None:
    """A program that deals with SIGTERM itself goes on doing so during a check."""
    seen: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: seen.append(number))
    try:
        results = check_urls(urls(web, "/ok"), QUICK, lambda _: signal.raise_signal(signal.SIGTERM))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ([signal.SIGTERM], "ok") == (seen, results[0].status)


def test_a_check_may_run_in_another_thread(web: Web) -> None:
    """Signals are the main thread's; a check elsewhere leaves them alone."""
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.extend(check_urls(urls(web, "/ok"), QUICK)))
    thread.start()
    thread.join(10)
    assert ["ok"] == [result.status for result in found]


SCRIPT = """
import sys
from resilify_cli.links.check import check_urls
from resilify_cli.links.options import CheckOptions, Header, Services
from resilify_cli.links.results import LinkKind
targets = [(LinkKind.URL, url) for url in sys.argv[1:]]
try:
    check_urls(targets, CheckOptions(allow_private=True), lambda result: print(result.status, flush=True))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to one process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_from_outside_makes_no_noise(web: Web, number: signal.Signals) -> None:
    """A process that is interrupted while requests, look-ups and waits are under way says nothing of its insides."""
    paths = ["/bad-cookie", *(f"/slow/{count}" for count in range(8)), "/limited/30"]
    command = [sys.executable, "-X", "dev", "-c", SCRIPT, *(web.url(path) for path in paths)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        _wait_for(lambda: len(web.requests) >= 7)
        process.send_signal(number)
        output, errors = process.communicate(timeout=20)
    assert ("ok\n", "interrupted\n", "", 0) == (first, output, errors, process.returncode)


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
