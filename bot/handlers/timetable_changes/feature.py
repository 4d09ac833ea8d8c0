"""Changes of the timetable for some days: another number of desks."""

from bot.handlers import refusals
from bot.handlers.feature import Feature
from bot.handlers.timetable_changes import desks

FEATURE = Feature("timetable_changes", private_routes=desks.ROUTES, refusals=refusals.TIMETABLE)
