"""Citizens' questions reach those on duty, and everybody where nobody is."""

from bot.staff.question_recipients import QuestionRecipients
from bot.storage.tables.staff import StaffStore
from tests.staff.staff_scene import ADMIN, ADMINS, BORIS, LIPKI, OTHER_ADMIN, SOSNY, VERA, StaffScene


async def test_a_librarian_is_on_duty_from_the_first_day(here: StaffScene) -> None:
    await here.hire()

    assert here.roster.is_on_duty(VERA)
    assert set(QuestionRecipients(here.store, ADMINS).on_duty()) == {ADMIN, OTHER_ADMIN, VERA}


async def test_off_duty_holds_at_every_centre_and_after_a_restart(here: StaffScene) -> None:
    await here.hire(VERA, LIPKI)
    await here.hire(VERA, SOSNY)
    await here.hire(BORIS, LIPKI)

    assert await here.roster.set_duty(VERA, on=False)

    store = StaffStore(here.database)
    await store.load()
    assert [member.on_duty for member in store.members_of(VERA)] == [False, False]
    assert set(QuestionRecipients(store, ADMINS).on_duty()) == {ADMIN, OTHER_ADMIN, BORIS}


async def test_who_is_off_duty_may_still_answer(here: StaffScene) -> None:
    await here.hire()

    await here.roster.set_duty(VERA, on=False)

    assert VERA in QuestionRecipients(here.store, ADMINS)


async def test_where_every_librarian_is_off_nobody_is_on_duty(here: StaffScene) -> None:
    await here.hire()
    await here.roster.set_duty(VERA, on=False)

    assert set(QuestionRecipients(here.store, ADMINS).on_duty()) == set()

    await here.roster.set_duty(VERA, on=True)
    assert VERA in QuestionRecipients(here.store, ADMINS).on_duty()


async def test_an_admin_who_works_nowhere_is_always_on_duty(here: StaffScene) -> None:
    assert not await here.roster.set_duty(ADMIN, on=False)

    assert here.roster.is_on_duty(ADMIN)
    assert set(QuestionRecipients(here.store, ADMINS).on_duty()) == ADMINS


async def test_who_is_off_duty_stays_so_when_he_joins_another_centre(here: StaffScene) -> None:
    await here.hire(VERA, LIPKI)
    await here.roster.set_duty(VERA, on=False)

    await here.hire(VERA, SOSNY)

    assert not here.roster.is_on_duty(VERA)
    assert set(QuestionRecipients(here.store, ADMINS).on_duty()) == set()
