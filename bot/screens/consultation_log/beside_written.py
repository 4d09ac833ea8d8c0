"""The paper sheet of a day of which the consultation log has entries already: whether it is added to them is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.booking.consultation_log.entry import HelpedPeople
from bot.centres.centre import Centre
from bot.russian.words import plural
from bot.screens.consultation_log.actions import AnswerHelped
from bot.screens.consultation_log.shown_before import (
    BESIDE,
    INSTEAD,
    LogLists,
    drop_button,
    head_of,
    line_of,
    of_day,
    visits_of,
)
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Screen, column, row


@dataclass(frozen=True, slots=True)
class CountedOfDay:
    """How many people without a booking are written down of a day, all of them before its sheet is."""

    in_log: int
    from_sheet: int  # of those in the log: from an earlier sheet
    staying: int  # of those in the log: of a colleague, whose lines nobody else strikes
    listed: int  # in the list of the day, beside the log
    authors: tuple[str, ...] = ()


def add_or_replace(
    centre: Centre, day: date, helped: Sequence[HelpedPeople], lists: LogLists, before: CountedOfDay
) -> Screen:
    """The sheet as it was understood beside what is written already; nothing is written before one of the buttons."""
    people = sum(one.people for one in helped)
    lines = "\n".join(line_of(one, lists) for one in helped)
    head = head_of(centre, day, people, lists.today)
    text = paragraphs(head, lines, _written(day, before), _staying(before), "Те же это люди? Прибавить или заменить?")
    instead = Button(f"Заменить: станет {people + before.staying}", AnswerHelped(INSTEAD))
    beside = Button(f"Прибавить: станет {people + before.in_log}", AnswerHelped(BESIDE))
    buttons = (instead, beside) if before.in_log > before.staying else (beside,)
    choices = tuple(button.action for button in buttons)
    return Screen(text, (*column(buttons), row(drop_button(centre)), row(TODAY)), choices=choices)


def _written(day: date, before: CountedOfDay) -> str:
    rest = before.in_log - before.from_sheet
    parts = [f"листом — {before.from_sheet}"] * bool(before.from_sheet) + [f"без листа — {rest}"] * bool(rest)
    by = f", кто записал: {escape(', '.join(before.authors))}" if before.authors else ""
    return f"<b>В журнале {of_day(day)} уже записано {visits_of(before.in_log)}</b>: {', '.join(parts)}{by}."


def _staying(before: CountedOfDay) -> str:
    own = f"Записанное коллегами ({before.staying}) заменить нельзя: оно останется." if before.staying else ""
    people = plural(before.listed, "человек", "человека", "человек")
    listed = f"Без записи в списке дня: {people}. Они останутся там и в отчёте." if before.listed else ""
    return " ".join(filter(None, (own, listed)))
