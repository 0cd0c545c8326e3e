"""What `link-check` asks for, of whom, and what it makes of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factory import program, write
from linked import alone, services, with_links
from program import Program
from resilify_cli.cli.link_options import KINDS
from resilify_cli.links.results import LinkKind
from web import VALID, Web, local_web


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a web on loopback."""
    with local_web() as served:
        yield served


def statuses(data: Any, web: Web) -> dict[str, tuple[str, str | None]]:
    """Return the status and the reason of each web link."""
    return {
        link["url"].removeprefix(web.base): (link["status"], link["reason"])
        for link in data["links"]
        if link["kind"] in ("url", "doi")
    }


# What fails


@pytest.mark.parametrize(
    ("path", "options", "expected"),
    [
        ("/status/404", "", (1, 1)),
        ("/status/403", "", (0, 0)),
        ("/status/403", "--fail-on blocked", (1, 1)),
        ("/status/404", "--fail-on blocked", (0, 1)),
        ("/redirect/302/ok", "--fail-on broken,redirected", (1, 1)),
        ("/garbage", "--fail-on blocked --fail-on transient", (1, 1)),
        ("/redirect/302/ok", "--strict", (1, 1)),
        ("/ok", "--strict", (0, 0)),
    ],
)
def test_a_person_says_what_fails(
    resilify: Program, folder: Path, path: str, options: str, expected: tuple[int, int]
) -> None:
    """Broken and invalid links unless said otherwise; what fails is shown."""
    with local_web() as web:
        alone(folder, web.url(path))
        outcome = resilify("link-check", "one", "--allow-private", "--only", "url", *options.split())
    assert expected == (outcome.status, outcome.out.count("one/calm.md:25:11: "))


def test_what_fails_may_be_configured(resilify: Program, folder: Path, web: Web) -> None:
    """The option goes before the configuration; a word that is none is an error."""
    write(folder, {"resilify.toml": '[link-check]\nfail-on = ["blocked"]\n'})
    alone(folder, web.url("/status/403"))
    told = [
        resilify("link-check", "one", "--allow-private", *o).status for o in ((), ("--fail-on", "broken"))
    ]
    wrong = resilify("link-check", "one", "--fail-on", "brokn")
    assert ([1, 0], 2) == (told, wrong.status)
    assert "no outcome is called 'brokn'; did you mean broken?" in wrong.err


# What is asked for


def test_what_is_left_out_is_told_with_its_reason(resilify: Program, folder: Path, web: Web) -> None:
    """Addresses by patterns, also where a redirect leads; kinds by name. Nothing of it is asked for."""
    alone(folder, *(web.url(path) for path in ("/ok/a", "/ok/b", "/redirect/302/ok/a", "/elsewhere")))
    arguments = ("--exclude", "/ok/a$", "--include", "/ok/", "--skip", "related")
    data = resilify("link-check", "one", "--allow-private", *arguments, "--format", "json").data
    assert {
        "/ok/a": ("excluded", "--exclude /ok/a$"),
        "/ok/b": ("ok", None),
        "/redirect/302/ok/a": ("excluded", "--exclude /ok/a$"),
        "/elsewhere": ("excluded", "no --include matches"),
    } == statuses(data, web)
    assert ["/ok/b"] == [request.path for request in web.requests]
    assert {"--skip related"} == {link["reason"] for link in data["links"] if link["kind"] == "related"}


def test_a_redirect_is_held_against_the_patterns(resilify: Program, folder: Path, web: Web) -> None:
    """The link itself is wanted, the page that it leads to is not, and is not called."""
    alone(folder, web.url("/redirect/302/status/404"))
    exclude = ("--exclude", ":[0-9]+/status")
    data = resilify("link-check", "one", "--allow-private", *exclude, "--format", "json").data
    reason = f"redirects to {web.url('/status/404')}: --exclude :[0-9]+/status"
    assert {"/redirect/302/status/404": ("excluded", reason)} == statuses(data, web)
    assert [] == web.asked("/status/404")


