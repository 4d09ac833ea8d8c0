"""The consultation log: who was helped without a booking, at any centre, today or on a day before."""

from bot.handlers import refusals
from bot.handlers.consultation_log import log_entries, log_in_words, people_in_words, shown_people, write_helped
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature(
    "consultation_log",
    centre_group_routes=together(
        write_helped.ROUTES, people_in_words.ROUTES, shown_people.ROUTES, log_entries.ROUTES, log_in_words.ROUTES
    ),
    refusals=refusals.LIBRARIAN,
)
