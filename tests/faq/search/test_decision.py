"""Answer, choice or an honest «nothing»."""

import pytest

from bot.faq.search.decision import CLEAR, CLOSE, FITS, LEAD, SURE, Decision, confidence, decide


@pytest.mark.parametrize(
    ("sure", "lead", "decision"),
    [
        (SURE, LEAD, Decision.ANSWER),
        (SURE, LEAD - 0.01, Decision.LIKELY),
        (SURE, CLOSE, Decision.LIKELY),
        (SURE, CLOSE - 0.01, Decision.SUGGEST),
        (SURE - 0.01, 1.0, Decision.SUGGEST),
        (FITS, 0.0, Decision.SUGGEST),
        (FITS - 0.01, 1.0, Decision.NONE),
    ],
)
def test_answers_need_confidence_and_a_lead(sure: float, lead: float, decision: Decision) -> None:
    assert decide(sure, lead) == decision


def test_unheard_words_shake_confidence_and_length_restores_it() -> None:
    assert confidence(0.3, strange=0.5, words=3) < confidence(0.3, strange=0.0, words=3)
    assert confidence(0.3, strange=0.0, words=20) > confidence(0.3, strange=0.0, words=3)


def test_many_words_make_no_direct_answer_of_little_nearness() -> None:
    assert decide(SURE, LEAD, CLEAR) is Decision.ANSWER
    assert decide(SURE, LEAD, CLEAR - 0.01) is Decision.LIKELY
