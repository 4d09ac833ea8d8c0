"""Warm words for shame, fear, weariness and loneliness that ask nothing, and the next step."""

from collections.abc import Mapping
from html import escape

from bot.region.region import Region
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones, visit_library
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.safety.happening import SOS
from bot.screens.screen import Screen, row

_SIT_BESIDE = "В библиотеке помогут бесплатно: библиотекарь сядет рядом и покажет по шагам."
_SAY = "Напишите, как скажется, что вам нужно. Например: «забыла пароль», «к врачу», «пенсия»."
# By the `value` of an entry in data/acts.
_WARM: Mapping[str, tuple[str, ...]] = {
    "ashamed": ("Стыдиться нечего. С этим приходят многие, и молодые тоже. Спрашивать можно сколько угодно.", _SAY),
    "afraid": (
        "Бояться нового — дело обычное. Не уверены — не нажимайте, сначала спросите.",
        "Напишите, что вы видите на экране и что хотели сделать.",
        "Пугают или торопят по телефону — положите трубку.",
    ),
    "tired": (
        "Понимаю: с этим легко устать. Передохните, а потом разберём одно, самое нужное.",
        "Напишите, на чём остановились: что нажали и что ответил экран.",
    ),
    "alone": ("Вы не одни: с этим помогают библиотекари.", _SAY),
    "too_old": (
        "Вам решать: Госуслуги — дело добровольное. Спросите, если хотите: «можно ли без Госуслуг?»",
        "А если попробуете — возраст не помеха.",
    ),
}
_SAD = "Жаль, что вам сейчас тяжело. Я программа, но рядом есть люди: поговорите с кем-нибудь близким."


def feelings(value: str | None, *, can_ask: bool, can_come: bool, in_despair: str) -> Screen:
    """Warm words first, then one small step; `in_despair` is the number to call where it is hard to bear."""
    if value == "sad":
        text = paragraphs(_SAD, escape(in_despair), "Нужна помощь с Госуслугами — напишите, с чем именно.")
        return Screen(text, ((row(ask_librarian()),) if can_ask else ()) + (row(HOME),))
    text = paragraphs(*_WARM.get(value or "", (_SAY,)), _SIT_BESIDE if can_come else "")
    beside = SOS if value == "afraid" else ask_librarian() if can_ask else None
    visit = (row(visit_library()),) if can_come else ()
    return Screen(text, (*visit, *((row(beside),) if beside else ()), row(HOME)))


def called(region: Region, *, can_ask: bool) -> Screen:
    """To «помогите», «ничего не понимаю»: how to begin, with a person at hand."""
    text = paragraphs(
        f"Помогу. {_SAY} Ошибки не страшны.",
        "Не знаете, с чего начать, — посмотрите все вопросы или придите: библиотекарь сядет рядом.",
        phones(region),
    )
    return Screen(text, (*((row(ask_librarian()),) if can_ask else ()), row(visit_library()), row(SHELVES, SOS)))
