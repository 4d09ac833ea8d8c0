"""Cards and hours of consultation, mended by librarians."""

from bot.handlers import refusals
from bot.handlers.centre_edits import acts, card_edits, consultation_hours, interview, new_centre, waiting_edits
from bot.handlers.centre_edits.notices import centre_edit_renders
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature(
    "centre_edits",
    together(card_edits.ROUTES, interview.ROUTES, acts.ROUTES),
    consultation_hours.ROUTES,
    centre_edit_renders,
    private_routes=together(new_centre.ROUTES, waiting_edits.ROUTES),
    refusals=refusals.LIBRARIAN,
)
