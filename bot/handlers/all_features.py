"""Every feature, one line each; tables, notices and jobs of all together are derived from it."""

from collections.abc import Iterator, Mapping

from bot.handlers.absences.feature import FEATURE as ABSENCES
from bot.handlers.acts.feature import FEATURE as ACTS
from bot.handlers.banner.feature import FEATURE as BANNER
from bot.handlers.booking.feature import FEATURE as BOOKING
from bot.handlers.centre_edits.feature import FEATURE as CENTRE_EDITS
from bot.handlers.centres.feature import FEATURE as CENTRES
from bot.handlers.closures.feature import FEATURE as CLOSURES
from bot.handlers.consultation_log.feature import FEATURE as CONSULTATION_LOG
from bot.handlers.faq.feature import FEATURE as FAQ
from bot.handlers.feature import Feature, Job, Renders, build
from bot.handlers.home.feature import FEATURE as HOME
from bot.handlers.librarian_day.feature import FEATURE as LIBRARIAN_DAY
from bot.handlers.maintenance.feature import FEATURE as MAINTENANCE
from bot.handlers.my_bookings.feature import FEATURE as MY_BOOKINGS
from bot.handlers.practice.feature import FEATURE as PRACTICE
from bot.handlers.questions.feature import FEATURE as QUESTIONS
from bot.handlers.review.feature import FEATURE as REVIEW
from bot.handlers.routes import together
from bot.handlers.safety.feature import FEATURE as SAFETY
from bot.handlers.staff.feature import FEATURE as STAFF
from bot.handlers.stats.feature import FEATURE as STATS
from bot.handlers.timetable_changes.feature import FEATURE as TIMETABLE_CHANGES
from bot.outbox.delivery_worker import Render
from bot.screens.screen import Screen

FEATURES: tuple[Feature, ...] = (
    HOME,
    FAQ,
    QUESTIONS,
    CENTRES,
    BOOKING,
    MY_BOOKINGS,
    LIBRARIAN_DAY,
    CONSULTATION_LOG,
    CLOSURES,
    ABSENCES,
    TIMETABLE_CHANGES,
    PRACTICE,
    CENTRE_EDITS,
    STAFF,
    STATS,
    MAINTENANCE,
    REVIEW,
    BANNER,
    SAFETY,
    ACTS,
)

ROUTES = together(*(routes for feature in FEATURES for routes in feature.all_routes))
REFUSALS = {
    handler: feature.refusals for feature in FEATURES for routes in feature.all_routes for handler in routes.handlers
}
PRIVATE_HANDLERS = frozenset(handler for feature in FEATURES for handler in feature.private_routes.handlers)
CENTRE_GROUP_HANDLERS = frozenset(handler for feature in FEATURES for handler in feature.centre_group_routes.handlers)


def renders_of_all(services: Mapping[str, object]) -> Renders:
    """What every kind of notice says; raises ValueError where two features tell the same."""
    told: dict[str, Render[Screen]] = {}
    for feature in FEATURES:
        renders = build(feature.notices, services)
        if doubled := told.keys() & renders.keys():
            raise ValueError(f"told twice: {doubled}")
        told |= renders
    return told


def jobs_of_all(services: Mapping[str, object]) -> Iterator[Job]:
    """What every feature looks at from time to time."""
    for feature in FEATURES:
        yield from build(feature.jobs, services)
