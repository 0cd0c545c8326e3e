"""The links of programs, with their places."""

from __future__ import annotations

from pathlib import Path

from factory import program, write
from resilify_cli.catalogue import load_catalogue
from resilify_cli.links.extract import Link, extract, identity, merged
from resilify_cli.links.results import LinkKind


def links(tmp_path: Path, text: str) -> list[Link]:
    """Return the links of one program."""
    return extract(load_catalogue(write(tmp_path, {"calm.md": text})).programs)


def told(found: list[Link]) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """Return kind, address and places of links."""
    return [
        (
            link.kind.value,
            link.url,
            [
                (span.line, span.column)
                for place in link.places
                for document in [place.program.document]
                for span in [
                    document.span(*place.extent)
                    if place.extent
                    else document.locate(place.at, *(place.within or (None, None)))
                ]
            ],
        )
        for link in found
    ]


def test_a_sicis_doi_is_whole_at_its_characters(tmp_path: Path) -> None:
    """Brackets of all kinds belong to it; in HTML they are written as character references."""
    sici = "10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-T"
    html = sici.replace("<", "&lt;").replace(">", "&gt;")
    text = program(
        f'overview: "<p>See {html}.</p>"\nreferences:\n  - title: A\n    reference: "Doe. doi:{sici}."\n'
        f'    link: "https://doi.org/{sici}"\n    image: /img/a.png\n'
    )
    found = merged(link for link in links(tmp_path, text) if link.kind is LinkKind.DOI)
    address = "https://doi.org/10.1002/(SICI)1097-4679(199901)55:1%3C1::AID-JCLP1%3E3.0.CO;2-T"
    lines = text.splitlines()
    assert [("doi", address)] == [(kind, url) for kind, url, _ in told(found)]
    (places,) = [places for _, _, places in told(found)]
    assert 3 == len(places)
    starts = [lines[line - 1][column - 1 :] for line, column in places]
    assert [True, True, True] == [
        start.startswith(("10.1002/(SICI)", '"https://doi.org/10.')) for start in starts
    ]


def test_dois_are_the_same_in_any_dress_and_case() -> None:
    """What differs is how they are written."""
    dresses = [
        "https://doi.org/10.1000/ABC",
        "http://dx.doi.org/10.1000/abc",
        "https://doi.org/10.1000%2Fabc",
    ]
    assert {"10.1000/abc"} == {identity(LinkKind.DOI, dress) for dress in dresses}
    assert "https://a.example/A" == identity(LinkKind.URL, "https://a.example/A")


def test_the_text_of_a_link_is_no_link_of_its_own(tmp_path: Path) -> None:
    """An address that an overview shows as the text of the link to it stands there once."""
    text = program(
        'overview: <a href="https://a.example/x">https://a.example/x</a>\n', without=("references",)
    )
    assert [("url", "https://a.example/x", [(7, 20)])] == [
        one for one in told(links(tmp_path, text)) if one[0] == "url"
    ]


def test_sessions_and_titles_may_hold_links(tmp_path: Path) -> None:
    """Whatever a reader sees is looked at."""
    text = program().replace("How a week of worry looks from a distance.", "See https://a.example/x, or not.")
    assert ("url", "https://a.example/x", [(14, 21)]) in told(links(tmp_path, text))


def test_a_link_of_the_body_stands_in_the_body(tmp_path: Path) -> None:
    """Lines and columns are those of the file."""
    text = program()
    found = told(links(tmp_path, f"{text}\nSee [a](https://a.example/x).\n"))
    assert ("url", "https://a.example/x", [(text.count("\n") + 2, 9)]) in found
