"""Screens of walk-ins and phone bookings, registered in a few taps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape

from bot.booking.booking import Origin
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.screens.action import Action
from bot.screens.common_buttons import HOME
from bot.screens.consultation_log.actions import NO_TOPIC, WriteHelped
from bot.screens.consultation_log.asking import ways_of_day, whom
from bot.screens.consultation_log.helped_code import HelpedOn
from bot.screens.librarian_day.actions import NameVisitor
from bot.screens.librarian_day.entry_actions import GuestCame, GuestTopics, NewGuest, PhoneAt, PhoneSoonest
from bot.screens.librarian_day.navigation import TODAY, day_of_visit, opened
from bot.screens.librarian_day.slip import slip_row
from bot.screens.librarian_day.visit import NO_NAME, DayVisit, particulars, title
from bot.screens.librarian_day.visit_card import card
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Screen, numbered, row
from bot.screens.time_codes import moment_code

CENTRES_AT_ONCE = 4
_ALREADY = "<b>Уже записано: вы нажали эту кнопку ещё раз</b>"
NO_SUCH_TOPIC = "Такой темы я не нашёл."
_PRESS_ONE_MORE = "нажмите «Записать ещё одного»"


def who_came(centre: Centre, today: date) -> Screen:
    """Asks whether somebody is at the door or on the phone; where nobody can book, only what is counted."""
    if centre.consultations is None:
        return whom(centre, today, today)
    here, phone = GuestTopics(centre.id, phone=False), GuestTopics(centre.id, phone=True)
    ways = (("Человек пришёл", here), ("Человек звонит", phone), *ways_of_day(centre, today, today))
    titles, choices = zip(*ways, strict=True)
    text = f"<b>Без записи</b>\n{escape(centre.short_name)}\n\nПришли или звонят? Нажмите или напишите номер."
    return Screen(text, (*numbered(titles, choices), row(TODAY, HOME)), choices=tuple(choices))


def where_from(centres: Sequence[Centre]) -> Screen:
    """Asks for the centre and for door or phone in one tap, where somebody works at several centres.

    What else is written down of a day is a tap further.
    """
    pairs = [(centre, phone) for centre in centres for phone in (False, True)]
    here = tuple(GuestTopics(centre.id, phone=phone) for centre, phone in pairs)
    choices = (*here, *(NewGuest(centre.id) for centre in centres))
    titles = [f"{'Звонят' if phone else 'Пришли'}: {centre.short_name}" for centre, phone in pairs]
    titles += [f"Журнал, другой день, по телефону: {centre.short_name}" for centre in centres]
    buttons = numbered(titles, choices)
    text = "<b>Без записи</b>\n\nКуда пришли или звонят? Нажмите или напишите номер."
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=choices)


def about_what(
    centre: Centre, topics: Sequence[Topic], *, phone: bool, today: date | None = None, note: str = ""
) -> Screen:
    """The topic; a note says that the words before named none. Whose topic is unknown goes into the log of `today`."""
    known: list[Action] = [_with_topic(topic.id, centre.id, phone=phone) for topic in topics]
    unknown = [WriteHelped(NO_TOPIC, centre.id, HelpedOn(today).signs)] if today and not phone else []
    choices = (*known, *unknown)
    titles = (*(topic.title for topic in topics), *("Тема неизвестна" for _ in unknown))
    buttons = numbered(titles, choices)
    head = "Запись по телефону" if phone else "Человек пришёл"
    several = "" if phone else " Несколько человек — «паспорт × 12»."
    ask = f"С чем? Нажмите или напишите номер. Можно написать и тему.{several}"
    text = paragraphs(f"<b>{head}</b>\n{escape(centre.short_name)}", note, ask)
    return Screen(text, (*buttons, row(TODAY, HOME)), choices=choices)


def came(visit: DayVisit) -> Screen:
    """Confirms a walk-in; the outcome may be marked now or later, the next with the same topic is a tap away."""
    screen = card(visit, "Записал: человек пришёл")
    *rows, day = screen.rows
    text = f"{screen.text} Имя можно дописать: просто напишите его."
    return replace(screen, text=text, rows=(*rows, row(Button("Ещё один с той же темой", _one_more(visit))), day))


def came_already(visit: DayVisit) -> Screen:
    """Answers the same walk-in button pressed again: nothing was written, one person more is a tap away."""
    text = paragraphs(_ALREADY, _who(visit), f"Если пришёл ещё один человек с той же темой, {_PRESS_ONE_MORE}.")
    return _already(visit, text, _one_more(visit))


def phoned_already(visit: DayVisit) -> Screen:
    """Answers the same phone booking button pressed again within moments."""
    text = paragraphs(_ALREADY, _who(visit), f"Если на это же время просится ещё один человек, {_PRESS_ONE_MORE}.")
    booking = visit.booking
    return _already(visit, text, PhoneAt(booking.topic, booking.centre, moment_code(booking.starts_at)))


def phoned(visit: DayVisit) -> Screen:
    """Confirms a phone booking; the name may be typed now. The code is to be told on the phone."""
    text = paragraphs(*_by_phone(visit), "Как его зовут? Напишите имя, фамилия не нужна.")
    leave = Button(NO_NAME, NameVisitor(visit.booking.id, skip=True))
    rows = (row(leave), *slip_row(visit), row(opened(visit)), day_of_visit(visit))
    return Screen(text, rows, choices=(leave.action,))


def phoned_named(visit: DayVisit) -> Screen:
    """Confirms a phone booking whose name was said with it."""
    return Screen(paragraphs(*_by_phone(visit)), (*slip_row(visit), row(opened(visit)), day_of_visit(visit)))


def named(visit: DayVisit) -> Screen:
    """Confirms the visitor's name, or that there is none; who is at the door may be marked further."""
    if visit.booking.origin is Origin.WALK_IN:
        return card(visit, "Готово")
    text = paragraphs("<b>Готово</b>", capital(title(visit)), "\n".join(particulars(visit)))
    return Screen(text, (*slip_row(visit), row(opened(visit)), day_of_visit(visit)))


def _by_phone(visit: DayVisit) -> tuple[str, ...]:
    return (
        "<b>Записал по телефону</b>",
        capital(title(visit)),
        "\n".join(particulars(visit)),
        "Назовите человеку код и время: бот ему не напишет.",
    )


def _with_topic(topic: str, centre: str, *, phone: bool) -> PhoneSoonest | GuestCame:
    return PhoneSoonest(topic, centre) if phone else GuestCame(topic, centre)


def _already(visit: DayVisit, text: str, one_more: Action) -> Screen:
    more = Button("Записать ещё одного", one_more)
    return Screen(text, (row(more), row(opened(visit)), day_of_visit(visit)))


def _who(visit: DayVisit) -> str:
    return "\n".join((capital(title(visit)), *particulars(visit)))


def _one_more(visit: DayVisit) -> GuestCame:
    return GuestCame(visit.booking.topic, visit.booking.centre)
