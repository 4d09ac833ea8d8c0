"""After a long stop only those who spoke to the bot are told that they got no answer."""

from datetime import timedelta
from typing import Any

import pytest

from bot.telegram.intake import _received
from tests.hand_clock import NOON

BOT = 42
GROUP, PRIVATE = {"id": -7, "type": "supergroup"}, {"id": 7, "type": "private"}


@pytest.mark.parametrize(
    ("message", "waits"),
    [
        ({"chat": PRIVATE, "text": "не приходит код"}, True),
        ({"chat": PRIVATE, "photo": []}, True),
        ({"chat": GROUP, "text": "завтра совещание"}, False),
        ({"chat": GROUP, "new_chat_members": []}, False),
        ({"chat": GROUP, "text": "а ему?", "reply_to_message": {"from": {"id": 5}}}, False),
        ({"chat": GROUP, "text": "/today"}, True),
        ({"chat": GROUP, "caption": "@bibliogos_bot что это"}, True),
        ({"chat": GROUP, "text": "спасибо", "reply_to_message": {"from": {"id": BOT}}}, True),
    ],
)
def test_in_a_group_only_what_may_speak_to_the_bot_waits(message: dict[str, Any], waits: bool) -> None:  # noqa: FBT001 - a parameter of the table
    written = NOON - timedelta(hours=8)
    raw = {"update_id": 1, "message": message | {"from": {"id": 5}, "date": int(written.timestamp())}}

    assert _received(raw, BOT, NOON).said_at == (written if waits else None)


def test_a_press_waits_wherever_it_was_made() -> None:
    raw = {"update_id": 1, "callback_query": {"from": {"id": 5}, "message": {"chat": GROUP}}}

    assert _received(raw, BOT, NOON).said_at == NOON
