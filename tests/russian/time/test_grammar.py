"""The grammar as a text: whole, without unknown words, and never slow."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.russian.time.grammar import ebnf
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.ebnf import grammar, read_rules
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.grammar.vocabulary import KINDS

STARTS = ("moments", "reopening", "specials", "period", "hours")
OF_SIGNS = {"N0", "N9", "N59", "NX", "ORD", "ORDW", "CLOCK", "DOT", "DOTD", "DATE", "YEAR", "YM"}
OF_SIGNS |= {"COMMA", "SEMI", "COLON", "DASH"}
WORD_KINDS = {kind for kind, _ in KINDS.values() if kind}


def test_every_kind_of_words_is_used_by_a_rule_and_has_words() -> None:
    used = {token for rule in grammar().values() for token in rule.kinds()}

    assert used - OF_SIGNS == WORD_KINDS


def test_every_rule_is_reached_from_what_is_asked_for() -> None:
    reached: set[str] = set()
    rest = [*STARTS]
    while rest:
        name = rest.pop()
        rest += [] if name in reached else grammar()[name].names()
        reached.add(name)

    assert reached == set(grammar())


@pytest.mark.parametrize("faulty", ["moments: nothing", "a: B |", "a: B & C", "a: (B", "a: b*\nb: C D)"])
def test_a_faulty_grammar_is_refused(faulty: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_rules(faulty)


def test_the_grammar_is_short_enough_to_be_read_at_one_sitting() -> None:
    text = Path(ebnf.__file__).with_name("grammar.ebnf").read_text("utf-8")

    assert len(text.splitlines()) <= 240


@given(st.lists(st.sampled_from(sorted(WORD_KINDS | OF_SIGNS)), max_size=48), st.sampled_from(STARTS))
@settings(max_examples=150, deadline=None)
def test_any_row_of_words_is_read_to_its_end_or_to_a_named_place(kinds: list[str], rule: str) -> None:
    tokens = [Token(kind, 1, kind, at) for at, kind in enumerate(kinds)]
    chart = Chart(tokens)

    readings = chart.whole(rule)

    assert all([leaf.at for leaf in tree.leaves()] == list(range(len(tokens))) for tree in readings)
    assert 0 <= chart.farthest <= len(tokens)


@pytest.mark.parametrize("text", ["1 " * 48, "1," * 24, "пн вт " * 24, "с 1 до 2 и " * 8, "в 1 и 2 или 3 " * 6])
def test_the_worst_rows_are_read_in_a_moment(text: str) -> None:
    tokens = tokens_of(text)[:48]
    began = perf_counter()

    Chart(tokens).whole("moments")

    assert perf_counter() - began < 2  # seconds; a tenth of it on a quiet machine
