"""Single requests: what an answer says, what failures there are, and where connections go."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from resilify_cli.links.fetcher import BODY_LIMIT, Answer, Failure
from resilify_cli.links.guard import Guard
from resilify_cli.links.http import open_fetcher
from resilify_cli.links.options import CheckOptions
from resilify_cli.links.resolver import system_addresses
from web import BOMB_SIZE, EXPIRED, ORPHAN, PUBLIC, SECURE_HOST, VALID, Web, local_web, names

OPEN = Guard(allow_private=True)


def fetch(
    url: str, method: str = "GET", *, guard: Guard = OPEN, wants_body: bool = False, **options: object
) -> Answer:
    """Send one request."""

    async def one() -> Answer:
        async with open_fetcher(CheckOptions(**options), guard) as fetcher:  # type: ignore[arg-type]
            return await fetcher.fetch(method, url, wants_body=wants_body)

    return asyncio.run(one())


def named(web: Web, *addresses: str) -> dict[str, Any]:
    """Options under which a public-looking name has these addresses, and the web stands behind all of them."""
    return {"lookup": names({"good.example.org": addresses}), "dial": web.dial, "guard": Guard()}


def test_an_answer_says_what_matters_of_its_headers(web: Web) -> None:
    """An answer holds its status, where it leads and how long to wait, and no body where none was asked for."""
    assert Answer(200) == fetch(web.url("/ok"))
    assert Answer(302, location="/loop") == fetch(web.url("/loop"))
    assert Answer(429, retry_after="7") == fetch(web.url("/always-limited/7"))
    assert Answer(403, is_wall=True) == fetch(web.url("/wall/403"))
    assert Answer(302, location="/cookies", sets_cookie=True) == fetch(web.url("/cookies"))


def test_a_server_may_say_how_far_apart_requests_are_to_be(web: Web) -> None:
    """So many in so long, as Crossref says it; one that says nothing leaves it open."""
    assert 0.0002 == fetch(web.url("/works/10.5555%2Fexists")).seconds_apart
    assert None is fetch(web.url("/ok")).seconds_apart


def test_a_request_is_honest_and_carries_nothing_it_need_not(web: Web) -> None:
    """A request names the program, takes no compressed body, and carries neither cookies nor credentials."""
    fetch(web.url("/ok"), user_agent="resilify/test")
    [request] = web.requests
    expected = {
        "host": f"127.0.0.1:{web.port}",
        "user-agent": "resilify/test",
        "accept": "*/*",
        "accept-encoding": "identity",
    }
    assert expected == request.headers


def test_cookies_are_not_kept(web: Web) -> None:
    """A cookie that one answer sets is not in the next request."""

    async def two() -> None:
        async with open_fetcher(CheckOptions(), OPEN) as fetcher:
            await fetcher.fetch("GET", web.url("/cookies"))
            await fetcher.fetch("GET", web.url("/cookies"))

    asyncio.run(two())
    assert ["cookie" in request.headers for request in web.requests] == [False, False]


def test_connections_are_used_again(web: Web) -> None:
    """Requests to a host share a connection, also when nobody reads the bodies."""

    async def several() -> None:
        async with open_fetcher(CheckOptions(), OPEN) as fetcher:
            for method in ("HEAD", "GET", "HEAD", "GET"):
                await fetcher.fetch(method, web.url("/ok"))

    asyncio.run(several())
    assert (4, 1) == (len(web.requests), web.connections)


def test_a_body_is_read_when_it_is_asked_for(web: Web) -> None:
    """The body comes with the answer only where it is wanted."""
    assert b"<p>page</p>" == fetch(web.url("/ok"), wants_body=True).body


def test_an_endless_body_is_cut(web: Web) -> None:
    """Of a body without end no more than the limit is read, and where no body is wanted nothing is waited for."""
    assert BODY_LIMIT == len(fetch(web.url("/endless"), wants_body=True).body)
    assert Answer(200) == fetch(web.url("/endless"))


def test_a_compressed_body_does_not_grow(web: Web) -> None:
    """A body that is compressed against our wish is left as it came."""
    assert len(fetch(web.url("/bomb"), wants_body=True).body) < BOMB_SIZE // 100


def test_a_long_header_is_read(web: Web) -> None:
    """A header field of 32 KiB, as the policies of some sites are, is no fault."""
    assert 200 == fetch(web.url("/huge-header/32")).status


@pytest.mark.parametrize(
    ("path", "failure", "reason"),
    [
        ("/endless-headers", Failure.PROTOCOL, "the answer is not HTTP"),
        ("/huge-header/128", Failure.PROTOCOL, "the answer is not HTTP"),
        ("/garbage", Failure.PROTOCOL, "the answer is not HTTP"),
        ("/reset", Failure.RESET, "the connection was cut"),
        ("/hang-up", Failure.RESET, "the connection was cut"),
        ("/truncated", Failure.RESET, "the connection was cut"),
        ("/slow", Failure.TIMEOUT, "no answer within 0.2 s"),
    ],
)
def test_what_goes_wrong_is_a_value(web: Web, path: str, failure: Failure, reason: str) -> None:
    """Whatever a server does, there is an answer that names the failure in words for a person."""
    assert Answer(failure=failure, reason=reason) == fetch(web.url(path), wants_body=True, timeout=0.2)


def test_a_closed_port_is_unreachable() -> None:
    """A host on which nothing listens is unreachable, for the reason that the system gives."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        answer = fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert Failure.UNREACHABLE is answer.failure
    assert "no connection could be made (" in answer.reason


