"""Reports to render, and texts that would break a careless renderer."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st

from resilify_cli.diagnostics import Diagnostic, Fix, Severity, Span
from resilify_cli.findings import FindingsReport
from resilify_cli.page import Heading, Pairs, Paragraph, Run
from resilify_cli.render import Screen, load_renderer
from resilify_cli.report import Cell, Column, Report, Table, Text

QUICK = settings(max_examples=60, deadline=None)
"""Enough examples for every day, in any time: the first of them imports Rich."""

COLORED = Screen(80, is_terminal=True, color=True)

HOSTILE = '[red]x[/b] \x1b]0;t\x07 [no]\tT | "q", \\n *b* <i>&amp;\r\n睡眠 👩\u200d⚕️ שלום\u202e\u2028\x85'
"""Rich markup, an escape sequence, a tab, a border, quotes, Markdown, HTML, line ends, wide and reordering characters."""

TRAPS = (
    HOSTILE,
    "\t",
    "\n",
    "\\",
    "\\n",
    "|",
    "''",
    '"',
    "# x",
    "- x",
    "---",
    "`",
    "~",
    "y",
    "1e3",
    "\x00",
    "\ufeff",
)

_COLUMNS = (
    Column("sequence", "#", priority=3, role="number", right=True),
    Column("slug", "Slug", role="slug", whole=True),
    Column("title", "Title", role="title"),
    Column("categories", "Categories", priority=2, role="muted"),
    Column("sessions", "Sessions", priority=1, role="number", right=True),
)

_PROGRAMS: tuple[tuple[int, str, str | Text, tuple[str, ...], int], ...] = (
    (101, "quiet-evenings", "Quiet Evenings", ("Mental Health", "Sleep"), 8),
    (102, "easing-everyday-worry", "Easing Everyday Worry", ("Mental Health",), 10),
    (103, "when-work-follows-you-home", "When Work Follows You Home", ("Work",), 12),
    (104, "living-with-a-restless-gut", "Living with a Restless Gut", ("Chronic Conditions",), 7),
    (105, "sleep-in-japanese", "睡眠の質を高める", ("Sleep",), 9),
    (106, "a-kinder-inner-voice", "A Kinder Inner Voice", ("Mental Health", "Personal Growth"), 8),
    (107, "hostile", "[red]x[/b] \x1b]0;t\x07 [no]\tT", ("[b]Odd[/b]",), 1),
    (108, "carrying-on-after-a-loss", "Carrying On After the Loss of Somebody Close", ("Grief",), 11),
    (109, "a-new-home", "A New Home 🏡", ("Life Changes",), 6),
    (110, "shalom", "שלום עולם", ("Life Changes",), 6),
    (
        111,
        "thankful-days",
        Text("Thankful Days", marks=((0, 8),)),
        ("Personal Growth", "Positive Psychology"),
        10,
    ),
    (112, "panic", "Panic", ("Anxiety",), 8),
    (113, "beginning-what-you-put-off", "Beginning What You Put Off", ("Work",), 8),
    (114, "not-a-fraud", "Not a Fraud", ("Work", "Mental Health"), 8),
    (115, "broken", Text("(no title)", role="bad"), (), 0),
)


def listing() -> Report:
    """Return a report of fifteen rows without a page."""
    return Report([], Table(_COLUMNS, _PROGRAMS))


def column_of(texts: list[str]) -> Report:
    """Return a report with a text in each row, between two other cells."""
    columns = (Column("n", "N", right=True), Column("title", "Title"), Column("end", "End"))
    rows: tuple[tuple[Cell, ...], ...] = tuple((index, text, "end") for index, text in enumerate(texts))
    return Report([{"n": index, "title": text} for index, text in enumerate(texts)], Table(columns, rows))


def paragraph(*texts: str | Run, indent: int = 0, marker: str = "") -> Paragraph:
    """Return a paragraph of plain texts and runs."""
    runs = tuple(Run(text) if isinstance(text, str) else text for text in texts)
    return Paragraph(runs, indent, marker)


def page_of(*blocks: Heading | Paragraph | Pairs) -> Report:
    """Return a report of one page."""
    return Report({}, Table((), ()), page=blocks)


def page() -> Report:
    """Return a report with a page that has every kind of block."""
    return page_of(
        Heading("Easing Everyday Worry", level=1),
        Pairs(
            (
                ("Slug", (Run("easing-everyday-worry", role="slug"),)),
                ("Categories", (Run("Mental Health, Personal Growth"),)),
                ("Tags", ()),
            )
        ),
        Heading("Overview"),
        paragraph(
            "Worry is a habit of the mind, and ",
            Run("habits can be changed", bold=True),
            ". This program shows how, in ten short sessions; each takes ",
            Run("a quarter of an hour", italic=True),
            " and ends with something to try.",
        ),
        paragraph("What is in it:"),
        paragraph("to notice worry when it starts, before it takes the evening away", indent=1, marker="•"),
        paragraph(
            "to ask for help: ", Run("a guide", link="https://example.org/guide"), indent=2, marker="•"
        ),
        paragraph("It takes [red]time[/red] \x1b[2J and 睡眠."),
        Heading("Sessions"),
        paragraph(Run("Noticing", bold=True), marker="9."),
        paragraph("Write down when a thought turns into a worry, without judging it.", indent=1),
        paragraph(Run("Letting Go", bold=True), marker="10."),
        Heading("Related", level=3),
        Paragraph((Run("Quiet Evenings"),), marker="✓", marker_role="good"),
        Paragraph((Run("Nobody "), Run("quiet-evnings", role="slug")), marker="✗", marker_role="bad"),
        Heading("Quiet Evenings", level=1),
        paragraph(
            "first line\r\nsecond line\n\n",
            Run("https://doi.org/10.1000/182", link="https://doi.org/10.1000/182"),
        ),
    )


UNKNOWN_SLUG = Diagnostic(
    "RES301",
    "unknown-related-slug",
    Severity.ERROR,
    'no program has the slug "quiet-evnings"; the site drops this card',
    "content/easing-everyday-worry.md",
    Span(49, 13, 49, 26),
    help="did you mean quiet-evenings (Quiet Evenings)?",
    fix=Fix("writes quiet-evenings", (), safe=False),
    source="      slug: quiet-evnings\n",
)
LONG_LINE = Diagnostic(
    "RES412",
    "doi-without-link",
    Severity.WARNING,
    "the citation holds DOI 10.1000/182 but the reference has no link; its card cannot be opened",
    "content/easing-everyday-worry.md",
    Span(71, 82, 71, 93),
    fix=Fix("adds link: https://doi.org/10.1000/182", (), safe=True),
    source="    reference: Doe, J. (2010). Sleep and what it is for. Journal of Rest, 1, 1-2. doi:10.1000/182, read in May",
)
WIDE_LINE = Diagnostic(
    "RES501",
    "odd-character",
    Severity.INFO,
    "an odd \x1b[2J character",
    "content/睡眠.md",
    Span(3, 10, 3, 12),
    source="title:\t睡眠の質を高める\r\n",
)
SEVERAL_LINES = Diagnostic(
    "RES201",
    "wrong-type",
    Severity.ERROR,
    "not a text",
    "content/睡眠.md",
    Span(10, 11, 14, 3),
    source="overview: >-  ",
)
NO_SOURCE = Diagnostic(
    "RES101", "unreadable-file", Severity.ERROR, "cannot be read", "content/睡眠.md", Span(1, 1, 1, 1)
)


def findings() -> FindingsReport:
    """Return a report of five findings in two files."""
    return FindingsReport(
        {"version": 1, "diagnostics": [{"code": "RES301"}, {"code": "RES412", "message": HOSTILE}]},
        (UNKNOWN_SLUG, LONG_LINE, WIDE_LINE, SEVERAL_LINES, NO_SOURCE),
        "2 programs, 1 other file skipped: 3 errors, 1 warning, 1 info (1 can be fixed with --fix)",
    )


def rows(report: Report, name: str, width: int | None = None) -> str:
    """Return a report in a format, without colour."""
    return load_renderer("rows", name).render(report, Screen(width, is_terminal=width is not None))


def judged(report: FindingsReport, name: str, width: int | None = None) -> str:
    """Return findings in a format, without colour."""
    return load_renderer("findings", name).render(report, Screen(width, is_terminal=width is not None))


_ODD = st.sampled_from(
    "\t\n\r\\|\"'`*_[]()<>&~$#:!-+=.,; \x00\x07\x1b\x7f\x85\x9b\u061c\u200b\u200d\u2028\u202e\u2066\ufeff\udc80"
)
_PIECES = st.one_of(
    st.text(max_size=4),
    _ODD,
    st.characters(categories=["Cs"]),
    st.sampled_from(
        ["[red]", "\x1b[31m", "睡眠", "👩\u200d⚕️", "שלום", "http://a.b/c_d", "www.x", "](", "\\n", " "]
    ),
)


def _is_text(text: str) -> bool:
    """Whether JSON can carry it: it joins a high and a low surrogate to one character."""
    return not any("\ud800" <= high < "\udc00" <= low < "\ue000" for high, low in pairwise(text))


def steers(text: str) -> bool:
    """Whether a text holds what a terminal obeys, what reorders a line, ends one, or cannot be encoded."""
    odd = {"Cc", "Cs", "Zl", "Zp"}
    reordering = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return any(
        unicodedata.category(char) in odd or unicodedata.bidirectional(char) in reordering for char in text
    )


hostile_texts = st.one_of(st.sampled_from(TRAPS), st.lists(_PIECES, max_size=8).map("".join)).filter(_is_text)
"""Texts made to break a format. No surrogate pairs, which no JSON can tell from the character they stand for."""
