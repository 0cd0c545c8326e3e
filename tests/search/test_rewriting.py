"""What people type becomes what is looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from resilify_cli.search.query import Alternative, Kind, Query, Term
from resilify_cli.search.rewriting import Rewriter
from resilify_cli.search.store import Stemmer
from resilify_cli.search.syntax import parse
from resilify_cli.search.vocabulary import Vocabulary

WORDS = "sleep insomnia behavioral burnout self compassion anxiety anxious panic attacks depression wellbeing no say strong"
ALIASES = {
    "cant sleep": ("insomnia", "sleep"),
    "sleep": ("rest",),
    "low mood": ("depression",),
    "say no": ("assertiveness",),
    "feeling down": ("depression",),
    "blue": (),
    "overeating": ("binge",),
    "scared": ("anxiety", "panic", "depression"),
    "doze": ("sleep",),
}


@pytest.fixture
def rewriter() -> Iterator[Rewriter]:
    """One that knows a small catalogue."""
    with closing(Stemmer()) as stemmer:
        others = [word for phrase in ALIASES for word in phrase.split()]
        vocabulary = Vocabulary(stemmer, Counter(WORDS.split()), set(), ["Insomnia", "Anxiety"], others)
        yield Rewriter(vocabulary, stemmer, ALIASES, {"ocd": "obsessive compulsive disorder"})


def ways(query: Query) -> list[list[tuple[str, Kind]]]:
    """Return how each term is looked up."""
    return [[(way.phrase, way.kind) for way in term.alternatives] for term in query.terms]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("insomnia", [("insomnia", Kind.TYPED)]),
        ("behavioural", [("behavioural", Kind.TYPED), ("behavioral", Kind.SPELLING)]),
        ("burn out", [("burn out", Kind.TYPED), ("burnout", Kind.JOINED)]),
        ("selfcompassion", [("selfcompassion", Kind.TYPED), ("self compassion", Kind.PARTED)]),
        ("OCD", [("ocd", Kind.TYPED), ("obsessive compulsive disorder", Kind.ACRONYM)]),
        ("anxi", [("anxi", Kind.TYPED), ("anxiety", Kind.BEGINNING), ("anxious", Kind.BEGINNING)]),
        ("ansiety", [("ansiety", Kind.TYPED), ("anxiety", Kind.CORRECTION)]),
        ("unicorn", [("unicorn", Kind.TYPED)]),
        ("stronger", [("stronger", Kind.TYPED), ("strong", Kind.FORM)]),
        ("burned out", [("burned out", Kind.TYPED), ("burnout", Kind.JOINED)]),
    ],
)
def test_a_word_is_looked_up_in_every_way_it_may_be_written(
    rewriter: Rewriter, typed: str, expected: list[tuple[str, Kind]]
) -> None:
    """As typed, in another spelling, joined or parted, spelled out, gone on with, put right."""
    assert [expected] == ways(rewriter.rewrite(parse(typed)))


def test_what_is_guessed_is_told(rewriter: Rewriter) -> None:
    """The whole query, with the guess in its place; where nothing is guessed, nothing."""
    assert "panic anxiety attacks" == rewriter.rewrite(parse("panic ansiety attacks")).reading
    assert rewriter.rewrite(parse("panic anxi")).reading is None


@pytest.mark.parametrize(
    "typed", ["cant sleep", "I can't get to sleep", "sleep, I cannot", "unable to sleep", "cant slep"]
)
def test_what_people_say_is_looked_up_by_what_is_meant(rewriter: Rewriter, typed: str) -> None:
    """In whatever order and form, the little words aside; its own words count as well, but less."""
    query = rewriter.rewrite(parse(typed))
    (said, meant), *others = query.meanings
    assert [] == others
    assert {"cant"} < {*said.split()}
    assert ("insomnia", "sleep") == meant
    whole, *parts = query.terms
    assert {"insomnia", "sleep"} <= set(whole.phrases)
    assert all(part.weight < whole.weight for part in parts)


@pytest.mark.parametrize(
    ("typed", "meant"), [("feeling down all day", "depression"), ("how to say no", "assertiveness")]
)
def test_little_words_tell_in_what_people_say(rewriter: Rewriter, typed: str, meant: str) -> None:
    """Particles and denials make up a saying, though alone they tell nothing."""
    assert [(meant,)] == [meanings for _, meanings in rewriter.rewrite(parse(typed)).meanings]


def test_a_word_with_the_stem_of_a_little_one_is_none(rewriter: Rewriter) -> None:
    """The engine takes "overeating" for "over", which stands everywhere."""
    whole, part = rewriter.rewrite(parse("overeating")).terms
    assert (("binge",), ()) == (whole.phrases, part.phrases)
    assert () == rewriter.rewrite(parse("over panic")).meanings


def test_a_saying_put_right_is_a_guess(rewriter: Rewriter) -> None:
    """What hangs on a typing error put right is told apart."""
    assert rewriter.rewrite(parse("cant sleap")).terms[0].is_guess
    assert not rewriter.rewrite(parse("cant sleep")).terms[0].is_guess


def test_a_word_of_a_title_counts_more(rewriter: Rewriter) -> None:
    """It names a program."""
    insomnia, attacks = rewriter.rewrite(parse("insomnia attacks")).terms
    assert insomnia.weight > attacks.weight


def test_what_may_mean_many_things_counts_less(rewriter: Rewriter) -> None:
    """And least, what the catalogue itself says."""
    weights = [rewriter.rewrite(parse(said)).terms[0].weight for said in ("doze", "scared", "sleep")]
    assert weights == sorted(weights, reverse=True)
    assert 3 == len({*weights})


def test_an_alias_switched_off_means_nothing(rewriter: Rewriter) -> None:
    """What an editor overrides with nothing is a word like any other."""
    assert () == rewriter.rewrite(parse("blue")).meanings


def test_little_words_are_not_looked_up_beside_others(rewriter: Rewriter) -> None:
    """They stand in the phrase alone; where nothing else is said, they are wanted as they stand."""
    query = rewriter.rewrite(parse("how is my panic"))
    assert ["panic"] == [term.said for term in query.terms]
    assert ("how is my panic",) == query.phrases
    assert (Term("how is", (Alternative("how is"),), is_required=True),) == rewriter.rewrite(
        parse("how is")
    ).terms


def test_the_phrase_is_also_looked_up_as_the_catalogue_writes_it(rewriter: Rewriter) -> None:
    """In the other spelling, joined, put right."""
    assert ("behavioural ansiety", "behavioral anxiety") == rewriter.rewrite(
        parse("behavioural ansiety")
    ).phrases
    assert () == rewriter.rewrite(parse("panic")).phrases


def test_operators_are_kept_to(rewriter: Rewriter) -> None:
    """Phrases, fields, beginnings and what is not wanted are meant as they are."""
    query = rewriter.rewrite(parse('"burn out" -slep anx* session:pani'))
    assert (
        Term("burn out", (Alternative("burn out"),), is_required=True),
        Term("slep", (Alternative("slep"),), is_unwanted=True),
        Term("anx", tuple(map(Alternative, ["anx", "anxiety", "anxious"])), is_required=True),
        Term("pani", (Alternative("pani"),), is_required=True, group="sessions"),
    ) == query.terms


def test_exact_words_are_all_wanted_as_typed(rewriter: Rewriter) -> None:
    """Nothing is rewritten."""
    query = rewriter.rewrite(parse("cant slep anxi"), exact=True)
    assert [[("cant", Kind.TYPED)], [("slep", Kind.TYPED)], [("anxi", Kind.TYPED)]] == ways(query)
    assert all(term.is_required for term in query.terms)
    assert (None, (), ()) == (query.reading, query.meanings, query.phrases)


def test_nothing_said_wants_nothing(rewriter: Rewriter) -> None:
    """Without words there is no term."""
    assert Query() == rewriter.rewrite([])


def test_a_monster_of_a_word_is_looked_up_as_it_is(rewriter: Rewriter) -> None:
    """It has no other spelling, no parts, and is no slip."""
    assert [[("self" * 100, Kind.TYPED)]] == ways(rewriter.rewrite(parse("self" * 100)))
