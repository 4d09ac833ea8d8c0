"""Absences of those who work here."""

from bot.handlers import refusals
from bot.handlers.absences import absences, returns
from bot.handlers.absences.notices import absence_renders
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature(
    "absences",
    private_routes=together(absences.ROUTES, returns.ROUTES),
    notices=absence_renders,
    refusals=refusals.ABSENCE,
)
