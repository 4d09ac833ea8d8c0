"""What handlers, renderers and jobs work with: each service once, by the name under which they ask for it."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from bot import __version__
from bot.app.basics import Basics
from bot.app.booking_services import BookingServices, booking_services
from bot.app.data_files import DataFiles
from bot.app.faq_services import FaqServices, faq_services
from bot.app.live_data import live_folder
from bot.app.staff_services import StaffServices, staff_services
from bot.app.stores import Stores
from bot.banner.banner_service import BannerService
from bot.clock import Clock
from bot.datafiles.live_folder.versions import edited_by, editor_mark, forget_editor
from bot.faq.unanswered import UnansweredLog
from bot.handlers.banner.dialog import BannerDialog
from bot.handlers.messenger import BotProfile
from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.stats.rendering import Renderer
from bot.handlers.stats.reports import Reports
from bot.maintenance.admin_service import AdminService, DataReload
from bot.maintenance.backups import Backups
from bot.maintenance.data_check import read
from bot.maintenance.data_upgrade import DataUpgrade
from bot.maintenance.disk_space import DiskMonitor
from bot.maintenance.launch import LaunchCounts, launch_counts
from bot.people import Address
from bot.privacy.forget import Forgetting
from bot.privacy.own_data import Edits, OwnData
from bot.privacy.retention import Retention
from bot.review.check_writer import CheckWriter
from bot.review.review_service import ReviewService
from bot.staff.group_members import Membership
from bot.stats.journal import Journal
from bot.storage import backup


@dataclass(frozen=True, slots=True)
class CommonServices:
    """The services that belong neither to booking nor to those who work here."""

    clock: Clock
    zone: ZoneInfo
    wake: Callable[[], None]
    forgetting: Forgetting
    own_data: OwnData
    unanswered_log: UnansweredLog
    journal: Journal
    admin_service: AdminService
    data_upgrade: DataUpgrade
    reports: Reports
    retention: Retention
    review_service: ReviewService
    banner_dialog: BannerDialog
    question_desk: QuestionDesk


@dataclass(frozen=True, slots=True)
class Services:
    """Every service of the bot, by groups."""

    files: DataFiles
    staff: StaffServices
    visits: BookingServices
    faq: FaqServices
    common: CommonServices


def build_services(
    basics: Basics, stores: Stores, files: DataFiles, membership: Membership, profile: BotProfile
) -> Services:
    """Builds every service, each group from those before it."""
    staff = staff_services(basics, stores, files, membership)
    banners = BannerService(stores.banner_table, basics.admins, basics.clock, basics.wake)
    visits = booking_services(basics, stores, files, staff, profile, banners)
    faq = faq_services(basics, stores, files)
    return Services(files, staff, visits, faq, _common_services(basics, stores, files, staff, visits, faq))


Part: TypeAlias = Stores | DataFiles | StaffServices | BookingServices | FaqServices | CommonServices


def by_name(stores: Stores, services: Services) -> Mapping[str, Any]:
    """What handlers and builders of features may name; raises ValueError where a name means two things."""
    named: dict[str, Any] = {}
    parts: tuple[Part, ...] = (
        *(stores, services.files, services.staff, services.visits),
        *(services.faq, services.common),
    )
    for part in parts:
        for field in fields(part):
            if field.name in named:
                raise ValueError(f"named twice: {field.name}")
            named[field.name] = getattr(part, field.name)
    return named


def _common_services(
    basics: Basics,
    stores: Stores,
    files: DataFiles,
    staff: StaffServices,
    visits: BookingServices,
    faq: FaqServices,
) -> CommonServices:
    clock, zone = basics.clock, basics.zone
    contacts, gaps = stores.behind
    data_upgrade = DataUpgrade(live_folder(basics.settings), files.refreshes, stores.audit_reader, clock)
    unanswered = UnansweredLog(gaps, stores.pseudonyms.pseudonym_for, clock)
    journal = Journal(contacts, stores.contacts, stores.pseudonyms, clock, zone, staff.roster.is_staff)

    async def settle() -> None:
        await journal.flush()
        await unanswered.flush()

    async def erase_from_files(person: Address) -> None:
        await asyncio.to_thread(forget_editor, basics.settings.data_dir, editor_mark(person))

    async def edits_of(person: Address) -> Edits:
        return await asyncio.to_thread(edited_by, basics.settings.data_dir, editor_mark(person))

    return CommonServices(
        clock=clock,
        zone=zone,
        wake=basics.wake,
        forgetting=Forgetting(settle, erase_from_files, visits.booking.forget, _remembered(stores)),
        own_data=OwnData(stores.personal_data, edits_of, settle),
        unanswered_log=unanswered,
        journal=journal,
        admin_service=_admin_service(basics, stores, files),
        data_upgrade=data_upgrade,
        reports=Reports(
            stores.figures,
            files.centre_lookup,
            files.topics,
            files.outcomes,
            files.live_faq,
            staff.roster,
            journal,
            Renderer(),
            zone,
        ),
        retention=Retention(stores.awaited, stores.personal_data, basics.settings.retention_days, clock),
        review_service=ReviewService(
            *(stores.reviews, files.live_faq, files.directory),
            CheckWriter(faq.article_edits, files.directory, staff.centre_editor, stores.audit_reader, clock),
            clock,
        ),
        question_desk=QuestionDesk(visits.booking, files.centre_lookup, staff.roster, stores.people, files.live_faq),
        banner_dialog=BannerDialog(visits.bot_info.banners, files.topics, files.dangers, clock, zone),
    )


def _remembered(stores: Stores) -> tuple[Callable[[Address], None], ...]:
    """What drops an erased person from memory."""

    def drop_awaited(person: Address) -> None:
        stores.awaited.forget(person.channel, person.id)

    return (
        stores.people.forget,
        stores.staff.forget,
        stores.absence_table.forget,
        stores.appointment_table.forget,
        stores.banner_table.forget,
        stores.last_answers.forget,
        drop_awaited,
    )


def _launch(basics: Basics, stores: Stores, files: DataFiles) -> Callable[[], LaunchCounts]:
    def counts() -> LaunchCounts:
        articles, centres = files.live_faq.library.articles, files.directory.now.centres
        staffed, today = [one.centre for one in stores.staff.all], basics.clock.now().astimezone(basics.zone).date()
        return launch_counts(articles, centres, staffed, today, offers_booking=basics.can_book)

    return counts


def _admin_service(basics: Basics, stores: Stores, files: DataFiles) -> AdminService:
    settings, clock, zone = basics.settings, basics.clock, basics.zone
    return AdminService(
        stores.outbox_status,
        Backups(settings.database, zone, partial(backup.copy, data=settings.data_dir), clock),
        DiskMonitor(settings.database, basics.admins, stores.notices, clock),
        DataReload(lambda: read(settings.data_dir, zone), files.refreshes),
        files.summary,
        _launch(basics, stores, files),
        clock,
        zone,
        basics.wake,
        __version__,
        clock.now(),
    )
