"""Three people live with the bot at random, one is forgotten: no row knows her, nothing of the others is lost."""

import random
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.booking.booking import DayWish, Visitor, Wish
from bot.booking.refusals import Refusal
from bot.centres.centre import CentreId
from bot.datafiles.live_folder.versions import editor_mark, keep_version, versions_of
from bot.people import Address
from bot.privacy.own_data import FILES, OwnRows
from tests.hand_clock import NOON
from tests.stage import IDS, StraightStage, straight_stage

ANNA, BORIS = Address("telegram", IDS["anna"]), Address("telegram", IDS["boris"])
VERA = Address("telegram", IDS["vera"])
WORDS = {"anna": "малахит", "boris": "янтарь", "vera": "гранит"}  # each writes his own, so that a row tells whose it is
LIBRARY = CentreId("pskov-pounb")
STEPS = 25
# What a citizen leaves behind; «presence» and «pseudonym» follow from the interactions.
OF_CITIZENS = {"settings", "begun", "bookings", "waitlist", "questions", "unanswered", "notices", "requests"}
COUNTED = {"interactions", "opinions"}
FIGURES = (
    "select span, kind, channel, topic, detail, sum(n) from span_sum group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5",
    "select * from hour_sum order by 1, 2, 3, 4",
    "select * from article_sum order by 1, 2",
    "select span, centre, times, count(*) from presence group by 1, 2, 3 order by 1, 2, 3",
    "select count(*), count(distinct person) from contact",
)


class Life:
    """What people do, each thing by a real message, press or service."""

    def __init__(self, stage: StraightStage, seed: int) -> None:
        self.stage = stage
        self.dice = random.Random(seed)  # noqa: S311 - a seeded life, no secret
        self.visits = stage.app.services.visits

    async def go_on(self) -> None:
        """A step of one of them, not so fast that the bot asks to wait."""
        self.stage.clock.advance(timedelta(seconds=20))
        person = self.dice.choice(["anna", "anna", "boris"])
        await self.dice.choice(self.deeds())(person)

    def deeds(self) -> list[Callable[[str], Awaitable[Any]]]:
        return [
            self._ask_the_faq,
            self._ask_in_vain,
            self._ask_a_librarian,
            self._begin,
            self._settle,
            self._rate,
            self._book,
        ]

    async def _ask_the_faq(self, person: str) -> None:
        await self.stage.say(person, "забыла пароль от госуслуг")

    async def _ask_in_vain(self, person: str) -> None:
        await self.stage.say(person, f"сколько стоит {WORDS[person]} на луне {self.dice.randrange(3)}")

    async def _ask_a_librarian(self, person: str) -> None:
        await self.stage.say(person, "/ask")
        await self.stage.say(person, f"где найти {WORDS[person]} {self.dice.randrange(9)}")
        await self.stage.press(person, "Отправить")

    async def _begin(self, person: str) -> None:
        await self.stage.say(person, "/ask")
        await self.stage.say(person, f"не дописано {WORDS[person]}")

    async def _settle(self, person: str) -> None:
        await self.stage.press_data(person, f"v:{self.dice.randrange(2)}")

    async def _rate(self, person: str) -> None:
        await self.stage.press_data(person, f"r:password-forgotten:{self.dice.randrange(2)}")

    async def _book(self, person: str) -> None:
        who = Address("telegram", IDS[person])
        visitor = Visitor.named(WORDS[person], for_other=self.dice.random() < 0.5)
        with suppress(Refusal):
            wish = Wish(LIBRARY, "passport", self.dice.choice(await self._free()), visitor)
            booking = await self.visits.booking.book(who, wish)
            if self.dice.random() < 0.3:
                await self.visits.booking.cancel(who, booking.id, f"не нужен {WORDS[person]}")

    async def _free(self) -> list[datetime]:
        return [slot.starts_at for slot in await self.visits.booking.free(LIBRARY, "passport")]

    async def wait_for_a_full_day(self) -> None:
        """Anna alone waits for a day on which strangers have taken every place by phone."""
        day = (await self._free())[-1].date()
        while free := [one for one in await self._free() if one.date() == day]:
            await self.visits.day_view.visits.phoned(
                VERA, Wish(LIBRARY, "passport", free[0], Visitor.named("по телефону"))
            )
        await self.visits.waitlist.join(ANNA, DayWish(LIBRARY, "passport", day, Visitor.named(WORDS["anna"])))


