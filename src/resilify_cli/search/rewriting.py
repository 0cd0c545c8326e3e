"""What a person typed, turned into what is looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from resilify_cli.search.query import Alternative, Kind, Query, Term
from resilify_cli.search.words import FUNCTION_WORDS, base_forms, plain_speech, spellings, words_of

if TYPE_CHECKING:
    from resilify_cli.search.aliases import Aliases
    from resilify_cli.search.store import Stemmer
    from resilify_cli.search.syntax import Item
    from resilify_cli.search.vocabulary import Vocabulary

MIN_PREFIX: Final = 3
"""The letters that the beginning of a word needs; with fewer it begins nearly everything."""

MAX_WORD: Final = 40
"""Letters of a word that may be written otherwise; what is longer is none."""

MAX_COMPLETIONS: Final = 12
"""How many words a beginning stands for that was not marked as one."""

# In what people say, these tell things apart: "feeling down", "put off", "no energy", "what people think".
_TELLING: Final = frozenset(
    """
    back bad best better down feel feeling feels felt good look looked looking looks much never no nor not off out
    over people time up
    """.split()  # noqa: SIM905 - a list of literals reads worse
)
_DENIALS: Final = {"no": "not", "nor": "not", "nothing": "not", "without": "not"}
# What could be the beginning of a word is less likely a mistyped one.
_LESS_LIKELY: Final = 0.5
_LATER_MEANINGS: Final = (1.0, 0.8, 0.7)
# What people say in words of their own tells more than a word beside it, and each further word of it more yet.
_ALIAS: Final = 2.0
_MORE_WORDS: Final = 0.5
# What may mean many things tells less.
_VAGUE: Final = 1.2
_FEW: Final = 2
# A word of a title names a program, as a saying does.
_IN_TITLE: Final = 2.0
# What a word counts that is part of something said with an alias: the whole means more than its parts.
_PART_OF_ALIAS: Final = 0.3
_SAME: Final = frozenset({Kind.SPELLING, Kind.JOINED, Kind.PARTED})


@dataclass(slots=True)
class _Word:
    """A word typed, or two that the catalogue writes as one; `stems` are those of all that it surely may be."""

    typed: str
    stem: str
    alternatives: list[Alternative] = field(default_factory=list)
    stems: set[str] = field(default_factory=set)
    corrected: str | None = None

    @property
    def tells(self) -> bool:
        return self.typed not in FUNCTION_WORDS


class Rewriter:
    """Knows a catalogue's words, what people say for them, and what its acronyms stand for."""

    def __init__(
        self, vocabulary: Vocabulary, stemmer: Stemmer, aliases: Aliases, acronyms: Mapping[str, str]
    ) -> None:
        self._vocabulary = vocabulary
        self._stemmer = stemmer
        self._acronyms = acronyms
        said = {
            " ".join(words_of(meaning)): (letters,)
            for letters, meaning in acronyms.items()
            if letters in vocabulary.counts
        }
        # Words of an alias stand for what it is made of, whatever their order and endings.
        together = {**said, **aliases}
        keys = [telling_words(phrase) for phrase in together]
        stemmed = iter(self._stems([word for key in keys for word in key]))
        self._aliases = {
            frozenset(next(stemmed) for _ in key): meanings
            for key, meanings in zip(keys, together.values(), strict=True)
        }

    def rewrite(self, items: Sequence[Item], *, exact: bool = False) -> Query:
        """Turn what was said into a query; with `exact`, all of it is wanted as it was typed."""
        fixed = [self._fixed(item) for item in items if exact or not item.is_free]
        free = [] if exact else [item for item in items if item.is_free]
        words = list(self._joined(plain_speech(" ".join(item.typed for item in free))))
        may_go_on = bool(free) and items[-1].is_free
        for number, word in enumerate(words):
            if word.tells and len(word.typed) <= MAX_WORD:
                self._find_ways(word, may_go_on=may_go_on and number == len(words) - 1)
        found = list(self._meant(words))
        return self._query(words, found, [item.phrase for item in free], fixed)

    def _fixed(self, item: Item) -> Term:
        """Return the term of what is meant as it was typed."""
        phrases = [item.phrase]
        if item.is_beginning:
            phrases += self._vocabulary.completions(item.phrase)
        return Term(
            item.phrase,
            tuple(map(Alternative, phrases)),
            is_required=not item.is_unwanted,
            is_unwanted=item.is_unwanted,
            group=item.group,
        )

    def _joined(self, words: Sequence[str]) -> Iterator[_Word]:
        """Yield the words, two as one where the catalogue, or what people say, has them joined."""
        stemmed = self._stems(words)
        number = 0
        while number < len(words):
            pair = self._compound(words[number : number + 2], stemmed[number])
            if pair:
                whole = _Word(pair, self._stem(pair))
                apart = f"{words[number]} {words[number + 1]}"
                whole.alternatives = [Alternative(apart), Alternative(pair, Kind.JOINED)]
                whole.stems |= {whole.stem, *stemmed[number : number + 2]}
                number += 1
            else:
                whole = _Word(words[number], stemmed[number])
                whole.alternatives = [Alternative(words[number])]
                whole.stems.add(whole.stem)
            number += 1
            yield whole

    def _compound(self, two: Sequence[str], stem: str) -> str | None:
        """Return two words as the catalogue, or what people say, has them joined: `burned out` is `burnout`."""
        for joined in ("".join(two), stem + two[-1]) if len(two) > 1 else ():
            known = joined in self._vocabulary.counts or self._vocabulary.means(joined, self._stem(joined))
            if known and joined not in FUNCTION_WORDS:
                return joined
        return None

    def _stem(self, word: str) -> str:
        return self._stems([word])[0]

    def _stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem of each word; the word itself, where its stem is a little word, as of "overeating"."""
        stems = map(" ".join, self._stemmer.stems(words))
        return [
            word if stem in FUNCTION_WORDS and word not in FUNCTION_WORDS else stem
            for word, stem in zip(words, stems, strict=True)
        ]

    def _telling(self, ways: Sequence[Alternative]) -> tuple[Alternative, ...]:
        """Leave out words that are not there, but that the engine takes for little ones: "overeating" for "over"."""
        stems = map(" ".join, self._stemmer.stems([way.phrase for way in ways]))
        return tuple(
            way
            for way, stem in zip(ways, stems, strict=True)
            if stem not in FUNCTION_WORDS or way.phrase in self._vocabulary.counts
        )

    def _find_ways(self, word: _Word, *, may_go_on: bool) -> None:
        """Add to a word the other ways to write it; where the catalogue does not have it, what it may have been."""
        self._add(word, self._known(spellings(word.typed)), Kind.SPELLING)
        if word.typed in self._acronyms:
            word.alternatives.append(Alternative(self._acronyms[word.typed], Kind.ACRONYM))
        is_there = len(word.alternatives) > 1 or self._vocabulary.has(word.typed, word.stem)
        is_known = is_there or self._vocabulary.means(word.typed, word.stem)
        if not is_known:
            self._add(word, self._known(base_forms(word.typed)), Kind.FORM)
            is_known = len(word.alternatives) > 1
        # What people say may hold a compound that the catalogue has in two words: "mental wellbeing", "Well-Being".
        parts = [] if is_there else self._vocabulary.parts(word.typed)
        self._add(word, [" ".join(several) for several in parts], Kind.PARTED)
        if may_go_on and len(word.typed) >= MIN_PREFIX:
            self._add(word, self._vocabulary.completions(word.typed, MAX_COMPLETIONS), Kind.BEGINNING)
        # Also where it can be parted: "behavioras" holds "behavior" and "as", and means neither.
        if not is_known:
            self._correct(word)

    def _known(self, words: Collection[str]) -> list[str]:
        """Return those of some words that are there, or mean something, in order."""
        ordered = sorted(words)
        return [
            word
            for word, stem in zip(ordered, self._stems(ordered), strict=True)
            if self._is_known(word, stem)
        ]

    def _is_known(self, word: str, stem: str) -> bool:
        return self._vocabulary.has(word, stem) or self._vocabulary.means(word, stem)

    def _add(self, word: _Word, phrases: Sequence[str], kind: Kind, nearness: float = 1.0) -> None:
        word.alternatives += (Alternative(phrase, kind, nearness) for phrase in phrases)
        if kind is not Kind.BEGINNING:
            word.stems |= {*self._stems([part for phrase in phrases for part in phrase.split()])}

    def _correct(self, word: _Word) -> None:
        near = self._vocabulary.corrections(word.typed, word.stem)
        goes_on = any(way.kind is Kind.BEGINNING for way in word.alternatives)
        self._add(word, near, Kind.CORRECTION, _LESS_LIKELY if goes_on else 1.0)
        if near and not goes_on:
            word.corrected = near[0]

    def _meant(self, words: Sequence[_Word]) -> Iterator[tuple[list[_Word], tuple[str, ...]]]:
        """Yield what people say with words that are there, the most words only, and what is meant by it."""
        there = {stem for word in words for stem in word.stems}
        there |= {_DENIALS[word.typed] for word in words if word.typed in _DENIALS}
        found = [(key, meanings) for key, meanings in self._aliases.items() if meanings and key <= there]
        for key, meanings in found:
            if not any(key < other for other, _ in found):
                yield [word for word in words if self._stems_of(word) & key], meanings

    def _stems_of(self, word: _Word) -> set[str]:
        return word.stems | {_DENIALS.get(word.typed, word.stem)}

    def _query(
        self,
        words: Sequence[_Word],
        found: Sequence[tuple[list[_Word], tuple[str, ...]]],
        typed: Sequence[str],
        fixed: Sequence[Term],
    ) -> Query:
        parts = {id(word) for said, _ in found for word in said}
        telling = [word for word in words if word.tells]
        terms = [*fixed, *(self._alias_term(said, meanings) for said, meanings in found)]
        for word in telling:
            named = self._vocabulary.is_in_title(_solid(word))
            weight = _IN_TITLE if named else _PART_OF_ALIAS if id(word) in parts else 1.0
            terms.append(Term(word.typed, self._telling(word.alternatives), weight))
        phrase = " ".join(typed)
        if not terms and phrase:  # little words alone are looked up as they stand
            terms.append(Term(phrase, (Alternative(phrase),), is_required=True))
        return Query(
            tuple(terms),
            () if " " not in phrase else tuple(dict.fromkeys((phrase, _otherwise(words)))),
            _reading(words),
            tuple((" ".join(word.typed for word in said), meanings) for said, meanings in found),
        )

    def _alias_term(self, said: Sequence[_Word], meanings: Sequence[str]) -> Term:
        phrase = " ".join(word.corrected or word.typed for word in said)
        ways = [Alternative(phrase)]
        for number, meaning in enumerate(meanings):
            nearness = _LATER_MEANINGS[min(number, len(_LATER_MEANINGS) - 1)]
            ways.append(Alternative(meaning, Kind.ALIAS, nearness))
        # A single word that the catalogue itself uses needs its alias less.
        is_plain = len(said) == 1 and said[0].typed in self._vocabulary.counts
        base = _VAGUE if len(meanings) > _FEW else _ALIAS
        weight = 1.0 if is_plain else base + _MORE_WORDS * (len(said) - 1)
        return Term(phrase, self._telling(ways), weight, is_guess=any(word.corrected for word in said))


def _solid(word: _Word) -> list[str]:
    """Return the words that a word surely is, or was meant to be."""
    return [
        part for way in word.alternatives if way.kind is not Kind.BEGINNING for part in way.phrase.split()
    ]


def _reading(words: Sequence[_Word]) -> str | None:
    if not any(word.corrected for word in words):
        return None
    return " ".join(word.corrected or word.alternatives[0].phrase for word in words)


def _otherwise(words: Sequence[_Word]) -> str:
    """Return what was typed as the catalogue writes it."""
    return " ".join(
        next(
            (way.phrase for way in word.alternatives if way.kind in _SAME),
            word.corrected or word.alternatives[0].phrase,
        )
        for word in words
    )


def telling_words(phrase: str) -> list[str]:
    """Return the words that make up something said: without little ones, as long as any other tells."""
    words = [_DENIALS.get(word, word) for word in phrase.split()]
    telling = [word for word in words if word not in FUNCTION_WORDS or word in _TELLING]
    return telling if set(telling) - {"not", "never"} else words
