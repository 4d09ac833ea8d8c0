"""Card edits that wait: whose they are to see, and which of them is older than the last accepted."""

from datetime import timedelta

from bot.centres.card_edits import CardPart
from tests.staff.staff_scene import ADMIN, BORIS, LIPKI, SOSNY, VERA, StaffScene


async def sent(here: StaffScene, words: str, part: CardPart = CardPart.PHONE) -> int:
    draft = await here.desk.draft(VERA, LIPKI, part, words)
    await here.desk.send(draft.id, VERA)
    return draft.id


async def test_those_that_wait_are_seen_by_admins_their_author_and_the_centre(here: StaffScene) -> None:
    await here.hire()
    await here.hire(BORIS, SOSNY, "Борис")
    first = await sent(here, "8 (495) 123-45-67")

    seen = {who: [edit.id for edit in await here.desk.waiting_for(who)] for who in (ADMIN, VERA, BORIS)}

    assert seen == {ADMIN: [first], VERA: [first], BORIS: []}


async def test_an_edit_older_than_the_last_accepted_of_its_part_is_known(here: StaffScene) -> None:
    await here.hire()
    await sent(here, "8 (495) 123-45-67")
    await sent(here, "пн-пт 9-18", CardPart.HOURS)
    here.clock.advance(timedelta(hours=1))
    newer = await sent(here, "8 (495) 765-43-21")
    await here.desk.decide((await here.desk.waiting_for(ADMIN))[-1].id, ADMIN, accept=True)

    waiting = await here.desk.waiting_for(ADMIN)

    assert newer not in [edit.id for edit in waiting]
    assert [await here.changes.accepted_after(edit) for edit in waiting] == [here.clock.now(), None]
