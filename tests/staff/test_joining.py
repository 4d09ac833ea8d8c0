"""A link lets one person in, once, within a week; the roster knows at once and after a restart."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox.request_key import SECOND_TAP, RequestKey
from bot.people import Address
from bot.privacy.shown_name import NAMELESS
from bot.staff.invitations import (
    LIBRARIAN_JOINED,
    AlreadyThereError,
    ExpiredInvitationError,
    InvitationError,
    OwnInvitationError,
    UnknownInvitationError,
    UsedInvitationError,
)
from bot.staff.one_time_link import LinkMadeBeforeError
from bot.staff.question_recipients import QuestionRecipients
from bot.staff.roster import LIBRARIAN_LEFT, MemberGoneError, MemberId
from bot.storage.personal_data.store import PersonalDataStore
from tests.staff.staff_scene import ADMIN, ADMINS, BORIS, LIPKI, OTHER_ADMIN, SOSNY, VERA, StaffScene, staff_scene


async def test_whoever_opens_the_link_works_at_its_centre(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)

    member = await here.invitations.accept(token, VERA, " Вера\u202e\n")

    assert (member.person, member.name, member.centre, member.since) == (VERA, "Вера", LIPKI, here.clock.now())
    assert here.roster.members == (member,)
    assert here.roster.centres_of(VERA) == (LIPKI,)
    assert (here.roster.notice_recipients(LIPKI), here.roster.librarians_of(SOSNY)) == ((VERA,), ())
    assert await here.owed(LIBRARIAN_JOINED) == [
        (1, '{"name": "\\u0412\\u0435\\u0440\\u0430", "centre": "lipki-main"}')
    ]


async def test_the_secret_itself_is_not_kept(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)

    rows = await here.database.read(lambda db: db.execute("select * from invitation").fetchall())

    assert len(token) == 32
    assert token not in str(rows)


async def test_a_nameless_person_may_join(here: StaffScene) -> None:
    assert (await here.hire(name="\u202e")).name == NAMELESS


async def test_one_librarian_may_work_at_several_centres_and_several_at_one(here: StaffScene) -> None:
    await here.hire(VERA, LIPKI)
    await here.hire(VERA, SOSNY)
    await here.hire(BORIS, SOSNY)

    assert here.roster.centres_of(VERA) == (LIPKI, SOSNY)
    assert here.roster.notice_recipients(SOSNY) == (VERA, BORIS)


async def refused(here: StaffScene, token: str, person: Address) -> InvitationError:
    with pytest.raises(InvitationError) as error:
        await here.invitations.accept(token, person, "Имя")
    return error.value


async def test_a_used_link_lets_nobody_else_in(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)
    await here.invitations.accept(token, VERA, "Вера")

    assert isinstance(await refused(here, token, BORIS), UsedInvitationError)
    assert here.roster.notice_recipients(LIPKI) == (VERA,)


async def test_opening_it_again_is_no_harm(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)
    await here.invitations.accept(token, VERA, "Вера")

    assert await refused(here, token, VERA) == AlreadyThereError(LIPKI)


@pytest.mark.parametrize("token", ["", "nosuch", "ё" * 40])
async def test_an_unknown_link_is_refused(here: StaffScene, token: str) -> None:
    assert isinstance(await refused(here, token, VERA), UnknownInvitationError)


async def test_a_link_lives_for_a_week(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)
    here.clock.advance(timedelta(days=7))

    assert isinstance(await refused(here, token, VERA), ExpiredInvitationError)


async def test_its_maker_does_not_use_it_up(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)

    assert await refused(here, token, ADMIN) == OwnInvitationError(LIPKI)
    assert (await here.invitations.accept(token, VERA, "Вера")).centre == LIPKI


async def test_the_link_of_a_former_admin_is_void(here: StaffScene, tmp_path: Path) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)

    async with staff_scene(tmp_path, frozenset({OTHER_ADMIN})) as later:
        assert isinstance(await refused(later, token, VERA), ExpiredInvitationError)


async def test_of_many_at_once_one_comes_in(here: StaffScene) -> None:
    token, _ = await here.invitations.make(LIPKI, ADMIN)
    people = [Address("telegram", 100 + number) for number in range(20)]

    ends = await asyncio.gather(
        *(here.invitations.accept(token, person, "Имя") for person in people), return_exceptions=True
    )

    assert sum(isinstance(end, UsedInvitationError) for end in ends) == 19
    assert len(here.roster.members) == 1


async def test_the_roster_survives_a_restart(here: StaffScene, tmp_path: Path) -> None:
    member = await here.hire()

    async with staff_scene(tmp_path) as later:
        assert later.roster.members == (member,)


async def test_a_removed_librarian_is_told_and_may_nothing(here: StaffScene, tmp_path: Path) -> None:
    member = await here.hire()
    assert here.roster.works_at(VERA, LIPKI)

    await here.roster.remove(member.id, ADMIN)

    assert (here.roster.works_at(VERA, LIPKI), here.roster.is_staff(VERA)) == (False, False)
    assert await here.owed(LIBRARIAN_LEFT) == [(VERA.id, '{"centre": "lipki-main"}')]
    async with staff_scene(tmp_path) as later:
        assert later.roster.members == ()


async def test_nobody_can_be_removed_twice(here: StaffScene) -> None:
    member = await here.hire()
    await here.roster.remove(member.id, ADMIN)

    with pytest.raises(MemberGoneError):
        await here.roster.remove(member.id, ADMIN)
    with pytest.raises(MemberGoneError):
        here.roster.find_member(MemberId(2**53))


async def test_a_librarian_mends_the_cards_of_his_centres_only(here: StaffScene) -> None:
    await here.hire(VERA, LIPKI)

    assert (here.roster.works_at(VERA, LIPKI), here.roster.works_at(VERA, SOSNY)) == (True, False)
    assert (here.roster.works_at(ADMIN, SOSNY), here.roster.is_admin(VERA)) == (True, False)


async def test_questions_reach_admins_and_librarians_of_this_moment(here: StaffScene) -> None:
    answerers = QuestionRecipients(here.store, ADMINS)
    assert (len(answerers), VERA in answerers) == (2, False)

    await here.hire()

    assert (sorted(answerers), VERA in answerers, ADMIN in answerers, BORIS in answerers) == (
        [ADMIN, OTHER_ADMIN, VERA],
        True,
        True,
        False,
    )


async def test_a_forgotten_librarian_is_forgotten_here_too(here: StaffScene, tmp_path: Path) -> None:
    await here.hire()

    await PersonalDataStore(here.database).erase(VERA)
    here.store.forget(VERA)

    assert here.roster.members == ()
    async with staff_scene(tmp_path) as later:
        assert later.roster.members == ()


async def test_ended_invitations_are_swept(here: StaffScene) -> None:
    token, invitation = await here.invitations.make(LIPKI, ADMIN)

    ended = invitation.expires_at + timedelta(seconds=1)
    await PersonalDataStore(here.database).end(ended, ended)

    assert isinstance(await refused(here, token, VERA), UnknownInvitationError)


async def test_a_second_tap_makes_no_second_link_but_a_later_press_does(here: StaffScene) -> None:
    press = RequestKey(ADMIN, "update 1", "message 7, Липки")
    await here.invitations.make(LIPKI, ADMIN, press)

    with pytest.raises(LinkMadeBeforeError):
        await here.invitations.make(LIPKI, ADMIN, replace(press, update="update 2"))
    here.clock.advance(SECOND_TAP)
    token, _ = await here.invitations.make(LIPKI, ADMIN, replace(press, update="update 3"))
    assert (await here.invitations.accept(token, BORIS, "Борис")).centre == LIPKI
