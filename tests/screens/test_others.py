"""Greetings, settings, odd messages, staff: words for every moment, always with a way on."""

from dataclasses import astuple
from itertools import chain

import pytest

from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.edits.article_edits import mark_of
from bot.faq.small_talk import SmallTalk
from bot.people import Reminders
from bot.privacy.masking import Secret
from bot.region.region import Region
from bot.screens import bot_commands
from bot.screens.actions import GoHome
from bot.screens.centres import no_booking_yet
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones
from bot.screens.faq import small_talk
from bot.screens.faq.editing_actions import PlaceGap
from bot.screens.home import cancel, home, unsupported
from bot.screens.home.actions import ForgetMe, SetReadingAloud
from bot.screens.home.dictation import dictate
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.my_bookings.actions import SetReminders
from bot.screens.screen import Button, Screen, row
from bot.screens.staff import staff
from tests.faq.telegrams_html import TelegramsHtml
from tests.screens.region import PHONES, REGION

OUT = row(SHELVES, HOME)
ASKING = row(ask_librarian())
ARTICLE = Article(ArticleId("lib"), GroupId("g"), "Что взять с собой?", (), "")

FIXED = {
    "welcome": home.welcome(REGION, can_book=True),
    "welcome without booking": home.welcome(REGION, can_book=False),
    "home": home.home(),
    "help": home.help_(REGION),
    "settings": home.settings(Reminders(), aloud=False),
    "settings_where_nobody_books": home.settings(None, aloud=True),
    "reminders_changed": home.reminders_changed(Reminders(eve=False)),
    "settings_changed": home.settings_changed(aloud=True),
    "privacy": home.privacy(90),
    "forget_first": home.forget_first(),
    "forgotten": home.forgotten(),
    "nothing_to_cancel": cancel.nothing_to_cancel(),
    "cancelled": cancel.cancelled(),
    "outdated": home.outdated(),
    "old_link": home.old_link(),
    "no_words": unsupported.no_words(),
    "another_language": unsupported.another_language(),
    "failure": unsupported.failure("A7"),
    "no_booking_yet": no_booking_yet.no_booking_yet(REGION),
    "nobody_asked": staff.unanswered(()),
    "admins_only": staff.admins_only(),
    **{f"odd_{kind}": unsupported.cannot_read(kind) for kind in UnsupportedKind if kind is not UnsupportedKind.VOICE},
    "dictation": dictate(b"picture", "7"),
    "dictation_alone": dictate(None, None),
    **{f"talk_{kind}": small_talk.reply(kind, REGION, can_ask=True) for kind in SmallTalk},
    **{f"alone_{kind}": small_talk.reply(kind, REGION, can_ask=False) for kind in SmallTalk},
}


@pytest.mark.parametrize("screen", FIXED.values(), ids=FIXED.keys())
def test_every_screen_has_words_good_html_and_a_way_on(screen: Screen) -> None:
    read = TelegramsHtml(screen.text)

    assert (read.wrong, read.visible.strip() != "") == ([], True)
    assert screen.menu or screen.rows


@pytest.mark.parametrize("kind", SmallTalk)
def test_where_nobody_can_be_asked_small_talk_promises_nobody(kind: SmallTalk) -> None:
    screen = small_talk.reply(kind, REGION, can_ask=False)

    assert ask_librarian() not in chain.from_iterable(screen.rows)


def test_who_asks_for_a_person_gets_the_librarian_or_the_phones() -> None:
    assert small_talk.reply(SmallTalk.OPERATOR, REGION, can_ask=True).rows == (ASKING, row(HOME))
    assert small_talk.reply(SmallTalk.OPERATOR, REGION, can_ask=False) == Screen(
        f"Библиотекаря в этом чате пока нет. Позвоните:\n{PHONES}", (OUT,)
    )


def test_a_bad_word_is_answered_kindly_with_people_to_turn_to() -> None:
    screen = small_talk.reply(SmallTalk.SWEARING, REGION, can_ask=True)

    assert (screen.text.endswith(f"Или позвоните:\n{PHONES}"), screen.rows) == (True, (ASKING, OUT))


def test_the_phones_are_told_a_line_each() -> None:
    assert (phones(REGION), phones(Region("а", "б"))) == (PHONES, "")


def test_the_region_is_named_and_escaped_in_the_greeting() -> None:
    assert "помощник библиотек Области &amp; края." in home.welcome(REGION, can_book=True).text
    assert "помощник библиотек Области &amp; края." in small_talk.reply(SmallTalk.GREETING, REGION, can_ask=True).text


@pytest.mark.parametrize(("aloud", "label"), [(True, "Выключить"), (False, "Включить")])
def test_the_setting_offers_the_other_state(aloud: bool, label: str) -> None:  # noqa: FBT001 - a table of states
    assert home.settings(None, aloud=aloud).rows == (
        row(Button(f"{label} режим для чтения вслух", SetReadingAloud(not aloud))),
        row(HOME),
    )


