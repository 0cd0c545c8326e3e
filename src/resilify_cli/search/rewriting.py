"""What a person typed, turned into what is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from resilify_cli.search.query import Alternative, Kind, Query, Term
from resilify_cli.search.words import FUNCTION_WORDS, plain_speech, spellings, words_of

if TYPE_CHECKING:
    from resilify_cli.search.aliases import Aliases
    from resilify_cli.search.store import Stemmer
    from resilify_cli.search.syntax import Item
    from resilify_cli.search.vocabulary import Vocabulary

MIN_PREFIX: Final = 3
"""The letters that the beginning of a word needs; with fewer it begins nearly everything."""

MAX_COMPLETIONS: Final = 12
"""How many words a beginning stands for that was not marked as one."""

# In what people say, these tell things apart: "feeling down", "put off", "no energy", "what people think".
_TELLING: Final = frozenset(
    "back down feel feeling feels felt much never no nor not off out over people time up".split()  # noqa: SIM905 - a list of literals reads worse
)
_DENIALS: Final = {"no": "not", "nor": "not", "nothing": "not", "without": "not"}
# What could be the beginning of a word is less likely a mistyped one.
_LESS_LIKELY: Final = 0.5
_LATER_MEANINGS: Final = (1.0, 0.8, 0.7)
# What people say in words of their own tells more than a word beside it, and each further word of it more yet.
_ALIAS: Final = 2.0
_MORE_WORDS: Final = 0.5
# What a word counts that is part of something said with an alias: the whole means more than its parts.
_PART_OF_ALIAS: Final = 0.3
_SAME: Final = frozenset({Kind.SPELLING, Kind.JOINED, Kind.PARTED})


@dataclass(slots=True)
class _Word:
    """A word typed, or two that the catalogue writes as one."""

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
        self._stems = stemmer.stems
        self._acronyms = acronyms
        said = {" ".join(words_of(meaning)): (letters,) for letters, meaning in acronyms.items()}
        # Words of an alias stand for what it is made of, whatever their order and endings.
        together = {**said, **aliases}
        keys = [_telling_words(phrase) for phrase in together]
        self._aliases = {
            frozenset(" ".join(key) for key in key_stems): meanings
            for key_stems, meanings in zip(self._stems_of_each(keys), together.values(), strict=True)
        }

    def rewrite(self, items: Sequence[Item], *, exact: bool = False) -> Query:
        """Turn what was said into a query; with `exact`, all of it is wanted as it was typed."""
        fixed = [self._fixed(item) for item in items if exact or not item.is_free]
        free = [] if exact else [item for item in items if item.is_free]
        words = list(self._joined(plain_speech(" ".join(item.typed for item in free))))
        may_go_on = bool(free) and items[-1].is_free
        for number, word in enumerate(words):
            if word.tells:
                self._find_ways(word, may_go_on=may_go_on and number == len(words) - 1)
        found = list(self._meant(words))
        return self._query(words, found, [item.phrase for item in free], fixed)

    def _stems_of_each(self, keys: Sequence[Sequence[str]]) -> Iterator[list[tuple[str, ...]]]:
        flat = iter(self._stems([word for key in keys for word in key]))
        for key in keys:
            yield [next(flat) for _ in key]

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
        stemmed = [" ".join(stem) for stem in self._stems(words)]
        number = 0
        while number < len(words):
            pair = "".join(words[number : number + 2])
            if number + 1 < len(words) and self._is_compound(pair):
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

    def _is_compound(self, pair: str) -> bool:
        return pair not in FUNCTION_WORDS and (
            pair in self._vocabulary.counts or self._vocabulary.means(pair, self._stem(pair))
        )

    def _stem(self, word: str) -> str:
        return " ".join(self._stems([word])[0])

    def _find_ways(self, word: _Word, *, may_go_on: bool) -> None:
        """Add to a word the other ways to write it; where the catalogue does not have it, what it may have been."""
        others = sorted(spellings(word.typed))
        stems = [" ".join(stem) for stem in self._stems(others)]
        known = [other for other, stem in zip(others, stems, strict=True) if self._is_known(other, stem)]
        self._add(word, known, Kind.SPELLING)
        if word.typed in self._acronyms:
            word.alternatives.append(Alternative(self._acronyms[word.typed], Kind.ACRONYM))
        is_known = len(word.alternatives) > 1 or self._is_known(word.typed, word.stem)
        halves = [] if is_known else self._vocabulary.halves(word.typed)
        self._add(word, [" ".join(pair) for pair in halves], Kind.PARTED)
        if may_go_on and len(word.typed) >= MIN_PREFIX:
            self._add(word, self._vocabulary.completions(word.typed, MAX_COMPLETIONS), Kind.BEGINNING)
        # "behavioras" holds "behavior" and "as", but hardly means them.
        if not is_known and not any(FUNCTION_WORDS.isdisjoint(pair) for pair in halves):
            self._correct(word)

    def _is_known(self, word: str, stem: str) -> bool:
        return self._vocabulary.has(word, stem) or self._vocabulary.means(word, stem)

    def _add(self, word: _Word, phrases: Sequence[str], kind: Kind, nearness: float = 1.0) -> None:
        word.alternatives += (Alternative(phrase, kind, nearness) for phrase in phrases)
        if kind is not Kind.BEGINNING:
            word.stems |= {stem for several in self._stems(phrases) for stem in several}

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
        terms = [*fixed, *(_alias_term(said, meanings) for said, meanings in found)]
        for word in telling:
            weight = _PART_OF_ALIAS if id(word) in parts else 1.0
            terms.append(Term(word.typed, tuple(word.alternatives), weight))
        phrase = " ".join(typed)
        if not terms and phrase:  # little words alone are looked up as they stand
            terms.append(Term(phrase, (Alternative(phrase),), is_required=True))
        return Query(
            tuple(terms),
            () if " " not in phrase else tuple(dict.fromkeys((phrase, _otherwise(words)))),
            _reading(words),
            tuple((" ".join(word.typed for word in said), meanings) for said, meanings in found),
        )


def _alias_term(said: Sequence[_Word], meanings: Sequence[str]) -> Term:
    phrase = " ".join(word.corrected or word.typed for word in said)
    ways = [Alternative(phrase)]
    for number, meaning in enumerate(meanings):
        nearness = _LATER_MEANINGS[min(number, len(_LATER_MEANINGS) - 1)]
        ways.append(Alternative(meaning, Kind.ALIAS, nearness))
    return Term(phrase, tuple(ways), _ALIAS + _MORE_WORDS * (len(said) - 1))


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


def _telling_words(phrase: str) -> list[str]:
    """Return the words that make up something said: without little ones, as long as any other tells."""
    words = [_DENIALS.get(word, word) for word in phrase.split()]
    telling = [word for word in words if word not in FUNCTION_WORDS or word in _TELLING]
    return telling if set(telling) - {"not", "never"} else words
