"""Absences of those who work here."""

from bot.handlers import refusals
from bot.handlers.absences import absences
from bot.handlers.absences.notices import absence_renders
from bot.handlers.feature import Feature

FEATURE = Feature("absences", private_routes=absences.ROUTES, notices=absence_renders, refusals=refusals.ABSENCE)
