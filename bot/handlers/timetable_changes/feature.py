"""Changes of the timetable for some days: another number of desks, hours on one day more."""

from bot.handlers import refusals
from bot.handlers.feature import Feature
from bot.handlers.routes import together
from bot.handlers.timetable_changes import desks, extra_hours

FEATURE = Feature(
    "timetable_changes", private_routes=together(desks.ROUTES, extra_hours.ROUTES), refusals=refusals.TIMETABLE
)
