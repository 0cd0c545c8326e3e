"""What the answer of a web page means to a reader."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urlsplit

from resilify_cli.links import fragments
from resilify_cli.links.asking import Asker, Trail, may_pass, shortened
from resilify_cli.links.fetcher import Answer, Failure
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus

if TYPE_CHECKING:
    from resilify_cli.links.archive import Archive

# Besides the plain refusals: 402 and 406 are what some sites answer to robots only, 999 is one network's own.
_REFUSALS: Final = frozenset((401, 402, 403, 406, 407, 429, 451, 999))
_LAST_STATUS: Final = 599


class Pages:
    """Checks web addresses."""

    def __init__(self, asker: Asker, *, looks_for_fragments: bool, archive: Archive | None) -> None:
        self._asker = asker
        self._looks_for_fragments = looks_for_fragments
        self._archive = archive

    async def check(self, url: str) -> LinkResult:
        """Return what a reader can expect of an address."""
        wants_body = self._looks_for_fragments and fragments.is_place(urldefrag(url).fragment)
        trail = Trail(url, "GET" if wants_body else "HEAD", wants_body=wants_body)
        answer = await self._asker.follow(trail)
        result = _result(url, trail, answer)
        if wants_body:
            result = fragments.judged(result, urldefrag(trail.address).fragment, answer)
        if result.status is LinkStatus.BROKEN and not result.missing_fragment and self._archive is not None:
            result = await self._archive.suggest(result)
        return result


def in_words(status: int) -> str:
    """Tell an answer with its code and name."""
    try:
        return f"answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answers {status}"


def _result(url: str, trail: Trail, answer: Answer) -> LinkResult:
    status, reason = _judged(trail, answer)
    suggestion = None
    if trail.passed and status is LinkStatus.OK:
        status, reason = LinkStatus.REDIRECTED, _redirection(url, trail)
        suggestion = trail.address if _is_to_be_written(url, trail) else None
    elif trail.passed and trail.dead_end is None:
        reason = f"redirects to {shortened(trail.address)}: {reason}"
    return LinkResult(
        url,
        LinkKind.URL,
        status,
        http=answer.status,
        final_url=trail.address if trail.passed else None,
        reason=reason,
        attempts=0 if status is LinkStatus.INVALID else trail.attempts,
        elapsed_ms=round(trail.seconds * 1000),
        suggestion=suggestion,
    )


def _judged(trail: Trail, answer: Answer) -> tuple[LinkStatus, str | None]:
    if trail.left_out is not None:
        return LinkStatus.EXCLUDED, trail.left_out
    if trail.dead_end is not None:
        if trail.has_cookies:
            # Many publishers go round until a cookie comes back; a browser gets in.
            return LinkStatus.BLOCKED, f"{trail.dead_end}, where cookies are not kept"
        return LinkStatus.BROKEN, trail.dead_end
    if answer.status is None:
        return _failure_status(trail, answer.failure), answer.reason
    if answer.is_wall:
        return LinkStatus.BLOCKED, f"a wall against robots {in_words(answer.status)}"
    status = _http_status(answer.status)
    return status, None if status is LinkStatus.OK else in_words(answer.status)


def _failure_status(trail: Trail, failure: Failure | None) -> LinkStatus:
    if failure is Failure.REFUSED:
        return LinkStatus.BROKEN if trail.passed else LinkStatus.INVALID
    return LinkStatus.BROKEN if failure in (Failure.NO_HOST, Failure.CERTIFICATE) else LinkStatus.TRANSIENT


def _http_status(status: int) -> LinkStatus:
    if status < HTTPStatus.OK:  # an answer that says that another is to come, or nothing
        return LinkStatus.TRANSIENT
    if status < HTTPStatus.BAD_REQUEST:
        return LinkStatus.OK
    if status in _REFUSALS:
        return LinkStatus.BLOCKED
    # What no standard knows says nothing of the page.
    return LinkStatus.TRANSIENT if may_pass(status) or status > _LAST_STATUS else LinkStatus.BROKEN


def _redirection(url: str, trail: Trail) -> str:
    reason = "has moved for good" if trail.is_permanent else "redirects for now"
    if _is_front_page_instead(url, trail.address):
        reason += ", to the front page of a site"
    return f"{reason}, and is no longer encrypted" if trail.loses_encryption else reason


def _is_to_be_written(url: str, trail: Trail) -> bool:
    return (
        trail.is_permanent and not trail.loses_encryption and not _is_front_page_instead(url, trail.address)
    )


def _is_front_page_instead(url: str, address: str) -> bool:
    """Tell whether a page gave way to a front page, as sites do with pages that they have removed."""
    before, after = urlsplit(url), urlsplit(address)
    return (
        after.path in ("", "/") and not after.query and (before.path not in ("", "/") or bool(before.query))
    )
