"""Closed days and hours, and the visitors who are to be called because of them."""

from bot.handlers import refusals
from bot.handlers.closures.closures import ROUTES
from bot.handlers.closures.notices import closure_renders
from bot.handlers.feature import Feature

FEATURE = Feature("closures", centre_group_routes=ROUTES, notices=closure_renders, refusals=refusals.CLOSING)
