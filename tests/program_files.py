"""Program files as they may be: any style of scalar, line endings, comments, and mistakes of which many rules speak."""

from __future__ import annotations

import re
from typing import Any, Final

from hypothesis import strategies as st

TITLES: Final = [
    "A Calmer Week", "A Calmer  Week", " A Calmer Week", "A Calmer Week ", "A Calmer Week.", "A <b>Calmer</b> Week", "Rest &amp; Recovery",
    "Self- compassion at home", "Rest,walk and sleep", "It's a week that’s calm", "Don’t worry: it's over", "012", "1:30", "No", "2022-02-14",
    "Quiet Evenings", "quiet evenings", "Silent Evenings", "Easing Worry", "Letting go of worry", "Rest # and more", "“Rest”", "é\u00a0b", "\U0001f600 Smile",
]  # fmt: skip
PROSE: Final = [
    "How a week of worry looks from a distance.", "Note down  three worries,and let them pass.", "It’s a start; don't stop. ", "Rest&nbsp;well.",
    "A \"quoted\" word, and 'another'", "One line\nand another\n\nand a third", "Self- compassion - or - what", "Go to https://example.org/a,b and rest.",
    "- not a list", "key: value", "Tab\there", "Words \\ back", "Very long words that are folded over several lines because there are so many of them here",
]  # fmt: skip
HTML: Final = [
    "<p>", "</p>", "<p>Rest.</p>", '<span style="font-weight: 400;">a b</span>', "<span>c</span>", '<li aria-level="1">d</li>', "<ul>", "</ul>",
    "<b>", "</b>", "<i>e</i>", "</div>", "<p>&nbsp;</p>", "<p></p>", "\n", "\n", " ", " it's ", " it&rsquo;s ", "Self- made", "f,g", "x  y", "<h2>t</h3>",
    '<a href="https://example.org/a" target="_blank">g</a>', "<stong>h</stong>", "</br>", "<b>j<i>k</b></i>", '<p dir="ltr">m</p>', "l: m", " # n",
]  # fmt: skip
CITATIONS: Final = [
    "Doe, J. (2010). Sleep, 1, 1–2.", "Doe, J. (2010). Sleep. https://doi.org/10.1037/1089-2680.9.2.111", "Roe,R. (2011).  Rest. doi:10.1146/annurev.psych.52.1.141",
    "Poe, P. (2012). Self- care &amp; rest <i>now</i>.",
]  # fmt: skip
LINKS: Final = [
    "https://example.org/sleep", "example.org/sleep", "www.example.org", " https://example.org/a b", "https://doi.org/10.1000/182", "htps://example.org", "", "https//example.org/x",
]  # fmt: skip
SLUGS: Final = [
    ("Quiet Evenings", "quiet-evenings"), ("Easing Worry", "easing-worry"), ("Silent Evenings", "quiet-evenings"), ("Easing Worry", "easing-wory"),
    ("A Calmer Week", "a-calmer-week"), ("Easing Worry", "Easing-Worry"), ("Quiet evenings", "quiet-evenings"), ("Nothing", "nothing-at-all"),
]  # fmt: skip
CATEGORIES: Final = ["Mental Health", "mental health", "Mental  Health", "Mental-Health", "Sleep"]
IMAGES: Final = ["/img/card-1.png", "/img/Card-1.png", "img/card-1.png", "/img/none.png"]
_STYLES: Final = ["plain", "plain", "single", "double", "escaped", ">-", ">-", ">", "|-", "|", ">+", "|+"]
_NOT_PLAIN: Final = re.compile(r"\A\Z|\A[-?:,\[\]{}#&*!|>'\"%@`\s]|:\s|:\Z|\s#|[\n\t]|\s\Z")


def _folded(draw: Any, text: str, indent: str) -> str:
    """Break lines at some spaces between words."""
    pieces = re.split(r"(?<=\S) (?=\S)", text)
    return pieces[0] + "".join(
        (f"\n{indent}" if draw(st.integers(0, 4)) == 0 and piece[0] not in "#-?:" else " ") + piece
        for piece in pieces[1:]
    )


def _block(draw: Any, text: str, style: str, indent: str) -> str:
    hint = "2" if text[:1] in {" ", "\n", "\t"} else ""
    lines = text.split("\n")
    if style[0] == ">":
        lines = [_folded(draw, line, indent) if line[:1] != " " else line for line in lines]
    between = "\n\n" if style[0] == ">" else "\n"
    body = between.join(f"{indent}{line}" if line.strip() else "" for line in lines)
    return f"{style[0]}{hint}{style[1:]}\n{body}"


