"""What the elements of HTML are, and how a browser treats each: which are empty, which end by themselves.

Source: the HTML standard, its index of elements, "Optional tags" and "Tree construction".
"""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID: Final = _names("area base br col embed frame hr img input link meta param source track wbr")
"""Elements without content, which are never closed."""

ENDS_BY_ITSELF: Final = _names(
    "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"
)
"""Elements whose closing tag may be left out."""

FORMATTING: Final = _names("a b big code em font i nobr s small strike strong tt u")
"""Elements that a browser carries on into what follows, until their own closing tag comes."""

HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")

LISTS: Final = _names("dir menu ol ul")

ENDS_PARAGRAPH: Final = (HEADINGS | LISTS) | _names(
    """
    address article aside blockquote center details dialog div dl fieldset figcaption figure footer form header
    hgroup hr main nav p pre search section table
    """
)
"""Elements whose opening tag ends an open paragraph."""

BLOCKS: Final = ENDS_PARAGRAPH | _names("caption dd dt li summary td th tr")
"""Elements that stand on lines of their own."""

ELEMENTS: Final = (VOID | ENDS_BY_ITSELF | FORMATTING | BLOCKS) | _names(
    """
    abbr acronym applet audio basefont bdi bdo bgsound blink button canvas cite data datalist del dfn frameset iframe
    image ins kbd label legend listing map mark marquee math meter multicol nextid noembed noframes noscript object
    output picture plaintext portal progress q rb rtc ruby samp script select slot spacer span style sub sup svg
    template textarea time title var video xmp
    """
)
"""Every element that a browser knows, the outdated ones included."""
