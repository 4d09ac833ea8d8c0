"""Another number of desks for some days: shown, set, taken back."""

from collections.abc import Sequence
from html import escape

from bot.booking.booking import Booking
from bot.booking.capacity import CapacityChange
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.desks_service import DesksPlan, DesksReset
from bot.centres.centre import Centre
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.words import moment
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.closures.actions import PreviewClosure
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import minute_of, number_of
from bot.screens.timetable_changes.actions import PreviewDesks, ResetDesks, SetDesks
from bot.screens.timetable_changes.desk_words import days_in_words, places, told_by_days, told_on
from bot.screens.unsure import passed_over, question

SHOWN = 8
_STOP = row(Button("Не менять", StopAsking()), HOME)


def which_days(desks: int, unsure: Unsure, *, gone: bool = False) -> Screen:
    """Asks for the days that the number holds on; `gone`: so many fewer than usual."""
    why = "" if unsure.doubt is Doubt.NOTHING else f"{question(unsure)}\n\n"
    if unsure.doubt is Doubt.EACH_DAY:
        why = "Число мест меняется на целые дни. Часы, когда никто не принимает, закрывают: /close.\n\n"
    what = f"Меньше на {places(desks)}" if gone else capital(places(desks))
    text = f"{why}{what}: в какие дни? Напишите, например: «с 7 по 10 декабря», «завтра»."
    return Screen(text, (_STOP,))


def which_centre(
    centres: Sequence[Centre], numbers: Sequence[Sequence[tuple[BookableDays, int]]], passed: Sequence[str] = ()
) -> Screen:
    """Asks at which of several centres; `numbers` are the desks that each would have, by days."""
    if any(len(by_day) > 1 for by_day in numbers):
        names = "\n".join(f"• {escape(one.short_name)}" for one in centres)
        text = "В эти дни мест не поровну. Напишите то же самое с центром, например: «в Острове завтра …»."
        return Screen(paragraphs(passed_over(passed), text, names), (_STOP,))
    told = zip(centres, numbers, strict=True)
    return choose(centres, tuple(_meaning(one, *by_day[0]) for one, by_day in told), passed)


def by_days(centre: Centre, numbers: Sequence[tuple[BookableDays, int]], passed: Sequence[str] = ()) -> Screen:
    """The days have not the same number of desks: each run with what would be left is set by itself."""
    shown = numbers[:SHOWN]
    actions = tuple(_meaning(centre, *one) for one in shown)
    buttons = column(
        Button(f"{number}. {days_in_words(days)}: {places(desks) if desks else 'закрыть'}", action)
        for number, ((days, desks), action) in enumerate(zip(shown, actions, strict=True), 1)
    )
    text = "В эти дни мест не поровну. Запишите их по очереди: нажмите или напишите номер."
    head = f"<b>{escape(centre.short_name)}</b>"
    return Screen(paragraphs(head, text, passed_over(passed)), (*buttons, _STOP), choices=actions)


def _meaning(centre: Centre, days: BookableDays, desks: int) -> Action:
    """What so many desks mean: another number, or a closing where none is left."""
    return (
        PreviewDesks(centre.id, number_of(days.first), number_of(days.last), desks) if desks else _closing(centre, days)
    )


def choose(centres: Sequence[Centre], actions: Sequence[Action], passed: Sequence[str] = ()) -> Screen:
    """The centres with what each of them means; `passed` are typed words that were not made use of."""
    buttons = column(
        Button(f"{number}. {centre.short_name}", action)
        for number, (centre, action) in enumerate(zip(centres, actions, strict=True), 1)
    )
    text = paragraphs(passed_over(passed), "В каком центре? Нажмите или напишите номер.")
    return Screen(text, (*buttons, _STOP), choices=tuple(actions))


def nobody_left(centre: Centre, days: BookableDays, passed: Sequence[str] = ()) -> Screen:
    """As many desks are gone as there are: that is a closing."""
    text = paragraphs(
        f"<b>{escape(centre.short_name)}</b>",
        f"{days_in_words(days)}: не останется ни одного места. Закрыть эти дни?",
        passed_over(passed),
    )
    return Screen(text, (row(Button("Закрыть эти дни", _closing(centre, days))), _STOP))


def preview(plan: DesksPlan, passed: Sequence[str] = ()) -> Screen:
    """What people will see and who has no desk then, before anything is set.

    `passed` are typed words that were not made use of.
    """
    when, name = days_in_words(plan.days), f"<b>{escape(plan.centre.short_name)}</b>"
    if plan.set_before:
        text = paragraphs(name, f"Так уже записано: {when}, {places(plan.desks)}.", passed_over(passed))
        return Screen(text, (row(_back(plan.set_before)), row(HOME)))
    numbers = plan.centre.id, number_of(plan.days.first), number_of(plan.days.last), plan.desks
    text = paragraphs(
        name, told_on(plan.days, plan.runs, _after), _away(plan), _beyond(plan), passed_over(passed), "Всё верно?"
    )
    return Screen(text, (row(Button("✅ Записать", SetDesks(*numbers))), _STOP))


def done(plan: DesksPlan, change: CapacityChange) -> Screen:
    """Confirms the number; each visit that has no desk is one press away."""
    text = f"Записал. {escape(plan.centre.short_name)}.\n{told_on(plan.days, plan.runs, _after)}"
    opens = column(
        Button(f"Открыть: {moment(one.starts_at.astimezone(plan.centre.zone))}", OpenVisit(one.id))
        for one in plan.beyond[:SHOWN]
    )
    return Screen(paragraphs(text, _away(plan), _beyond(plan)), (*opens, row(_back(change)), row(HOME)))


def reset(done: DesksReset) -> Screen:
    """Confirms that the number holds no more, and tells how many desks there are then."""
    when = days_in_words(BookableDays(done.change.first, done.change.last))
    desks = told_by_days("Теперь: ", done.runs, _after)
    head = f"Хорошо. {escape(done.centre.short_name)}, {when}: снял «{places(done.change.desks)}»."
    return Screen(paragraphs(head, desks), (row(HOME),))


def lines(changes: Sequence[CapacityChange]) -> str:
    """The numbers that are set, among what is closed."""
    if not changes:
        return ""
    told = (f"• {days_in_words(BookableDays(one.first, one.last))}: {places(one.desks)}" for one in changes)
    return "\n".join(("Другое число мест:", *told))


def ways_back(changes: Sequence[CapacityChange]) -> tuple[Row, ...]:
    """A button for each number that is set."""
    return column(map(_back, changes[:SHOWN]))


def _back(change: CapacityChange) -> Button:
    return Button(f"Как обычно: {days_in_words(BookableDays(change.first, change.last))}", ResetDesks(change.id))


def _after(run: DeskRun) -> str:
    now = f"<b>{places(run.after)}</b>"
    return f"{now} вместо {run.before}" if run.before != run.after else f"{now}, как и было"


def _away(plan: DesksPlan) -> str:
    is_fewer = any(run.after < plan.desks for run in plan.runs)
    return "Из-за отсутствий мест меньше, чем вы назвали." if is_fewer else ""


def _closing(centre: Centre, days: BookableDays) -> PreviewClosure:
    hours = day_bounds(centre, days)
    return PreviewClosure(centre.id, minute_of(hours.start), minute_of(hours.end))


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
