"""What an absence would mean, before it is noted, and what came of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from html import escape

from bot.booking.absences.absence import AbsencePlan, CentreWithout, NotedAbsence
from bot.booking.booking import Booking
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.people import Address
from bot.russian.words import moment, plural
from bot.screens.absences.absences import SHOWN, STOP, end_button
from bot.screens.absences.actions import NoteAbsence
from bot.screens.booking.time_list import day_of
from bot.screens.closures.actions import PreviewClosure
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Row, Screen, row
from bot.screens.time_codes import minute_of, number_of
from bot.screens.timetable_changes.desk_words import days_in_words, told_by_days
from bot.screens.unsure import passed_over

NameOf = Callable[[Address], str]

_DAY = timedelta(days=1)


def preview(plan: AbsencePlan, name_of: NameOf, passed: Sequence[str] = (), *, has_duty: bool = True) -> Screen:
    """What would follow, before anything is noted; `passed` are typed words that were not made use of.

    `has_duty`: questions of citizens come to the person on other days.
    """
    if plan.noted_before:
        text = f"Эти дни уже отмечены: вас не будет {days_in_words(plan.noted_before.days)}."
        return Screen(paragraphs(text, passed_over(passed)), (row(end_button(plan.noted_before)), row(HOME)))
    first, last = number_of(plan.days.first), number_of(plan.days.last)
    head = f"<b>Вас не будет: {days_in_words(plan.days)}</b>"
    parts = (_of_centre(one, name_of) for one in plan.centres)
    replaced = "Отмеченное раньше станет частью этого." if plan.standing else ""
    text = paragraphs(head, replaced, _duty(plan.days, has_duty=has_duty), *parts, passed_over(passed), "Всё верно?")
    keep = row(Button("Записать, мест столько же", NoteAbsence(first, last, keep_desks=True)))
    rows = (
        row(Button("✅ Записать", NoteAbsence(first, last, keep_desks=False))),
        *((keep,) if any(one.is_poorer for one in plan.centres) else ()),
        *_closings(plan),
        STOP,
    )
    return Screen(text, rows)


def noted(done: NotedAbsence, name_of: NameOf, *, has_duty: bool = True) -> Screen:
    """Confirms the absence, with what is left to do by hand."""
    plan, absence = done.plan, done.absence
    if done.is_old:
        return preview(plan, name_of)
    parts = ("\n".join(filter(None, (_desks(one), *_offered(one, name_of)))) for one in plan.centres)
    back = "Выйдете раньше — напишите, например: «выйду 15-го»."
    head = f"<b>Записал. Вас не будет: {days_in_words(absence.days)}</b>"
    rows = (*_closings(plan), row(end_button(absence)), row(HOME))
    return Screen(paragraphs(head, _duty(absence.days, has_duty=has_duty), *parts, back), rows)


def _duty(days: BookableDays, *, has_duty: bool) -> str:
    if not has_duty:
        return "Вы не на дежурстве: вопросы людей не приходят вам и так. Записи вашего центра приходят как всегда."
    return (
        "Вопросы людей в эти дни вам не придут. Записи вашего центра приходят как всегда.\n"
        f"{capital(day_of(days.last + _DAY))}: вы снова на дежурстве, само собой."
    )


def _of_centre(one: CentreWithout, name_of: NameOf) -> str:
    return "\n".join((_desks(one), *_visits(one), *_to_whom(one, name_of)))


def _desks(one: CentreWithout) -> str:
    head = f"<b>{escape(one.centre.short_name)}</b>: "
    return told_by_days(head, one.desks, _left) or f"{head}в эти дни консультаций нет."


def _left(run: DeskRun) -> str:
    if run.before == run.after:
        return f"мест столько же, {run.after}" if run.after else "принимать и так некому"
    if not run.after:
        return "принимать будет некому, записаться на эти дни будет нельзя"
    return f"одновременно {plural(run.after, 'человек', 'человека', 'человек')} вместо {run.before}"


def _visits(one: CentreWithout) -> Iterator[str]:
    hers = [visit for visit in one.hers if visit not in one.beyond]
    for title, visits in (("Вы взяли на себя:", hers), ("Записаны, а места для них не станет:", one.beyond)):
        if visits:
            yield title
            yield from _lines(one, visits)


def _to_whom(one: CentreWithout, name_of: NameOf) -> Iterator[str]:
    if one.offers and not one.unoffered:
        yield f"Предложу их коллегам на дежурстве: {_names(one, name_of)}."
    elif one.offers:
        yield f"Предложу коллегам на дежурстве: {_names(one, name_of)}. В остальные дни из них никого, позвоните сами:"
        yield from _lines(one, one.unoffered)
    elif one.visits:
        yield "Из коллег на дежурстве никого. Записи останутся: позвоните людям сами или закройте эти дни."


def _offered(one: CentreWithout, name_of: NameOf) -> Iterator[str]:
    if one.offers:
        offered = len(one.visits) - len(one.unoffered)
        yield f"Предложил {plural(offered, 'запись', 'записи', 'записей')}: {_names(one, name_of)}."
    if one.unoffered:
        count = plural(len(one.unoffered), "запись", "записи", "записей")
        yield f"{count} без того, кто примет. Позвоните или закройте эти дни:"
        yield from _lines(one, one.unoffered)


def _lines(one: CentreWithout, visits: Sequence[Booking]) -> Iterator[str]:
    yield from (f"• {_line(visit, visit.starts_at.astimezone(one.centre.zone))}" for visit in visits[:SHOWN])
    if len(visits) > SHOWN:
        yield f"и ещё {len(visits) - SHOWN}"


def _names(one: CentreWithout, name_of: NameOf) -> str:
    return escape(", ".join(name_of(offer.to) for offer in one.offers))


def _closings(plan: AbsencePlan) -> tuple[Row, ...]:
    """The way to close the days at each centre where nobody would take the visits."""
    return tuple(row(_closing(one, plan.days)) for one in plan.centres if one.unoffered or one.is_left_alone)


def _closing(one: CentreWithout, days: BookableDays) -> Button:
    hours = day_bounds(one.centre, days)
    action = PreviewClosure(one.centre.id, minute_of(hours.start), minute_of(hours.end))
    return Button(f"Закрыть эти дни: {one.centre.short_name}", action)


def _line(visit: Booking, at: datetime) -> str:
    return f"{moment(at)}, {escape(visit.visitor.called or NO_NAME)}"
