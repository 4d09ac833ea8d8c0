"""Everything that is kept, each table once."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.faq.last_answers import LastAnswers
from bot.faq.unanswered import UnansweredQuestion
from bot.settings import Settings
from bot.stats.interaction import Interaction, Pseudonyms
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.secret_key import statistics_key
from bot.storage.tables.absences import AbsenceTable
from bot.storage.tables.appointments import AppointmentTable
from bot.storage.tables.audit_log import AuditLog
from bot.storage.tables.banners import BannerTable
from bot.storage.tables.card_edits import CardEditTable
from bot.storage.tables.dialog_state import DialogStateTable
from bot.storage.tables.drafts import DraftStore
from bot.storage.tables.group_chats import GroupChatTable
from bot.storage.tables.helped import HelpedTable
from bot.storage.tables.inbox import InboxStore
from bot.storage.tables.interactions import InteractionTable
from bot.storage.tables.notices import NoticeStore
from bot.storage.tables.outbox_status import OutboxStatusTable
from bot.storage.tables.people import PeopleStore
from bot.storage.tables.questions.stats import QuestionStatsTable
from bot.storage.tables.questions.store import QuestionStore
from bot.storage.tables.reviews import ReviewTable
from bot.storage.tables.staff import StaffStore
from bot.storage.tables.staff_reach import StaffReach
from bot.storage.tables.stats import StatsTable
from bot.storage.tables.unanswered import UnansweredTable
from bot.storage.tables.unit_of_work import SqliteUnitOfWork
from bot.storage.tables.unparsed_updates import UnparsedUpdateTable
from bot.storage.tables.visit_stats import VisitStatsTable
from bot.write_behind import WriteBehind


@dataclass(frozen=True, slots=True)
class Stores:
    """Every table, by the name under which handlers and features ask for it."""

    absence_table: AbsenceTable
    appointment_table: AppointmentTable
    unanswered_questions: UnansweredTable
    audit_reader: AuditLog
    awaited: DialogStateTable
    unit_of_work: SqliteUnitOfWork
    banner_table: BannerTable
    card_edits: CardEditTable
    contacts: InteractionTable
    outbox_status: OutboxStatusTable
    desk_chats: GroupChatTable
    drafts: DraftStore
    figures: StatsTable
    helped_count: HelpedTable
    inbox: InboxStore
    last_answers: LastAnswers
    notices: NoticeStore
    people: PeopleStore
    personal_data: PersonalDataStore
    pseudonyms: Pseudonyms
    questions: QuestionStore
    reach: StaffReach
    reviews: ReviewTable
    staff: StaffStore
    unparsed: UnparsedUpdateTable
    behind: tuple[WriteBehind[Interaction], WriteBehind[UnansweredQuestion]]

    async def load(self) -> None:
        """Reads into memory what is asked at every press."""
        await self.awaited.load()
        await self.staff.load()
        await self.absence_table.load()
        await self.appointment_table.load()
        await self.desk_chats.load()
        await self.banner_table.load()


def open_stores(database: Database, settings: Settings, clock: Clock) -> Stores:
    """All tables of an open database."""
    staff, contacts, asked_in_vain = StaffStore(database), InteractionTable(database), UnansweredTable(database)
    pseudonyms = Pseudonyms(statistics_key(settings.statistics_key, settings.database))
    visits = VisitStatsTable(pseudonyms, ZoneInfo(settings.timezone))
    return Stores(
        absence_table=AbsenceTable(database),
        appointment_table=AppointmentTable(database),
        unanswered_questions=asked_in_vain,
        audit_reader=AuditLog(database),
        awaited=DialogStateTable(database, clock),
        unit_of_work=SqliteUnitOfWork(database, visits.record, pseudonyms, ZoneInfo(settings.timezone)),
        banner_table=BannerTable(database),
        card_edits=CardEditTable(database),
        contacts=contacts,
        outbox_status=OutboxStatusTable(database),
        desk_chats=GroupChatTable(database),
        drafts=DraftStore(database, clock),
        figures=StatsTable(database),
        helped_count=HelpedTable(database, ZoneInfo(settings.timezone)),
        inbox=InboxStore(database),
        last_answers=LastAnswers(clock),
        notices=NoticeStore(database),
        people=PeopleStore(database),
        personal_data=PersonalDataStore(database, pseudonyms),
        pseudonyms=pseudonyms,
        questions=QuestionStore(
            database, QuestionStatsTable(pseudonyms, ZoneInfo(settings.timezone), staff.centres_of)
        ),
        reach=StaffReach(database, clock),
        reviews=ReviewTable(database),
        staff=staff,
        unparsed=UnparsedUpdateTable(database),
        behind=(WriteBehind("contact", contacts.add), WriteBehind("gap", asked_in_vain.add)),
    )
