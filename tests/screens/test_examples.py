"""Examples of a time in the prompts: understood, and still to come, whatever day it is."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from bot.booking.draft import BookingStep
from bot.booking.typed.typed_closure import read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_when
from bot.screens.booking import who
from bot.screens.closures import closures
from bot.screens.librarian_day import choose_time
from tests.screens.closures.test_closures import CENTRE

DAYS = [datetime(2026, 1, 1, 12, tzinfo=CENTRE.zone) + timedelta(days=n) for n in range(365)]


def quoted(text: str) -> list[str]:
    return re.findall("«([^»]+)»", text)


def test_a_time_to_come() -> None:
    examples = {*quoted(who.not_understood(BookingStep.DAY)), *quoted(choose_time.SAY)}

    assert len(examples) == 2
    assert {type(read_when(one, now)) for one in examples for now in DAYS} == {TimeWish}


def test_hours_to_close() -> None:
    examples = quoted(closures.unclear(Unsure(Doubt.NOTHING)).text)

    assert len(examples) == 3
    read = [read_closure(one, CENTRE, now) for one in examples for now in DAYS]
    assert {one.doubt if isinstance(one, Unsure) else len(one) for one in read} == {1, Doubt.TODAY_OR_LATER}


def test_no_prompt_names_a_day_of_a_month_with_an_hour() -> None:
    files = Path("bot/screens").glob("*.py")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert [line for line in lines if "апример" in line and re.search(r"[0-9]+ [а-я]+(?:я|а) (?:[0-9]|с )", line)] == []
