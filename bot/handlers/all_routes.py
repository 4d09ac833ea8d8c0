"""The routes of all features joined into one table."""

from bot.handlers.booking import booking
from bot.handlers.centre_edits import card_edits, consultation_hours
from bot.handlers.centres import centres
from bot.handlers.closures import closures
from bot.handlers.faq import answers, editing
from bot.handlers.home import home
from bot.handlers.librarian_day import today
from bot.handlers.maintenance import maintenance
from bot.handlers.my_bookings import my_bookings
from bot.handlers.questions import drafts, questions
from bot.handlers.routes import together
from bot.handlers.staff import group_chats, staff
from bot.handlers.stats import stats

ROUTES = together(
    home.ROUTES,
    answers.ROUTES,
    questions.ROUTES,
    drafts.ROUTES,
    centres.ROUTES,
    staff.ROUTES,
    card_edits.ROUTES,
    booking.ROUTES,
    my_bookings.ROUTES,
    today.ROUTES,
    closures.ROUTES,
    consultation_hours.ROUTES,
    group_chats.ROUTES,
    stats.ROUTES,
    maintenance.ROUTES,
    editing.ROUTES,
)

# They name visitors: in a group only in that of a centre.
AMONG_US = frozenset((*today.ROUTES.handlers, *closures.ROUTES.handlers, *consultation_hours.ROUTES.handlers))
