"""Those who work here: who they are, whom messages reach, their groups, their changes of cards."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.app.basics import Basics
from bot.app.data_files import DataFiles
from bot.app.stores import Stores
from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.people import Address
from bot.questions.answer_hours import AnswerHours
from bot.questions.answering import AnswerService
from bot.questions.own_questions import OwnQuestions
from bot.questions.routing import QuestionReaders, Routing, Waits
from bot.questions.service import QuestionService
from bot.questions.watch import QuestionWatch
from bot.staff.absentees import Absentees
from bot.staff.appointments import Appointments
from bot.staff.card_edit_service import CardEditService
from bot.staff.centre_districts import CentreDistricts
from bot.staff.group_chats import GroupChats
from bot.staff.group_members import GroupMembers, Membership
from bot.staff.invitations import Invitations
from bot.staff.new_centre_service import NewCentreService
from bot.staff.question_recipients import QuestionRecipients
from bot.staff.reachability import Reachability
from bot.staff.rights import RIGHTS, Right
from bot.staff.roster import Roster


@dataclass(frozen=True, slots=True)
class StaffServices:
    """The services about those who work here, by the names under which handlers and features ask for them."""

    reachability: Reachability
    card_edit_service: CardEditService
    question_service: QuestionService
    own_questions: OwnQuestions
    answer_service: AnswerService
    question_watch: QuestionWatch
    group_members: GroupMembers
    group_chats: GroupChats
    invitations: Invitations
    appointments: Appointments
    roster: Roster
    centre_editor: Editor
    new_centre_service: NewCentreService


def staff_services(basics: Basics, stores: Stores, files: DataFiles, membership: Membership) -> StaffServices:
    """Builds the services about those who work here, each from those before it."""
    clock, wake, admins = basics.clock, basics.wake, basics.admins
    group_members = GroupMembers(membership, lambda: _group_pairs(stores), clock)
    absentees = Absentees(stores.absence_table.is_away, clock, basics.zone)
    roster = Roster(
        stores.staff,
        admins,
        clock,
        wake,
        stores.desk_chats.address_of,
        group_members.is_in,
        absentees,
        stores.appointment_table,
        CentreDistricts(lambda: files.directory.now),
    )
    routing = _routing(basics, stores, files, roster, absentees)
    desk = QuestionService(stores.questions, routing, clock, wake)
    editor = Editor(basics.settings.data_dir, basics.zone)
    return StaffServices(
        reachability=Reachability(stores.reach, roster.is_staff, desk.hand_on, wake),
        card_edit_service=CardEditService(stores.card_edits, files.directory, editor, roster, clock, wake),
        question_service=desk,
        own_questions=OwnQuestions(stores.questions, routing, clock, wake),
        answer_service=AnswerService(stores.questions, routing.readers.everybody, clock, wake),
        question_watch=QuestionWatch(stores.questions, routing, stores.notices, basics.settings.retention_days, clock),
        group_members=group_members,
        group_chats=GroupChats(stores.desk_chats, roster, clock, wake, group_members.look),
        invitations=Invitations(stores.staff, partial(_may_invite, roster), clock, wake),
        appointments=Appointments(stores.appointment_table, admins, clock, wake),
        roster=roster,
        centre_editor=editor,
        new_centre_service=NewCentreService(files.directory, editor, stores.audit_reader, clock),
    )


def _may_invite(roster: Roster, person: Address, centre: CentreId) -> bool:
    return roster.may(person, Right.INVITE, centre)


def _group_pairs(stores: Stores) -> Iterator[tuple[Address, Address]]:
    """Each group with each librarian of its centres."""
    for chat, centre in stores.desk_chats.groups():
        for member in stores.staff.all:
            if member.centre == centre:
                yield chat, member.person


def _routing(basics: Basics, stores: Stores, files: DataFiles, roster: Roster, absentees: Absentees) -> Routing:
    settings = basics.settings
    hours = AnswerHours(lambda: files.region.region.answer_hours, basics.zone)
    waits = Waits(settings.question_step_hours, settings.question_promise_hours)
    if not basics.can_book:
        return Routing(QuestionReaders((), tuple), stores.reach, hours, waits)
    answerers = QuestionRecipients(stores.staff, basics.admins, absentees)
    readers = QuestionReaders(
        answerers,
        answerers.on_duty,
        roster.librarians_of,
        lambda centre: _district_librarians(files, roster, centre),
        basics.admins,
        files.centre_lookup.centre,
        roster.overseers_of,
        lambda person, centre: roster.may(person, Right.ANSWER, centre),
        lambda: frozenset(one.person for one in stores.appointment_table.all if Right.ANSWER in RIGHTS[one.role]),
    )
    return Routing(readers, stores.reach, hours, waits)


def _district_librarians(files: DataFiles, roster: Roster, id_: CentreId) -> frozenset[Address]:
    """Those who work at the centres of the same municipality."""
    centre, lookup = files.centre_lookup.centre(id_), files.centre_lookup
    if centre is None:
        return frozenset()
    at = ((member.person, lookup.centre(member.centre)) for member in roster.members)
    return frozenset(person for person, where in at if where and where.municipality == centre.municipality)
