"""Changes of the timetable for some days: another number of desks, hours on one day more; colleagues are told."""

from bot.handlers import refusals
from bot.handlers.feature import Feature
from bot.handlers.routes import together
from bot.handlers.timetable_changes import desks, extra_hours
from bot.handlers.timetable_changes.notices import change_renders

FEATURE = Feature(
    "timetable_changes",
    private_routes=together(desks.ROUTES, extra_hours.ROUTES),
    notices=change_renders,
    refusals=refusals.TIMETABLE,
)
