"""The data as YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from render.samples import QUICK, column_of, hostile_texts, page_of, rows, steers
from resilify_cli.report import Report, Table

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]

EXPECTED = r"""title: 睡眠 🏡 é
overview: |-
  first line

  second line
tags:
- 'no'
- '1e3'
- '0o14'
- '2022-02-31'
- 'y'
- a-slug
hidden: "\u202E\e\udc80"
sequence: 12
image: null
""".replace(r"\udc80", r"\uDC80")

DATA = {
    "title": "睡眠 🏡 é",
    "overview": "first line\n\nsecond line",
    "tags": ["no", "1e3", "0o14", "2022-02-31", "y", "a-slug"],
    "hidden": "\u202e\x1b\udc80",
    "sequence": 12,
    "image": None,
}


def test_yaml_is_for_people_and_for_every_reader() -> None:
    """Blocks for lines, quotes for what another reader would take for something else, escapes for what is hidden."""
    assert EXPECTED == rows(Report(DATA, Table((), ())), "yaml")


def test_equal_values_are_no_aliases() -> None:
    """A list that occurs twice is written twice."""
    tags = ["calm"]
    assert "a:\n- calm\nb:\n- calm\n" == rows(Report({"a": tags, "b": tags}, Table((), ())), "yaml")


def test_one_item_is_no_list() -> None:
    """The data is written as it is."""
    assert "{}\n" == rows(page_of(), "yaml")


@pytest.mark.parametrize("loader", LOADERS)
@QUICK
@given(texts=st.lists(hostile_texts, max_size=4))
def test_hostile_texts_read_back(loader: type[yaml.SafeLoader], texts: list[str]) -> None:
    """Both of PyYAML's loaders give every text back exactly; libyaml refuses lone surrogates, and only them."""
    document = rows(column_of(texts), "yaml")
    assert not steers(document.replace("\n", ""))
    has_surrogates = any("\ud800" <= char <= "\udfff" for text in texts for char in text)
    if has_surrogates and loader is not yaml.SafeLoader:
        with pytest.raises(yaml.YAMLError):
            yaml.load(document, Loader=loader)  # noqa: S506 - a safe loader
    else:
        assert texts == [item["title"] for item in yaml.load(document, Loader=loader)]  # noqa: S506 - a safe loader
