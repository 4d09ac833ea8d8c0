"""A prompt is read back as it was written; what this release would not have written is no prompt."""

import json
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog_state import Prompt
from bot.screens.action import Action
from bot.screens.booking.actions import BookDays
from bot.screens.booking.prompts import WhenPrompt
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.prompt_data import STEPS, pack_prompt, unpack_prompt
from tests.screens.test_actions import any_of as any_action

PLAIN = {str: st.text(), int: st.integers(), bool: st.booleans(), date: st.dates()}


def values_of(wanted: Any) -> st.SearchStrategy[Any]:
    kinds = get_args(wanted) or (wanted,)
    return st.one_of([st.none() if kind is type(None) else _of_kind(kind) for kind in kinds])


def _of_kind(kind: type) -> st.SearchStrategy[Any]:
    if issubclass(kind, Action):
        return any_action(kind)
    return st.sampled_from(list(kind)) if issubclass(kind, StrEnum) else PLAIN[kind]


@pytest.mark.parametrize("kind", STEPS.values(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_prompt_comes_back_as_it_was(kind: type[Prompt], data: st.DataObject) -> None:
    hints = get_type_hints(kind)
    prompt = kind(**{field.name: data.draw(values_of(hints[field.name])) for field in fields(kind)})

    assert unpack_prompt(*pack_prompt(prompt)) == prompt


def test_every_kind_of_prompt_has_one_step() -> None:
    # By name: a class with slots is made twice, and the first one lives on as a subclass.
    assert {kind.__name__ for kind in STEPS.values()} == {kind.__name__ for kind in Prompt.__subclasses__()}
    assert len(set(STEPS.values())) == len(STEPS)


def test_what_is_stored_keeps_its_meaning() -> None:
    assert pack_prompt(OtherTimePrompt(7, date(2026, 11, 27))) == ("other_time", '[7, "2026-11-27"]')
    assert pack_prompt(WhenPrompt(BookDays("doctor", "ostrov"))) == ("when", '["kd:doctor:ostrov:0", "", 0]')
    assert unpack_prompt("when", '["kd:doctor:ostrov:0"]') == WhenPrompt(BookDays("doctor", "ostrov"))


def test_a_value_that_came_later_has_its_default() -> None:
    assert unpack_prompt("other_time", "[7]") == OtherTimePrompt(7)


@pytest.mark.parametrize(
    ("step", "values"),
    [
        ("song", "[]"),
        ("other_time", "[]"),
        ("other_time", "7"),
        ("other_time", "7 2026-11-27"),
        ("other_time", '["7"]'),
        ("other_time", "[true]"),
        ("other_time", '[7, "завтра"]'),
        ("other_time", '[7, null, "more"]'),
        ("when", '["zz:1"]'),
        ("when", '["h"]'),
        ("walk_in_topic", '["ostrov", 2]'),
        ("card_part", '["song", "ostrov"]'),
        ("place", "{}"),
    ],
)
def test_what_this_release_would_not_have_written_is_no_prompt(step: str, values: str) -> None:
    assert unpack_prompt(step, values) is None


@given(st.sampled_from(sorted(STEPS)), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_any_json_is_a_prompt_or_none(step: str, values: object) -> None:
    prompt = unpack_prompt(step, json.dumps(values))

    assert prompt is None or unpack_prompt(*pack_prompt(prompt)) == prompt
