"""RES503: no space behind a comma."""

from __future__ import annotations

from pathlib import Path

import pytest

from resilify_cli.diagnostics import Span
from rule_findings import found, mended, reference, told, weighed

IMAGE = "image: /img/card-1.png"


def test_authors_that_run_together_are_one_finding(tmp_path: Path) -> None:
    """At the first comma; all of them are put right."""
    text = reference("reference: Doe J,Roe R,Poe Ph.D.,Low T. Sleep. 2010.", IMAGE)
    assert [("RES503", Span(24, 21, 24, 22))] == found(text, tmp_path)
    message = "no space follows 3 commas of this text"
    assert [(message, "write a space behind each")] == told(text, tmp_path)
    assert [("RES503", "warning")] == weighed(text, tmp_path)
    after = reference("reference: Doe J, Roe R, Poe Ph.D., Low T. Sleep. 2010.", IMAGE)
    assert ("adds the spaces", after, True) == mended(text, tmp_path, "RES503")


def test_a_comma_in_a_fold_is_put_right(tmp_path: Path) -> None:
    """Also where the citation goes over two lines, and between quotes."""
    text = reference('reference: "Doe J,Roe R. Sleep,', '  and more"', IMAGE)
    after = text.replace("J,Roe", "J, Roe")
    assert ("adds the space", after, True) == mended(text, tmp_path, "RES503")


@pytest.mark.parametrize(
    "citation",
    [
        "Doe J, Roe R",
        "1,000 nights",
        "Sleep 2010,1:2",
        "https://example.org/a,b",
        "doi:10.1000/a,b",
        "a,b@example",
    ],
)
def test_numbers_and_addresses_keep_their_commas(citation: str, tmp_path: Path) -> None:
    """They want no space."""
    link = "link: https://example.org/sleep"
    assert [] == found(reference(f'reference: "{citation}"', link, IMAGE), tmp_path)
