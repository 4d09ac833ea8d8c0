"""Another parser, lark, recognises by the same grammar exactly the rows of words that our chart recognises."""

import json
import re
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import LarkError

from bot.russian.time.grammar import ebnf
from bot.russian.time.grammar.around import CLOSURE, HOURS, PERIOD, VISIT
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.tokens import Token, tokens_of

WIDE = Path(__file__).parents[1] / "time_wide.jsonl"
USES = {
    "visit": ("moments", VISIT),
    "close": ("moments", CLOSURE),
    "period": ("period", PERIOD),
    "hours": ("hours", HOURS),
}
PHRASES = [
    (read["use"], read["text"]) for line in WIDE.read_text().splitlines() if (read := json.loads(line))["use"] in USES
]


@cache
def lark(rule: str) -> Lark:
    """Our grammar with its words as signs of one alphabet: a row of kinds is a text."""
    text = Path(ebnf.__file__).with_name("grammar.ebnf").read_text("utf-8")
    rules = re.sub(r"//.*", "", text).replace(" !", "")
    kinds = sorted(set(re.findall(r"\b[A-Z][A-Z0-9]*\b", rules)))
    words = "\n".join(f'{kind}: "<{kind}>"' for kind in kinds)
    return Lark(f"{rules}\n{words}", start=rule, parser="earley", lexer="basic")


def is_read_by_lark(rule: str, tokens: list[Token]) -> bool:
    try:
        lark(rule).parse("".join(f"<{token.kind}>" for token in tokens))
    except LarkError:
        return False
    return True


@given(st.sampled_from(PHRASES), st.lists(st.integers(0, 12), max_size=2))
@settings(max_examples=150, deadline=None)
def test_both_recognise_the_same_phrases(phrase: tuple[str, str], lost: list[int]) -> None:
    """Also with a word or two lost: then most of them are no phrase any more."""
    use, text = phrase
    rule, around = USES[use]
    tokens = [token for at, token in enumerate(tokens_of(text, around)) if at not in lost]
    if tokens:
        assert bool(Chart(tokens).whole(rule)) == is_read_by_lark(rule, tokens), text
