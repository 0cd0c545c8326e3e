"""Whether links lead anywhere: asks for each, follows where it leads, and judges as a person would.

A refusal is not an absence: what keeps robots out, or may pass, is never called broken.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Final

from resilify_cli.links.archive import Archive
from resilify_cli.links.asking import Asker, Pace, Places, Trail
from resilify_cli.links.dois import Dois
from resilify_cli.links.fetcher import Fetcher
from resilify_cli.links.guard import host_of
from resilify_cli.links.http import open_fetcher
from resilify_cli.links.metadata import Registries
from resilify_cli.links.options import CheckOptions
from resilify_cli.links.pages import Pages
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus

_LOGGER: Final = logging.getLogger(__name__)

# What the services publish: Crossref 5 requests a second and one at once, to those who leave an address 10 and
# three; DataCite 3,000 in five minutes; the Internet Archive 60 a minute. What their answers say goes before.
_CROSSREF: Final = (1, 1 / 5)
_CROSSREF_POLITE: Final = (3, 1 / 10)
_DATACITE: Final = (4, 300 / 3000)
_ARCHIVE: Final = (1, 1.0)


def check_urls(
    targets: Sequence[tuple[LinkKind, str]],
    options: CheckOptions,
    on_result: Callable[[LinkResult], object] = lambda _: None,
) -> list[LinkResult]:
    """Return one result per target, in their order; targets are web addresses and DOI links, each once.

    `on_result` is called with each result as it is found. Ctrl-C and SIGTERM end the requests under way and
    raise KeyboardInterrupt, when `on_result` has had all that was found till then; so does what `on_result`
    raises. When the time for the whole run is over, what is not known by then is left out. It runs an event loop
    of its own, and cannot be called from within one.
    """
    if not targets:
        return []
    return asyncio.run(_check_all(targets, options, on_result))


async def _check_all(
    targets: Sequence[tuple[LinkKind, str]], options: CheckOptions, on_result: Callable[[LinkResult], object]
) -> list[LinkResult]:
    # What the loop has to complain about (a server's unclean end of TLS) is no news for a person.
    asyncio.get_running_loop().set_exception_handler(_log)
    found: dict[tuple[LinkKind, str], LinkResult] = {}

    def tell(result: LinkResult) -> None:
        found[result.kind, result.url] = result
        on_result(result)

    async def check(kind: LinkKind, url: str) -> None:
        tell(await (checkers.dois.check(url) if kind is LinkKind.DOI else checkers.pages.check(url)))

    with _ended_by_sigterm():
        async with _checkers(options) as checkers:
            try:
                async with asyncio.timeout(options.max_time), asyncio.TaskGroup() as group:
                    for kind, url in targets:
                        group.create_task(check(kind, url))
            except BaseExceptionGroup as errors:
                raise errors.exceptions[0] from None  # the first is the cause, the others come of it
            except TimeoutError:
                for kind, url in targets:
                    if (kind, url) not in found:
                        reason = f"the run was over after {options.max_time:g} s"
                        tell(LinkResult(url, kind, LinkStatus.EXCLUDED, reason=reason))
    return [found[target] for target in targets]


@dataclass(frozen=True, slots=True)
class _Checkers:
    pages: Pages
    dois: Dois


@asynccontextmanager
async def _checkers(options: CheckOptions) -> AsyncIterator[_Checkers]:
    """Open the ways out: one for links, one for services, each with a guard of its own."""
    places = Places(options.concurrency, options.per_host)
    async with (
        open_fetcher(options, options.guard) as web,
        open_fetcher(options, options.services_guard) as services,
    ):
        leaves_out = options.filters.address_reason
        pages = Asker(
            options, web, places, leaves_out=leaves_out, headers=lambda trail: _headers(options, trail)
        )
        yield _Checkers(
            Pages(
                pages,
                looks_for_fragments=options.fragments,
                archive=_archive(options, services, places) if options.suggest_archive else None,
            ),
            Dois(
                Asker(options, services, places),
                options.services.doi,
                _registries(options, services, places) if options.metadata else None,
            ),
        )


def _archive(options: CheckOptions, services: Fetcher, places: Places) -> Archive:
    return Archive(Asker(options, services, places, Pace(*_ARCHIVE)), options.services.archive)


def _registries(options: CheckOptions, services: Fetcher, places: Places) -> Registries:
    crossref = _CROSSREF_POLITE if options.services.mailto else _CROSSREF
    return Registries(
        Asker(options, services, places, Pace(*crossref)),
        Asker(options, services, places, Pace(*_DATACITE)),
        Asker(options, services, places),
        options.services,
    )


def _headers(options: CheckOptions, trail: Trail) -> Mapping[str, str]:
    """What a person wants sent along: never to another host than the link's own, nor in the open."""
    if not options.headers or not trail.is_at_home:
        return {}
    host = host_of(trail.address)
    return {header.name: header.value for header in options.headers if header.host in (None, host)}


def _log(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    _LOGGER.debug("%s", context.get("message"), exc_info=context.get("exception"))


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM do what Ctrl-C does while the loop runs, unless somebody else deals with either."""
    ours = signal.getsignal(signal.SIGINT)
    is_ours = threading.current_thread() is threading.main_thread() and callable(ours)
    if not is_ours or signal.getsignal(signal.SIGTERM) not in (signal.SIG_DFL, signal.default_int_handler):
        yield
        return
    before = signal.signal(signal.SIGTERM, ours)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
