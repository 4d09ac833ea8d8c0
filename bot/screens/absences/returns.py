"""Somebody is there again: shown, confirmed, or nothing was noted."""

from collections.abc import Sequence
from datetime import date

from bot.booking.absences.absence import Absence, EndedAbsence
from bot.screens.absences.absences import TELL, end_button, standing_line
from bot.screens.absences.actions import EndAbsence
from bot.screens.actions import StopAsking
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Screen, row
from bot.screens.time_codes import day_code
from bot.screens.timetable_changes.desk_words import days_in_words, desks_now


def ending(standing: Absence, back_on: date) -> Screen:
    """The day of the return, before the absence is shortened."""
    text = (
        f"Отмечено, что вас не будет: {days_in_words(standing.days)}.\n\n"
        f"<b>Снять отсутствие: вы на месте, {day_of(back_on)}</b>. Всё верно?"
    )
    yes = Button("✅ Да, снять", EndAbsence(standing.id, day_code(back_on)))
    return Screen(text, (row(yes), row(Button("Нет, оставить", StopAsking()), HOME)))


def ended(done: EndedAbsence, *, has_duty: bool) -> Screen:
    """Confirms that somebody is there again; `has_duty`: questions of citizens come to them then."""
    now = f"Теперь вас не будет: {days_in_words(done.left.days)}. " if done.left else ""
    duty = "Вы на месте и на дежурстве" if has_duty else "Вы на месте, но не на дежурстве"
    how = "" if has_duty else "С дежурства вы ушли сами: вопросы людей не приходят. Вернуться: /desk."
    desks = (desks_now(centre, runs) for centre, runs in done.desks)
    others = (standing_line(one) for one in done.others)
    text = paragraphs(f"Хорошо. {now}{duty}: {day_of(done.back_on)}.", how, *desks, *others, "Кто записан — /today")
    return Screen(text, (*(row(end_button(one)) for one in done.others), row(HOME)))


def nothing_to_end(others: Sequence[Absence] = (), today: date | None = None) -> Screen:
    """That absence stands no more, or none does; those that do are named."""
    if not others:
        return Screen("Отсутствие у вас не отмечено: вы на месте.", (row(TELL), row(HOME)))
    is_away = any(today and one.covers(today) for one in others)
    head = "Снимать по этой кнопке уже нечего." if is_away else "Сегодня вы на месте, снимать нечего."
    return Screen(paragraphs(head, *map(standing_line, others)), (*(row(end_button(one)) for one in others), row(HOME)))


def which_to_end(standing: Sequence[Absence], today: date) -> Screen:
    """The absences that may be called off: nothing is taken off by words alone."""
    if not standing:
        return nothing_to_end((), today)
    buttons = tuple(row(Button(f"Снять: {days_in_words(one.days)}", EndAbsence(one.id))) for one in standing)
    return Screen(paragraphs(*map(standing_line, standing), "Снять?"), (*buttons, row(HOME)))
