"""A message that is nothing but a cry alarms; the same word inside a sentence does not."""

import pytest

from bot.safety.cries import Cries
from bot.safety.rules import Rules
from bot.safety.spoken_words import readings
from bot.safety.threat import Kind, Level

CRIES = Cries({Kind.FIRE: ["пожар", "пожар в *"], Kind.MEDICAL: ["плохо мне", "умираю"]}, ["помогите", "мне", "я"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("пожар", Kind.FIRE),
        ("пожар пожар помогите", Kind.FIRE),
        ("помогите пожар", Kind.FIRE),
        ("пожар в подъезде", Kind.FIRE),
        ("плохо мне помогите", Kind.MEDICAL),
        ("я умираю", Kind.MEDICAL),
        ("умираю пожар", None),
        ("плохо", None),
        ("пожар в подъезде был", None),
        ("помогите мне", None),
        ("", None),
        ("помогите мне я пожар помогите мне я пожар а что", None),
    ],
)
def test_nothing_else_may_be_said(text: str, kind: Kind | None) -> None:
    assert CRIES.kind(next(readings(text))) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Я УМИРАЮ!!!", Kind.MEDICAL),
        ("плохо мне очень", Kind.MEDICAL),
        ("сердце очень болит", Kind.MEDICAL),
        ("умераю памагите", Kind.MEDICAL),
        ("evbhf.", Kind.MEDICAL),
        ("горим горим", Kind.FIRE),
        ("господи пожар у нас", Kind.FIRE),
        ("спасите меня убивают", Kind.VIOLENCE),
        ("не вижу выхода, повешусь", Kind.SELF_HARM),
        ("суицид", Kind.SELF_HARM),
        ("опять просят код", Kind.CALL),
    ],
)
def test_cries_of_people_alarm(rules: Rules, text: str, kind: Kind | None) -> None:
    threat = rules.look(text)

    assert (threat.kind if threat else None) is kind


@pytest.mark.parametrize(
    "text",
    [
        "умираю как хочу есть",
        "умираю с вашими правилами",
        "плохо работает сайт",
        "совсем плохо с интернетом",
        "пожарный инспектор приходил",
        "убью этого кота",
        "сердце болит за внука",
        "не могу дышать в маске",
        "просят код оквэд",
        "не горим желанием ехать в мфц",
    ],
)
def test_the_same_words_in_a_sentence_do_not(rules: Rules, text: str) -> None:
    threat = rules.look(text)

    assert threat is None or threat.level is Level.CAUTION
