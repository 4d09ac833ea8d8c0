"""Important messages above the answers, written by admins."""

from bot.handlers.banner.banner import ROUTES
from bot.handlers.banner.notices import banner_renders
from bot.handlers.feature import Feature

FEATURE = Feature("banner", private_routes=ROUTES, notices=banner_renders)
