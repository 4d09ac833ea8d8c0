"""The one place where the parts meet: every object built once, in the order in which they need each other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot, Dispatcher

from bot.booking.booking_service import BookingDesk
from bot.booking.call_list import CallList
from bot.booking.closures import ClosingDesk
from bot.booking.context import Office
from bot.booking.hours_preview import Forecast
from bot.booking.librarian_service import VisitDesk
from bot.booking.waitlist import WaitList
from bot.centres.centre import Centre
from bot.centres.editing import Editor
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.faq.article_edits import EditDesk
from bot.faq.editing import ArticleEditor
from bot.faq.live_faq import Reference
from bot.faq.unanswered import Gap, GapBook
from bot.handlers.all_routes import AMONG_US, ROUTES
from bot.handlers.booking.context import Steps
from bot.handlers.bot_info import Ways
from bot.handlers.centre_edits.edit_previews import Previews
from bot.handlers.centre_lookup import Guide
from bot.handlers.centres import centres
from bot.handlers.centres.nearest_with_slots import Nearby
from bot.handlers.closures.closure_view import Closures
from bot.handlers.closures.notices import closing_renders
from bot.handlers.danger_guard import DangerGuard
from bot.handlers.faq import answers
from bot.handlers.librarian_day import find_by_code
from bot.handlers.librarian_day.day_view import DayBook
from bot.handlers.librarian_day.notices import day_renders
from bot.handlers.maintenance.notices import Letters, upkeep_renders
from bot.handlers.my_bookings.my_bookings_view import OwnVisits
from bot.handlers.my_bookings.notices import visit_renders
from bot.handlers.questions.notices import renders
from bot.handlers.staff.notices import staff_renders
from bot.handlers.stats.notices import figure_renders
from bot.handlers.stats.rendering import Easel
from bot.handlers.stats.reports import Reporter
from bot.handlers.talk import CHANNEL
from bot.maintenance.admin_service import Keeper, Reread
from bot.maintenance.backups import Copies
from bot.maintenance.data_check import read
from bot.maintenance.database_watch import DatabaseWatch
from bot.maintenance.disk_space import RoomWatch
from bot.maintenance.status import Shelves
from bot.outbox.delivery_worker import Courier, Render
from bot.people import Address
from bot.privacy.forget import Forgetting
from bot.questions.service import QuestionDesk
from bot.region.region import Region
from bot.region.topics import Topics
from bot.safety.live_dangers import LiveDangers
from bot.screens.maintenance.database_text import lost_letter
from bot.screens.screen import Screen
from bot.settings import ServiceMode, Settings
from bot.staff.attendance import Attendance
from bot.staff.card_edit_service import ChangeDesk
from bot.staff.group_chats import GroupDesks
from bot.staff.group_members import DeskMembers
from bot.staff.invitations import Invitations
from bot.staff.roster import Answerers, Roster
from bot.stats.interaction import Contact, Pseudonyms
from bot.stats.journal import Journal
from bot.storage import backup
from bot.storage.database import Database
from bot.storage.secret_key import statistics_key
from bot.storage.tables.card_edits import CentreChangeStore
from bot.storage.tables.dialog_state import AwaitedStore
from bot.storage.tables.drafts import DraftStore
from bot.storage.tables.group_chats import DeskChatStore
from bot.storage.tables.inbox import InboxStore
from bot.storage.tables.interactions import ContactStore
from bot.storage.tables.notices import NoticeStore
from bot.storage.tables.outbox_status import DebtStore
from bot.storage.tables.people import PeopleStore
from bot.storage.tables.questions import QuestionStore
from bot.storage.tables.requests import RequestStore
from bot.storage.tables.staff import StaffStore
from bot.storage.tables.staff_reach import StaffReach
from bot.storage.tables.stats import FigureStore
from bot.storage.tables.unanswered import GapStore
from bot.storage.tables.unit_of_work import BookStore
from bot.storage.tables.visit_stats import VisitRows
from bot.telegram import chat_members, middlewares
from bot.telegram.acknowledging import Acknowledger, Acknowledging
from bot.telegram.bot_profile import LateMenus
from bot.telegram.dispatcher import Colleagues, Reception
from bot.telegram.group_members import ChatMembers
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.notice_sender import Announcer
from bot.telegram.owed_answers import Answers, answer_renders
from bot.write_behind import WriteBehind


class Parts:
    """Built from the settings, the clock, the open database and the line to Telegram."""

    def __init__(
        self, settings: Settings, clock: Clock, database: Database, bot: Bot, reference: Reference, region: Region
    ) -> None:
        self.settings, self.clock, self.database, self.bot, self.reference = settings, clock, database, bot, reference
        self.acknowledger = Acknowledger(bot)
        self.full = settings.service_mode is ServiceMode.FULL
        self.zone = ZoneInfo(settings.timezone)
        self.admins = frozenset(Address(CHANNEL, admin) for admin in settings.admins)
        self.data_files(region)
        self.stores()
        self.messenger = TelegramMessenger(bot, self.people, self.desk_chats.move)
        self.watch = DatabaseWatch(database.place.is_lost, self.admins, self._tell_of_loss)
        self._told: dict[str, Render[Screen]] = {}  # filled when all that the renders ask is built
        self.courier = self._courier()
        self.answers = Answers(self.messenger, self.notices, clock)
        self.roster = Roster(
            self.staff, self.admins, clock, self.courier.wake, self.desk_chats.address_of, self.desk_members.is_in
        )
        self.journal = Journal(self.behind[0], self.contacts, self.pseudonyms, clock, self.zone, self.roster.is_staff)
        self.group_desks = GroupDesks(self.desk_chats, self.roster, clock, self.courier.wake, self.desk_members.look)
        self.invitations = Invitations(self.staff, self.admins, clock, self.courier.wake)
        self.desk = self._question_desk()
        self.office = Office(self.books, self._booked_at, self.topics.find, self.roster, clock, self.courier.wake)
        self.booking, self.line = BookingDesk(self.office), WaitList(self.office)
        self.own = OwnVisits(self.booking, self.line, self.guide, self.topics, self.people)
        self.ways = Ways(region, self.desk, settings.retention_days, self.admins, can_book=self.full)
        self.visit_steps = Steps(
            self.booking, self.line, self.topics, self.guide, self.ways, self.people, reference, clock
        )
        self.day_book = DayBook(
            VisitDesk(self.office), self.booking, self.guide, self.topics, self.roster, self.people, self.full
        )
        self.reporter = Reporter(
            self.figures, self.guide, self.topics, reference, self.roster, self.journal, Easel(), self.zone
        )
        self._told |= self._renders()

    def _booked_at(self, id_: str) -> Centre | None:
        """The centre; without hours of booking where information alone is given, so that no old button books there."""
        centre = self.guide.centre(id_)
        return centre if self.full or centre is None else replace(centre, consultations=None)

    def data_files(self, region: Region) -> None:
        """What admins edit, read anew when a file changes."""
        self.directory = LiveDirectory(self.settings.data_dir, self.zone)
        self.topics = Topics(self.settings.data_dir)
        self.dangers = LiveDangers(self.settings.data_dir)
        self.guide = Guide(self.directory, region, self.clock)

    def stores(self) -> None:
        """Everything that is kept."""
        settings, clock, database = self.settings, self.clock, self.database
        self.staff = StaffStore(database)
        self.desk_chats = DeskChatStore(database)
        self.changes = CentreChangeStore(database)
        self.people = PeopleStore(database, [self.staff.forget])
        self.reach = StaffReach(database, clock)
        self.attendance = self._attendance()
        self.desk_members = DeskMembers(ChatMembers(self.bot), self._desk_pairs, clock)
        self.awaited = AwaitedStore(database, clock)
        self.notices = NoticeStore(database)
        self.inbox = InboxStore(database)
        self.questions, self.requests = QuestionStore(database), RequestStore(database)
        self.pseudonyms = Pseudonyms(statistics_key(settings.statistics_key, settings.database))
        zone = self.zone
        self.books = BookStore(database, VisitRows(self.pseudonyms, zone).record)
        self.gaps = GapStore(database)
        self.copies = Copies(settings.database, zone, backup.copy, clock)
        self.room = RoomWatch(settings.database, self.admins, self.notices, clock)
        contacts = self.contacts = ContactStore(database)
        self.figures = FigureStore(database)
        self.behind: tuple[WriteBehind[Contact], WriteBehind[Gap]]
        self.behind = (WriteBehind("contact", contacts.add), WriteBehind("gap", self.gaps.add))

    def _keeper(self) -> Keeper:
        folder, zone = self.settings.data_dir, self.zone

        def shelves() -> Shelves:
            centres = self.directory.now.centres
            problems = (self.reference, self.directory, self.topics, self.dangers)
            return Shelves(
                len(self.reference.library.articles),
                len(centres),
                sum(one.consultations is not None for one in centres),
                len(self.topics.all),
                tuple(problem for one in problems for problem in one.problems),
            )

        return Keeper(
            DebtStore(self.database),
            self.copies,
            self.room,
            Reread(
                lambda: read(folder, zone),
                (self.reference.refresh, self.directory.refresh, self.topics.refresh, self.dangers.refresh),
            ),
            shelves,
            self.clock,
            zone,
            self.courier.wake,
            version("bibliogos"),
            self.clock.now(),
        )

    async def load(self) -> None:
        """Reads into memory what is asked at every press."""
        self.copies.close_to_others()
        await self.awaited.load()
        await self.staff.load()
        await self.desk_chats.load()
        await self.answers.load()

    def dispatcher(self) -> Dispatcher:
        """The way of an update to its handler."""
        self.late_menus = LateMenus(self.roster)
        dispatcher = Dispatcher(disable_fsm=True, **self._provided())
        for surrounding in (
            Acknowledging(self.acknowledger),
            middlewares.Conversing(self.answers, self.awaited),
            middlewares.Failures(self.people, self.clock),
            middlewares.Pace(),
            middlewares.Hearing(self.attendance),
            middlewares.Typing(),
            self.late_menus,
        ):
            dispatcher.update.outer_middleware(surrounding)
        reception = Reception(
            ROUTES,
            answers.question,
            centres.shared,
            self.awaited,
            self.journal,
            Colleagues(
                find_by_code.code,
                AMONG_US | {find_by_code.code},
                self.roster.is_staff,
                lambda chat: bool(self.group_desks.of_chat(chat)),
            ),
            DangerGuard(self.dangers, self.reference, self.journal),
        )
        dispatcher.include_routers(chat_members.router(), reception.router())
        return dispatcher

    async def _tell_of_loss(self, admin: Address) -> None:
        await self.messenger.send(admin, lost_letter(self.database.path.name))

    def _courier(self) -> Courier[Screen]:
        async def gone(reader: Address) -> None:
            if reader.id < 0:  # a group
                await self.group_desks.lost(reader)
            else:
                await self.people.set_reachable(reader, since=self.clock.now())

        return Courier(
            self.notices, Announcer(self.messenger, self.awaited, self.attendance), self._told, gone, self.clock
        )

    def _desk_pairs(self) -> Iterator[tuple[Address, Address]]:
        """Each group with each librarian of its centres."""
        for chat, centre in self.desk_chats.groups():
            for librarian in self.roster.librarians_of(centre):
                yield chat, librarian

    def _attendance(self) -> Attendance:
        """Asked from the first notice on, when the parts it asks are built."""

        def is_staff(person: Address) -> bool:
            return self.roster.is_staff(person)

        async def hand_on(person: Address) -> None:
            await self.desk.hand_on(person)

        def wake() -> None:
            self.courier.wake()

        return Attendance(self.reach, is_staff, hand_on, wake)

    def _renders(self) -> Mapping[str, Render[Screen]]:
        zone = ZoneInfo(self.settings.timezone)
        return {
            **answer_renders(self.notices, self.clock),
            **renders(self.questions, self.reference, zone),
            **staff_renders(self.changes, self.guide),
            **visit_renders(self.own),
            **day_renders(self.day_book),
            **figure_renders(self.reporter),
            **closing_renders(self.books, self.guide),
            **upkeep_renders(Letters(self.books, self.guide, self.day_book)),
        }

    def _forgetting(self) -> Forgetting:
        async def settle(_: Address) -> None:
            await self.journal.settle()

        async def erase(person: Address) -> None:
            await self.people.forget(person, self.pseudonyms.of(person))

        async def drop(person: Address) -> None:
            self.awaited.forget(person.channel, person.id)

        return Forgetting((self.booking.forget, settle, erase, drop))

    def _question_desk(self) -> QuestionDesk:
        answerers = Answerers(self.staff, self.admins)
        if self.full:
            wake = self.courier.wake
            return QuestionDesk(self.questions, answerers, self.clock, wake, self.reach, answerers.on_duty)
        return QuestionDesk(self.questions, (), self.clock, self.courier.wake, self.reach)

    def _change_desk(self) -> ChangeDesk:
        editor = Editor(self.settings.data_dir, ZoneInfo(self.settings.timezone))
        return ChangeDesk(self.changes, self.directory, editor, self.roster, self.clock, self.courier.wake)

    def _provided(self) -> Mapping[str, Any]:
        """What handlers may name; tests/app/test_composition.py holds each of them against its type."""
        closing, changes = ClosingDesk(self.office), self._change_desk()
        return {
            "asked_in_vain": self.gaps,
            "attendance": self.attendance,
            "awaited": self.awaited,
            "booking": self.booking,
            "changes": changes,
            "clock": self.clock,
            "closures": Closures(closing, CallList(closing, self.people), self.topics, self.clock),
            "day_book": self.day_book,
            "desk": self.desk,
            "directory": self.directory,
            "drafts": DraftStore(self.database, self.clock),
            "editing": EditDesk(self.reference, ArticleEditor(self.settings.data_dir / "faq"), self.clock, self.zone),
            "figures": self.figures,
            "forgetting": self._forgetting(),
            "gaps": GapBook(self.behind[1], self.clock),
            "group_desks": self.group_desks,
            "guide": self.guide,
            "invitations": self.invitations,
            "journal": self.journal,
            "keeper": self._keeper(),
            "line": self.line,
            "nearby": Nearby(self.guide, self.visit_steps),
            "own": self.own,
            "people": self.people,
            "previews": Previews(changes, Forecast(self.office), self.roster, self.clock),
            "pseudonyms": self.pseudonyms,
            "reference": self.reference,
            "reporter": self.reporter,
            "roster": self.roster,
            "topics": self.topics,
            "visit_steps": self.visit_steps,
            "ways": self.ways,
        }
