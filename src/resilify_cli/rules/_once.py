"""What is worked out once for a whole catalogue, and serves the examination of each of its programs."""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from resilify_cli.catalogue import Catalogue

_T = TypeVar("_T")


def once_per_catalogue(make: Callable[[Catalogue], _T]) -> Callable[[Catalogue], _T]:
    """Let a function of a catalogue be worked out once for each, and forgotten with it."""
    made: weakref.WeakKeyDictionary[Catalogue, _T] = weakref.WeakKeyDictionary()

    @functools.wraps(make)
    def remembered(catalogue: Catalogue) -> _T:
        if catalogue not in made:
            made[catalogue] = make(catalogue)
        return made[catalogue]

    return remembered