def test_an_address_that_is_no_utf_8_is_percent_encoded(web: Web) -> None:
    """Bytes in a Location that are no UTF-8 are kept, as browsers keep them."""
    assert "/latin-1/caf%E9" == fetch(web.url("/latin-1")).location


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/ok/a%20b%2Fc?x=%7E#part", "/ok/a%20b%2Fc?x=%7E"),
        ("/ok/a b<c>", "/ok/a%20b%3Cc%3E"),
        ("/ok/straße", "/ok/stra%C3%9Fe"),
        ("", "/"),
    ],
)
def test_a_request_asks_for_the_address_as_written(web: Web, written: str, sent: str) -> None:
    """An address goes out as it stands, without its fragment, and what no address may hold is percent-encoded."""
    fetch(web.url(written))
    assert [sent] == [request.path for request in web.requests]


# Where connections go


def test_a_connection_goes_to_the_address_that_was_judged(web: Web) -> None:
    """A name is looked up once for many requests, and every connection goes to what was found then."""
    asked: list[str] = []
    dialled: list[tuple[str, int]] = []

    def lookup(host: str) -> Sequence[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    def dial(address: str, port: int) -> tuple[str, int]:
        dialled.append((address, port))
        return web.dial(address, port)

    async def several() -> list[Answer]:
        async with open_fetcher(CheckOptions(lookup=lookup, dial=dial), Guard()) as fetcher:
            return [
                await fetcher.fetch("GET", f"http://good.example.org{path}")
                for path in ("/ok", "/hang-up", "/ok")
            ]

    assert [200, None, 200] == [answer.status for answer in asyncio.run(several())]
    assert (["good.example.org"], [(PUBLIC, 80)]) == (asked, dialled)


def test_a_name_is_connected_to_where_it_leads(web: Web) -> None:
    """Without a network of one's own, a connection goes to the address and port that were asked for."""
    url = f"http://good.example.org:{web.port}/ok"
    assert Answer(200) == fetch(url, lookup=names({"good.example.org": ["127.0.0.1"]}))


@pytest.mark.parametrize(
    "addresses", [["10.0.0.7"], [PUBLIC, "127.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"]]
)
def test_a_name_that_leads_into_a_private_network_is_refused(web: Web, addresses: list[str]) -> None:
    """One private address behind a name is enough to refuse it, and nothing goes out."""
    answer = fetch("http://good.example.org/ok", **named(web, *addresses))
    reason = f"good.example.org leads to a private address ({addresses[-1]})"
    assert Answer(failure=Failure.REFUSED, reason=reason) == answer
    assert 0 == web.connections


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://①②⑦.0.0.1/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://a@good.example.org/",
    ],
)
def test_an_address_that_the_guard_refuses_is_not_called(web: Web, url: str) -> None:
    """What the guard refuses as written is refused here too: nobody else stands before the network."""
    answer = fetch(url, **named(web, PUBLIC))
    assert Failure.REFUSED is answer.failure
    assert answer.reason
    assert 0 == web.connections


class BlindToLetters(Guard):
    """A guard that cannot read other letters than ASCII."""

    def url_fault(self, url: str) -> str | None:
        """Judge what is ASCII, and let everything else pass."""
        return Guard.url_fault(self, url) if url.isascii() else None


def test_the_form_of_an_address_that_goes_out_is_judged_too(web: Web) -> None:
    """A host that turns into a private address only on its way out is refused there."""
    answer = fetch("http://①②⑦.0.0.1/ok", dial=web.dial, guard=BlindToLetters())
    assert Answer(failure=Failure.REFUSED, reason="a private address (127.0.0.1)") == answer


@pytest.mark.parametrize(
    "host", ["good\u2024example.org", "xn--a.example.org", "ａ" * 64 + ".org", "a" * 64 + ".org", "١٢٧.0.0.1"]
)
def test_a_host_that_cannot_be_written_is_no_address(web: Web, host: str) -> None:
    """A host that the name service could not be asked for is refused or unknown, and never an exception."""
    answer = fetch(f"http://{host}/", **{**named(web, PUBLIC), "lookup": system_addresses_offline})
    assert answer.failure in (Failure.REFUSED, Failure.NO_HOST)
    assert 0 == web.connections


def system_addresses_offline(host: str) -> Sequence[str]:
    """What the system does with a name before it asks anybody."""
    host.encode("idna")
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_an_international_host_is_asked_for_in_its_wire_form(web: Web) -> None:
    """A host in other letters than ASCII is looked up as the name service knows it."""
    known = names({"xn--mller-kva.example.org": [PUBLIC]})
    assert Answer(200) == fetch("http://müller.example.org/ok", lookup=known, dial=web.dial, guard=Guard())


