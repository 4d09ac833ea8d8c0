"""Closed days and hours, and the visitors who are to be called because of them."""

from bot.handlers import refusals
from bot.handlers.closures import acts, closures
from bot.handlers.closures.notices import closure_renders
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature(
    "closures",
    centre_group_routes=together(closures.ROUTES, acts.ROUTES),
    notices=closure_renders,
    refusals=refusals.CLOSING,
)
