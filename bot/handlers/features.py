"""The tables of every feature, together."""

from bot.handlers import (
    ask,
    ask_drafts,
    booking,
    centre_changes,
    centres,
    closing,
    consultation_hours,
    day,
    desk_groups,
    faq,
    faq_editing,
    figures,
    home,
    own_visits,
    staff,
    upkeep,
)
from bot.handlers.routes import together

ROUTES = together(
    home.ROUTES,
    faq.ROUTES,
    ask.ROUTES,
    ask_drafts.ROUTES,
    centres.ROUTES,
    staff.ROUTES,
    centre_changes.ROUTES,
    booking.ROUTES,
    own_visits.ROUTES,
    day.ROUTES,
    closing.ROUTES,
    consultation_hours.ROUTES,
    desk_groups.ROUTES,
    figures.ROUTES,
    upkeep.ROUTES,
    faq_editing.ROUTES,
)

# They name visitors: in a group only at a centre's desk.
AMONG_US = frozenset((*day.ROUTES.handlers, *closing.ROUTES.handlers, *consultation_hours.ROUTES.handlers))
