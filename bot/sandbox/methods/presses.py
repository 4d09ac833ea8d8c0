"""Answers to presses of inline buttons."""

from aiogram.methods import AnswerCallbackQuery

from bot.sandbox.events import Answered
from bot.sandbox.limits import MAX_TOAST
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import SandboxState


def answer_callback_query(state: SandboxState, call: AnswerCallbackQuery) -> bool:
    if len(call.text or "") > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if call.url and not call.url.startswith((f"https://t.me/{state.profile.username}?", "tg://")):
        raise bad_request("URL_INVALID")
    press = state.presses.answer(call.callback_query_id, state.clock.now())
    state.notify(Answered(press, call.text or "", call.show_alert is True, call.url))
    return True
