"""Another number of desks for some days: shown, set, taken back."""

from collections.abc import Sequence
from html import escape

from bot.booking.booking import Booking
from bot.booking.capacity import CapacityChange
from bot.booking.refusals import ClosedDay, Gone, NotBookable, Refusal, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desks_service import DesksPlan
from bot.centres.centre import Centre
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.words import moment, plural
from bot.screens.absences.absences import days_in_words
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import number_of
from bot.screens.timetable_changes.actions import PreviewDesks, ResetDesks, SetDesks
from bot.screens.unsure import question

SHOWN = 8
_STOP = row(Button("Не менять", StopAsking()), HOME)


def which_days(desks: int, unsure: Unsure) -> Screen:
    """Asks for the days that the number holds on."""
    why = "" if unsure.doubt is Doubt.NOTHING else f"{question(unsure)}\n\n"
    if unsure.doubt is Doubt.EACH_DAY:
        why = "Число мест меняется на целые дни. Часы, когда никто не принимает, закрывают: /close.\n\n"
    text = f"{why}{_places(desks)}: в какие дни? Напишите, например: «с 7 по 10 декабря», «завтра»."
    return Screen(text, (_STOP,))


def which_centre(centres: Sequence[Centre], days: BookableDays, desks: int) -> Screen:
    """Asks at which of several centres."""
    actions = tuple(PreviewDesks(one.id, number_of(days.first), number_of(days.last), desks) for one in centres)
    return choose(centres, actions)


def choose(centres: Sequence[Centre], actions: Sequence[Action]) -> Screen:
    """The centres with what each of them means."""
    buttons = column(
        Button(f"{number}. {centre.short_name}", action)
        for number, (centre, action) in enumerate(zip(centres, actions, strict=True), 1)
    )
    return Screen("В каком центре? Нажмите или напишите номер.", (*buttons, _STOP), choices=tuple(actions))


def preview(plan: DesksPlan) -> Screen:
    """What people will see and who has no desk then, before anything is set."""
    when, name = days_in_words(plan.days), f"<b>{escape(plan.centre.short_name)}</b>"
    if plan.set_before:
        text = f"{name}\n\nТак уже записано: {when}, {_places(plan.desks)}."
        return Screen(text, (row(_back(plan.set_before)), row(HOME)))
    numbers = plan.centre.id, number_of(plan.days.first), number_of(plan.days.last), plan.desks
    change = f"{when}: <b>{_places(plan.desks)}</b> вместо {plan.usual}."
    text = paragraphs(name, f"{change}{_away(plan)}", _beyond(plan), "Всё верно?")
    return Screen(text, (row(Button("✅ Записать", SetDesks(*numbers))), _STOP))


def done(plan: DesksPlan, change: CapacityChange) -> Screen:
    """Confirms the number; each visit that has no desk is one press away."""
    text = f"Записал. {escape(plan.centre.short_name)}: {days_in_words(plan.days)}, {_places(plan.desks)}."
    opens = column(
        Button(f"Открыть: {moment(one.starts_at.astimezone(plan.centre.zone))}", OpenVisit(one.id))
        for one in plan.beyond[:SHOWN]
    )
    return Screen(paragraphs(text, _beyond(plan)), (*opens, row(_back(change)), row(HOME)))


def reset(change: CapacityChange, centre: Centre) -> Screen:
    """Confirms that the desks are as usual again."""
    days = days_in_words(BookableDays(change.first, change.last))
    usual = centre.consultations.desks if centre.consultations else 0
    return Screen(f"Хорошо. {escape(centre.short_name)}: {days}, снова {_places(usual)}.", (row(HOME),))


def lines(changes: Sequence[CapacityChange]) -> str:
    """The numbers that are set, among what is closed."""
    if not changes:
        return ""
    told = (f"• {days_in_words(BookableDays(one.first, one.last))}: {_places(one.desks or 0)}" for one in changes)
    return "\n".join(("Другое число мест:", *told))


def ways_back(changes: Sequence[CapacityChange]) -> tuple[Row, ...]:
    """A button for each number that is set."""
    return column(map(_back, changes[:SHOWN]))


def not_done(refusal: Refusal) -> Screen:
    """Why the timetable was not changed."""
    match refusal:
        case TooLate():
            text = "Эти дни уже прошли."
        case TooFar():
            text = "Это слишком далеко. Проверьте дни: до года вперёд."
        case NotBookable():
            text = "Запись в этот центр не открыта. Часы записи можно указать так: /hours."
        case ClosedDay():
            text = "В объявлении этот день закрыт. Сначала исправьте объявление: /hours."
        case Gone():
            text = "Здесь уже нечего делать: всё снова по обычному расписанию."
        case _:
            text = "Это могут только библиотекари этого центра."
    return Screen(text, (row(HOME),))


def _back(change: CapacityChange) -> Button:
    return Button(f"Как обычно: {days_in_words(BookableDays(change.first, change.last))}", ResetDesks(change.id))


def _away(plan: DesksPlan) -> str:
    if not plan.away:
        return ""
    left = max(0, plan.desks - plan.away)
    return f" Из-за отсутствий в эти дни останется {left}."


def _beyond(plan: DesksPlan) -> str:
    if not plan.beyond:
        return ""
    shown = [f"• {_line(one, plan.centre)}" for one in plan.beyond[:SHOWN]]
    more = [f"и ещё {len(plan.beyond) - SHOWN}"] if len(plan.beyond) > SHOWN else []
    head = "Записаны, а места для них не хватит:"
    foot = "Записи останутся. Позвоните им, откройте запись и перенесите, или примите по очереди."
    return "\n".join((head, *shown, *more, foot))


def _line(visit: Booking, centre: Centre) -> str:
    return f"{moment(visit.starts_at.astimezone(centre.zone))}, {escape(visit.visitor.called or NO_NAME)}"


def _places(desks: int) -> str:
    return plural(desks, "место", "места", "мест")
