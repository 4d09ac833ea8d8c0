"""The one place where the parts meet: every object built once, in the order in which they need each other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from aiogram import Bot, Dispatcher

from bot.booking.booking_service import BookingService
from bot.booking.call_list import CallList
from bot.booking.closures import ClosureService
from bot.booking.context import BookingContext
from bot.booking.hours_preview import HoursPreviewer
from bot.booking.librarian_service import LibrarianService
from bot.booking.waitlist import Waitlist
from bot.centres.centre import Centre
from bot.centres.editing import Editor
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.faq.article_edits import ArticleEditService
from bot.faq.editing import ArticleEditor
from bot.faq.live_faq import LiveFaq
from bot.faq.unanswered import UnansweredLog, UnansweredQuestion
from bot.handlers.all_routes import AMONG_US, ROUTES
from bot.handlers.booking.context import BookingDialog
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits.edit_previews import EditPreviews
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.centres import centres
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.closures.notices import closing_renders
from bot.handlers.danger_guard import DangerGuard
from bot.handlers.faq import answers
from bot.handlers.librarian_day import find_by_code
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.librarian_day.notices import day_renders
from bot.handlers.maintenance.notices import AdminLetters, upkeep_renders
from bot.handlers.messenger import BotProfile
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.my_bookings.notices import visit_renders
from bot.handlers.notice_sender import NoticeSender
from bot.handlers.questions.notices import renders
from bot.handlers.staff.notices import staff_renders
from bot.handlers.staff_rules import StaffRules
from bot.handlers.stats.notices import figure_renders
from bot.handlers.stats.rendering import Renderer
from bot.handlers.stats.reports import Reports
from bot.handlers.update_router import UpdateRouter
from bot.maintenance.admin_service import AdminService, DataReload
from bot.maintenance.backups import Backups
from bot.maintenance.data_check import read
from bot.maintenance.database_watch import DatabaseWatch
from bot.maintenance.disk_space import DiskMonitor
from bot.maintenance.status import DataSummary
from bot.outbox.delivery_worker import DeliveryWorker, NoticeMessenger, Render
from bot.people import Address
from bot.privacy.forget import Forgetting
from bot.questions.service import QuestionService
from bot.region.region import Region
from bot.region.topics import Topics
from bot.safety.live_dangers import LiveDangers
from bot.screens.maintenance.database_text import lost_letter
from bot.screens.screen import Screen
from bot.settings import ServiceMode, Settings
from bot.staff.attendance import Attendance
from bot.staff.card_edit_service import CardEditService
from bot.staff.group_chats import GroupChats
from bot.staff.group_members import DeskMembers
from bot.staff.invitations import Invitations
from bot.staff.roster import QuestionRecipients, Roster
from bot.stats.interaction import Interaction, Pseudonyms
from bot.stats.journal import Journal
from bot.storage import backup
from bot.storage.database import Database
from bot.storage.secret_key import statistics_key
from bot.storage.tables.card_edits import CardEditTable
from bot.storage.tables.dialog_state import DialogStateTable
from bot.storage.tables.drafts import DraftStore
from bot.storage.tables.group_chats import GroupChatTable
from bot.storage.tables.inbox import InboxStore
from bot.storage.tables.interactions import InteractionTable
from bot.storage.tables.notices import NoticeStore
from bot.storage.tables.outbox_status import OutboxStatusTable
from bot.storage.tables.people import PeopleStore
from bot.storage.tables.questions import QuestionStore
from bot.storage.tables.requests import RequestStore
from bot.storage.tables.staff import StaffStore
from bot.storage.tables.staff_reach import StaffReach
from bot.storage.tables.stats import StatsTable
from bot.storage.tables.unanswered import UnansweredTable
from bot.storage.tables.unit_of_work import SqliteUnitOfWork
from bot.storage.tables.visit_stats import VisitStatsTable
from bot.telegram import chat_members, middlewares
from bot.telegram.acknowledging import Acknowledger, Acknowledging
from bot.telegram.begin_talk import CHANNEL
from bot.telegram.bot_profile import LateMenus, TelegramProfile
from bot.telegram.dispatcher import UpdateDispatcher
from bot.telegram.group_members import ChatMembers
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.owed_answers import Answers, answer_renders
from bot.write_behind import WriteBehind


class Services:
    """Built from the settings, the clock, the open database and the line to Telegram.

    What another messenger brings instead stands in `channel`, `notice_messenger`, `profile` and `chat_of`.
    """

    channel: ClassVar[str] = CHANNEL

    def __init__(
        self, settings: Settings, clock: Clock, database: Database, bot: Bot, reference: LiveFaq, region: Region
    ) -> None:
        self.settings, self.clock, self.database, self.bot, self.reference = settings, clock, database, bot, reference
        self.acknowledger = Acknowledger(bot)
        self.full = settings.service_mode is ServiceMode.FULL
        self.zone = ZoneInfo(settings.timezone)
        self.admins = frozenset(Address(self.channel, admin) for admin in settings.admins)
        self.data_files(region)
        self.stores()
        self.messenger = self.notice_messenger()
        self.watch = DatabaseWatch(database.place.is_lost, self.admins, self._tell_of_loss)
        self._told: dict[str, Render[Screen]] = {}  # filled when all that the renders ask is built
        self.courier = self._courier()
        self.answers = Answers(self._telegram(), self.notices, clock)
        self.roster = Roster(
            self.staff, self.admins, clock, self.courier.wake, self.desk_chats.address_of, self.desk_members.is_in
        )
        self.journal = Journal(self.behind[0], self.contacts, self.pseudonyms, clock, self.zone, self.roster.is_staff)
        self.group_desks = GroupChats(self.desk_chats, self.roster, clock, self.courier.wake, self.desk_members.look)
        self.invitations = Invitations(self.staff, self.admins, clock, self.courier.wake)
        self.desk = self._question_desk()
        self.office = BookingContext(
            self.books, self._booked_at, self.topics.find_topic, self.roster, clock, self.courier.wake
        )
        self.booking, self.line = BookingService(self.office), Waitlist(self.office)
        self.own = MyBookings(self.booking, self.line, self.guide, self.topics, self.people)
        self.ways = BotInfo(region, self.desk, settings.retention_days, self.admins, self.profile(), can_book=self.full)
        self.visit_steps = BookingDialog(
            self.booking, self.line, self.topics, self.guide, self.ways, self.people, reference, clock
        )
        self.day_book = DayView(
            LibrarianService(self.office), self.booking, self.guide, self.topics, self.roster, self.people, self.full
        )
        self.reporter = Reports(
            self.figures, self.guide, self.topics, reference, self.roster, self.journal, Renderer(), self.zone
        )
        self._told |= self._renders()

    def notice_messenger(self) -> NoticeMessenger[Screen]:
        """Sends what nobody has asked for at the moment."""
        return self._telegram()

    def _telegram(self) -> TelegramMessenger:
        return TelegramMessenger(self.bot, self.people, self.desk_chats.move)

    def profile(self) -> BotProfile:
        """The bot's name, links and commands."""
        return TelegramProfile(self.bot)

    def chat_of(self, to: Address) -> int:
        """The private chat of a person: in Telegram it has the same number."""
        return to.id

    def _booked_at(self, id_: str) -> Centre | None:
        """The centre; without hours of booking where information alone is given, so that no old button books there."""
        centre = self.guide.centre(id_)
        return centre if self.full or centre is None else replace(centre, consultations=None)

    def data_files(self, region: Region) -> None:
        """What admins edit, read anew when a file changes."""
        self.directory = LiveDirectory(self.settings.data_dir, self.zone)
        self.topics = Topics(self.settings.data_dir)
        self.dangers = LiveDangers(self.settings.data_dir)
        self.guide = CentreLookup(self.directory, region, self.clock)

    def stores(self) -> None:
        """Everything that is kept."""
        settings, clock, database = self.settings, self.clock, self.database
        self.staff = StaffStore(database)
        self.desk_chats = GroupChatTable(database)
        self.changes = CardEditTable(database)
        self.people = PeopleStore(database, [self.staff.forget])
        self.reach = StaffReach(database, clock)
        self.attendance = self._attendance()
        self.desk_members = DeskMembers(ChatMembers(self.bot), self._desk_pairs, clock)
        self.awaited = DialogStateTable(database, clock)
        self.notices = NoticeStore(database)
        self.inbox = InboxStore(database)
        self.questions, self.requests = QuestionStore(database), RequestStore(database)
        self.pseudonyms = Pseudonyms(statistics_key(settings.statistics_key, settings.database))
        zone = self.zone
        self.books = SqliteUnitOfWork(database, VisitStatsTable(self.pseudonyms, zone).record)
        self.gaps = UnansweredTable(database)
        self.copies = Backups(settings.database, zone, backup.copy, clock)
        self.room = DiskMonitor(settings.database, self.admins, self.notices, clock)
        contacts = self.contacts = InteractionTable(database)
        self.figures = StatsTable(database)
        self.behind: tuple[WriteBehind[Interaction], WriteBehind[UnansweredQuestion]]
        self.behind = (WriteBehind("contact", contacts.add), WriteBehind("gap", self.gaps.add))

    def _keeper(self) -> AdminService:
        folder, zone = self.settings.data_dir, self.zone

        def shelves() -> DataSummary:
            centres = self.directory.now.centres
            problems = (self.reference, self.directory, self.topics, self.dangers)
            return DataSummary(
                len(self.reference.library.articles),
                len(centres),
                sum(one.consultations is not None for one in centres),
                len(self.topics.all),
                tuple(problem for one in problems for problem in one.problems),
            )

        return AdminService(
            OutboxStatusTable(self.database),
            self.copies,
            self.room,
            DataReload(
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
        self.provided = self._provided()
        self.updates = self._router()
        self.late_menus = LateMenus(self.roster, self.ways)
        dispatcher = Dispatcher(disable_fsm=True, **self.provided)
        for surrounding in (
            Acknowledging(self.acknowledger),
            middlewares.TalkProvider(self.answers, self.awaited),
            middlewares.ErrorGuard(self.people, self.clock),
            middlewares.Throttle(),
            middlewares.Hearing(self.attendance),
            middlewares.TypingIndicator(),
            self.late_menus,
        ):
            dispatcher.update.outer_middleware(surrounding)
        dispatcher.include_routers(chat_members.router(), UpdateDispatcher(self.updates).router())
        return dispatcher

    def _router(self) -> UpdateRouter:
        """Every feature behind one door, whatever messenger knocks."""
        return UpdateRouter(
            ROUTES,
            answers.question,
            centres.shared,
            self.awaited,
            self.journal,
            StaffRules(
                find_by_code.code,
                AMONG_US | {find_by_code.code},
                self.roster.is_staff,
                lambda chat: bool(self.group_desks.of_chat(chat)),
            ),
            DangerGuard(self.dangers, self.reference, self.journal),
            self.provided,
        )

    async def _tell_of_loss(self, admin: Address) -> None:
        await self.messenger.send(admin, lost_letter(self.database.path.name))

    def _courier(self) -> DeliveryWorker[Screen]:
        async def gone(reader: Address) -> None:
            if reader.id < 0:  # a group
                await self.group_desks.lost(reader)
            else:
                await self.people.set_reachable(reader, since=self.clock.now())

        sender = NoticeSender(self.messenger, self.awaited, self.attendance, self.chat_of)
        return DeliveryWorker(self.notices, sender, self._told, gone, self.clock)

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
            **upkeep_renders(AdminLetters(self.books, self.guide, self.day_book)),
        }

    def _forgetting(self) -> Forgetting:
        async def settle(_: Address) -> None:
            await self.journal.flush()

        async def erase(person: Address) -> None:
            await self.people.forget(person, self.pseudonyms.pseudonym_for(person))

        async def drop(person: Address) -> None:
            self.awaited.forget(person.channel, person.id)

        return Forgetting((self.booking.forget, settle, erase, drop))

    def _question_desk(self) -> QuestionService:
        answerers = QuestionRecipients(self.staff, self.admins)
        if self.full:
            wake = self.courier.wake
            return QuestionService(self.questions, answerers, self.clock, wake, self.reach, answerers.on_duty)
        return QuestionService(self.questions, (), self.clock, self.courier.wake, self.reach)

    def _change_desk(self) -> CardEditService:
        editor = Editor(self.settings.data_dir, ZoneInfo(self.settings.timezone))
        return CardEditService(self.changes, self.directory, editor, self.roster, self.clock, self.courier.wake)

    def _provided(self) -> Mapping[str, Any]:
        """What handlers may name; tests/app/test_composition.py holds each of them against its type."""
        closing, changes = ClosureService(self.office), self._change_desk()
        return {
            "asked_in_vain": self.gaps,
            "attendance": self.attendance,
            "awaited": self.awaited,
            "booking": self.booking,
            "changes": changes,
            "clock": self.clock,
            "closures": ClosureView(closing, CallList(closing, self.people), self.topics, self.clock),
            "day_book": self.day_book,
            "desk": self.desk,
            "directory": self.directory,
            "drafts": DraftStore(self.database, self.clock),
            "editing": ArticleEditService(
                self.reference, ArticleEditor(self.settings.data_dir / "faq"), self.clock, self.zone
            ),
            "figures": self.figures,
            "forgetting": self._forgetting(),
            "gaps": UnansweredLog(self.behind[1], self.clock),
            "group_desks": self.group_desks,
            "guide": self.guide,
            "invitations": self.invitations,
            "journal": self.journal,
            "keeper": self._keeper(),
            "line": self.line,
            "nearby": NearestWithSlots(self.guide, self.visit_steps),
            "own": self.own,
            "people": self.people,
            "previews": EditPreviews(changes, HoursPreviewer(self.office), self.roster, self.clock),
            "pseudonyms": self.pseudonyms,
            "reference": self.reference,
            "reporter": self.reporter,
            "roster": self.roster,
            "topics": self.topics,
            "visit_steps": self.visit_steps,
            "ways": self.ways,
        }
