"""Hours on one day more: asked, shown, opened, taken away; on the card for everybody."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from bot.booking.booking import Interval
from bot.booking.timetable_changes.extra_hours import ExtraHours
from bot.booking.timetable_changes.extra_hours_service import ExtraPlan, ExtraTaken
from bot.centres.centre import Centre
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.words import moment, plural
from bot.screens.actions import StopAsking
from bot.screens.centres.hours_text import clock
from bot.screens.closures.actions import PreviewClosure
from bot.screens.closures.text import span
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import minute_of
from bot.screens.timetable_changes.actions import AddExtra, PreviewExtra, RemoveExtra
from bot.screens.timetable_changes.desks import choose
from bot.screens.unsure import passed_over, question

_SHOWN = 8
_STOP = row(Button("Не открывать", StopAsking()), HOME)
_EXAMPLE = "Напишите день и часы, например: «суббота 5 декабря 10–14»."


def which_hours(unsure: Unsure) -> Screen:
    """Asks for the day and the hours that were not surely understood."""
    why = "С какого до какого часа?" if unsure.doubt is Doubt.NO_END_TIME else question(unsure)
    return Screen(f"{why}\n\nКогда открыть ещё? {_EXAMPLE} Один день за раз.", (_STOP,))


def which_centre(centres: Sequence[Centre], hours: Interval, passed: Sequence[str] = ()) -> Screen:
    """Asks at which of several centres."""
    actions = [PreviewExtra(one.id, minute_of(hours.start), minute_of(hours.end)) for one in centres]
    return choose(centres, actions, passed)


def preview(plan: ExtraPlan, passed: Sequence[str] = ()) -> Screen:
    """What people could book, before anything is opened; `passed` are typed words that were not made use of."""
    name, when = f"<b>{escape(plan.centre.short_name)}</b>", span(plan.hours, plan.centre)
    if plan.added_before:
        return Screen(
            f"{name}\n\nЭто время уже открыто: {when}.", (row(_remove(plan.added_before, plan.centre)), row(HOME))
        )
    if not plan.slots:
        why = (
            "закрыто: сначала откройте его снова, /close"
            if plan.closed
            else "и так открыто для записи или слишком коротко"
        )
        return Screen(f"{name}\n\nОткрывать нечего: {when}. Это время {why}.", (row(HOME),))
    doors = "По часам работы центр тогда закрыт: дверь придётся открыть." if plan.is_behind_doors else ""
    text = paragraphs(
        name,
        f"Откроется ещё: <b>{when}</b>.",
        _bookable(plan),
        doors,
        passed_over(passed),
        "Открыть?",
    )
    add = AddExtra(plan.centre.id, minute_of(plan.hours.start), minute_of(plan.hours.end))
    return Screen(text, (row(Button("✅ Да, открыть", add)), _STOP))


def _bookable(plan: ExtraPlan) -> str:
    """The beginnings that people may book by themselves, and how many at once."""
    open_ = [clock(one.starts_at.astimezone(plan.centre.zone)) for one in plan.slots if one.starts_at >= plan.since]
    if not open_:
        return "Сами люди записаться на это время уже не успеют: слишком скоро. Записать сможете вы."
    more = f" и ещё {len(open_) - _SHOWN}" if len(open_) > _SHOWN else ""
    at_once = plural(plan.desks, "человек", "человека", "человек")
    return f"Люди смогут записаться: {', '.join(open_[:_SHOWN])}{more}. Сразу: {at_once}."


def added(extra: ExtraHours, centre: Centre) -> Screen:
    """Confirms the hours, and tells how to take them away."""
    text = (
        f"Открыто: {span(extra.interval, centre)}. {escape(centre.short_name)}. "
        "Это время уже на карточке и в записи.\n\n"
        "Передумаете — нажмите «Не открывать» или напишите: «не открывать субботу»."
    )
    return Screen(text, (row(_remove(extra, centre)), row(HOME)))


def removed(taken: ExtraTaken, centre: Centre) -> Screen:
    """Confirms that the hours are gone; or names who is booked, whom closing offers other times."""
    when = span(taken.extra.interval, centre)
    if not taken.met:
        return Screen(f"Хорошо. Не открываем: {when}. С карточки это время убрано.", (row(HOME),))
    people = "\n".join(f"• {_line(one.starts_at, one.visitor.called, centre)}" for one in taken.met[:_SHOWN])
    text = (
        f"На это время уже записаны: {plural(len(taken.met), 'человек', 'человека', 'человек')}, {when}:\n{people}\n\n"
        "Поэтому ничего не убрано. Закройте это время: каждому предложу другое."
    )
    hours = taken.extra.interval
    close = PreviewClosure(centre.id, minute_of(hours.start), minute_of(hours.end))
    return Screen(text, (row(Button("Закрыть это время", close)), row(HOME)))


def removing(extra: ExtraHours, centre: Centre) -> Screen:
    """What would not be opened and where, before anything is taken away."""
    text = f"<b>{escape(centre.short_name)}</b>\n\nНе открывать: <b>{span(extra.interval, centre)}</b>?"
    return Screen(text, (row(Button("✅ Да, не открывать", RemoveExtra(extra.id))), row(HOME)))


def which_to_remove(found: Sequence[tuple[ExtraHours, Centre]]) -> Screen:
    """The extra hours that may be meant."""
    if not found:
        return Screen("Сверх обычных часов ничего не открыто. Закрыть обычные часы: /close.", (row(HOME),))
    actions = tuple(RemoveExtra(extra.id) for extra, _ in found[:_SHOWN])
    buttons = column(
        Button(f"{number}. {span(extra.interval, centre)}, {centre.short_name}", action)
        for number, ((extra, centre), action) in enumerate(zip(found, actions, strict=False), 1)
    )
    return Screen("Что не открывать? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=actions)


def lines(extras: Sequence[ExtraHours], centre: Centre) -> str:
    """The extra hours among what is closed."""
    told = (f"• {span(one.interval, centre)}" for one in extras)
    return "\n".join(("Открыто ещё:", *told)) if extras else ""


def ways_back(extras: Sequence[ExtraHours], centre: Centre) -> tuple[Row, ...]:
    """A button for each of the extra hours."""
    return column(_remove(one, centre) for one in extras[:_SHOWN])


def _remove(extra: ExtraHours, centre: Centre) -> Button:
    return Button(f"Не открывать: {span(extra.interval, centre)}", RemoveExtra(extra.id))


def _line(at: datetime, called: str, centre: Centre) -> str:
    return f"{moment(at.astimezone(centre.zone))}, {escape(called or NO_NAME)}"
