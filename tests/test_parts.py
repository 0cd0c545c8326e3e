"""How much of each part of a program is there."""

from __future__ import annotations

import pytest

from factory import document, program
from resilify_cli.facts import read_facts
from resilify_cli.parts import PARTS, Share


def shares(text: str) -> dict[str, Share]:
    """Return the share of every part of a program."""
    facts = read_facts(document(text))
    return {name: part(facts) for name, part in PARTS.items()}


def test_a_sound_program_lacks_only_what_it_may() -> None:
    """One of its two sessions has no activity."""
    found = shares(program())
    assert Share(1, 2) == found.pop("sessions.activityOverview")
    assert {
        "overview": Share(1, 1),
        "categories": Share(1, 1),
        "sessions": Share(2, 2),
        "sessions.overview": Share(2, 2),
        "related": Share(1, 1),
        "references": Share(1, 1),
        "links": Share(1, 1),
        "images": Share(1, 1),
        "tags": Share(1, 1),
    } == found
    assert all(share.is_whole for share in found.values())


@pytest.mark.parametrize(
    ("change", "part", "share"),
    [
        ("overview: ' '\n", "overview", Share(0, 1)),
        ("tags: []\n", "tags", Share(0, 1)),
        ("relatedpost:\n  program: []\n", "related", Share(0, 1)),
        (
            "references:\n  - title: A\n    link: ''\n  - title: B\n    link: https://x.org\n",
            "links",
            Share(1, 2),
        ),
        ("sessions:\n  session: []\n", "sessions", Share(0, 1)),
        ("sessions:\n  session: []\n", "sessions.overview", Share(0, 0)),
    ],
)
def test_what_is_blank_or_empty_is_missing(change: str, part: str, share: Share) -> None:
    """A blank text counts for nothing, and so does an empty list."""
    found = shares(program(change))[part]
    assert share == found
    assert not found.is_whole
