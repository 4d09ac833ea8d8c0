"""Somebody without a booking: at the door or on the phone, written down in a few taps."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from bot.centres.centre import Centre
from bot.screens.action import Action
from bot.screens.day_actions import GuestCame, GuestTopics, NameVisitor, PhoneAt, PhoneSoonest
from bot.screens.day_card import card
from bot.screens.day_visit import NO_NAME, DayVisit, particulars, title
from bot.screens.day_ways import TODAY, day_of_visit, opened
from bot.screens.moments import moment_code
from bot.screens.own_visit import capital, paragraphs
from bot.screens.screen import Button, Screen, column, row
from bot.screens.ways_out import HOME
from bot.topics import Topic

CENTRES_AT_ONCE = 4
_ALREADY = "<b>Уже записано: вы нажали эту кнопку ещё раз</b>"
NO_SUCH_TOPIC = "Такой темы я не нашёл."
_PRESS_ONE_MORE = "нажмите «Записать ещё одного»"


def who_came(centre: Centre) -> Screen:
    """At the door or on the phone."""
    here, phone = GuestTopics(centre.id, phone=False), GuestTopics(centre.id, phone=True)
    buttons = column((Button("1. Человек пришёл", here), Button("2. Человек звонит", phone)))
    text = f"<b>Без записи</b>\n{escape(centre.short_name)}\n\nПришли или звонят? Нажмите или напишите номер."
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=(here, phone))


def where_from(centres: Sequence[Centre]) -> Screen:
    """The same where somebody works at several centres: one tap says both."""
    pairs = [(centre, phone) for centre in centres for phone in (False, True)]
    choices = tuple(GuestTopics(centre.id, phone=phone) for centre, phone in pairs)
    buttons = column(
        Button(f"{number}. {'Звонят' if phone else 'Пришли'}: {centre.short_name}", action)
        for number, ((centre, phone), action) in enumerate(zip(pairs, choices, strict=True), 1)
    )
    text = "<b>Без записи</b>\n\nКуда пришли или звонят? Нажмите или напишите номер."
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=choices)


def about_what(centre: Centre, topics: Sequence[Topic], *, phone: bool, note: str = "") -> Screen:
    """The topic; a note says that the words before named none."""
    kind = PhoneSoonest if phone else GuestCame
    choices = tuple(kind(topic.id, centre.id) for topic in topics)
    buttons = column(
        Button(f"{number}. {topic.title}", action)
        for number, (topic, action) in enumerate(zip(topics, choices, strict=True), 1)
    )
    head = "Запись по телефону" if phone else "Человек пришёл"
    ask = "С чем? Нажмите или напишите номер. Можно написать и тему."
    text = paragraphs(f"<b>{head}</b>\n{escape(centre.short_name)}", note, ask)
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=choices)


def came(visit: DayVisit) -> Screen:
    """Written down; what it led to may be marked now or later, and the next one with the same topic is a tap away."""
    screen = card(visit, "Записал: человек пришёл")
    *rows, day = screen.rows
    return replace(screen, rows=(*rows, row(Button("Ещё один с той же темой", _one_more(visit))), day))


def came_already(visit: DayVisit) -> Screen:
    """The same button again within moments: nothing was written, and one person more is a tap away."""
    text = paragraphs(_ALREADY, _who(visit), f"Если пришёл ещё один человек с той же темой, {_PRESS_ONE_MORE}.")
    return _already(visit, text, _one_more(visit))


def phoned_already(visit: DayVisit) -> Screen:
    """The same for somebody on the phone."""
    text = paragraphs(_ALREADY, _who(visit), f"Если на это же время просится ещё один человек, {_PRESS_ONE_MORE}.")
    booking = visit.booking
    return _already(visit, text, PhoneAt(booking.topic, booking.centre, moment_code(booking.starts_at)))


def phoned(visit: DayVisit) -> Screen:
    """Booked; the name may be typed now. The code is to be said into the phone."""
    text = paragraphs(
        "<b>Записал по телефону</b>",
        capital(title(visit)),
        "\n".join(particulars(visit)),
        "Назовите человеку код и время: бот ему не напишет.",
        "Как его зовут? Напишите имя, фамилия не нужна.",
    )
    leave = Button(NO_NAME, NameVisitor(visit.booking.id, skip=True))
    return Screen(text, (row(leave), row(opened(visit)), day_of_visit(visit)), choices=(leave.action,))


def named(visit: DayVisit) -> Screen:
    """The name is written down, or there is none."""
    text = paragraphs("<b>Готово</b>", capital(title(visit)), "\n".join(particulars(visit)))
    return Screen(text, (row(opened(visit)), day_of_visit(visit)))


def _already(visit: DayVisit, text: str, one_more: Action) -> Screen:
    more = Button("Записать ещё одного", one_more)
    return Screen(text, (row(more), row(opened(visit)), day_of_visit(visit)))


def _who(visit: DayVisit) -> str:
    return "\n".join((capital(title(visit)), *particulars(visit)))


def _one_more(visit: DayVisit) -> GuestCame:
    return GuestCame(visit.booking.topic, visit.booking.centre)
