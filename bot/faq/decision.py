"""Answer, offer a choice, or say honestly that nothing fits."""

from enum import StrEnum


class Decision(StrEnum):
    """What to do with what was found."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


# Calibrated on tests/faq/own_messages.jsonl and on real questions outside the project: see
# docs/decisions/0003-faq-engine.md before touching them.
SURE = 0.35  # confidence from which an answer is given at once …
LEAD = 0.08  # … if the second article is that far behind
LIKELY = 0.16  # confidence below which nothing fits
STRANGE_WORDS = 0.15  # confidence lost when the FAQ knows none of the message's words


def confidence(best: float, strange: float) -> float:
    """Nearness of the best article, lowered by the share of good Russian words the FAQ has never heard."""
    return best - STRANGE_WORDS * strange


def decide(sure: float, lead: float) -> Decision:
    if sure < LIKELY:
        return Decision.NONE
    return Decision.ANSWER if sure >= SURE and lead >= LEAD else Decision.SUGGEST
