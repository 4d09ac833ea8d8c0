"""A group chat as a centre's desk: who may link it, whom notices reach, and what happens when it is lost."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.outbox.notice import Notice, Payload
from bot.people import Address
from bot.staff.group_chats import DESK_LOST, GroupChat, GroupChats, NotTheirGroupChatError
from bot.staff.roster import Roster
from bot.storage.tables import notices
from bot.storage.tables.group_chats import GroupChatTable
from tests.staff.staff_scene import ADMIN, ADMINS, BORIS, LIPKI, OTHER_ADMIN, SOSNY, VERA, StaffScene, staff_scene

GROUP, OTHER_GROUP = Address("telegram", -1001), Address("telegram", -1002)


@dataclass(slots=True)
class House:
    """The staff's desks with groups."""

    staff_scene: StaffScene
    store: GroupChatTable
    roster: Roster
    desks: GroupChats
    wakes: int = 0

    async def rows(self) -> list[tuple[int, str]]:
        """Whom the notices about bookings wait for, and their keys."""
        sql = "select recipient, dedupe_key from outbox where state = 'waiting' and kind = 'booking_made' order by id"
        return await self.staff_scene.database.read(lambda db: db.execute(sql).fetchall())

    async def booked(self, *recipients: Address) -> None:
        """A booking at Липки, and a notice about it that waits for each of them."""
        until = self.staff_scene.clock.now() + timedelta(hours=3)
        promised = [
            Notice(
                to,
                "booking_made",
                f"booking_made:1:0:{to.channel}:{to.id}",
                self.staff_scene.clock.now(),
                {"booking": 1},
                until,
            )
            for to in recipients
        ]
        await self.staff_scene.database.write(
            lambda db: db.execute(
                "insert into booking (code, centre, topic, visitor, called, origin, starts_at, ends_at, free_at, desks,"
                " state, made_at) values ('КМ47', ?, 'passport', '', 'Анна', 'phone', '2026-11-25T07:00:00+00:00',"
                " '2026-11-25T07:30:00+00:00', '2026-11-25T07:30:00+00:00', 1, 'booked', '2026-11-24T09:00:00+00:00')",
                (LIPKI,),
            )
        )
        await self.staff_scene.database.write(lambda db: notices.put(db, promised))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with staff_scene(tmp_path) as here:
        store = GroupChatTable(here.database)
        await store.load()
        roster = Roster(here.store, ADMINS, here.clock, lambda: None, store.address_of)
        built = House(here, store, roster, GroupChats(store, roster, here.clock, lambda: None))
        built.desks = GroupChats(store, roster, here.clock, lambda: _count(built))
        yield built


def _count(house: House) -> None:
    house.wakes += 1


