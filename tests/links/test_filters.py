"""Which links are left out."""

from __future__ import annotations

import pytest

from resilify_cli.errors import FilterError
from resilify_cli.links.filters import Filters, patterns
from resilify_cli.links.results import LinkKind


def test_without_filters_everything_is_wanted() -> None:
    """No filter leaves nothing out."""
    assert {None} == {Filters().reason(kind, "x") for kind in LinkKind}


def test_kinds_are_left_out_by_name() -> None:
    """`only` takes the kinds that it names, `skip` all others; the reason is the option."""
    only, skip = Filters(only=frozenset((LinkKind.DOI,))), Filters(skip=frozenset((LinkKind.DOI,)))
    assert [None, "--only doi"] == [only.reason(kind, "x") for kind in (LinkKind.DOI, LinkKind.URL)]
    assert ["--skip doi", None] == [skip.reason(kind, "x") for kind in (LinkKind.DOI, LinkKind.URL)]


def test_patterns_are_for_addresses() -> None:
    """Slugs and images have no address, and stay."""
    filters = Filters(include=patterns(["^https"], "--include"), exclude=patterns([r"\.test/"], "--exclude"))
    told = [
        filters.reason(LinkKind.URL, "https://a.test/"),
        filters.reason(LinkKind.URL, "http://a.example/"),
        filters.reason(LinkKind.URL, "https://a.example/"),
        filters.reason(LinkKind.RELATED, "calm"),
        filters.reason(LinkKind.IMAGE, "/img/a.test/x.png"),
    ]
    assert [r"--exclude \.test/", "no --include matches", None, None, None] == told


def test_a_pattern_that_is_none_is_an_error() -> None:
    """Its option and what is wrong with it are named."""
    with pytest.raises(FilterError, match=r"--include '\(' is no regular expression: "):
        patterns(["("], "--include")
