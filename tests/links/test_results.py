"""What a result is."""

from __future__ import annotations

from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus


def test_kinds_are_those_of_the_report() -> None:
    """The kinds of links are the words that the report uses."""
    assert ["related", "image", "url", "doi"] == [str(kind) for kind in LinkKind]


def test_statuses_are_those_of_the_report() -> None:
    """The statuses of links are the words that the report uses."""
    expected = ["ok", "redirected", "broken", "blocked", "transient", "invalid", "excluded"]
    assert expected == [str(status) for status in LinkStatus]


def test_a_result_without_more_says_that_nothing_was_asked() -> None:
    """A result needs no more than its link, kind and status, and then claims no answer and no attempt."""
    result = LinkResult("https://example.org/", LinkKind.URL, LinkStatus.EXCLUDED)
    assert (None, None, None, 0, 0, None, False, None) == (
        result.http,
        result.final_url,
        result.reason,
        result.attempts,
        result.elapsed_ms,
        result.suggestion,
        result.cached,
        result.metadata,
    )