def test_a_dry_run_lists_and_asks_nothing(resilify: Program, folder: Path, web: Web) -> None:
    """A row for each place, with what is known already and what is left out left out."""
    alone(folder, web.url("/ok/1"), web.url("/ok/2"), web.url("/ok/1"))
    resilify("link-check", "one", "--allow-private", "--include", "/ok/2")
    web.requests.clear()
    rows = resilify("link-check", "one", "--allow-private", "--dry-run")
    assert [
        ["url", web.url("/ok/1"), "one/calm.md", "25", "11", "references[0].link"],
        ["url", web.url("/ok/1"), "one/calm.md", "33", "11", "references[2].link"],
    ] == rows.rows
    assert "1 link would be asked for, at 2 places; 1 more are known from earlier runs\n" == rows.err
    data = resilify(
        "link-check", "one", "--allow-private", "--dry-run", "--no-cache", "--format", "json"
    ).data
    assert [(web.url("/ok/1"), "url", 2), (web.url("/ok/2"), "url", 1)] == [
        (link["url"], link["kind"], len(link["occurrences"])) for link in data
    ]
    assert [] == web.requests
    refused = (("--format", "sarif"), ("--fix",), ("--output", "x.json"))
    assert [2, 2, 2] == [resilify("link-check", "one", "--dry-run", *options).status for options in refused]


def test_only_what_changed_is_asked_for(resilify: Program, folder: Path, web: Web) -> None:
    """Files that differ from a git revision, or are new to git."""
    write(folder, {"c/old.md": with_links(web.url("/ok/old")), "c/new.md": with_links(web.url("/ok/new"))})
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*git, "add", "c/old.md"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-qm", "x"], cwd=folder, check=True)
    resilify("link-check", "c", "--allow-private", "--changed-since", "HEAD")
    assert ["/ok/new"] == [request.path for request in web.requests]


def test_links_are_found_wherever_they_stand(resilify: Program, folder: Path, web: Web) -> None:
    """In citations, overviews, sessions and Markdown bodies, each at its own characters."""
    services(folder, web)
    text = program(
        f"overview: <p>See {web.url('/ok/overview')}, or doi:10.5555/exists &amp; more.</p>\n"
        "references:\n  - title: Work\n"
        f"    reference: >-\n      Doe, J. doi:10.5555/EXISTS.\n      See {web.url('/ok/citation')}.\n    image: /img/a.png\n"
    )
    body = f"\n# More\n\n[a]({web.url('/ok/body')}) <img src='{web.url('/ok/img')}'>\n"
    write(folder, {"one/calm.md": text + body})
    rows = resilify("link-check", "one", "--allow-private", "--dry-run").rows
    lines = (text + body).splitlines()
    found = {(kind, field): (int(line), int(column)) for kind, _, _, line, column, field in rows}
    assert {
        ("url", "overview"),
        ("doi", "overview"),
        ("doi", "references[0].reference"),
        ("url", "references[0].reference"),
        ("url", "body"),
    } == set(found)
    for (kind, field), (line, column) in found.items():
        start = lines[line - 1][column - 1 :]
        assert start.startswith("10.5555/" if kind == "doi" else web.base), field
    resilify("link-check", "one", "--allow-private")
    asked = [request.path for request in web.requests]
    assert 1 == asked.count("/api/handles/10.5555/exists?type=URL")
    assert {"/ok/body", "/ok/img", "/ok/citation", "/ok/overview"} <= set(asked)


# What is known of works


def cited(title: str, suffix: str) -> str:
    """Return a reference to a work."""
    return (
        f"  - title: {title}\n    reference: Doe, J. (2010).\n"
        f"    link: https://doi.org/10.5555/{suffix}\n    image: /img/a.png\n"
    )


def test_retracted_works_and_other_works_are_told(resilify: Program, folder: Path, web: Web) -> None:
    """At the link of the reference, in words; they fail only where that is asked for."""
    services(folder, web)
    references = cited("A study of sleep", "retracted") + cited("A study of sleep", "other")
    references += cited("A Study of Sleep.", "subtitle") + cited("A study", "unheard-of")
    write(folder, {"one/calm.md": program(f"references:\n{references}")})
    arguments = ("link-check", "one", "--allow-private", "--metadata", "--only", "doi")
    outcome = resilify(*arguments)
    retracted, other = "https://doi.org/10.5555/retracted", "https://doi.org/10.5555/other"
    assert (
        0,
        f"one/calm.md:25:11: RES456 {retracted}: the work was retracted: 'A study of sleep'\n"
        f"one/calm.md:29:11: RES457 {other} is another work: 'The care of tomatoes' (2010)\n",
    ) == (outcome.status, outcome.out)
    assert "2 citations with a wrong or retracted work" in outcome.err
    data = resilify(*arguments, "--fail-on", "metadata", "--format", "json")
    assert 1 == data.status
    told = [link["metadata"] for link in data.data["links"] if link["kind"] == "doi"]
    assert [
        {"title": "A study of sleep", "year": 2010, "matches": True, "retracted": True, "source": "crossref"},
        {
            "title": "The care of tomatoes",
            "year": 2010,
            "matches": False,
            "retracted": False,
            "source": "crossref",
        },
        {
            "title": "A Study of Sleep: Six months in a & row",
            "year": 2010,
            "matches": True,
            "retracted": False,
            "source": "crossref",
        },
        None,
    ] == told


