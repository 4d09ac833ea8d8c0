"""Presses of inline buttons that wait for the bot's answer."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cachetools import FIFOCache

from bot.sandbox.refusal import bad_request

WAITS = timedelta(minutes=15)
KEPT = 10_000
MOST_ANSWERS = 2


@dataclass(slots=True)
class Press:
    """One callback query: who pressed which button, and how often it was answered."""

    id: str
    person: int
    chat: int
    message: int
    row: int | None
    column: int | None
    pressed_at: datetime
    answers: int = 0


class Presses:
    """Remembers presses until they are answered or too old."""

    def __init__(self) -> None:
        self._open: FIFOCache[str, Press] = FIFOCache(KEPT)

    def begin(self, person: int, chat: int, message: int, place: tuple[int | None, int | None], now: datetime) -> Press:
        press = Press(str(secrets.randbits(62)), person, chat, message, *place, now)
        self._open[press.id] = press
        return press

    def answer(self, press_id: str, now: datetime) -> Press:
        """The press that is answered; Telegram takes a second answer, but no third."""
        press = self._open.get(press_id)
        if press is None or press.answers >= MOST_ANSWERS or now - press.pressed_at > WAITS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        press.answers += 1
        return press

    def waiting(self, now: datetime) -> list[Press]:
        return [press for press in self._open.values() if not press.answers and now - press.pressed_at <= WAITS]

    def expire(self, now: datetime) -> list[Press]:
        """Forgets what is too old; gives those that were never answered."""
        old = [press for press in self._open.values() if now - press.pressed_at > WAITS]
        for press in old:
            del self._open[press.id]
        return [press for press in old if not press.answers]
