"""Three hundred wishes of many voices are read with what is said in them, and several of one message each.

They were written apart from data/acts. A line of said_lines.jsonl has the talk before, the words, the act and its
slots; «alt» are acts that serve as well.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.asking.understand_turns import turns_of
from bot.understanding.acts import SpeakerRole
from bot.understanding.live_understanding import Understanding
from tests.understanding.conftest import MONDAY

_LEAST_FIRST, _LEAST_SLOTS, _LEAST_SEVERAL = 0.93, 0.97, 0.84
Line = dict[str, Any]


def _lines(name: str) -> list[Line]:
    return [json.loads(line) for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()]


_LINES, _SEVERAL = _lines("said_lines.jsonl"), _lines("several_lines.jsonl")


@pytest.fixture
def heard(understanding: Understanding) -> list[tuple[Line, Line]]:
    """Each line with the first act that is read in it."""
    return [(line, _acts(understanding, line)[0]) for line in _LINES]


def _acts(understanding: Understanding, line: Line) -> list[Line]:
    turns = turns_of(line["before"], SpeakerRole(line["role"]), understanding.knowledge, MONDAY)
    return [act.as_record() for act in understanding.understand(line["text"], turns, MONDAY).acts]


def _is_meant(line: Line, got: Line) -> bool:
    return got["act"] == line["acts"][0]["act"] or got["act"] in line["alt"]


def test_the_wish_is_read(heard: list[tuple[Line, Line]]) -> None:
    missed = [(line["text"], got["act"]) for line, got in heard if not _is_meant(line, got)]

    assert len(missed) <= (1 - _LEAST_FIRST) * len(heard), missed


def test_what_is_said_beside_the_wish_is_kept(heard: list[tuple[Line, Line]]) -> None:
    read = [(line, got) for line, got in heard if got["act"] == line["acts"][0]["act"]]
    wanted = [(line, got, slot) for line, got in read for slot in line["acts"][0] if slot != "act"]
    missed = [(line["text"], slot, got.get(slot)) for line, got, slot in wanted if not _is_same(line, got, slot)]

    assert len(missed) <= (1 - _LEAST_SLOTS) * len(wanted), missed


def _is_same(line: Line, got: Line, slot: str) -> bool:
    """Whether a slot holds the value; of a name or a place a part is enough, as of a person spoken of."""
    want, value = (str(one).casefold().replace("ё", "е") for one in (line["acts"][0][slot], got.get(slot, "")))
    is_part = slot in {"place", "name", "for_whom"} and bool(value) and (want in value or value in want)
    return want == value or is_part


def test_every_wish_of_a_message_is_heard_and_nothing_else(understanding: Understanding) -> None:
    read = [(line, [act["act"] for act in _acts(understanding, line)]) for line in _SEVERAL]
    missed = [(line["text"], got) for line, got in read if not _has_all(line, got)]

    assert len(missed) <= (1 - _LEAST_SEVERAL) * len(_SEVERAL), missed


def _has_all(line: Line, got: list[str]) -> bool:
    wanted = [act["act"] for act in line["acts"]]
    return all(want in got or any(act in got for act in line["alt"]) for want in wanted) and len(got) <= len(wanted) + 1
