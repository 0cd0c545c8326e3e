"""What the elements of HTML are, and how a browser treats each: which are empty, which end by themselves.

Source: the HTML standard, its index of elements, "Optional tags" and "Tree construction".
"""

from __future__ import annotations

from typing import Final

VOID: Final = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list of words is read more easily
)
"""Elements without content, which are never closed."""

ENDS_BY_ITSELF: Final = frozenset(
    "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split()  # noqa: SIM905
)
"""Elements whose closing tag may be left out."""

FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())  # noqa: SIM905
"""Elements that a browser carries on into what follows, until their own closing tag comes."""

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))

ENDS_PARAGRAPH: Final = HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header"  # noqa: SIM905
    " hgroup hr main menu nav ol p pre search section table ul".split()
)
"""Elements whose opening tag ends an open paragraph."""

ELEMENTS: Final = (
    VOID
    | ENDS_BY_ITSELF
    | FORMATTING
    | LISTS
    | ENDS_PARAGRAPH
    | frozenset(
        "abbr acronym applet audio basefont bdi bdo bgsound blink button canvas cite data datalist del dfn frameset"  # noqa: SIM905
        " iframe image ins kbd label legend listing map mark marquee math meter multicol nextid noembed noframes"
        " noscript object output picture plaintext portal progress q rb rtc ruby samp script select slot spacer span"
        " style sub summary sup svg template textarea time title tt var video xmp".split()
    )
)
"""Every element that a browser knows, the outdated ones included."""
