"""`resilify link-check`, against a web of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factory import program, write
from linked import alone, with_links
from program import Program
from web import Web, local_web


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a web on loopback."""
    with local_web() as served:
        yield served


def test_nothing_is_asked_offline(resilify: Program, folder: Path, web: Web) -> None:
    """What the catalogue itself can tell is told all the same."""
    write(
        folder, {"content/x.md": with_links(web.url("/ok"), "example.org/x").replace("easing-worry", "gone")}
    )
    outcome = resilify("link-check", "content/x.md", "--offline", "--allow-private")
    assert [] == web.requests
    assert (
        1,
        "content/x.md:21:13: RES301 no program has the slug 'gone'; the site drops this card\n"
        "content/x.md:29:11: RES402 the link has no scheme, so that it opens nothing\n",
        "5 links (4 different): 1 broken, 1 invalid, 2 excluded\n",
    ) == (outcome.status, outcome.out, outcome.err)


def test_every_status_of_the_web_is_told(resilify: Program, folder: Path, web: Web) -> None:
    """Each link once, with its code and the line that it stands on."""
    paths = ["/ok", "/redirect/301/ok", "/status/404", "/status/403", "/reset", "/limited/0", "/loop"]
    alone(folder, *(web.url(path) for path in paths))
    outcome = resilify("link-check", "one", "--allow-private", "--format", "json", "--timeout", "5")
    told = {
        link["url"].removeprefix(web.base): (link["status"], link["code"], link["http"])
        for link in outcome.data["links"]
        if link["kind"] == "url"
    }
    assert {
        "/ok": ("ok", None, 200),
        "/redirect/301/ok": ("redirected", "RES455", 200),
        "/status/404": ("broken", "RES451", 404),
        "/status/403": ("blocked", "RES452", 403),
        "/reset": ("transient", "RES453", None),
        "/limited/0": ("ok", None, 200),
        "/loop": ("broken", "RES451", 302),
    } == told
    assert 1 == outcome.status
    assert {"links": 15, "unique": 9, "ok": 3, "broken": 2, "excluded": 1} == {
        key: outcome.data["summary"][key] for key in ("links", "unique", "ok", "broken", "excluded")
    }


def test_a_thousand_copies_of_a_link_make_one_request(resilify: Program, folder: Path, web: Web) -> None:
    """And are one link, with a thousand places."""
    alone(folder, *[web.url("/ok/same")] * 1000)
    data = resilify("link-check", "one", "--allow-private", "--format", "json").data
    assert ["HEAD"] == web.asked("/ok/same")
    (link,) = [link for link in data["links"] if link["kind"] == "url"]
    assert (
        1000,
        {"path": "one/calm.md", "line": 25, "column": 11, "field": "references[0].link", "program": "calm"},
    ) == (len(link["occurrences"]), link["occurrences"][0])


def test_a_private_address_is_never_called_unasked(resilify: Program, folder: Path, web: Web) -> None:
    """It is invalid: no reader can reach it."""
    alone(folder, web.url("/ok"))
    outcome = resilify("link-check", "one")
    assert (1, []) == (outcome.status, web.requests)
    assert "one/calm.md:25:11: RES454" in outcome.out


def test_only_broken_and_invalid_links_fail(resilify: Program, folder: Path, web: Web) -> None:
    """A refusal is no fault of the page; `-v` shows it."""
    alone(folder, web.url("/status/403"), web.url("/redirect/301/ok"))
    quiet, verbose = (resilify("link-check", "one", "--allow-private", *extra) for extra in ((), ("-v",)))
    assert (0, "", 0) == (quiet.status, quiet.out, verbose.status)
    assert ["RES452", "RES455"] == [line.split()[1] for line in verbose.out.splitlines()]


def test_a_link_of_two_catalogues_is_one(resilify: Program, folder: Path, web: Web) -> None:
    """Asked for once, and told at both places."""
    write(folder, {"b/b.md": with_links(web.url("/status/404")).replace("easing-worry", "b")})
    alone(folder, web.url("/status/404"))
    outcome = resilify("link-check", "one", "b", "--allow-private")
    assert ["b/b.md:25:11", "one/calm.md:25:11"] == [
        line.partition(": ")[0] for line in outcome.out.splitlines()
    ]
    assert ["HEAD", "GET"] == web.asked("/status/404")


def test_links_inside_html_are_found_at_their_characters(resilify: Program, folder: Path, web: Web) -> None:
    """Addresses and images; pages of the site itself, places of this page and mail are left alone."""
    html = f'<p id="x">See <a href="{web.url("/status/410")}">this</a>, <a href="/about">us</a>, <a href="#x">x</a>, <a href="mailto:a@example.org">mail</a>, <a href="www.example.org">old</a> <img src="/img/gone.png"></p>'
    write(
        folder,
        {
            "one/calm.md": program(f"overview: '{html}'\n")
            .replace("easing-worry", "calm")
            .replace("    link: https://example.org/sleep\n", "")
        },
    )
    write(folder, {"media.txt": "static/img/card-1.png\n"})
    outcome = resilify("link-check", "one", "--allow-private", "--media", "media.txt")
    column = len("overview: '") + 1
    assert [
        f"one/calm.md:7:{column + html.index('http')}: RES451",
        f"one/calm.md:7:{column + html.index('www')}: RES402",
        f"one/calm.md:7:{column + html.index('/img')}: RES431",
    ] == [line[: line.index(" ") + 7] for line in outcome.out.splitlines()]


