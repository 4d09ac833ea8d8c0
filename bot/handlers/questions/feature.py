"""Questions to a librarian and the answers to them."""

from bot.handlers.feature import Feature
from bot.handlers.questions import acts, drafts, proposals, questions, voices
from bot.handlers.questions.notices import question_renders
from bot.handlers.routes import together

FEATURE = Feature(
    "questions",
    private_routes=together(questions.ROUTES, proposals.ROUTES, drafts.ROUTES, voices.ROUTES, acts.ROUTES),
    notices=question_renders,
)