def test_a_work_that_is_cited_twice_in_a_reference_is_told_once(
    resilify: Program, folder: Path, web: Web
) -> None:
    """The link and the citation hold the same DOI."""
    services(folder, web)
    text = cited("A study of sleep", "retracted").replace("(2010).", "(2010). doi:10.5555/retracted")
    write(folder, {"one/calm.md": program(f"references:\n{text}")})
    out = resilify("link-check", "one", "--allow-private", "--metadata", "--only", "doi").out
    assert ["one/calm.md:25:11:"] == [line.split()[0] for line in out.splitlines()]


def test_a_dead_page_is_told_with_its_snapshot(resilify: Program, folder: Path, web: Web) -> None:
    """The help says what to write."""
    services(folder, web)
    alone(folder, web.url("/status/410"))
    outcome = resilify(
        "link-check", "one", "--allow-private", "--suggest-archive", "--only", "url", "--format", "text"
    )
    assert f"= help: write {web.base}/web/20240102030405/" in outcome.out


def test_a_part_that_is_not_there_is_told_with_the_nearest(resilify: Program, folder: Path, web: Web) -> None:
    """Ids and names of anchors, as written or percent-encoded; only where that is asked for."""
    good = ["/page#top-part", "/page#m%C3%B6re", "/page#old", "/page#top", "/page#:~:text=x", "/ok#x"]
    alone(folder, *(web.url(path) for path in (*good, "/page#top-prt")))
    assert 0 == resilify("link-check", "one", "--allow-private", "--no-cache").status
    outcome = resilify("link-check", "one", "--allow-private", "--fragments", "--format", "json")
    (link,) = [link for link in outcome.data["links"] if link["status"] == "broken"]
    assert (
        1,
        "RES458",
        web.url("/page#top-prt"),
        "the page has no part 'top-prt'",
        web.url("/page#top-part"),
        200,
    ) == (outcome.status, *(link[key] for key in ("code", "url", "reason", "suggestion", "http")))


# Of whom, and how


def test_headers_go_to_the_links_own_host(resilify: Program, folder: Path, web: Web) -> None:
    """To every host without one being named, to that alone where one is; after a redirect to another, nowhere."""
    with local_web() as other:
        there = other.url("/ok").replace("127.0.0.1", "localhost")
        alone(folder, web.url(f"/location/302?{there}"), web.url("/ok"))
        headers = (
            "--header",
            "X-Test: yes",
            "--header",
            "127.0.0.1=Authorization: Bearer x",
            "--header",
            "x.example=Cookie: a",
        )
        resilify("link-check", "one", "--allow-private", *headers)
        asked = [
            (r.headers.get("x-test"), r.headers.get("authorization"), r.headers.get("cookie"))
            for r in web.requests
        ]
        away = [(r.headers.get("x-test"), r.headers.get("authorization")) for r in other.requests]
    assert [("yes", "Bearer x", None)] * 2 == asked
    assert [(None, None)] == away


def test_the_configuration_opens_no_doors(resilify: Program, folder: Path, web: Web) -> None:
    """A private service that it names is not called, unless a person allows its host: a pull request may change it."""
    services(folder, web)
    alone(folder, "https://doi.org/10.5555/exists")
    arguments = ("link-check", "one", "--only", "doi", "--metadata", "--format", "json")
    closed = statuses(resilify(*arguments).data, web)
    assert "a private address (127.0.0.1)" in (closed["https://doi.org/10.5555/exists"][1] or "")
    assert [] == web.requests
    opened = statuses(resilify(*arguments, "--allow-host", "127.0.0.1").data, web)
    assert ("ok", None) == opened["https://doi.org/10.5555/exists"]


def test_the_kinds_that_may_be_named_are_all_there_are() -> None:
    """The options know them without loading what checks links."""
    assert tuple(LinkKind) == KINDS