def test_settings_give_the_limits(resilify: Program, folder: Path, web: Web) -> None:
    """The configuration's where no option says otherwise."""
    write(folder, {"resilify.toml": "[link-check]\ntimeout = 0.05\nper-host = 1\nconcurrency = 3\n"})
    alone(folder, web.url("/late/0.3"))
    told = [
        resilify("link-check", "one", "--allow-private", "--format", "json", *extra).data["summary"]
        for extra in ((), ("--timeout", "5"))
    ]
    assert [(1, 1), (0, 2)] == [(summary["transient"], summary["ok"]) for summary in told]


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_tells_what_it_has(folder: Path, web: Web, signal_: signal.Signals) -> None:
    """Status 130, and the report of what was done so far, complete JSON included."""
    alone(folder, web.url("/ok"), web.url("/slow/1"))
    command = [
        sys.executable,
        "-m",
        "resilify_cli",
        "link-check",
        "one",
        "--allow-private",
        "--format",
        "json",
    ]
    running = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")},
    )
    deadline = time.monotonic() + 20
    while not (web.asked("/ok") and web.asked("/slow/1")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.2)
    running.send_signal(signal_)
    out, err = running.communicate(timeout=20)
    statuses = {
        link["url"].removeprefix(web.base): link["status"]
        for link in json.loads(out)["links"]
        if link["kind"] == "url"
    }
    assert (130, {"/ok": "ok"}) == (running.returncode, statuses)
    assert b"Traceback" not in err


def test_a_link_that_goes_wrong_as_written_stands_where_validate_says(
    resilify: Program, folder: Path
) -> None:
    """The same place in every format of both commands."""
    alone(folder, "https://example.org. Accessed in May.", '""')
    data = resilify("link-check", "one", "--offline", "--format", "json").data
    places = [
        (place["line"], place["column"])
        for link in data["links"]
        if link["status"] == "invalid"
        for place in link["occurrences"]
    ]
    found = resilify("validate", "one", "--select", "RES40", "--format", "json").data["diagnostics"]
    assert sorted(places) == [(finding["line"], finding["column"]) for finding in found]
    assert 2 == len(places)


def test_what_is_wrong_as_written_has_the_same_code_in_both_commands(resilify: Program, folder: Path) -> None:
    """In references and in the overview, for links and for images, at the same place."""
    html = "<a href='https//example.org/a?b&amp;c'>a</a> <a href='#'>b</a> <img src='/img/Card-1.png'>"
    links = ("https://doi.org/10,1000/1", "'#x'", "htp://example.org", "library", "example.org")
    text = with_links(*links).replace("<p>Notice worry, and let it pass.</p>", f"<p>{html}</p>")
    write(
        folder,
        {"one/calm.md": text.replace("/img/a.png", "/img/../a.png", 1), "media.txt": "img/card-1.png\n"},
    )
    told, found = (
        [
            line.partition(": ")[0] + line.partition(": ")[2][:7]
            for line in resilify(*command).out.splitlines()
        ]
        for command in (
            ("link-check", "one", "--offline", "--media", "media.txt"),
            ("validate", "one", "--select", "RES301,RES40,RES411,RES43", "--media", "media.txt"),
        )
    )
    assert found == told
    assert {"RES301", "RES402", "RES403", "RES404", "RES407", "RES411", "RES431", "RES432", "RES433"} == {
        line[-7:].strip() for line in told
    }


def test_a_suggestion_is_an_address_that_can_be_written(resilify: Program, folder: Path, web: Web) -> None:
    """What an address cannot hold is percent-encoded, as it went over the wire."""
    alone(folder, web.url("/location/301?/ok/a%2520b%3Fc%20d"))
    data = resilify("link-check", "one", "--allow-private", "--format", "json").data
    (link,) = [link for link in data["links"] if link["kind"] == "url"]
    assert ("redirected", web.url("/ok/a%20b?c%20d")) == (link["status"], link["suggestion"])


@pytest.mark.parametrize("option", ["--timeout", "--max-time"])
@pytest.mark.parametrize("seconds", ["nan", "inf", "0"])
def test_a_time_that_is_none_is_refused(resilify: Program, option: str, seconds: str) -> None:
    """Before anything is asked for."""
    outcome = resilify("link-check", "--offline", option, seconds)
    assert (2, "", True) == (outcome.status, outcome.out, option in outcome.err)
