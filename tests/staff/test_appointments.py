"""A role is taken by a link good once and for a week; all admins are told each time."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.staff.appointments import (
    ROLE_ENDED,
    ROLE_OFFERED,
    ROLE_TAKEN,
    AppointmentGoneError,
    Appointments,
    OwnRoleOfferError,
    RoleOfferError,
)
from bot.staff.one_time_link import LinkMadeBeforeError
from bot.staff.rights import Role
from bot.storage.database import Database
from bot.storage.tables.appointments import AppointmentTable
from tests.hand_clock import HandClock

ADMIN, OTHER_ADMIN = Address("telegram", 1), Address("telegram", 2)
NINA, BORIS = Address("telegram", 10), Address("telegram", 11)
ADMINS = frozenset({ADMIN, OTHER_ADMIN})


@dataclass(slots=True)
class AppointmentScene:
    """Appointments over a real file, with a clock moved by hand."""

    database: Database
    clock: HandClock
    table: AppointmentTable
    appointments: Appointments

    async def told(self, kind: str) -> list[int]:
        sql = "select recipient from outbox where kind = ? order by recipient"
        return [one for (one,) in await self.database.read(lambda db: db.execute(sql, (kind,)).fetchall())]


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[AppointmentScene]:
    clock = HandClock()
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        table = AppointmentTable(database)
        await table.load()
        yield AppointmentScene(database, clock, table, Appointments(table, ADMINS, clock))


async def test_a_role_is_taken_by_its_link_and_every_admin_is_told(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)

    taken = await here.appointments.accept(token, NINA, "Нина")

    assert (taken.person, taken.role, taken.district, here.table.of(NINA)) == (NINA, Role.DISTRICT, "gdov", (taken,))
    assert (await here.told(ROLE_OFFERED), await here.told(ROLE_TAKEN)) == (
        [OTHER_ADMIN.id],
        [ADMIN.id, OTHER_ADMIN.id],
    )


async def test_a_link_is_good_once(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.METHODIST, "", ADMIN)
    await here.appointments.accept(token, NINA, "Нина")

    with pytest.raises(RoleOfferError):
        await here.appointments.accept(token, BORIS, "Борис")

    assert [one.person for one in here.appointments.all] == [NINA]


async def test_a_link_is_good_for_a_week(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.METHODIST, "", ADMIN)
    here.clock.advance(timedelta(days=7))

    with pytest.raises(RoleOfferError):
        await here.appointments.accept(token, NINA, "Нина")


async def test_the_link_of_somebody_who_is_no_admin_any_more_gives_nothing(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.METHODIST, "", ADMIN)
    others = Appointments(here.table, frozenset({OTHER_ADMIN}), here.clock)

    with pytest.raises(RoleOfferError):
        await others.accept(token, NINA, "Нина")


async def test_the_maker_does_not_use_the_link_up(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
    with pytest.raises(OwnRoleOfferError):
        await here.appointments.accept(token, ADMIN, "Глеб")

    taken = await here.appointments.accept(token, NINA, "Нина")

    assert taken.person == NINA


async def test_an_unknown_link_gives_nothing(here: AppointmentScene) -> None:
    with pytest.raises(RoleOfferError):
        await here.appointments.accept("forged", NINA, "Нина")

    assert here.appointments.all == ()


async def test_the_same_role_twice_is_one(here: AppointmentScene) -> None:
    for _ in range(2):  # two links, one district
        token, _offer = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
        await here.appointments.accept(token, NINA, "Нина")

    assert len(here.appointments.all) == 1


async def test_a_role_that_is_taken_back_is_told_to_the_person_and_the_other_admins(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
    taken = await here.appointments.accept(token, NINA, "Нина")

    await here.appointments.end(taken.id, ADMIN)

    assert (here.appointments.all, await here.told(ROLE_ENDED)) == ((), [OTHER_ADMIN.id, NINA.id])


async def test_a_role_is_taken_back_once(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
    taken = await here.appointments.accept(token, NINA, "Нина")
    await here.appointments.end(taken.id, ADMIN)

    with pytest.raises(AppointmentGoneError):
        await here.appointments.end(taken.id, OTHER_ADMIN)


async def test_roles_are_read_again_after_a_restart(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
    taken = await here.appointments.accept(token, NINA, "Нина")

    again = AppointmentTable(here.database)
    await again.load()

    assert again.all == (taken,)


async def test_a_forgotten_person_has_no_role(here: AppointmentScene) -> None:
    token, _ = await here.appointments.offer(Role.DISTRICT, "gdov", ADMIN)
    await here.appointments.accept(token, NINA, "Нина")

    here.table.forget(NINA)

    assert here.table.of(NINA) == ()


async def test_two_presses_of_one_button_make_one_link_and_one_line_of_the_log(here: AppointmentScene) -> None:
    press = RequestKey(ADMIN, "update 1", "message 7, yes")
    await here.appointments.offer(Role.METHODIST, "", ADMIN, press)

    with pytest.raises(LinkMadeBeforeError):
        await here.appointments.offer(Role.METHODIST, "", ADMIN, replace(press, update="update 2"))

    count = "select (select count(*) from role_offer), (select count(*) from audit_entry)"
    (counted,) = await here.database.read(lambda db: db.execute(count).fetchall())
    assert counted == (1, 1)
    assert await here.told(ROLE_OFFERED) == [OTHER_ADMIN.id]
