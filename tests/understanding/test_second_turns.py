"""Thirty second turns that need the first are found: the act is a question and one of three articles answers."""

import json
from pathlib import Path
from typing import Any

from bot.faq.search.reading import Before
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import AskedFor, Turns
from tests.understanding.conftest import MONDAY

_LEAST = 24
_ALARM = "danger"  # «а если уже сказала?» after a call: what to do now is the better answer
_TALKS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("second_turns.jsonl").read_text("utf-8").splitlines()
]


def _is_found(understanding: Understanding, talk: dict[str, Any]) -> bool:
    engine = understanding.knowledge.engine
    shown = engine.ask(talk["first"]).hits[0].article
    related = next(one.related for one in engine.articles if one.id == shown)
    turns = Turns(asked=AskedFor.HELPED, shown_articles=(shown,), last_question=talk["first"])
    first = understanding.understand(talk["then"], turns, MONDAY).first
    found = engine.ask(talk["then"], Before(talk["first"], shown, related)).hits[:3]
    is_question = first.name in {"faq", "follow_up"} and any(hit.article in talk["right"] for hit in found)
    return is_question or (first.name == _ALARM and any(id_.startswith("safe-") for id_ in talk["right"]))


def test_short_questions_lean_on_the_answer_before(understanding: Understanding) -> None:
    missed = [(talk["first"], talk["then"]) for talk in _TALKS if not _is_found(understanding, talk)]

    assert len(_TALKS) == 30
    assert len(missed) <= len(_TALKS) - _LEAST, missed
