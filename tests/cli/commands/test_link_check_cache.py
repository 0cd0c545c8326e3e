"""What `link-check` remembers from run to run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factory import write
from linked import alone, services, with_links
from program import Program
from web import Web, local_web


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a web on loopback."""
    with local_web() as served:
        yield served


def test_what_is_well_is_asked_for_once(resilify: Program, folder: Path, web: Web) -> None:
    """The next run takes it from the cache, and says so; what is broken or may come back is asked for again."""
    paths = ["/ok", "/redirect/301/ok/new", "/status/403", "/status/404", "/status/500"]
    alone(folder, *(web.url(path) for path in paths))
    first = resilify("link-check", "one", "--allow-private", "--format", "json").data
    asked = len(web.requests)
    second = resilify("link-check", "one", "--allow-private", "--format", "json").data
    again = [request.path for request in web.requests[asked:]]
    assert {"/status/404", "/status/500"} == set(again)
    assert [0, 3] == [data["summary"]["cached"] for data in (first, second)]
    told = [
        [(link["url"], link["status"], link["suggestion"], link["final_url"]) for link in data["links"]]
        for data in (first, second)
    ]
    assert told[0] == told[1]


def test_what_no_registry_told_is_asked_for_again(resilify: Program, folder: Path, web: Web) -> None:
    """They may tell the next time; what they told is remembered."""
    services(folder, web)
    alone(folder, "https://doi.org/10.5555/unheard-of", "https://doi.org/10.5555/retracted")
    told = []
    for _ in range(2):
        web.requests.clear()
        outcome = resilify("link-check", "one", "--allow-private", "--metadata", "--only", "doi")
        asked = {request.path.partition("?")[0] for request in web.requests}
        told.append((outcome.out.count("RES456"), {path for path in asked if "handles" in path}))
    first = {"/api/handles/10.5555/unheard-of", "/api/handles/10.5555/retracted"}
    assert [(1, first), (1, {"/api/handles/10.5555/unheard-of"})] == told


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ((), 0),
        (("--no-cache",), 1),
        (("--refresh",), 1),
        (("--max-age", "0s"), 1),
        (("--max-age", "1h"), 0),
        (("--allow-host", "example.org"), 1),
    ],
)
def test_a_person_may_have_it_otherwise(
    resilify: Program, folder: Path, web: Web, options: tuple[str, ...], asked: int
) -> None:
    """Neither use nor keep; ask anew; trust what is young enough; other terms are another question."""
    alone(folder, web.url("/ok"))
    resilify("link-check", "one", "--allow-private")
    web.requests.clear()
    resilify("link-check", "one", "--allow-private", *options)
    assert asked == len(web.requests)


def test_without_the_cache_nothing_is_kept(resilify: Program, folder: Path, web: Web) -> None:
    """Not even the file is made."""
    alone(folder, web.url("/ok"))
    resilify("link-check", "one", "--allow-private", "--no-cache")
    assert not (folder / ".cache").exists()


def test_what_was_allowed_once_is_not_allowed_for_ever(resilify: Program, folder: Path, web: Web) -> None:
    """A private address that was called when that was allowed is invalid again when it is not."""
    alone(folder, web.url("/ok"))
    assert [0, 1] == [
        resilify("link-check", "one", *options).status for options in (("--allow-private",), ())
    ]


def test_a_time_that_is_none_is_an_error(resilify: Program, folder: Path) -> None:
    """The message shows how to write one."""
    alone(folder, '""')
    outcome = resilify("link-check", "one", "--max-age", "soon")
    assert (2, "error: --max-age 'soon' is no time; write it as 90s, 30m, 12h or 7d\n") == (
        outcome.status,
        outcome.err,
    )


def test_a_cache_that_cannot_be_is_said_and_no_more(resilify: Program, folder: Path, web: Web) -> None:
    """The links are checked all the same."""
    alone(folder, web.url("/ok"))
    (folder / "file").write_text("", "utf-8")
    outcome = resilify("link-check", "one", "--allow-private", XDG_CACHE_HOME=str(folder / "file"))
    assert 0 == outcome.status
    assert "cannot be used, and nothing is kept" in outcome.err


