"""Small talk is told from questions by whole-message rules."""

import pytest

from bot.faq.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Привет!", SmallTalk.GREETING),
        ("здраствуйте", SmallTalk.GREETING),
        ("ghbdtn", SmallTalk.GREETING),
        ("privet", SmallTalk.GREETING),
        ("Добрый день 🙂", SmallTalk.GREETING),
        ("спасибооо!", SmallTalk.THANKS),
        ("Здравствуйте, большое вам спасибо за помощь", SmallTalk.THANKS),
        ("До свидания!", SmallTalk.GOODBYE),
        ("позовите живого человека", SmallTalk.OPERATOR),
        ("хочу поговорить с библиотекарем", SmallTalk.OPERATOR),
        ("Оператор!!!", SmallTalk.OPERATOR),
        ("когда у меня запись?", SmallTalk.MY_BOOKINGS),
        ("на когда я записана", SmallTalk.MY_BOOKINGS),
        ("отменить запись", SmallTalk.MY_BOOKINGS),
        ("перенеси запись на пятницу", SmallTalk.MY_BOOKINGS),
        ("перенесите мою запись на 27 ноября в 15:00", SmallTalk.MY_BOOKINGS),
        ("хочу записаться на завтра утром", SmallTalk.BOOKING),
        ("записаться на завтра", SmallTalk.BOOKING),
        ("Запишите меня, пожалуйста, на 26 ноября в 15", SmallTalk.BOOKING),
        ("ты бот?", SmallTalk.WHO_ARE_YOU),
        ("Что вы умеете?", SmallTalk.WHO_ARE_YOU),
        ("меню", SmallTalk.MENU),
        ("помогите пожалуйста", SmallTalk.HELP),
        ("Да", SmallTalk.YES),
        ("нет, не то", SmallTalk.NO),
        ("у меня не получилось", SmallTalk.NO),
        ("всё понятно", SmallTalk.OK),
        ("Ты дурак", SmallTalk.SWEARING),
        ("иди на хуй", SmallTalk.SWEARING),
        ("суки!", SmallTalk.SWEARING),
    ],
)
def test_small_talk_is_recognised_however_it_is_typed(text: str, kind: SmallTalk) -> None:
    assert small_talk(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "здравствуйте, как восстановить пароль",
        "спасибо, а где взять снилс?",
        "блин, суки, не могу войти",
        "человек умер, что делать с его кабинетом",
        "моя запись к врачу",
        "записаться к врачу",
        "записаться к врачу на завтра",
        "отменить запись к врачу",
        "перенести запись в мфц на пятницу",
        "записаться в мфц 26 ноября",
        "завтра утром",
        "в пятницу в 15",
        "спасибо завтра",
        "нужна запись",
        "0919 кто это",
        "ребёнок",
        "паспорт",
        "можно",
        "",
        "👍",
        "???",
        "привет " * 20,
    ],
)
def test_a_question_is_never_swallowed(text: str) -> None:
    assert small_talk(text) is None
