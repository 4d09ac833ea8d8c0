"""Those who work here: who they are, whom messages reach, their groups, their changes of cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.app.basics import Basics
from bot.app.data_files import DataFiles
from bot.app.stores import Stores
from bot.centres.editing import Editor
from bot.people import Address
from bot.questions.service import QuestionService
from bot.staff.card_edit_service import CardEditService
from bot.staff.group_chats import GroupChats
from bot.staff.group_members import GroupMembers, Membership
from bot.staff.invitations import Invitations
from bot.staff.new_centre_service import NewCentreService
from bot.staff.reachability import Reachability
from bot.staff.roster import QuestionRecipients, Roster


@dataclass(frozen=True, slots=True)
class StaffServices:
    """The services about those who work here, by the names under which handlers and features ask for them."""

    reachability: Reachability
    card_edit_service: CardEditService
    question_service: QuestionService
    group_members: GroupMembers
    group_chats: GroupChats
    invitations: Invitations
    roster: Roster
    centre_editor: Editor
    new_centre_service: NewCentreService


def staff_services(basics: Basics, stores: Stores, files: DataFiles, membership: Membership) -> StaffServices:
    """Builds the services about those who work here, each from those before it."""
    clock, wake, admins = basics.clock, basics.wake, basics.admins
    group_members = GroupMembers(membership, lambda: _group_pairs(stores), clock)
    roster = Roster(stores.staff, admins, clock, wake, stores.desk_chats.address_of, group_members.is_in)
    desk = _question_service(basics, stores)
    editor = Editor(basics.settings.data_dir, basics.zone)
    return StaffServices(
        reachability=Reachability(stores.reach, roster.is_staff, desk.hand_on, wake),
        card_edit_service=CardEditService(stores.card_edits, files.directory, editor, roster, clock, wake),
        question_service=desk,
        group_members=group_members,
        group_chats=GroupChats(stores.desk_chats, roster, clock, wake, group_members.look),
        invitations=Invitations(stores.staff, admins, clock, wake),
        roster=roster,
        centre_editor=editor,
        new_centre_service=NewCentreService(files.directory, editor, clock),
    )


def _group_pairs(stores: Stores) -> Iterator[tuple[Address, Address]]:
    """Each group with each librarian of its centres."""
    for chat, centre in stores.desk_chats.groups():
        for member in stores.staff.all:
            if member.centre == centre:
                yield chat, member.person


def _question_service(basics: Basics, stores: Stores) -> QuestionService:
    questions, clock, wake, reach = stores.questions, basics.clock, basics.wake, stores.reach
    if not basics.can_book:
        return QuestionService(questions, (), clock, wake, reach)
    answerers = QuestionRecipients(stores.staff, basics.admins)
    return QuestionService(questions, answerers, clock, wake, reach, answerers.on_duty)