def _escaped(draw: Any, text: str) -> str:
    written = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    return "".join(
        f"\\u{ord(char):04x}"
        if ord(char) < 0x10000 and draw(st.integers(0, 9)) == 0
        else written.get(char, char)
        for char in text
    )


def scalar(draw: Any, text: str, depth: int) -> str:
    """Write a text in some style, in a field that stands `depth` spaces deep."""
    style = draw(st.sampled_from(_STYLES))
    indent = " " * (depth + 2)
    is_long = len(text) > 3
    if style[0] in ">|" and is_long and "\t" not in text and text.strip():
        return _block(draw, text, style, indent)
    comment = draw(st.sampled_from(["", "", "", "  # why"]))
    if style == "plain" and not _NOT_PLAIN.search(text):
        return _folded(draw, text, indent) + comment
    if style in {"plain", "single"} and "\n" not in text:
        return "'" + _folded(draw, text, indent).replace("'", "''") + "'" + comment
    written = _escaped(draw, text)
    return '"' + (_folded(draw, written, indent) if style == "double" else written) + '"' + comment


@st.composite
def program_files(draw: Any) -> str:
    """Draw the text of a program file."""
    of = lambda pool: draw(st.sampled_from(pool))  # noqa: E731 - a word for what is done a dozen times
    field = lambda depth, name, text: f"{' ' * depth}{name}: {scalar(draw, text, depth)}\n"  # noqa: E731
    html = "".join(draw(st.lists(st.sampled_from(HTML), min_size=1, max_size=8)))
    step = of([2, 4])
    item = " " * step + "  - "
    inner = step + 4
    block = [
        f"templateKey: {of(['resilify-program'] * 5 + ['resilify-programs'])}\n",
        field(0, "title", of(TITLES)),
        "image: calm.png\n",
    ]
    block += [
        "programId: 5d7a2c94-41d3-4a3c-9f51-20c4e1b7a6d0\n",
        f"sequence: {of(['7', '7', '1', chr(34) + '7' + chr(34), '012'])}\n",
    ]
    block += [field(0, "overview", html), "categories:\n", " " * step + "category:\n"]
    block += [f"{item}{field(inner, 'title', of(CATEGORIES)).lstrip(' ')}" for _ in range(of([1, 2]))]
    block += ["sessions:\n", " " * step + "session:\n"]
    for _ in range(of([1, 2, 4])):
        block += [
            f"{item}{field(inner, 'title', of(TITLES)).lstrip(' ')}",
            field(inner, of(["overview", "overveiw"]), of(PROSE)),
        ]
        block += [field(inner, of(["activityOverview", "activity_overview"]), of(PROSE))]
    block += ["relatedpost:\n", " " * step + "program:\n"]
    for title, slug in draw(st.lists(st.sampled_from(SLUGS), min_size=1, max_size=4)):
        block += [f"{item}title: {title}\n", f"{' ' * inner}slug: {slug}\n"]
    block += ["references:\n"]
    for _ in range(of([1, 2])):
        block += [f"  - {field(4, 'title', of(TITLES)).lstrip(' ')}", field(4, "reference", of(CITATIONS))]
        block += [field(4, "link", of(LINKS))] * of([0, 1, 1]) + [f"    image: {of(IMAGES)}\n"]
    block += of([[], ["tags:\n", f"  - {scalar(draw, of(TITLES), 2)}\n"], ["tags: [rest, calm]\n"]])
    return _finished(draw, block)


def _finished(draw: Any, block: list[str]) -> str:
    """Put comments between the fields, fences around them, and end the lines in some way."""
    extras = ["", "", "", "", "# a comment\n", "\n", "# resilify: ignore[RES502]\n", "#\ttab\n"]
    text = "---\n" + "".join(draw(st.sampled_from(extras)) + line for line in block)
    text += draw(st.sampled_from(["---\n", "---", "---\nThe body.\n", "---\n\n---\n"]))
    ending = draw(st.sampled_from(["\n", "\n", "\r\n", "mixed"]))
    if ending == "mixed":
        lines = text.split("\n")
        text = "".join(line + draw(st.sampled_from(["\n", "\n", "\r\n"])) for line in lines[:-1]) + lines[-1]
    else:
        text = text.replace("\n", ending)
    return draw(st.sampled_from(["", "", "", "\ufeff"])) + text