@pytest.fixture(params=range(3))
async def lived(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[StraightStage]:
    """Some days of three people; Анна has left something in every table of citizens."""
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()
        life = Life(stage, request.param)
        await life.wait_for_a_full_day()
        for deed in life.deeds():
            await deed("anna")
        for _ in range(STEPS):
            await life.go_on()
        await settled(stage)
        yield stage


async def settled(stage: StraightStage) -> None:
    for rows in stage.app.stores.behind:
        await rows.flush()


async def read(stage: StraightStage, sql: str) -> list[tuple[Any, ...]]:
    return await stage.app.stores.figures._database.read(lambda db: db.execute(sql).fetchall())


async def cells(stage: StraightStage) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that stands in the file, by tables."""
    names = await read(stage, "select name from sqlite_schema where type = 'table'")
    return {name: await read(stage, f"select * from {name}") for (name,) in names}  # noqa: S608 - of the schema


def traces(tables: dict[str, list[tuple[Any, ...]]], person: str, stage: StraightStage) -> list[str]:
    """Where her number, her words or her pseudonym stand, in any column of any table."""
    address = Address("telegram", IDS[person])
    name = stage.app.stores.pseudonyms.pseudonym_for(address)
    known = re.compile(rf"(?<![0-9a-f]){address.id}(?![0-9a-f])|{WORDS[person]}|{name}", re.IGNORECASE)
    found = [(table, row) for table, rows in tables.items() for row in rows]
    return [f"{table}: {row}" for table, row in found if any(known.search(str(cell)) for cell in row)]


async def own(stage: StraightStage, person: Address) -> OwnRows:
    return await stage.app.services.common.own_data.of(person)


async def test_of_a_forgotten_person_no_row_is_left_and_others_lose_nothing(lived: StraightStage) -> None:
    hers, his = await own(lived, ANNA), await own(lived, BORIS)
    figures = [await read(lived, sql) for sql in FIGURES]
    left = {section for section, rows in hers.items() if rows}

    await lived.app.services.common.forgetting.forget(ANNA)
    await settled(lived)

    assert left >= OF_CITIZENS | COUNTED
    assert traces(await cells(lived), "anna", lived) == []
    assert await own(lived, BORIS) == his
    assert not any((await own(lived, ANNA)).values())
    assert [await read(lived, sql) for sql in FIGURES] == figures


async def test_erasing_that_fails_half_way_has_erased_nothing_and_is_ended_the_next_time(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()
        life = Life(stage, 0)
        for deed in life.deeds():
            await deed("anna")
        await settled(stage)
        before = await cells(stage)
        await change(stage, "create trigger power_cut before update on pseudonym begin select raise(abort, 'cut'); end")

        with pytest.raises(sqlite3.IntegrityError, match="cut"):
            await stage.app.services.common.forgetting.forget(ANNA)

        assert await cells(stage) == before
        await change(stage, "drop trigger power_cut")
        await stage.app.services.common.forgetting.forget(ANNA)
        assert traces(await cells(stage), "anna", stage) == []


async def test_who_edited_a_file_is_taken_off_its_former_version_and_the_version_stays(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        folder = tmp_path / "data"
        mine = keep_version(folder, "region.yaml", NOON, editor_mark(ANNA))
        his = keep_version(folder, "region.yaml", NOON + timedelta(minutes=1), editor_mark(BORIS))

        shown = (await own(stage, ANNA))[FILES]
        await stage.app.services.common.forgetting.forget(ANNA)

        left = versions_of(folder, "region.yaml")
        assert [str(ANNA.id) in one.name for one in left] == [False, False]
        assert (mine in left, left[1]) == (False, his)
        assert shown == [{"at": NOON.isoformat(), "file": "region.yaml"}]
        assert (await own(stage, ANNA))[FILES] == []


async def change(stage: StraightStage, sql: str) -> None:
    await stage.app.stores.figures._database.write(lambda db: db.execute(sql))