@pytest.mark.parametrize(
    ("wish", "said", "others"),
    [
        (Reminders(), "О записи напоминаю дважды: накануне вечером и за два часа.", 3),
        (Reminders(soon=False), "О записи напоминаю один раз: накануне вечером.", 3),
        (Reminders(eve=False), "О записи напоминаю один раз: за два часа.", 3),
        (Reminders(eve=False, soon=False), "О записях не напоминаю.", 3),
    ],
)
def test_settings_tell_which_reminders_come_and_offer_the_others(wish: Reminders, said: str, others: int) -> None:
    screen = home.settings(wish, aloud=False)
    offered = [one.action for one in chain.from_iterable(screen.rows) if isinstance(one, Button)]
    wishes = [(one.eve, one.soon) for one in offered if isinstance(one, SetReminders)]

    assert screen.text.endswith(said)
    assert (len(wishes), (wish.eve, wish.soon) in wishes) == (others, False)


def test_a_changed_setting_is_confirmed() -> None:
    assert [home.settings_changed(aloud=aloud).text.partition(".")[0] for aloud in (True, False)] == [
        "Режим для чтения вслух включён",
        "Режим для чтения вслух выключен",
    ]


@pytest.mark.parametrize(("days", "words"), [(1, "1 день"), (21, "21 день"), (90, "90 дней"), (3, "3 дня")])
def test_the_days_of_keeping_are_told_in_good_russian(days: int, words: str) -> None:
    assert f"Хранятся {words}." in home.privacy(days).text


def test_erasing_is_asked_twice_and_leaving_it_is_one_tap() -> None:
    assert home.privacy(90).rows[1:] == (row(Button("Стереть всё обо мне", ForgetMe(sure=False))), row(HOME))
    assert home.forget_first().rows == (
        row(Button("Да, стереть", ForgetMe(sure=True))),
        row(Button("Нет, оставить", GoHome())),
    )


@pytest.mark.parametrize(("seconds", "words"), [(1, "1 секунду"), (3, "3 секунды"), (20, "20 секунд")])
def test_who_writes_too_fast_is_told_how_long_to_wait(seconds: int, words: str) -> None:
    assert f"Подождите {words} и" in unsupported.too_fast(seconds).text


@pytest.mark.parametrize("secret", Secret)
def test_each_kind_of_secret_is_named(secret: Secret) -> None:
    dangerous = secret in {Secret.CODE, Secret.PASSWORD, Secret.CARD}

    text = unsupported.secret_seen(frozenset({secret})).text

    assert (text.startswith("Осторожно: похоже, вы прислали личное — "), "не говорите никому" in text) == (
        True,
        dangerous,
    )


def test_several_secrets_are_named_together_the_most_dangerous_first() -> None:
    assert unsupported.secret_seen(frozenset({Secret.SNILS, Secret.EMAIL, Secret.CODE})) == Screen(
        "Осторожно: похоже, вы прислали личное — код, СНИЛС, адрес почты.\n\n"
        "Удалите это сообщение: нажмите и держите его.\n\n"
        "Пароли, коды и номера карт не говорите никому: ни мне, ни библиотекарю, ни «сотруднику» по телефону.\n\n"
        "Для ответа это не нужно."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", unsupported.no_words()),
        ("???", unsupported.no_words()),
        ("👍 123", unsupported.no_words()),
        ("hello", unsupported.another_language()),
        ("Gosuslugi", unsupported.another_language()),
        ("你好", unsupported.another_language()),
        ("что это", None),
        ("password не помню", None),
        ("Ё", None),
    ],
)
def test_letters_that_cannot_be_answered_are_told_apart(text: str, shown: Screen | None) -> None:
    assert unsupported.unreadable(text) == shown


def test_a_failure_names_the_code_for_the_librarian() -> None:
    assert "<b>A7</b>" in unsupported.failure("A7").text


def test_before_booking_opens_the_place_is_asked_for_the_nearest_telephone() -> None:
    screen = no_booking_yet.no_booking_yet(REGION)
    nearest = no_booking_yet.call_instead(Screen("Печоры"))

    assert (screen.asks_place, "договоритесь по телефону" in screen.text) == (True, True)
    assert nearest.text.endswith("часы и телефон на карточке, если они известны.\n\nПечоры")


def test_what_was_asked_in_vain_is_listed_for_admins_with_how_often() -> None:
    assert staff.unanswered([("где <код>", 21), ("как & что", 2), ("зачем", 1)]) == Screen(
        "<b>Вопросы без ответа</b>, самые частые первыми:\n\n"
        "1. где &lt;код&gt; — 21 раз\n2. как &amp; что — 2 раза\n3. зачем — 1 раз\n\n"
        "Ответ на такой вопрос уже есть? Напишите номер вопроса: я запомню, что так тоже спрашивают. "
        "Под вопросом — «Новый ответ» и «Это не вопрос». Личное в вопросах скрыто.",
        menu=True,
        choices=(PlaceGap(mark_of("где <код>")), PlaceGap(mark_of("как & что")), PlaceGap(mark_of("зачем"))),
    )


def test_the_longest_list_for_admins_fits_a_message() -> None:
    longest = [("не & могу " * 30, 1000)] * staff.SHOWN

    assert len(TelegramsHtml(staff.unanswered(longest).text).visible) <= 4096


def test_telegram_takes_the_commands_and_descriptions_as_they_are() -> None:
    known = bot_commands.COMMANDS | bot_commands.ADMIN_COMMANDS

    assert [name for name in known if not (name.isascii() and name.islower() and len(name) <= 32)] == []
    assert [words for words in known.values() if not 3 <= len(words) <= 256] == []
    assert len(bot_commands.description(REGION)) <= 512
    assert len(bot_commands.short_description(REGION)) <= 120
    assert astuple(REGION)[1] in bot_commands.description(REGION)
