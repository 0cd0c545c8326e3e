"""Proxies of the environment."""

from __future__ import annotations

import pytest
from yarl import URL

from resilify_cli.links.proxies import Proxies


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without proxies."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_any_nothing_goes_through_one() -> None:
    """Neither unasked nor where the environment names none."""
    assert [None, None] == [
        proxies.of(URL("http://a.example/")) for proxies in (Proxies(), Proxies.of_environment())
    ]


def test_each_scheme_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the one for all; hosts that are excepted are asked themselves."""
    monkeypatch.setenv("https_proxy", "http://Secure.example:3128")
    monkeypatch.setenv("all_proxy", "http://all.example:3128")
    monkeypatch.setenv("no_proxy", "near.example")
    proxies = Proxies.of_environment()
    addresses = ("https://a.example/", "http://a.example/", "http://near.example/", "http://b.near.example/")
    assert ["http://Secure.example:3128", "http://all.example:3128", None, None] == [
        proxies.of(URL(address)) for address in addresses
    ]
    assert {"secure.example", "all.example"} == proxies.hosts
