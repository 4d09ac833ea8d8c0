"""A change goes from a librarian to an admin to the file; nothing is lost on the way and nobody decides twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.people import Address
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_errors import (
    AlreadyDecidedError,
    AlreadySentError,
    CardNotWrittenError,
    CentreGoneError,
    ChangeError,
    ChangeGoneError,
    ImpossibleError,
    NobodyDecidesError,
    NotTheirCentreError,
)
from bot.staff.card_edit_service import CHANGE_CAME, CHANGE_DECIDED
from bot.storage.personal_data.store import PersonalDataStore
from tests.centres.small_region import FAR, TOWN, write
from tests.staff.staff_scene import ADMIN, BORIS, LIPKI, OTHER_ADMIN, SOSNY, VERA, StaffScene, staff_scene

HOURS = "вт, чт 11-17"


async def sent(here: StaffScene, words: str = HOURS, part: CardPart = CardPart.HOURS) -> CardEdit:
    """A change that waits for an admin."""
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, part, words)
    return await here.desk.send(draft.id, VERA)


async def stage(here: StaffScene, change: CardEdit) -> CardEditStage | None:
    found = await here.changes.find_edit(change.id)
    return found.stage if found else None


async def test_a_draft_is_seen_by_nobody_else(here: StaffScene) -> None:
    await here.hire()

    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, f" {HOURS} ")

    assert draft == CardEdit(
        ChangeId(1), LIPKI, CardPart.HOURS, HOURS, {"opening_hours": "Tu,Th 11:00-17:00"}, VERA, here.clock.now()
    )
    assert await here.changes.find_edit(draft.id) == draft
    assert await here.owed(CHANGE_CAME) == []


async def test_every_admin_is_told_of_a_change_that_was_sent(here: StaffScene) -> None:
    change = await sent(here)

    assert change.stage is CardEditStage.SENT
    assert await here.owed(CHANGE_CAME) == [(1, '{"change": 1}'), (2, '{"change": 1}')]


async def test_an_accepted_change_is_in_the_file_and_in_the_directory(here: StaffScene) -> None:
    before, change = here.text(), await sent(here)

    done = await here.desk.decide(change.id, ADMIN, accept=True)

    centre = here.directory.now.centre(LIPKI)
    assert centre is not None
    assert centre.hours is not None
    assert (done.stage, centre.hours.expression, centre.hours_as_of, centre.sources[-1]) == (
        CardEditStage.TAKEN,
        "Tu,Th 11:00-17:00",
        "2026-11-24",
        "сообщил библиотекарь, 2026-11-24",
    )
    (kept,) = (here.folder / "previous" / "centres.yaml").iterdir()
    assert kept.read_text(encoding="utf-8") == before
    assert await here.owed(CHANGE_DECIDED) == [(VERA.id, '{"change": 1}')]


async def test_a_refused_change_leaves_the_file(here: StaffScene) -> None:
    before, change = here.text(), await sent(here)

    done = await here.desk.decide(change.id, ADMIN, accept=False)

    assert (done.stage, here.text()) == (CardEditStage.REFUSED, before)
    assert await here.owed(CHANGE_DECIDED) == [(VERA.id, '{"change": 1}')]


async def test_words_are_decided_without_touching_the_file(here: StaffScene) -> None:
    before, change = here.text(), await sent(here, "есть пандус", CardPart.OTHER)

    done = await here.desk.decide(change.id, ADMIN, accept=True)

    assert (done.stage, done.fields, here.text()) == (CardEditStage.TAKEN, {}, before)


async def test_the_second_admin_learns_that_it_is_decided(here: StaffScene) -> None:
    change = await sent(here)
    await here.desk.decide(change.id, ADMIN, accept=True)

    with pytest.raises(AlreadyDecidedError) as late:
        await here.desk.decide(change.id, OTHER_ADMIN, accept=False)

    assert late.value.change.stage is CardEditStage.TAKEN


async def test_of_two_admins_at_once_one_decides(here: StaffScene) -> None:
    change = await sent(here)

    ends = await asyncio.gather(
        *(here.desk.decide(change.id, admin, accept=True) for admin in (ADMIN, OTHER_ADMIN) * 5),
        return_exceptions=True,
    )

    assert sum(isinstance(end, AlreadyDecidedError) for end in ends) == 9
    assert len(list((here.folder / "previous" / "centres.yaml").iterdir())) == 1
    assert len(await here.owed(CHANGE_DECIDED)) == 1


async def test_another_process_that_was_faster_has_the_last_word(here: StaffScene) -> None:
    change = await sent(here)

    async def read_before(id_: ChangeId) -> CardEdit | None:
        return change if id_ == change.id else None

    await here.changes.move(change, CardEditStage.REFUSED, OTHER_ADMIN, here.clock.now(), lambda _: ())
    here.changes.find_edit = read_before  # type: ignore[method-assign]  # - what this process had read a moment ago

    with pytest.raises(AlreadyDecidedError):
        await here.desk.decide(change.id, ADMIN, accept=False)


async def test_an_admin_needs_no_other(here: StaffScene) -> None:
    draft = await here.desk.draft(ADMIN, SOSNY, CardPart.ADDRESS, "ул. Лесная, д. 5")

    done = await here.desk.send(draft.id, ADMIN)

    centre = here.directory.now.centre(SOSNY)
    assert centre is not None
    assert (done.stage, centre.address, centre.sources) == (
        CardEditStage.TAKEN,
        "ул. Лесная, д. 5",
        ("сообщил библиотекарь, 2026-11-24",),
    )
    assert (await here.owed(CHANGE_CAME), await here.owed(CHANGE_DECIDED)) == ([], [])


async def test_sending_twice_is_told(here: StaffScene) -> None:
    change = await sent(here)

    with pytest.raises(AlreadySentError):
        await here.desk.send(change.id, VERA)

    assert len(await here.owed(CHANGE_CAME)) == 2


async def test_of_two_presses_at_once_one_sends(here: StaffScene) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    ends = await asyncio.gather(*(here.desk.send(draft.id, VERA) for _ in range(5)), return_exceptions=True)

    assert sum(isinstance(end, AlreadySentError) for end in ends) == 4
    assert len(await here.owed(CHANGE_CAME)) == 2


@pytest.mark.parametrize("number", [1, 2, 2**53])
async def test_a_change_of_somebody_else_cannot_be_sent(here: StaffScene, number: int) -> None:
    await here.hire(BORIS, LIPKI)
    await here.hire(VERA, LIPKI)
    await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    with pytest.raises(ChangeGoneError):
        await here.desk.send(ChangeId(number), BORIS)


async def test_a_draft_of_somebody_else_cannot_be_decided(here: StaffScene) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    with pytest.raises(ChangeGoneError):
        await here.desk.decide(draft.id, ADMIN, accept=True)
    with pytest.raises(ChangeGoneError):
        await here.desk.decide(ChangeId(99), ADMIN, accept=True)


async def test_a_stranger_and_a_colleague_of_another_centre_mend_nothing(here: StaffScene) -> None:
    await here.hire(VERA, SOSNY)

    async def tried(person: Address) -> ChangeError:
        with pytest.raises(ChangeError) as error:
            await here.desk.draft(person, LIPKI, CardPart.HOURS, HOURS)
        return error.value

    assert [type(await tried(person)) for person in (BORIS, VERA)] == [NotTheirCentreError, NotTheirCentreError]


async def test_a_librarian_removed_meanwhile_sends_nothing(here: StaffScene) -> None:
    member = await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)
    await here.roster.remove(member.id, ADMIN)

    with pytest.raises(NotTheirCentreError):
        await here.desk.send(draft.id, VERA)

    assert await stage(here, draft) is CardEditStage.DRAFT


async def test_a_restart_loses_no_step(here: StaffScene, tmp_path: Path) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    async with staff_scene(tmp_path) as second:
        change = await second.desk.send(draft.id, VERA)
    async with staff_scene(tmp_path) as third:
        done = await third.desk.decide(change.id, ADMIN, accept=True)

    assert done == replace(draft, stage=CardEditStage.TAKEN)


async def test_what_is_not_understood_is_not_kept(here: StaffScene) -> None:
    await here.hire()

    with pytest.raises(UnclearChangeError):
        await here.desk.draft(VERA, LIPKI, CardPart.HOURS, "как обычно")

    assert await here.changes.find_edit(ChangeId(1)) is None


async def test_writing_it_otherwise_replaces_the_draft(here: StaffScene) -> None:
    await here.hire()
    first = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, "вт 11-17")
    second = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    assert (await stage(here, first), await stage(here, second)) == (None, CardEditStage.DRAFT)


async def test_a_faulty_file_is_not_changed_and_the_change_waits(here: StaffScene) -> None:
    change = await sent(here)
    faulty = TOWN + FAR.replace("kind: library", "kind: shop")
    write(here.folder, {"centres.yaml": faulty})

    with pytest.raises(ImpossibleError) as impossible:
        await here.desk.decide(change.id, ADMIN, accept=True)

    assert "shop" in impossible.value.problems[0].reason
    assert (here.text(), await stage(here, change)) == (faulty, CardEditStage.SENT)


async def test_a_file_that_cannot_be_written_loses_nothing(here: StaffScene) -> None:
    change = await sent(here)
    (here.folder / "centres.yaml.new").mkdir()  # even root cannot write a file there

    with pytest.raises(CardNotWrittenError) as unwritable:
        await here.desk.decide(change.id, ADMIN, accept=True)

    assert unwritable.value.file.endswith("centres.yaml")
    assert await stage(here, change) is CardEditStage.SENT
    (here.folder / "centres.yaml.new").rmdir()
    assert (await here.desk.decide(change.id, ADMIN, accept=True)).stage is CardEditStage.TAKEN


async def test_a_full_disk_is_told_as_such_and_loses_nothing(here: StaffScene) -> None:
    change, before = await sent(here), here.text()
    (here.folder / "centres.yaml.new").symlink_to("/dev/full")  # a real device: whatever is written finds no room

    with pytest.raises(CardNotWrittenError) as unwritable:
        await here.desk.decide(change.id, ADMIN, accept=True)

    assert unwritable.value.reason == "на диске нет места"
    assert (here.text(), await stage(here, change)) == (before, CardEditStage.SENT)


async def test_a_vanished_centre_is_told(here: StaffScene) -> None:
    change = await sent(here)
    write(here.folder, {"centres.yaml": FAR})

    with pytest.raises(CentreGoneError):
        await here.desk.decide(change.id, ADMIN, accept=True)
    await here.directory.refresh()
    with pytest.raises(CentreGoneError):
        await here.desk.decide(change.id, ADMIN, accept=True)
    with pytest.raises(CentreGoneError):
        await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)


async def test_without_admins_nothing_is_promised(here: StaffScene, tmp_path: Path) -> None:
    await here.hire()
    draft = await here.desk.draft(VERA, LIPKI, CardPart.HOURS, HOURS)

    async with staff_scene(tmp_path, frozenset()) as orphaned:
        with pytest.raises(NobodyDecidesError):
            await orphaned.desk.send(draft.id, VERA)


async def test_a_forgotten_author_gets_no_answer_but_the_change_stands(here: StaffScene) -> None:
    change = await sent(here)
    draft = await here.desk.draft(VERA, LIPKI, CardPart.SITE, "нет")
    await PersonalDataStore(here.database).erase(VERA)
    here.store.forget(VERA)

    done = await here.desk.decide(change.id, ADMIN, accept=True)

    assert (done.author, await stage(here, draft), await here.owed(CHANGE_DECIDED)) == (None, None, [])


async def test_old_changes_are_swept_but_not_those_that_wait(here: StaffScene) -> None:
    waiting = await sent(here)
    decided = await here.desk.draft(ADMIN, LIPKI, CardPart.SITE, "нет")
    await here.desk.send(decided.id, ADMIN)

    tomorrow = here.clock.now() + timedelta(days=1)
    await PersonalDataStore(here.database).end(tomorrow, tomorrow)

    assert (await stage(here, waiting), await stage(here, decided)) == (CardEditStage.SENT, None)
