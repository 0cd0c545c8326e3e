"""What `link-check --fix` writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factory import program, write
from linked import alone, services, with_links
from program import Program
from web import Web, local_web


@pytest.fixture
def web() -> Iterator[Web]:
    """Return a web on loopback."""
    with local_web() as served:
        yield served


def text(folder: Path, name: str = "one/calm.md") -> str:
    """Return a file as it is now."""
    return (folder / name).read_text("utf-8")


def test_a_page_that_moved_for_good_gets_its_new_address(resilify: Program, folder: Path, web: Web) -> None:
    """Passing redirects, front pages and what is dead stay as they are, and so does everything else."""
    paths = ["/redirect/301/ok/new", "/redirect/302/ok/new", "/redirect/301/", "/status/404"]
    alone(folder, *(web.url(path) for path in paths))
    before = text(folder)
    outcome = resilify("link-check", "one", "--allow-private", "--fix", "--only", "url")
    assert before.replace(web.url(paths[0]), web.url("/ok/new")) == text(folder)
    assert (1, "1 fixed; 1 ok, 2 redirected, 1 broken") == (
        outcome.status,
        outcome.err.partition("different): ")[2].partition(", 2 excluded")[0],
    )


def test_what_could_be_fixed_is_said(resilify: Program, folder: Path, web: Web) -> None:
    """How many pages have moved for good; passing redirects do not count."""
    alone(folder, web.url("/redirect/301/ok/new"), web.url("/redirect/302/ok/new"))
    err = resilify("link-check", "one", "--allow-private", "--only", "url").err
    assert err.endswith("2 redirected, 2 excluded (1 moved for good: --fix writes where to)\n")


def test_a_second_run_changes_nothing(resilify: Program, folder: Path, web: Web) -> None:
    """What was fixed is fixed."""
    alone(folder, web.url("/redirect/301/redirect/308/ok/new"))
    resilify("link-check", "one", "--allow-private", "--fix")
    after = text(folder)
    assert "fixed" not in resilify("link-check", "one", "--allow-private", "--fix").err
    assert after == text(folder)


def test_an_address_in_html_is_written_as_html(resilify: Program, folder: Path, web: Web) -> None:
    """What has a meaning in HTML is escaped there; what was written before stays as it is."""
    link = web.url("/location/301?/ok/new%3Fa=1%26b='2'")
    html = f'<p>See <a href="{link}">this</a>.</p>'
    write(folder, {"one/calm.md": program(f"overview: |-\n  {html}\n", without=("references",))})
    resilify("link-check", "one", "--allow-private", "--fix")
    there = web.url("/ok/new?a=1&amp;b='2'")
    assert f'  <p>See <a href="{there}">this</a>.</p>\n' in text(folder)


def test_an_address_in_a_citation_is_written_in_its_place(resilify: Program, folder: Path, web: Web) -> None:
    """The words around it stay."""
    cited = f"Doe, J. (2010). Sleep. Available at {web.url('/redirect/301/ok/new')}."
    write(folder, {"one/calm.md": program().replace("Doe, J. (2010). Sleep, 1, 1–2.", cited)})
    resilify("link-check", "one", "--allow-private", "--fix", "--exclude", "example.org")
    assert f"    reference: Doe, J. (2010). Sleep. Available at {web.url('/ok/new')}.\n" in text(folder)


def test_links_are_put_right_as_validate_does_and_then_asked_for(
    resilify: Program, folder: Path, web: Web
) -> None:
    """A DOI of the citation becomes the link, an empty link is filled, a scheme is added; each is checked at once."""
    services(folder, web)
    references = (
        "references:\n"
        "  - title: A\n    reference: Doe. doi:10.5555/exists\n    image: /img/a.png\n"
        '  - title: B\n    reference: Doe. doi:10.5555/missing.\n    link: ""\n    image: /img/a.png\n'
    )
    write(folder, {"one/calm.md": program(references)})
    outcome = resilify("link-check", "one", "--allow-private", "--fix", "--only", "doi", "--format", "json")
    assert "    link: https://doi.org/10.5555/exists\n" in text(folder)
    assert '    link: "https://doi.org/10.5555/missing"\n' in text(folder)
    assert 2 == outcome.data["summary"]["fixed"]
    told = [
        (link["status"], sorted((place["line"], place["field"]) for place in link["occurrences"]))
        for link in outcome.data["links"]
        if link["kind"] == "doi"
    ]
    assert [
        ("ok", [(24, "references[0].reference"), (25, "references[0].link")]),
        ("broken", [(28, "references[1].reference"), (29, "references[1].link")]),
    ] == told


def test_without_fix_nothing_is_written(resilify: Program, folder: Path, web: Web) -> None:
    """A check reads."""
    alone(folder, web.url("/redirect/301/ok/new"), "example.org/x")
    before = text(folder)
    resilify("link-check", "one", "--allow-private")
    assert before == text(folder)


def test_only_the_files_that_were_named_are_written(resilify: Program, folder: Path, web: Web) -> None:
    """The catalogue around them is read, and left alone."""
    moved = web.url("/redirect/301/ok/new")
    write(folder, {"b/x.md": with_links(moved), "b/y.md": with_links(moved)})
    resilify("link-check", "b/x.md", "--allow-private", "--fix")
    assert [False, True] == [moved in text(folder, f"b/{name}.md") for name in "xy"]
