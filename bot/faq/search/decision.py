"""Answer, answer with other titles beneath, offer a choice, or say honestly that nothing fits."""

import math
from enum import StrEnum


class Decision(StrEnum):
    """What is shown: an answer, a short answer with others to choose from, titles alone, or that nothing fits."""

    ANSWER = "answer"
    LIKELY = "likely"
    SUGGEST = "suggest"
    NONE = "none"


# Calibrated by hand on 24 November 2026 with 217 articles, on tests/faq/own_messages.jsonl and on 283 real questions
# outside the project: there at most 2 % got a wrong answer at once, and 94 % of what is about something else got none.
# On messages not used to choose them expect 2–3 % and 92 %. How to repeat it: docs/decisions/0003-faq-engine.md.
SURE = 0.39  # confidence from which an answer is given at once …
LEAD = 0.08  # … if the second article is that far behind
CLOSE = 0.02  # … or shown with other titles beneath, if it is at least this far
CLEAR = 0.25  # nearness itself, without which many words alone make no direct answer
FITS = 0.27  # confidence below which nothing fits
STRANGE = 0.5  # confidence lost when the FAQ has never heard any of the words
LENGTH = 0.06  # confidence won with every e-fold of words: nearness to a short variant falls with length


def confidence(best: float, strange: float, words: int) -> float:
    """Nearness of the best article made comparable between messages; `strange` is the share of unheard words."""
    return best - STRANGE * strange + LENGTH * math.log(words + 1)


def decide(sure: float, lead: float, best: float = 1.0) -> Decision:
    """What a confidence, the lead over the second article and the nearness of the first allow."""
    if sure < FITS:
        return Decision.NONE
    if sure < SURE or lead < CLOSE:
        return Decision.SUGGEST
    return Decision.ANSWER if lead >= LEAD and best >= CLEAR else Decision.LIKELY