@pytest.mark.parametrize(
    "header", ["Authorization: x", "cookie: x", "no header", "a b: c", "X-A: 1\r\nX-B: 2"]
)
def test_a_header_that_would_harm_is_refused(resilify: Program, folder: Path, header: str) -> None:
    """Credentials for everybody, and what is no header."""
    alone(folder, '""')
    outcome = resilify("link-check", "one", "--header", header)
    assert (2, True) == (outcome.status, outcome.err.startswith("error: --header "))


def test_a_host_and_a_port_may_be_allowed(resilify: Program, folder: Path, web: Web) -> None:
    """A host with all its ports, and no other host; a port for public hosts only."""
    alone(folder, web.url("/ok"))
    told = [
        resilify("link-check", "one", *options, "--only", "url", "--no-cache").status
        for options in (
            ("--allow-host", "127.0.0.1"),
            ("--allow-host", "127.0.0.2"),
            ("--allow-port", str(web.port)),
        )
    ]
    assert [0, 1, 1] == told


def test_certificates_are_trusted_when_a_person_says_so(resilify: Program, folder: Path) -> None:
    """One that the machine does not know is broken; with a file of it, or with `--insecure`, it is not."""
    write(folder, {"ca.pem": VALID})
    with local_web(VALID) as secure:
        alone(folder, f"https://127.0.0.1:{secure.port}/ok")
        told = [
            resilify("link-check", "one", "--allow-private", "--only", "url", *options).status
            for options in ((), ("--insecure",), ())
        ]
    assert [1, 0, 1] == told
    outcome = resilify("link-check", "one", "--ca-file", "gone.pem")
    assert (2, "error: no such file: gone.pem; --ca-file takes certificates in PEM form\n") == (
        outcome.status,
        outcome.err,
    )


def test_proxies_are_used_when_that_is_asked_for(resilify: Program, folder: Path, web: Web) -> None:
    """The environment alone changes nothing; with the option, the proxy is asked for the whole address."""
    alone(folder, "http://nowhere.example.org/ok")
    environment = {"HTTP_PROXY": web.base, "http_proxy": web.base, "NO_PROXY": "", "no_proxy": ""}
    outcome = resilify("link-check", "one", "--use-proxies", "--only", "url", **environment)
    assert 0 == outcome.status
    assert ["http://nowhere.example.org/ok"] == [request.path for request in web.requests]


def test_the_whole_run_may_be_limited(resilify: Program, folder: Path, web: Web) -> None:
    """What is not known in time is left out, with the reason."""
    alone(folder, web.url("/ok"), web.url("/slow"))
    data = resilify("link-check", "one", "--allow-private", "--max-time", "0.5", "--format", "json").data
    assert {"/ok": ("ok", None), "/slow": ("excluded", "the run was over after 0.5 s")} == statuses(data, web)


# What is shown


def test_hosts_with_trouble_are_told_on_a_terminal(resilify: Program, folder: Path, web: Web) -> None:
    """Those with most of it first; with `-v`, and in JSON, all."""
    alone(folder, web.url("/ok"), web.url("/status/404"))
    told = resilify("link-check", "one", "--allow-private", "--only", "url", terminal=100)
    assert "  127.0.0.1: 1 ok, 1 broken\n" in told.err
    data = resilify("link-check", "one", "--allow-private", "--only", "url", "--format", "json").data
    assert [{"host": "127.0.0.1", "links": 2, "ok": 1, "broken": 1}] == data["hosts"]


@pytest.mark.parametrize(
    "name", ["text", "concise", "ndjson", "github", "gitlab", "sarif", "junit", "markdown"]
)
def test_every_format_of_validate_shows_what_was_found(
    resilify: Program, folder: Path, web: Web, name: str
) -> None:
    """The code of the finding is in each."""
    alone(folder, web.url("/status/404"))
    outcome = resilify("link-check", "one", "--allow-private", "--format", name)
    assert (1, True) == (outcome.status, "RES451" in outcome.out)


def test_a_report_may_go_into_a_file(resilify: Program, folder: Path, web: Web) -> None:
    """In the format that its ending speaks of, while the screen shows the usual one."""
    alone(folder, web.url("/status/404"))
    outcome = resilify("link-check", "one", "--allow-private", "--output", "links.json")
    assert 1 == json.loads((folder / "links.json").read_text("utf-8"))["summary"]["broken"]
    assert "RES451" in outcome.out
