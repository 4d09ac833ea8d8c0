"""Cards and hours of consultation, mended by librarians."""

from bot.handlers import refusals
from bot.handlers.centre_edits import acts, card_edits, consultation_hours, interview, new_centre
from bot.handlers.centre_edits.notices import centre_edit_renders
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature(
    "centre_edits",
    together(card_edits.ROUTES, interview.ROUTES, acts.ROUTES),
    consultation_hours.ROUTES,
    centre_edit_renders,
    private_routes=new_centre.ROUTES,
    refusals=refusals.LIBRARIAN,
)
