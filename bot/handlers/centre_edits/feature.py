"""Cards and hours of consultation, mended by librarians."""

from bot.handlers import refusals
from bot.handlers.centre_edits import card_edits, consultation_hours
from bot.handlers.centre_edits.notices import centre_edit_renders
from bot.handlers.feature import Feature

FEATURE = Feature(
    "centre_edits", card_edits.ROUTES, consultation_hours.ROUTES, centre_edit_renders, refusals=refusals.LIBRARIAN
)
