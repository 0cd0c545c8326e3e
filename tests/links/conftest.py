"""What the tests of links share: a web of their own on loopback, and checks that are quick about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from resilify_cli.links.check import check_urls
from resilify_cli.links.options import CheckOptions
from resilify_cli.links.results import LinkKind
from web import PUBLIC, Web, local_web, names

if TYPE_CHECKING:
    from resilify_cli.links.results import LinkResult

Check: TypeAlias = "Callable[..., LinkResult]"


@pytest.fixture
def web() -> Iterator[Web]:
    """A web of one's own."""
    with local_web() as served:
        yield served


@pytest.fixture
def check(web: Web) -> Check:
    """Check one address, or one path of the web; keywords change the options."""

    def one(address: str, kind: LinkKind = LinkKind.URL, **changes: object) -> LinkResult:
        options = replace(CheckOptions(allow_private=True, backoff=0.001), **changes)  # type: ignore[arg-type]
        [result] = check_urls([(kind, web.url(address) if address.startswith("/") else address)], options)
        return result

    return one


@pytest.fixture
def check_guarded(web: Web, check: Check) -> Check:
    """Check one address with the guard in place, where every public address leads to the web."""
    known = {"good.example.org": [PUBLIC], "other.example.org": [PUBLIC], "inside.example.org": ["10.0.0.7"]}

    def one(address: str, **changes: object) -> LinkResult:
        return check(address, **{"allow_private": False, "lookup": names(known), "dial": web.dial, **changes})

    return one
