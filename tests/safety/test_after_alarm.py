"""Short words after an alarm and after a crisis: read whole, or not at all."""

import pytest

from bot.safety.after_alarm import AfterAlarm, read_after_alarm, read_after_crisis
from bot.safety.threat import Kind


@pytest.mark.parametrize(
    ("text", "last", "meant"),
    [
        ("да, назвала", Kind.CALL, Kind.CODE_TOLD),
        ("я им уже сказала цифры, что теперь делать?", Kind.CALL, Kind.CODE_TOLD),
        ("отдала", Kind.COURIER, Kind.CASH_GIVEN),
        ("отдала", Kind.CALL, AfterAlarm.NEXT),
        ("отдала код", Kind.CALL, Kind.CODE_TOLD),
        ("уже перевёл 20 тысяч", Kind.SAFE_ACCOUNT, Kind.MONEY_GONE),
        ("поставила", Kind.REMOTE_APP, Kind.REMOTE_APP),
        ("перешла по ссылке и ввела карту", Kind.MESSAGE, Kind.LINK),
        ("отправила", Kind.DOCUMENT_PHOTO, Kind.DOCUMENT_PHOTO),
        ("Что мне теперь делать?", Kind.HACKED, AfterAlarm.NEXT),
        ("а дальше что", None, AfterAlarm.NEXT),
        ("нет, ещё не переводила", Kind.CALL, AfterAlarm.NOTED),
        ("ничего не назвала", Kind.CALL, AfterAlarm.NOTED),
        ("спасибо большое", Kind.CALL, AfterAlarm.THANKS),
    ],
)
def test_short_words_after_an_alarm(text: str, last: Kind | None, meant: Kind | AfterAlarm) -> None:
    assert read_after_alarm(text, last) == meant


@pytest.mark.parametrize(
    "text",
    [
        "не приходит смс",
        "сказала что мама придёт",
        "запишите на завтра",
        "спасибо, а как записаться",
        "как перевести пенсию",
    ],
)
def test_other_words_after_an_alarm_are_no_answer_to_it(text: str) -> None:
    assert read_after_alarm(text, Kind.CALL) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("и что теперь", AfterAlarm.NEXT),
        ("нет", AfterAlarm.NEXT),
        ("не могу звонить", AfterAlarm.NEXT),
        ("скорую вызвала", AfterAlarm.NOTED),
        ("уже едут", AfterAlarm.NOTED),
        ("спасибо, приехали", AfterAlarm.THANKS),
        ("как записаться", None),
    ],
)
def test_short_words_after_a_crisis(text: str, meant: AfterAlarm | None) -> None:
    assert read_after_crisis(text) == meant
