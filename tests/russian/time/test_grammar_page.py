"""The page that explains the grammar names files, rules, kinds of words and classes that there are."""

import re
from pathlib import Path

from bot.russian.time.grammar.around import HOURS
from bot.russian.time.grammar.ebnf import grammar
from bot.russian.time.grammar.tokens import tokens_of
from bot.russian.time.grammar.vocabulary import KINDS
from bot.russian.time.hours_of_work.clauses import CLAUSE_RESOLVERS
from bot.russian.time.hours_of_work.reading import read_timetable
from bot.russian.time.hours_of_work.timetable import Lunch, Weekly

ROOM = Path("bot/russian/time")
PAGE = Path("docs/time-grammar.md").read_text(encoding="utf-8")


def test_every_file_it_names_is_there() -> None:
    files = set(re.findall(r"`([\w/]+\.(?:py|txt|ebnf|jsonl))`", PAGE))

    places = (ROOM, ROOM / "grammar", Path(), Path("tests/russian/time"))
    assert len(files) > 15
    assert [name for name in files if not any((place / name).exists() for place in places)] == []


def test_its_phrase_is_read_as_it_says() -> None:
    text = "пн-пт 9-18, обед с 13 до 14"

    assert f"`{' '.join(token.kind for token in tokens_of(text, HOURS))}`" in PAGE
    assert read_timetable(text) == (Weekly((0, 1, 2, 3, 4), ((540, 1080),)), Lunch((780, 840)))


def test_its_rules_and_their_resolvers_are_those_of_the_grammar() -> None:
    source = re.sub(r"\s+", " ", (ROOM / "grammar" / "grammar.ebnf").read_text(encoding="utf-8"))

    assert {"moments", "period", "hours"} <= grammar().keys()
    assert set(grammar()["clause"].names()) == CLAUSE_RESOLVERS.keys()
    assert "shut : _off COMMA? season" in source
    assert "week : hdays _link? (spans | hto)" in source
    assert "hspan : daytime? FROM? _hend" in source


def test_every_kind_of_word_in_the_grammar_has_words_or_is_read_from_figures() -> None:
    figures = {"N0", "N9", "N59", "NX", "ORD", "ORDW", "CLOCK", "DOT", "DOTD", "DATE", "YM", "YEAR"}
    signs = {"COMMA", "SEMI", "COLON", "DASH"}
    used = {kind for rule in grammar().values() for kind in rule.kinds()}

    assert used - {kind for kind, _ in KINDS.values()} - figures - signs == set()
