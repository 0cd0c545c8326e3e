"""Slugs of titles."""

from __future__ import annotations

import pytest

from resilify_cli.slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Quiet Evenings", "quiet-evenings"),
        ("Coping with IBS (CBT)", "coping-with-ibs-cbt"),
        ("  Self--Compassion: A Path! ", "self-compassion-a-path"),
        ("Don't Worry", "dont-worry"),
        ("Don’t Worry", "dont-worry"),
        ("Señor Müller's Café_Straße", "senor-mullers-cafe-strasse"),
        ("心の健康", "心の健康"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_a_title_makes_a_slug(title: str, slug: str) -> None:
    """Lower case, no accents, words joined by single hyphens."""
    assert slug == slugify(title)
