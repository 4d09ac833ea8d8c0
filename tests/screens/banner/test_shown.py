"""An important message above an answer: its words as typed, apart where they do not fit one message."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.banner.banner import Banner, BannerId, BannerState
from bot.faq.answer_parts import visible
from bot.screens.banner.banner import now_shown, preview
from bot.screens.banner.shown import above, shown
from bot.screens.screen import Screen
from bot.screens.screen_reader import aloud
from tests.hand_clock import NOON

PSKOV = ZoneInfo("Europe/Moscow")


def banner(text: str, until: timedelta = timedelta(hours=5), scope: str = "all") -> Banner:
    return Banner(BannerId(1), text, NOON + until, None, NOON, scope, "Глеб", BannerState.SHOWN)


def test_signs_of_markup_stay_signs() -> None:
    assert "Сбой &lt;b&gt; &amp; «ошибка 500»." in shown(banner("Сбой <b> & «ошибка 500»."), PSKOV)


def test_without_a_message_the_answer_is_as_it_was() -> None:
    answer = Screen("Ответ.", menu=True)

    assert above(answer, (), PSKOV) is answer


def test_two_of_them_stand_one_below_the_other_and_the_answer_is_last() -> None:
    first, second = banner("На портале сбой."), banner("Звонят мошенники.")

    text = above(Screen("Ответ."), (first, second), PSKOV).text

    assert text.index("На портале сбой.") < text.index("Звонят мошенники.") < text.index("Ответ.")


def test_beside_a_long_answer_it_is_a_message_of_its_own() -> None:
    long = Screen("я" * 3950)

    screen = above(long, (banner("На портале сбой, войти не получается."),), PSKOV)

    assert screen.text == long.text
    assert all(visible(part) <= 4096 for part in (*screen.before, screen.text))
    assert "На портале сбой" in screen.before[0]


def test_it_stands_before_the_earlier_parts_of_an_answer() -> None:
    screen = above(Screen("Конец.", before=("Начало.",)), (banner("На портале сбой."),), PSKOV)

    assert (len(screen.before), screen.before[1], screen.text) == (2, "Начало.", "Конец.")


def test_who_listens_hears_no_sign() -> None:
    assert aloud(above(Screen("Ответ."), (banner("На портале сбой."),), PSKOV)).text.startswith("<b>Важно.</b>")


def test_the_end_is_told_as_it_was_understood() -> None:
    evening, midnight = banner("На портале сбой."), banner("На портале сбой.", timedelta(hours=36))

    assert "До 17:00, вторник, 24 ноября." in preview(evening, PSKOV).text
    assert "До конца дня: среда, 25 ноября." in preview(midnight, PSKOV).text


def test_a_topic_is_named_by_its_title_and_by_its_id_where_it_is_gone() -> None:
    one = banner("На портале сбой.", scope="doctor")

    assert "на тему «Помощь с записью к врачу»" in now_shown(one, lambda _: "Помощь с записью к врачу", PSKOV).text
    assert "на тему «doctor»" in now_shown(one, lambda id_: id_, PSKOV).text