@pytest.mark.parametrize(
    ("code", "failure", "reason"),
    [
        (socket.EAI_NONAME, Failure.NO_HOST, "no such host"),
        (socket.EAI_AGAIN, Failure.LOOKUP, "the host cannot be looked up now"),
        (socket.EAI_FAIL, Failure.LOOKUP, "the host cannot be looked up now"),
    ],
)
def test_a_host_that_does_not_exist_is_told_from_one_that_cannot_be_looked_up(
    code: int, failure: Failure, reason: str
) -> None:
    """Only the name service's plain no is an absence."""

    def lookup(host: str) -> Sequence[str]:
        raise socket.gaierror(code, host)

    assert Answer(failure=failure, reason=reason) == fetch("http://gone.example.org/", lookup=lookup)


def test_a_slow_name_service_holds_up_nothing() -> None:
    """A look-up that never ends is given up in time, and does not keep the loop from closing."""
    looking_up, release = threading.Event(), threading.Event()

    def lookup(host: str) -> Sequence[str]:
        del host
        assert threading.current_thread().daemon  # else the program could not end before the look-up does
        looking_up.set()
        release.wait(10)
        return [PUBLIC]

    begin = time.monotonic()
    answer = fetch("http://slow.example.org/", lookup=lookup, timeout=0.1)
    assert Failure.TIMEOUT is answer.failure
    assert time.monotonic() - begin < 5
    assert looking_up.is_set()
    release.set()


def test_a_look_up_that_ends_too_late_is_dropped(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    """What a look-up brings after the time is over is nobody's, while others go on."""
    release = threading.Event()

    def lookup(host: str) -> Sequence[str]:
        release.wait(10)
        return names({host: [PUBLIC]})(host)

    async def late() -> list[Answer]:
        async with open_fetcher(CheckOptions(lookup=lookup, dial=web.dial, timeout=0.1), Guard()) as fetcher:
            first = await fetcher.fetch("GET", "http://good.example.org/ok")
        release.set()
        await asyncio.sleep(0.05)
        return [first]

    assert [Failure.TIMEOUT] == [answer.failure for answer in asyncio.run(late())]
    assert [] == caplog.messages


def test_the_system_knows_literal_addresses() -> None:
    """The system's look-up gives each address of a host once; a literal one is its own."""
    assert ["127.0.0.1"] == system_addresses("127.0.0.1")
    assert ["::1"] == system_addresses("::1")


# TLS


def fetch_securely(
    certificate: str, tmp_path: Path, *, host: str = SECURE_HOST, trusts: str | None = None
) -> Answer:
    """Ask a web that shows a certificate, over TLS."""
    ca_file = None
    if trusts is not None:
        tmp_path.joinpath("ca.pem").write_text(trusts, encoding="ascii")
        ca_file = str(tmp_path / "ca.pem")
    with local_web(certificate) as web:
        return fetch(
            f"https://{host}/ok",
            lookup=names({host: [PUBLIC]}),
            dial=web.dial,
            ca_file=ca_file,
            guard=Guard(),
        )


def test_a_secure_page_is_asked_under_its_own_name(tmp_path: Path) -> None:
    """The certificate is held against the host of the address, wherever the connection goes."""
    assert Answer(200) == fetch_securely(VALID, tmp_path, trusts=VALID)


@pytest.mark.parametrize(
    ("certificate", "host", "trusts", "words"),
    [
        (EXPIRED, SECURE_HOST, EXPIRED, "expired"),
        (VALID, "other.example.org", VALID, "mismatch"),
        (VALID, SECURE_HOST, None, "self"),
    ],
)
def test_a_certificate_that_no_browser_takes_is_a_fault_of_the_host(
    tmp_path: Path, certificate: str, host: str, trusts: str | None, words: str
) -> None:
    """An expired certificate, one for another host, and one that its host signed itself shut out every reader."""
    answer = fetch_securely(certificate, tmp_path, host=host, trusts=trusts)
    assert Failure.CERTIFICATE is answer.failure
    assert answer.reason.startswith("its certificate is not valid: ")
    assert words in answer.reason


def test_a_certificate_that_cannot_be_verified_here_proves_nothing(tmp_path: Path) -> None:
    """An unknown authority may be unknown only here: browsers know more, and fetch what a server forgot to send."""
    answer = fetch_securely(ORPHAN, tmp_path)
    assert Failure.TLS is answer.failure
    assert answer.reason.startswith("its certificate cannot be verified here: ")


def test_a_server_that_does_not_speak_tls_gives_no_secure_connection(web: Web) -> None:
    """A plain server on a secure address is a failure of TLS, which is told as such."""
    answer = fetch(f"https://127.0.0.1:{web.port}/ok")
    assert Failure.TLS is answer.failure
    assert answer.reason.startswith("no secure connection could be made (")
