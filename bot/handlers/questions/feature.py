"""Questions to a librarian and the answers to them."""

from bot.handlers.feature import Feature
from bot.handlers.questions import (
    acts,
    alone,
    articles,
    drafts,
    letter,
    librarian,
    own,
    proposals,
    questions,
    sending,
    voices,
)
from bot.handlers.questions.letters import question_jobs
from bot.handlers.questions.notices import question_renders
from bot.handlers.routes import together

FEATURE = Feature(
    "questions",
    private_routes=together(
        *(questions.ROUTES, proposals.ROUTES, drafts.ROUTES, voices.ROUTES, acts.ROUTES),
        *(letter.ROUTES, librarian.ROUTES, sending.ROUTES, own.ROUTES, articles.ROUTES, alone.ROUTES),
    ),
    notices=question_renders,
    jobs=question_jobs,
)
