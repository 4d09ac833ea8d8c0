"""Visits: booked, moved, waited for, seen by librarians."""

from dataclasses import dataclass, replace

from bot.app.basics import Basics
from bot.app.data_files import DataFiles
from bot.app.staff_services import StaffServices
from bot.app.stores import Stores
from bot.banner.banner_service import BannerService
from bot.booking.absences.absence_service import AbsenceService
from bot.booking.booking_service import BookingService
from bot.booking.closures.call_list import CallList
from bot.booking.closures.closure_service import ClosureService
from bot.booking.closures.hours_preview import HoursPreviewer
from bot.booking.consultation_log.log_service import ConsultationLog
from bot.booking.context import BookingContext
from bot.booking.librarian_service import LibrarianService
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.booking.waitlist.waitlist import Waitlist
from bot.centres.centre import Centre
from bot.handlers.booking.context import BookingDialog
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits.edit_previews import EditPreviews
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.faq.answering import Answering
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.messenger import BotProfile
from bot.handlers.my_bookings.my_bookings_view import MyBookings


@dataclass(frozen=True, slots=True)
class BookingServices:
    """The services of booking, by the names under which handlers and features ask for them."""

    booking: BookingService
    absence_service: AbsenceService
    desks_service: DesksService
    extra_hours_service: ExtraHoursService
    closures: ClosureView
    day_view: DayView
    log_view: LogView
    waitlist: Waitlist
    nearby: NearestWithSlots
    own: MyBookings
    edit_previews: EditPreviews
    booking_dialog: BookingDialog
    bot_info: BotInfo
    answering: Answering


def booking_services(
    basics: Basics, stores: Stores, files: DataFiles, staff: StaffServices, profile: BotProfile, banners: BannerService
) -> BookingServices:
    """Builds the services of booking, each from those before it."""
    clock, topics, guide, people = basics.clock, files.topics, files.centre_lookup, stores.people
    booking_context = _booking_context(basics, stores, files, staff)
    booking, line, closing = BookingService(booking_context), Waitlist(booking_context), ClosureService(booking_context)
    desks, extra = DesksService(booking_context), ExtraHoursService(booking_context)
    ways = _bot_info(basics, files, staff, profile, banners)
    visit_steps = BookingDialog(booking, line, topics, guide, ways, people, files.live_faq, clock)
    day_view = DayView(
        LibrarianService(booking_context),
        booking,
        guide,
        topics,
        files.outcomes,
        staff.roster,
        people,
        is_offered=basics.can_book,
    )
    return BookingServices(
        booking=booking,
        absence_service=AbsenceService(booking_context, staff.roster, stores.absence_table.load),
        desks_service=desks,
        extra_hours_service=extra,
        closures=ClosureView(closing, CallList(closing, people), staff.card_edit_service, topics, clock, desks, extra),
        day_view=day_view,
        log_view=LogView(ConsultationLog(booking_context), day_view),
        waitlist=line,
        nearby=NearestWithSlots(guide, visit_steps, extra),
        own=MyBookings(booking, line, guide, topics, people),
        edit_previews=EditPreviews(
            staff.card_edit_service, HoursPreviewer(booking_context), closing, staff.roster, clock
        ),
        booking_dialog=visit_steps,
        bot_info=ways,
        answering=Answering(files.live_faq, ways, stores.last_answers),
    )


def _bot_info(
    basics: Basics, files: DataFiles, staff: StaffServices, profile: BotProfile, banners: BannerService
) -> BotInfo:
    days, clock = basics.settings.retention_days, basics.clock
    return BotInfo(
        files.region,
        staff.question_service,
        days,
        basics.admins,
        profile,
        can_book=basics.can_book,
        clock=clock,
        banners=banners,
        zone=basics.zone,
    )


def _booking_context(basics: Basics, stores: Stores, files: DataFiles, staff: StaffServices) -> BookingContext:
    def booked_at(id_: str) -> Centre | None:
        """Without hours of booking where information alone is given, so that no old button books there."""
        centre = files.centre_lookup.centre(id_)
        return centre if basics.can_book or centre is None else replace(centre, consultations=None)

    return BookingContext(
        stores.unit_of_work, booked_at, files.topics.find_topic, staff.roster, basics.clock, basics.wake
    )
