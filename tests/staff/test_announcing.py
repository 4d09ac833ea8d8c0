"""Whether an announcement shows the centre closed is said by its author, and never of days ahead."""

from datetime import date

import pytest

from bot.centres.card_edits import CardPart
from bot.centres.centre import Announcement
from bot.datafiles.live_folder.versions import editor_mark, former_versions
from bot.staff.card_edit import CardEdit
from bot.staff.card_edit_errors import AlreadySentError, ChangeGoneError
from tests.staff.staff_scene import ADMIN, BORIS, LIPKI, VERA, StaffScene


async def announced(here: StaffScene, words: str) -> CardEdit:
    await here.hire()
    return await here.desk.draft(VERA, LIPKI, CardPart.ANNOUNCEMENT, words)


def closed(change: CardEdit) -> bool:
    notice = change.fields["notice"]
    assert isinstance(notice, dict)
    return bool(notice["closed"])


async def test_a_closed_centre_may_be_left_open_and_closed_again(here: StaffScene) -> None:
    draft = await announced(here, "Закрыто на ремонт до 31 декабря")

    left_open = await here.desk.announce(draft.id, VERA, closed=False)
    closed_again = await here.desk.announce(left_open.id, VERA, closed=True)

    assert [closed(one) for one in (draft, left_open, closed_again)] == [True, False, True]


@pytest.mark.parametrize("words", ["Закрыто с 28 декабря", "Закрыто по понедельникам", "У входа скользко"])
async def test_no_button_closes_now_what_names_a_day_ahead_or_closes_nothing(here: StaffScene, words: str) -> None:
    draft = await announced(here, words)

    with pytest.raises(ChangeGoneError):
        await here.desk.announce(draft.id, VERA, closed=True)


async def test_a_change_of_somebody_else_or_sent_already_stays(here: StaffScene) -> None:
    draft = await announced(here, "закрыто")
    with pytest.raises(ChangeGoneError):
        await here.desk.announce(draft.id, BORIS, closed=False)
    sent = await here.desk.send(draft.id, VERA)

    with pytest.raises(AlreadySentError):
        await here.desk.announce(sent.id, VERA, closed=False)


async def test_a_change_of_another_part_is_no_announcement(here: StaffScene) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, "вт 11-17")

    with pytest.raises(ChangeGoneError):
        await here.desk.announce(draft.id, VERA, closed=False)


async def test_days_ahead_are_closed_on_those_days_alone(here: StaffScene) -> None:
    draft = await announced(here, "Закрыто с 28 декабря по 10 января")
    sent = await here.desk.send(draft.id, VERA)

    await here.desk.decide(sent.id, ADMIN, accept=True)
    centre = here.directory.now.centre(LIPKI)

    assert centre is not None
    assert centre.announcement is not None
    days = [date(2026, 12, 27), date(2026, 12, 28), date(2027, 1, 10), date(2027, 1, 11)]
    assert [centre.announcement.closes(day) for day in days] == [False, True, True, False]


async def test_a_closing_of_days_ahead_may_be_left_out_and_put_back(here: StaffScene) -> None:
    draft = await announced(here, "Закрыто с 28 декабря по 10 января")

    left_open = await here.desk.announce(draft.id, VERA, closed=False)
    closed_again = await here.desk.announce(left_open.id, VERA, closed=True)

    assert [closed(one) for one in (draft, left_open, closed_again)] == [True, False, True]


async def test_a_librarian_lifts_the_closing_of_those_days_and_of_no_others(here: StaffScene) -> None:
    draft = await announced(here, "Закрыто с 28 декабря по 10 января")
    await here.desk.decide((await here.desk.send(draft.id, VERA)).id, ADMIN, accept=True)
    december, other = (date(2026, 12, 28), date(2027, 1, 10)), (date(2026, 12, 1), date(2026, 12, 2))

    lifted = [await here.desk.lift_closing(LIPKI, VERA, *days) for days in (other, december, december)]
    centre = here.directory.now.centre(LIPKI)

    assert lifted == [False, True, False]
    assert former_versions(here.folder)[0].by == editor_mark(VERA)
    assert centre is not None
    assert centre.announcement == Announcement("Закрыто с 28 декабря по 10 января", date(2027, 1, 10))
