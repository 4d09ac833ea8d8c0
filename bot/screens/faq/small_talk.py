"""Answers to words that ask nothing: short, calm, with the next step."""

from collections.abc import Callable
from html import escape

from bot.faq.small_talk import SmallTalk
from bot.region.region import Region
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones, visit_library
from bot.screens.home import home
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Screen, row


def reply(kind: SmallTalk, region: Region, *, can_ask: bool) -> Screen:
    """What to say to a message that is wholly small talk."""
    return _REPLIES[kind](region, can_ask)


def _greeting(region: Region, _: bool) -> Screen:  # noqa: FBT001 - the table calls all replies alike
    text = (
        f"Здравствуйте! Я помощник библиотек {escape(region.of_region)}.\n\n"
        "Напишите, что вас интересует на Госуслугах. Например: «забыл пароль»."
    )
    return Screen(text, menu=True)


def _operator(region: Region, can_ask: bool) -> Screen:  # noqa: FBT001 - as above
    if can_ask:
        text = "Могу передать ваш вопрос библиотекарю: он человек и ответит здесь, в чате. Нажмите кнопку."
        return Screen(f"{text}\n\nИли позвоните:\n{phones(region)}", (row(ask_librarian()), row(HOME)))
    return Screen(f"Библиотекаря в этом чате пока нет. Позвоните:\n{phones(region)}", (row(SHELVES, HOME),))


def _call_me(region: Region, can_ask: bool) -> Screen:  # noqa: FBT001 - as above
    text = f"Я бот и звонить не могу. Позвоните сами, вам ответит человек:\n{phones(region)}"
    if can_ask:
        text += "\n\nИли нажмите кнопку: библиотекарь ответит здесь, в чате."
    return Screen(text, (*((row(ask_librarian()),) if can_ask else ()), row(HOME)))


def _who_are_you(region: Region, can_ask: bool) -> Screen:  # noqa: FBT001 - as above
    text = (
        f"Я бот: программа библиотек {escape(region.of_region)}. Зовут БиблиоГос.\n\n"
        "Отвечаю на вопросы о Госуслугах по справочнику библиотеки. Чего не знаю — не выдумываю.\n\n"
        "Напишите вопрос или посмотрите все темы."
    )
    person = "\n\nНужен живой человек — нажмите «Спросить библиотекаря»." if can_ask else ""
    rows = (row(ask_librarian()),) if can_ask else ()
    return Screen(f"{text}{person}", (*rows, row(SHELVES, HOME)))


def _swearing(region: Region, can_ask: bool) -> Screen:  # noqa: FBT001 - as above
    text = "Понимаю, что не получается, и это обидно. Давайте попробуем ещё раз: напишите коротко, что нужно сделать."
    rows = (row(ask_librarian()),) if can_ask else ()
    return Screen(f"{text}\n\nИли позвоните:\n{phones(region)}", (*rows, row(SHELVES, HOME)))


def _always(screen: Screen) -> Callable[[Region, bool], Screen]:
    return lambda _region, _can_ask: screen


_MY_BOOKINGS = Screen(
    "Покажу ваши записи в библиотеку: нажмите кнопку. Там можно перенести и отменить.\n\n"
    "Если запись к врачу или в МФЦ, так и напишите: «отменить запись к врачу».",
    (row(MINE), row(HOME)),
)
_BOOKING = Screen(
    "Вам помогут в библиотеке: библиотекарь сядет рядом. Нажмите кнопку, выберем день.\n\n"
    "Если нужно к врачу или в МФЦ, так и напишите: «записаться к врачу».",
    (row(visit_library()), row(HOME)),
)

_REPLIES: dict[SmallTalk, Callable[[Region, bool], Screen]] = {
    SmallTalk.GREETING: _greeting,
    SmallTalk.OPERATOR: _operator,
    SmallTalk.CALL_ME: _call_me,
    SmallTalk.WHO_ARE_YOU: _who_are_you,
    SmallTalk.SWEARING: _swearing,
    SmallTalk.MY_BOOKINGS: _always(_MY_BOOKINGS),
    SmallTalk.BOOKING: _always(_BOOKING),
    SmallTalk.MENU: _always(home.home()),
    SmallTalk.HELP: lambda region, _can_ask: home.help_(region),
    SmallTalk.THANKS: _always(Screen("Пожалуйста! Появится вопрос — пишите.", menu=True)),
    SmallTalk.GOODBYE: _always(Screen("До свидания! Я здесь круглые сутки: появится вопрос — пишите.", menu=True)),
    SmallTalk.OK: _always(Screen("Хорошо. Если есть ещё вопрос, просто напишите его.", menu=True)),
    SmallTalk.YES: _always(Screen("Напишите, пожалуйста, сам вопрос словами или нажмите нужную кнопку.", menu=True)),
    SmallTalk.NO: _always(
        Screen("Хорошо. Тогда напишите вопрос другими словами или выберите тему.", (row(SHELVES, HOME),))
    ),
}
