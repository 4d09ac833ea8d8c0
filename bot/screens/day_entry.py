"""Somebody without a booking: at the door or on the phone, written down in a few taps."""

from collections.abc import Sequence
from html import escape

from bot.centres.centre import Centre
from bot.screens.day_actions import GuestCame, GuestTopics, NameVisitor, PhoneSoonest
from bot.screens.day_card import card
from bot.screens.day_visit import NO_NAME, DayVisit, particulars, title
from bot.screens.day_ways import TODAY, day_of_visit, opened
from bot.screens.own_visit import capital, paragraphs
from bot.screens.screen import Button, Screen, column, row
from bot.screens.ways_out import HOME
from bot.topics import Topic

CENTRES_AT_ONCE = 4


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


def about_what(centre: Centre, topics: Sequence[Topic], *, phone: bool) -> Screen:
    """The topic."""
    kind = PhoneSoonest if phone else GuestCame
    choices = tuple(kind(topic.id, centre.id) for topic in topics)
    buttons = column(
        Button(f"{number}. {topic.title}", action)
        for number, (topic, action) in enumerate(zip(topics, choices, strict=True), 1)
    )
    head = "Запись по телефону" if phone else "Человек пришёл"
    text = f"<b>{head}</b>\n{escape(centre.short_name)}\n\nС чем? Нажмите или напишите номер."
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=choices)


def came(visit: DayVisit) -> Screen:
    """Written down; what it led to may be marked at once or later."""
    return card(visit, "Записал: человек пришёл")


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
