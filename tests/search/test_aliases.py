"""What people say for what programs call it: the package's list, and the editor's own over it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from factory import write
from resilify_cli.errors import ConfigurationError
from resilify_cli.search.aliases import NAME, find_aliases, load_aliases
from resilify_cli.search.rewriting import telling_words
from resilify_cli.search.store import Stemmer
from resilify_cli.search.words import FUNCTION_WORDS


def test_the_package_has_a_list() -> None:
    """It is sound, of some hundreds, and its keys are folded words."""
    aliases = load_aliases()
    assert len(aliases) > 150
    assert ("insomnia", "sleep") == aliases["cant sleep"]
    assert all(key == " ".join(key.lower().split()) for key in aliases)


def test_an_editor_s_list_goes_over_it(tmp_path: Path) -> None:
    """It adds, overrides, and switches off."""
    own = "cabin fever: [Social Support, stress]\nCan't sleep: rest\nlazy: []\n"
    aliases = load_aliases(write(tmp_path, {NAME: own}) / NAME)
    assert ("social support", "stress") == aliases["cabin fever"]
    assert ("rest",) == aliases["cant sleep"]
    assert () == aliases["lazy"]
    assert "low mood" in aliases


def test_an_empty_list_changes_nothing(tmp_path: Path) -> None:
    """Also one of comments alone."""
    assert load_aliases() == load_aliases(write(tmp_path, {NAME: "# later\n"}) / NAME)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a b: [c\n", 1, "never closed"),
        ("- low mood\n", 1, "no list of what is said"),
        ("low mood: depression\nlow mood: sadness\n", 2, "a second time"),
        ("low mood: depression\nLow  Mood: sadness\n", 2, "a second time"),
        ("x y: z\nthe: depression\n", 2, "has no word that tells anything"),
        ("'?!': depression\n", 1, "has no word that tells anything"),
        ("low mood: 7\n", 1, "what is meant must be text"),
        ("low mood:\n", 1, "what is meant must be text"),
        ("low mood:\n  - depression\n  - '!'\n", 3, "what is meant must be text"),
        ("low mood: &a depression\n", 1, "anchor"),
        ("low mood: !!x depression\n", 1, "not allowed here; write, for example"),
    ],
)
def test_a_list_that_means_nothing_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    """With the line, what is wrong there, and an example."""
    path = write(tmp_path, {NAME: text}) / NAME
    with pytest.raises(ConfigurationError, match=message) as raised:
        load_aliases(path)
    assert str(raised.value).startswith(f"{path.as_posix()}:{line}: ")


def test_a_list_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Because it is not there, or not UTF-8."""
    with pytest.raises(ConfigurationError, match="cannot read"):
        load_aliases(tmp_path / NAME)
    with pytest.raises(ConfigurationError, match="cannot read"):
        load_aliases(write(tmp_path, {NAME: b"caf\xe9: x\n"}) / NAME)


def test_the_nearest_list_is_found(tmp_path: Path) -> None:
    """In the content folder, else above it."""
    write(tmp_path, {NAME: "", "content/x.md": ""})
    assert tmp_path / NAME == find_aliases(tmp_path / "content")
    write(tmp_path, {f"content/{NAME}": ""})
    assert tmp_path / "content" / NAME == find_aliases(tmp_path / "content")


def test_every_entry_of_the_package_stands_for_itself() -> None:
    """No two come to the same words, and none hangs on one little word that everybody says."""
    keys = [frozenset(telling_words(said)) for said in load_aliases()]
    little = FUNCTION_WORDS | {"cant"}
    assert [] == [key for key in keys if len(key) == 1 and key <= little]
    with closing(Stemmer()) as stemmer:
        words = sorted(set().union(*keys) - little)
        stems = dict(zip(words, stemmer.stems(words), strict=True))
    # "ups" is none of the little words, but its stem is.
    stemmed = [frozenset(stems.get(word, word) for word in key) for key in keys]
    assert [] == [key for key, times in Counter(stemmed).items() if times > 1]