async def test_the_group_is_told_and_its_desk_is_known(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.staff_scene.hire(BORIS)
    assert house.roster.notice_recipients(LIPKI) == (VERA, BORIS)

    desk = await house.desks.link(VERA, LIPKI, GROUP, " Стол\u202e библиотеки ")

    assert desk == GroupChat(LIPKI, GROUP, "Стол библиотеки", house.staff_scene.clock.now())
    assert house.roster.notice_recipients(LIPKI) == (GROUP, VERA, BORIS)  # nobody knows who reads the group
    assert house.roster.librarians_of(LIPKI) == (VERA, BORIS)
    assert house.desks.of_chat(GROUP) == (desk,)


async def test_a_link_outlives_a_restart(house: House) -> None:
    desk = await house.desks.link(ADMIN, LIPKI, GROUP, "")

    again = GroupChatTable(house.staff_scene.database)
    await again.load()

    assert again.chat_of(LIPKI) == desk
    assert desk.title == "группа"


async def test_a_centre_has_one_group_and_a_group_may_serve_several_centres(house: House) -> None:
    await house.desks.link(ADMIN, LIPKI, OTHER_GROUP, "Другая")

    lipki = await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    sosny = await house.desks.link(ADMIN, SOSNY, GROUP, "Стол")

    assert house.desks.of_chat(OTHER_GROUP) == ()
    assert house.desks.of_chat(GROUP) == (lipki, sosny)


async def test_only_those_who_serve_the_centre_link_and_unlink(house: House) -> None:
    await house.staff_scene.hire(VERA, SOSNY)

    with pytest.raises(NotTheirGroupChatError):
        await house.desks.link(VERA, LIPKI, GROUP, "Стол")
    await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    with pytest.raises(NotTheirGroupChatError):
        await house.desks.unlink(VERA, LIPKI, GROUP)


async def test_unlinked_the_librarians_are_told_one_by_one_again(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.desks.link(VERA, LIPKI, GROUP, "Стол")

    assert await house.desks.unlink(VERA, LIPKI, GROUP)

    assert house.roster.notice_recipients(LIPKI) == (VERA,)
    assert not await house.desks.unlink(VERA, LIPKI, GROUP)


async def test_when_the_group_is_lost_its_people_and_the_admins_are_told(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.staff_scene.hire(BORIS, SOSNY)
    await house.desks.link(VERA, LIPKI, GROUP, "Стол")

    await house.desks.lost(GROUP)

    told = [to for to, _ in await house.staff_scene.owed(DESK_LOST)]
    assert told == [ADMIN.id, OTHER_ADMIN.id, VERA.id]
    assert (house.roster.notice_recipients(LIPKI), house.wakes) == ((VERA,), 1)


async def test_what_the_group_has_not_read_goes_to_the_librarians_of_that_centre(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.staff_scene.hire(BORIS, SOSNY)
    await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    await house.desks.link(ADMIN, SOSNY, GROUP, "Стол")
    await house.booked(GROUP)

    await house.desks.lost(GROUP)

    key = "booking_made:1:0:telegram"
    assert await house.rows() == [(GROUP.id, f"{key}:{GROUP.id}"), (VERA.id, f"{key}:{VERA.id}")]


async def test_who_was_told_beside_the_group_is_not_told_again_when_it_is_lost(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    await house.booked(GROUP, VERA)

    await house.desks.lost(GROUP)

    assert [to for to, _ in await house.rows()] == [GROUP.id, VERA.id]


async def test_the_sheet_of_the_day_that_a_lost_group_has_not_read_goes_to_the_librarians(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    now = house.staff_scene.clock.now()
    key = f"day_ahead:{LIPKI}:2026-11-24:telegram"
    day: Payload = {"centre": LIPKI, "day": "2026-11-24"}
    sheet = Notice(GROUP, "day_ahead", f"{key}:{GROUP.id}", now, day, now + timedelta(hours=1))
    await house.staff_scene.database.write(lambda db: notices.put(db, [sheet]))

    await house.desks.lost(GROUP)

    assert [to for to, _ in await house.staff_scene.owed("day_ahead")] == [GROUP.id, VERA.id]


async def test_beside_the_group_each_librarian_is_told_who_may_not_read_it(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.staff_scene.hire(BORIS)
    roster = Roster(
        house.staff_scene.store,
        ADMINS,
        house.staff_scene.clock,
        lambda: None,
        house.store.address_of,
        lambda _, who: who == VERA,
    )
    await house.desks.link(VERA, LIPKI, GROUP, "Стол")

    assert roster.notice_recipients(LIPKI) == (GROUP, BORIS)


async def test_what_is_no_longer_worth_saying_is_not_handed_over(house: House) -> None:
    await house.staff_scene.hire(VERA)
    await house.desks.link(VERA, LIPKI, GROUP, "Стол")
    await house.booked(GROUP)
    house.staff_scene.clock.advance(timedelta(hours=3))

    await house.desks.lost(GROUP)

    assert [to for to, _ in await house.rows()] == [GROUP.id]


async def test_a_group_that_was_nobodys_desk_is_lost_without_a_word(house: House) -> None:
    await house.desks.lost(GROUP)

    assert (await house.staff_scene.owed(DESK_LOST), house.wakes) == ([], 0)


async def test_an_upgraded_group_stays_the_desk_under_its_new_number(house: House) -> None:
    desk = await house.desks.link(ADMIN, LIPKI, GROUP, "Стол")
    await house.booked(GROUP)

    await house.desks.moved(GROUP, OTHER_GROUP)

    assert house.desks.of_chat(OTHER_GROUP) == (replace(desk, chat=OTHER_GROUP),)
    assert [to for to, _ in await house.rows()] == [OTHER_GROUP.id]
    assert house.roster.notice_recipients(LIPKI) == (OTHER_GROUP,)
