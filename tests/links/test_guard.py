"""Which addresses may be called."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilify_cli.links.guard import Guard, is_public

GUARD = Guard()

LOOPBACK = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0177.0.0.1",
    "017700000001",
    "0x7f.0.0.1",
    "0x7F000001",
    "127.0.0.1.",
    "①②⑦.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[2002:7f00:1::]",
    "[64:ff9b::127.0.0.1]",
]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "HTTP://Example.ORG:80/a?b#c",
        "https://example.org:8443/",
        "https://example.org./",
        "https://müller.example.org/straße",
        "https://a_b.example.org/a b",
        "http://93.184.216.34:8080/",
        "http://[2606:2800:220:1:248:1893:25c8:1946]/",
        "http://[::ffff:93.184.216.34]/",
        "http://[64:ff9b::93.184.216.34]/",
        "http://1572395042/",
    ],
)
def test_public_web_addresses_pass(url: str) -> None:
    """An http or https address of a public host, on a port of the web, may be called."""
    assert None is GUARD.url_fault(url)


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_is_private_in_every_spelling(host: str) -> None:
    """The loopback address is refused however it is written: short, as one number, in octal, inside IPv6."""
    assert "a private address" in (GUARD.url_fault(f"http://{host}/") or "")


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_may_be_called_when_a_person_says_so(host: str) -> None:
    """Where private addresses are allowed, none of their spellings is refused, and neither is any port."""
    assert None is Guard(allow_private=True).url_fault(f"http://{host}:1234/")


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:169.254.169.254",
        "2001:db8::1",
        "2002:a9fe:a9fe::1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1",
    ],
)
def test_addresses_that_are_not_of_the_whole_world_are_not_public(address: str) -> None:
    """Private, shared, link-local, multicast, reserved and metadata addresses are not public."""
    assert not is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_itself(address: IPv4Address) -> None:
    """IPv6 that carries IPv4 (mapped, compatible, 6to4, NAT64) is public exactly where the IPv4 address is."""
    number = int(address)
    carriers = [0xFFFF << 32 | number, 0x2002 << 112 | number << 80, 0x64FF9B << 96 | number]
    if number > 0xFFFF:
        carriers.append(number)
    assert [is_public(address)] * len(carriers) == [is_public(IPv6Address(carrier)) for carrier in carriers]


@given(st.ip_addresses(v=4))
def test_every_spelling_of_an_address_is_judged_alike(address: IPv4Address) -> None:
    """Decimal, octal and hexadecimal spellings of an address pass exactly where the plain one does."""
    number = int(address)
    octal = ".".join(f"0{part:o}" for part in address.packed)
    spellings = [str(address), str(number), hex(number), octal]
    assert [is_public(address)] * 4 == [GUARD.url_fault(f"http://{text}/") is None for text in spellings]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "does not begin with http"),
        ("www.example.org", "does not begin with http"),
        ("//example.org/", "does not begin with http"),
        ("file:///etc/passwd", "does not begin with http"),
        ("ftp://example.org/", "does not begin with http"),
        ("javascript:alert(1)", "does not begin with http"),
        ("http:", "names no host"),
        ("http:///path", "names no host"),
        ("http://:80/", "names no host"),
        ("http://./", "names no host"),
        ("http://[::1", "Invalid IPv6"),
        ("http://[::g]/", "no web address"),
        ("http://example.org:port/", "no web address"),
        ("http://example.org:99999/", "no web address"),
        ("http://1.2.3.4.5/", "is no host"),
        ("http://256.0.0.1/", "is no host"),
        ("http://08.0.0.1/", "is no host"),
        ("http://0x/", "is no host"),
        ("http://a..b/", "is no host"),
        ("http://exa mple.org/", "is no host"),
        ("http://%31%32%37.0.0.1/", "is no host"),
        ("http://127.0.0.1\\.example.org/", "is no host"),
        ("http://example.org/\r\nHost: inside", "a control character"),
        ("http://exam\tple.org/", "a control character"),
        (" http://example.org/", "a space"),
        ("http://example.org/\u00a0", "a space"),
        ("http://@example.org/", "a user name"),
        ("http://user@example.org/", "a user name"),
        ("http://user:secret@example.org/", "a user name"),
        ("http://example.org\\@127.0.0.1/", "a user name"),
    ],
)
@pytest.mark.parametrize("guard", [GUARD, Guard(allow_private=True)])
def test_what_is_no_web_address_is_refused_with_the_reason(guard: Guard, url: str, words: str) -> None:
    """What no browser opens as a page, or what hides where it leads, is refused, also where private hosts are not."""
    assert words in (guard.url_fault(url) or "")


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "printer.local",
        "metadata.google.internal",
        "nas.home.arpa",
        "intranet",
    ],
)
def test_names_of_private_networks_are_refused(host: str) -> None:
    """Names that only a private network knows are refused without being looked up."""
    assert "is a name of a private network" in (GUARD.url_fault(f"http://{host}/") or "")


@pytest.mark.parametrize("port", [0, 22, 25, 81, 6379, 8000])
def test_ports_that_serve_no_pages_are_refused(port: int) -> None:
    """Other ports than those of the web are refused: what listens there may take a request for something else."""
    assert f"port {port} is none on which web pages are served" == GUARD.url_fault(
        f"http://example.org:{port}/"
    )


def test_an_address_behind_a_name_is_judged() -> None:
    """A name may be called where it leads to a public address, and is refused by name and address where not."""
    assert None is GUARD.address_fault("example.org", "93.184.216.34")
    expected = "example.org leads to a private address (10.0.0.7)"
    assert expected == GUARD.address_fault("example.org", "10.0.0.7")


def test_a_host_that_a_person_named_is_free_and_no_other() -> None:
    """A host that was allowed may have any address and port; other hosts may not."""
    guard = Guard(hosts=frozenset(("service.internal", "127.0.0.1")))
    assert None is guard.url_fault("http://Service.Internal:9000/")
    assert None is guard.url_fault("http://127.0.0.1:9000/")
    assert None is guard.address_fault("service.internal", "10.0.0.7")
    assert None is not guard.url_fault("http://other.internal/")
    assert None is not guard.address_fault("other.internal", "10.0.0.7")
