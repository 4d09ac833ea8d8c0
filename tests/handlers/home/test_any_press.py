"""Whatever is pressed and written, in whatever order, nobody meets a failure."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens.action import Action
from bot.screens.callback_data import TAGS, pack
from bot.screens.centre_edits.actions import NamePart
from bot.screens.time_codes import day_code, minute_of, moment_code
from bot.telegram.middlewares import Throttle
from tests.hand_clock import NOON
from tests.screens.test_actions import SHORT, VALUES
from tests.stage import StraightStage, straight_stage
from tests.telegram.pressing import pressed

FAILURE = "неполадка"
DAYS = st.integers(-2, 12).map(lambda days: (NOON + timedelta(days=days)).date())
TIMES = st.builds(
    lambda day, hour, minute: datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC),
    *(DAYS, st.integers(7, 14), st.sampled_from([0, 30])),
)
NUMBERS = st.integers(1, 9)
# What the buttons of this stage carry; now and then something that no button of ours does.
LIKELY: dict[str, st.SearchStrategy[object]] = {
    "centre": st.sampled_from(["pskov-pounb", "ostrov", "pechory", "gdov"]),
    "topic": st.sampled_from(["registration", "doctor", "other", "-"]),
    "at": TIMES.map(moment_code) | DAYS.map(day_code),
    "on": DAYS.map(day_code),
    "minute": TIMES.map(minute_of),
    "start": TIMES.map(minute_of),
    "end": TIMES.map(minute_of),
    "mark": st.sampled_from(["arrived", "missed", "not_solved"]),
    "part": st.sampled_from(["today", "week", "guest", "hours", "consultations"]),
    "why": st.sampled_from(["ill", "words", "nothing"]),
    **dict.fromkeys(("booking", "closure", "place", "change", "question", "member"), NUMBERS),
    **dict.fromkeys(("page", "stars"), st.integers(0, 6)),
}
FEATURES = ("actions", "day_actions", "visit_actions", "own_visit_actions", "hours_actions")
SLOW = frozenset({"SendPoster", "DaySheet", "DayTable"})  # papers are drawn, which takes its time
KINDS = [kind for kind in TAGS.values() if kind.__module__.endswith(FEATURES) and kind.__name__ not in SLOW]
TEXTS = st.sampled_from([
    *("завтра", "завтра в 10", "27 ноября 15:00", "31 февраля", "31.12.9999", "99:99", "с 1 по 5 декабря"),
    *("вт 11-17, 2 места", "да", "нет", "отмена", "1", "2", "9", "Анна", "мама", "КМ47", "Псков", "спасибо"),
    *("к врачу", "1:2:3", ":"),
    *("/my", "/book", "/today", "/week", "/close", "/hours", "/walkin", "/desk", "/start", "забыл пароль", "<b>я</b>"),
])  # fmt: skip


def likely(kind: type[Action]) -> st.SearchStrategy[Action]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{one.name: _value(one.name, hints[one.name]) for one in fields(kind)})


def _value(name: str, kind: type) -> st.SearchStrategy[object]:
    odd = SHORT.get((name, kind), VALUES[kind])
    return LIKELY[name] | odd if name in LIKELY and kind is not bool else odd


PEOPLE = st.sampled_from(["anna", "boris", "vera", "vera@desk", "anna@desk"])
PRESSES = st.sampled_from(KINDS).flatmap(likely)
DEEDS = st.lists(st.tuples(PEOPLE, PRESSES | PRESSES | TEXTS), min_size=10, max_size=25)


@dataclass
class Played:
    """One stage for all examples: whatever was left by the last is a beginning for the next."""

    stage: StraightStage
    runner: asyncio.Runner

    def play(self, deeds: list[tuple[str, Action | str]]) -> list[str]:
        return self.runner.run(self._play(deeds))

    async def _play(self, deeds: list[tuple[str, Action | str]]) -> list[str]:
        for person, deed in deeds:
            if isinstance(deed, str):
                await self.stage.say(person, deed)
            else:
                await self.stage.press_data(person, pack(deed))
        await self.stage.pass_time(timedelta(minutes=20))
        boxes = (*self.stage.wire.inbox.values(), *self.stage.wire.changes.values())
        said = [shown.text for box in boxes for shown in box]
        for box in boxes:
            box.clear()
        return said


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    with pytest.MonkeyPatch.context() as patch, asyncio.Runner() as runner:
        patch.setattr(Throttle.__init__, "__defaults__", (10**6, 20, 10**4))  # nobody is too fast here
        stage = StraightStage(tmp_path_factory.mktemp("any"))
        runner.run(stage.open())
        runner.run(stage.open_booking())
        yield Played(stage, runner)
        runner.run(stage.close())


@settings(max_examples=100, deadline=None)
@given(deeds=DEEDS)
def test_nobody_ever_meets_a_failure(played: Played, deeds: list[tuple[str, Action | str]]) -> None:
    said = played.play(deeds)

    assert [text for text in said if FAILURE in text] == []


async def test_hours_of_booking_are_not_asked_for_by_the_button_of_another_part(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        shown = await pressed(stage, NamePart("pskov-pounb", "consultations"), "vera")

    assert shown.text.startswith("Эта кнопка устарела")
