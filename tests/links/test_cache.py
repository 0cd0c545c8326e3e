"""What earlier runs have found out."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from resilify_cli.links.cache import Ages, Cache, usual_path
from resilify_cli.links.filters import Filters, patterns
from resilify_cli.links.options import CheckOptions, Header, Services
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus, Metadata

URL = "https://example.org/"
DAY = 24 * 60 * 60


def result(status: LinkStatus = LinkStatus.OK, url: str = URL, kind: LinkKind = LinkKind.URL) -> LinkResult:
    """Return a result with something in every field."""
    metadata = Metadata("Sleep", 2010, retracted=False, source="crossref", other_titles=("Schlaf",))
    return LinkResult(url, kind, status, 200, URL, "why", 2, 30, "https://example.org/new", metadata=metadata)


def keep(path: Path, *results: LinkResult) -> None:
    """Write results down."""
    cache = Cache(path)
    for one in results:
        cache.put("terms", one)
    cache.close()


def known(
    path: Path, url: str = URL, kind: LinkKind = LinkKind.URL, most: float | None = None
) -> LinkResult | None:
    """Read a result."""
    cache = Cache(path, Ages(most))
    try:
        return cache.get("terms", kind, url)
    finally:
        cache.close()


def age(path: Path, seconds: float) -> None:
    """Make all that is kept older."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET at = at - ?", (seconds,))
    connection.close()


def test_what_was_kept_comes_back_marked(tmp_path: Path) -> None:
    """A result is read as it was written, and says that it is from an earlier run."""
    keep(tmp_path / "c", result())
    assert replace(result(), cached=True) == known(tmp_path / "c")
    assert None is known(tmp_path / "c", "https://example.org/other")


@pytest.mark.parametrize(
    ("status", "kind", "days"),
    [
        ("ok", "url", 7),
        ("redirected", "url", 7),
        ("ok", "doi", 30),
        ("blocked", "url", 1),
        ("blocked", "doi", 1),
        ("broken", "url", 0),
        ("transient", "url", 0),
        ("invalid", "url", 0),
        ("excluded", "url", 0),
    ],
)
def test_each_answer_holds_for_its_time(tmp_path: Path, status: str, kind: str, days: int) -> None:
    """What is well holds for long, a refusal for a day, and what is not well is asked for every time."""
    keep(tmp_path / "c", result(LinkStatus(status), kind=LinkKind(kind)))
    age(tmp_path / "c", days * DAY - 60)
    assert (days > 0) == (known(tmp_path / "c", kind=LinkKind(kind)) is not None)
    age(tmp_path / "c", 120)
    assert None is known(tmp_path / "c", kind=LinkKind(kind))


def test_a_person_may_choose_the_time(tmp_path: Path) -> None:
    """A time of one's own goes for all that is kept, and does not bring back what is not."""
    keep(tmp_path / "c", result(LinkStatus.BLOCKED), result(LinkStatus.BROKEN, "https://example.org/gone"))
    age(tmp_path / "c", 2 * DAY)
    assert None is known(tmp_path / "c", most=DAY)
    assert None is not known(tmp_path / "c", most=3 * DAY)
    assert None is known(tmp_path / "c", "https://example.org/gone", most=3 * DAY)


def test_whoever_takes_nothing_old_keeps_for_the_next_run(tmp_path: Path) -> None:
    """A time of nothing asks for everything anew, and what is found out is kept."""
    cache = Cache(tmp_path / "c", Ages(0))
    cache.put("terms", result(LinkStatus.OK))
    assert None is cache.get("terms", LinkKind.URL, URL)
    cache.close()
    assert None is not known(tmp_path / "c")


def test_an_answer_from_the_future_is_none(tmp_path: Path) -> None:
    """Where the clock was wrong, nobody knows how old an answer is."""
    keep(tmp_path / "c", result())
    age(tmp_path / "c", -DAY)
    assert None is known(tmp_path / "c")


def test_a_doi_is_known_in_any_dress(tmp_path: Path) -> None:
    """The address asked for is told, whatever dress the DOI had then."""
    keep(tmp_path / "c", result(url="http://dx.doi.org/10.1000/ABC", kind=LinkKind.DOI))
    found = known(tmp_path / "c", "https://doi.org/10.1000/abc", LinkKind.DOI)
    assert found is not None
    assert "https://doi.org/10.1000/abc" == found.url


def test_an_address_of_any_characters_is_kept(tmp_path: Path) -> None:
    """Lone surrogates and control characters are characters like any other."""
    keep(tmp_path / "c", result(url="https://example.org/\ud800\x00"))
    assert None is not known(tmp_path / "c", "https://example.org/\ud800\x00")


def test_to_refresh_is_to_write_and_not_to_read(tmp_path: Path) -> None:
    """A run that refreshes knows nothing, and the next one what it found."""
    keep(tmp_path / "c", result())
    cache = Cache(tmp_path / "c", reads=False)
    assert None is cache.get("terms", LinkKind.URL, URL)
    cache.put("terms", replace(result(), http=204))
    cache.close()
    found = known(tmp_path / "c")
    assert found is not None
    assert 204 == found.http


@pytest.mark.parametrize(
    "content", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000, b""]
)
def test_a_file_that_is_no_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """What the file held can be asked for again."""
    (tmp_path / "c").write_bytes(content)
    keep(tmp_path / "c", result())
    assert None is not known(tmp_path / "c")