def test_a_redirect_that_was_remembered_is_left_out_like_any(
    resilify: Program, folder: Path, web: Web
) -> None:
    """Where it led is held against the patterns, though nobody asks."""
    alone(folder, web.url("/redirect/301/ok/new"))
    options = ("--allow-private", "--format", "json", "--only", "url")
    resilify("link-check", "one", *options)
    data = resilify("link-check", "one", *options, "--exclude", ":[0-9]+/ok/new$").data
    (link,) = [link for link in data["links"] if link["kind"] == "url"]
    reason = f"redirects to {web.url('/ok/new')}: --exclude :[0-9]+/ok/new$"
    assert ("excluded", reason, True) == (link["status"], link["reason"], link["cached"])


def command(*options: str) -> list[str]:
    """Return the command line of a check in a process of its own."""
    return [sys.executable, "-m", "resilify_cli", "link-check", "one", "--allow-private", *options]


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of such a process."""
    return {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")}


def interrupted(folder: Path, web: Web, number: signal.Signals) -> subprocess.CompletedProcess[bytes]:
    """Start a check of sixty links, and stop it when a third of the answers was given."""
    alone(folder, *(web.url(f"/late/0.05?{number}") for number in range(60)))
    running = subprocess.Popen(
        command("--per-host", "2", "--format", "json"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder),
    )
    deadline = time.monotonic() + 20
    while len(web.requests) < 22 and time.monotonic() < deadline:
        time.sleep(0.005)
    running.send_signal(number)
    out, err = running.communicate(timeout=20)
    return subprocess.CompletedProcess(running.args, running.returncode, out, err)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to one process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_after_an_interrupt_the_next_run_goes_on(
    resilify: Program, folder: Path, web: Web, number: signal.Signals
) -> None:
    """Status 130 and a report of what was found; the next run asks for exactly what is left."""
    ended = interrupted(folder, web, number)
    assert 130 == ended.returncode
    import json  # noqa: PLC0415 - here alone

    links = json.loads(ended.stdout)["links"]
    known = {link["url"].removeprefix(web.base) for link in links if link["kind"] == "url"}
    assert 15 <= len(known) < 60
    web.requests.clear()
    assert 0 == resilify("link-check", "one", "--allow-private").status
    left = {f"/late/0.05?{number}" for number in range(60)} - known
    assert left == {request.path for request in web.requests}
    assert len(left) == len(web.requests)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_after_a_kill_the_next_run_goes_on(resilify: Program, folder: Path, web: Web) -> None:
    """What was answered before is known, and with two requests under way no more than those are lost."""
    assert -signal.SIGKILL == interrupted(folder, web, signal.SIGKILL).returncode
    first = len(web.requests)
    web.requests.clear()
    assert 0 == resilify("link-check", "one", "--allow-private").status
    assert 60 - first <= len(web.requests) <= 60 - first + 3


WITHOUT_SOCKETS = """
import socket, sys
def refuse(*arguments, **options):
    raise AssertionError("a socket was opened")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
from resilify_cli.__main__ import main
try:
    main()
finally:
    assert "aiohttp" not in sys.modules
    assert "asyncio" not in sys.modules
"""


def test_with_a_warm_cache_nothing_is_opened_nor_loaded(folder: Path, web: Web) -> None:
    """A thousand links that are known cost no socket, and not even the import of the HTTP client."""
    services(folder, web)
    links = [web.url(f"/ok/{number}") for number in range(500)]
    links += [f"https://doi.org/10.5555/exists.{number}" for number in range(500)]
    alone(folder, *links)
    subprocess.run(command("--per-host", "100"), cwd=folder, env=environment(folder), check=True)
    assert 1000 == len(web.requests)
    again = subprocess.run(
        [sys.executable, "-c", WITHOUT_SOCKETS, *command("--format", "json")[3:]],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        check=True,
    )
    assert b'"cached": 1000' in again.stdout
    assert 1000 == len(web.requests)


def test_two_runs_at_once_share_the_cache(resilify: Program, folder: Path, web: Web) -> None:
    """Neither harms the other, and the next run knows what either found."""
    write(folder, {"b/b.md": with_links(*(web.url(f"/late/0.01?b{n}") for n in range(40)))})
    alone(folder, *(web.url(f"/late/0.01?a{number}") for number in range(40)))
    runs = [
        subprocess.Popen([*command()[:4], place, "--allow-private"], cwd=folder, env=environment(folder))
        for place in ("one", "b")
    ]
    assert {0, 1} >= {run.wait(60) for run in runs}
    web.requests.clear()
    resilify("link-check", "one", "b", "--allow-private")
    assert [] == web.requests
