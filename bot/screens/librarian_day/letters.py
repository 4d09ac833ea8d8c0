"""The daily letters that librarians read in the morning and in the evening."""

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.centres.centre import Centre
from bot.russian.calendar_words import MONTH_NAMES
from bot.russian.words import plural
from bot.screens.booking.time_list import day_of
from bot.screens.closures.actions import AskConsultations, ShowCalls
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.librarian_day.navigation import whole_day
from bot.screens.librarian_day.visit import DayVisit, line, short
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.questions.lists import OPEN_QUESTIONS, waiting_line
from bot.screens.screen import Button, Row, Screen, column, row

VISITS_SHOWN = 20  # so that they fit one message
MARKED_SHOWN = 8


def day_ahead(centre: Centre, day: date, visits: Sequence[DayVisit], to_call: int, waiting: int = 0) -> Screen:
    """The morning letter: who comes today, how many are to be called, how many questions wait."""
    count = plural(len(visits), "человек", "человека", "человек")
    head = f"<b>Доброе утро! Сегодня {day_of(day)}</b>\n{escape(centre.short_name)}"
    who = f"Записаны {count}:" if len(visits) > 1 else "Записан один человек:"
    more = len(visits) - VISITS_SHOWN
    text = paragraphs(
        head,
        who if visits else "",
        *(line(visit) for visit in visits[:VISITS_SHOWN]),
        f"И ещё {more}: нажмите «Весь день»." if more > 0 else "",
        _calls(to_call),
        waiting_line(waiting) if waiting else "",
    )
    asked = (row(OPEN_QUESTIONS),) if waiting else ()
    calls = (row(Button("Кому позвонить", ShowCalls(centre.id))),) if to_call else ()
    return Screen(text, (*calls, *asked, *_foot(centre, day)))


def unmarked(centre: Centre, day: date, today: date, visits: Sequence[DayVisit]) -> Screen:
    """The evening letter: visits without a mark, with a button each."""
    when = "сегодня" if day == today else "вчера"
    shown, more = visits[:MARKED_SHOWN], len(visits) - MARKED_SHOWN
    text = paragraphs(
        f"<b>Кто пришёл {when}?</b>\n{escape(centre.short_name)}",
        f"Без отметки {plural(len(visits), 'запись', 'записи', 'записей')}. Нажмите на запись и отметьте, кто пришёл.",
        "\n".join(f"{escape(short(visit))}, код {visit.booking.code}" for visit in shown),
        f"И ещё {more}: нажмите «Весь день»." if more > 0 else "",
        "Без отметки бот не знает, был ли человек, и в отчёт как приём не запишет.",
    )
    buttons = column(Button(short(visit), OpenVisit(visit.booking.id)) for visit in shown)
    return Screen(text, (*buttons, *_foot(centre, day)))


def hours_end(centre: Centre, last: date) -> Screen:
    """The letter that booking ends with that day until somebody writes the hours anew."""
    text = paragraphs(
        f"<b>Часы записи скоро закончатся</b>\n{escape(centre.short_name)}",
        f"Последний день приёма: {day_of(last)}. На дни после него записаться нельзя.",
        "Напишите новые часы записи, если приём продолжится.",
    )
    return Screen(text, (row(Button("Задать часы записи", AskConsultations(centre.id))), row(HOME)))


def _calls(to_call: int) -> str:
    if not to_call:
        return ""
    people = plural(to_call, "человеку", "людям", "людям")
    return f"Позвоните {people}: их время закрыли, нового они пока не выбрали."


def _foot(centre: Centre, day: date) -> tuple[Row, ...]:
    return (row(whole_day(centre, day), HOME),)


def helped(people: int, first: date) -> Screen:
    """The letter of the month: one line."""
    whom = plural(people, "человеку", "людям", "людям")
    month = MONTH_NAMES[first.month - 1]
    return Screen(f"Спасибо! За {month} {first.year} вы помогли {whom}: по записи, без записи и по телефону.")