@pytest.mark.parametrize(
    "answer", ["", "{", "[]", "{}", '{"status": "odd"}', '{"status": "ok", "metadata": null, "new": 1}']
)
def test_a_record_that_cannot_be_read_is_none(tmp_path: Path, answer: str) -> None:
    """An answer of another shape is asked for again."""
    keep(tmp_path / "c", result())
    with sqlite3.connect(tmp_path / "c") as connection:
        connection.execute("UPDATE answers SET answer = ?", (answer,))
    connection.close()
    assert None is known(tmp_path / "c")


def test_a_torn_last_record_is_ignored(tmp_path: Path) -> None:
    """A record of which only a part reached the disk is none, and those before it are whole."""
    path = tmp_path / "c"
    cache = Cache(path)
    for number in range(50):
        cache.put("terms", result(url=f"{URL}{number}"))
    log = path.with_name("c-wal")
    data, torn = log.read_bytes(), tmp_path / "torn"
    torn.mkdir()
    (torn / "c").write_bytes(path.read_bytes())
    (torn / "c-wal").write_bytes(data[:-1000])
    cache.close()
    found = [known(torn / "c", f"{URL}{number}") is not None for number in range(50)]
    assert ([True] * 49, False) == (found[:49], found[49])


WRITER = """
import os, signal, sys
from pathlib import Path
from resilify_cli.links.cache import Cache
from resilify_cli.links.results import LinkKind, LinkResult, LinkStatus
cache = Cache(Path(sys.argv[1]))
for number in range(300):
    url = f"https://example.org/{sys.argv[2]}/{number}"
    cache.put("terms", LinkResult(url, LinkKind.URL, LinkStatus.OK))
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
cache.close()
"""


def write_in_processes(path: Path, *names: str) -> list[int]:
    """Let processes write 300 results each, at once; return how they ended."""
    command = [sys.executable, "-c", WRITER, str(path)]
    runs = [subprocess.Popen([*command, name]) for name in names]
    return [run.wait(60) for run in runs]


def all_known(path: Path, *names: str) -> bool:
    """Tell whether all that some processes wrote is there."""
    cache = Cache(path)
    urls = [f"{URL}{name}/{number}" for name in names for number in range(300)]
    found = [cache.get("terms", LinkKind.URL, url) for url in urls]
    cache.close()
    return None not in found


def test_two_runs_at_once_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    """Everything that either of them found out is kept."""
    assert [0, 0] == write_in_processes(tmp_path / "c", "a", "b")
    assert all_known(tmp_path / "c", "a", "b")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_run_that_is_killed_loses_nothing_that_it_told(tmp_path: Path) -> None:
    """What was written is there, though nobody closed the file."""
    assert [-9] == write_in_processes(tmp_path / "c", "killed")
    assert all_known(tmp_path / "c", "killed")


def test_a_full_disk_is_told_once_and_harms_nothing(tmp_path: Path) -> None:
    """What cannot be kept is not kept, and the reason is there for whoever asks."""
    cache = Cache(tmp_path / "c")
    cache._connection.execute("PRAGMA max_page_count = 3")  # noqa: SLF001 - the engine's own full disk
    for number in range(200):
        cache.put("terms", result(url=f"{URL}{number}"))
    assert "database or disk is full" == cache.trouble
    assert None is not cache.get("terms", LinkKind.URL, f"{URL}0")
    cache.close()


def test_where_the_file_cannot_be_the_caller_is_told(tmp_path: Path) -> None:
    """A folder that cannot be made is an error, which the command turns into a note."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OSError, match="file"):
        Cache(tmp_path / "file" / "c")


def test_what_is_very_old_is_forgotten(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    keep(tmp_path / "c", result())
    age(tmp_path / "c", 91 * DAY)
    keep(tmp_path / "c", result(url="https://example.org/new"))
    with sqlite3.connect(tmp_path / "c") as connection:
        assert [(1,)] == connection.execute("SELECT count(*) FROM answers").fetchall()
    connection.close()


def test_answers_are_kept_where_caches_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In `$XDG_CACHE_HOME` where that is a path, else below the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert tmp_path / "x" / "resilify" == usual_path().parent
    for given in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", given)
        assert tmp_path / ".cache" / "resilify" == usual_path().parent


def test_other_terms_are_another_question() -> None:
    """An answer holds only for what it was asked under; how fast it was asked for makes no difference."""
    usual = CheckOptions()
    others = [
        CheckOptions(metadata=True),
        CheckOptions(services=Services(doi="https://other.example.org")),
        CheckOptions(allow_private=True),
        CheckOptions(allow_hosts=frozenset(("a",))),
        CheckOptions(allow_ports=frozenset((1,))),
        CheckOptions(headers=(Header("a", "b"),)),
        CheckOptions(is_insecure=True),
        CheckOptions(uses_proxies=True),
    ]
    terms = [options.terms(LinkKind.DOI) for options in (usual, *others)]
    assert len(terms) == len(set(terms))
    assert usual.terms(LinkKind.URL) == CheckOptions(metadata=True).terms(LinkKind.URL)
    assert usual.terms(LinkKind.URL) != CheckOptions(fragments=True).terms(LinkKind.URL)
    same = CheckOptions(timeout=1, concurrency=2, per_host=1, filters=Filters(patterns(["a"], "")))
    assert usual.terms(LinkKind.DOI) == same.terms(LinkKind.DOI)


def test_reading_is_quick(tmp_path: Path) -> None:
    """A thousand answers are read in a moment."""
    keep(tmp_path / "c", *(result(url=f"{URL}{number}") for number in range(1000)))
    cache = Cache(tmp_path / "c")
    start = time.perf_counter()
    assert all(cache.get("terms", LinkKind.URL, f"{URL}{number}") for number in range(1000))
    assert time.perf_counter() - start < 1
    cache.close()
