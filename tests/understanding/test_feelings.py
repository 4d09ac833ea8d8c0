"""Feelings and calls for help that name no thing are heard as such; a question beside them is what is answered."""

from datetime import datetime

import pytest

from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import NO_TURNS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("мне так стыдно, ничего не умею", "ashamed"),
        ("боюсь не туда нажать", "afraid"),
        ("замучили меня эти коды", "tired"),
        ("устала я от всего", "sad"),
        ("живу одна, помочь совсем некому", "alone"),
        ("мне 82 года, куда мне эти ваши госуслуги", "too_old"),
    ],
)
def test_a_feeling_without_a_question_is_heard(
    understanding: Understanding, monday: datetime, text: str, value: str
) -> None:
    first = understanding.understand(text, NO_TURNS, monday).first

    assert (first.name, first.slots.value) == ("feelings", value)


@pytest.mark.parametrize("text", ["помогите", "выручайте, милые", "я в этом ничего не понимаю"])
def test_a_bare_call_for_help_is_no_thanks(understanding: Understanding, monday: datetime, text: str) -> None:
    assert understanding.understand(text, NO_TURNS, monday).first.name == "help"


@pytest.mark.parametrize(
    "text",
    [
        "боюсь нажать не то, сынок, как к глазному записаться",
        "стыдно спросить, где взять СНИЛС",
        "дети далеко, спросить некого: когда придёт пенсия?",
    ],
)
def test_a_question_beside_a_feeling_is_answered(understanding: Understanding, monday: datetime, text: str) -> None:
    assert understanding.understand(text, NO_TURNS, monday).first.name == "faq"


@pytest.mark.parametrize(
    "text", ["спасибо милый, дай бог здоровья", "милая ты моя, спасибо, золотце", "спасибо, прямо выдохнула"]
)
def test_thanks_with_tender_words_are_thanks(understanding: Understanding, monday: datetime, text: str) -> None:
    assert understanding.understand(text, NO_TURNS, monday).first.name == "thanks"
