"""Hours of booking are decided by the librarian alone; the admins are told."""

from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId, Consultations
from bot.centres.hours.hours import Hours
from bot.staff.card_edit import CardEditStage
from bot.staff.card_edit_service import CHANGE_CAME, CHANGE_DECIDED, HOURS_SET
from tests.centres.small_region import ZONE
from tests.staff.staff_scene import ADMIN, LIPKI, OTHER_ADMIN, VERA, StaffScene


async def received(here: StaffScene, centre: CentreId = LIPKI) -> Consultations | None:
    found = here.directory.now.centre(centre)
    assert found is not None
    return found.consultations


async def test_a_librarian_sets_the_hours_at_once_and_every_admin_is_told(here: StaffScene) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.CONSULTATIONS, "вт, чт 11–17, обед 13–14, 2 места")

    done = await here.desk.send(draft.id, VERA)

    assert done.stage is CardEditStage.TAKEN
    assert await received(here) == Consultations(Hours.parse("Tu,Th 11:00-13:00,14:00-17:00", ZONE), 2, 30, 2, 30)
    told = '{"change": 1}'
    assert await here.owed(HOURS_SET) == [(ADMIN.id, told), (OTHER_ADMIN.id, told)]
    assert (await here.owed(CHANGE_CAME), await here.owed(CHANGE_DECIDED)) == ([], [])


async def test_an_admin_who_sets_them_is_not_told_what_he_did(here: StaffScene) -> None:
    draft = await here.desk.draft(ADMIN, LIPKI, CardPart.CONSULTATIONS, "вт 11–17")

    await here.desk.send(draft.id, ADMIN)

    assert [to for to, _ in await here.owed(HOURS_SET)] == [OTHER_ADMIN.id]


async def test_a_bot_without_admins_still_takes_the_hours(here: StaffScene) -> None:
    await here.hire()
    here.roster.admins = frozenset()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.CONSULTATIONS, "вт 11–17")

    assert (await here.desk.send(draft.id, VERA)).stage is CardEditStage.TAKEN


async def test_no_ends_the_booking_and_the_numbers_stay_in_the_file_as_they_were_written(here: StaffScene) -> None:
    first = await here.desk.draft(ADMIN, LIPKI, CardPart.CONSULTATIONS, "вт 11–17, за 3 часа")
    await here.desk.send(first.id, ADMIN)
    assert "notice_hours: 3" in here.text()

    last = await here.desk.draft(ADMIN, LIPKI, CardPart.CONSULTATIONS, "нет")
    await here.desk.send(last.id, ADMIN)

    assert await received(here) is None
    assert "consultations: null" in here.text()
