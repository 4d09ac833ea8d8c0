"""A librarian will not be there: asked for the days, shown what follows, noted, ended."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from html import escape

from bot.booking.absences.absence import Absence, AbsencePlan, CentreWithout, NotedAbsence
from bot.booking.booking import Booking
from bot.booking.refusals import Gone, Refusal, TooFar, TooLate
from bot.booking.slots import BookableDays, day_bounds
from bot.people import Address
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.words import moment, plural
from bot.screens.absences.actions import EndAbsence, NoteAbsence, PreviewAbsence, TellAbsence
from bot.screens.actions import StopAsking
from bot.screens.booking.time_list import day_of
from bot.screens.closures.actions import PreviewClosure
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import TakeOn
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import day_code, minute_of, number_of
from bot.screens.unsure import question

NameOf = Callable[[Address], str]

_DAY = timedelta(days=1)
_SHOWN = 8  # visits of a list
_EXAMPLES = "Напишите, например: «с 7 по 20 декабря», «сегодня», «до пятницы»."
_STOP = row(Button("Не отмечать", StopAsking()), HOME)
TELL = Button("Меня не будет", TellAbsence())


def which_days() -> Screen:
    """Asks for the days."""
    return Screen(f"<b>С какого по какой день вас не будет?</b>\n\n{_EXAMPLES}", (_STOP,))


def unclear(unsure: Unsure) -> Screen:
    """The words named no days that are sure; they are still awaited."""
    if unsure.doubt is Doubt.NOTHING:
        return which_days()
    return Screen(f"{question(unsure)}\n\nС какого по какой день вас не будет? {_EXAMPLES}", (_STOP,))


def hours_only(close: Row) -> Screen:
    """The words name hours: absences are kept by whole days."""
    text = (
        "Отсутствие я отмечаю целыми днями. Часы, в которые никто не принимает, закройте: "
        "людям предложу другое время.\n\n"
        f"Если вас не будет весь день, напишите день. {_EXAMPLES}"
    )
    return Screen(text, (close, _STOP))


def of_another(close: Row) -> Screen:
    """The words are of somebody else: everyone notes their own absence."""
    text = (
        "Похоже, это о коллеге. Своё отсутствие каждый отмечает сам: "
        "пусть напишет мне «я в отпуске с 7 по 20 декабря».\n\n"
        "Если коллега не может, а принимать некому, закройте дни."
    )
    return Screen(text, (close, row(Button("Это обо мне", TellAbsence())), row(HOME)))


def works_nowhere() -> Screen:
    """An admin who works at no centre has no days to be absent on."""
    return Screen("Вы не числитесь ни в одном центре: отмечать нечего.", (row(HOME),))


def several(runs: Sequence[BookableDays]) -> Screen:
    """Days that do not follow one another are noted by turns."""
    actions = tuple(PreviewAbsence(number_of(one.first), number_of(one.last)) for one in runs[:_SHOWN])
    buttons = column(
        Button(f"{number}. {days_in_words(one)}", action)
        for number, (one, action) in enumerate(zip(runs, actions, strict=False), 1)
    )
    text = "Вы назвали дни, между которыми вы на месте. Отметьте их по очереди: нажмите или напишите номер."
    return Screen(text, (*buttons, _STOP), choices=actions)


def preview(plan: AbsencePlan, name_of: NameOf) -> Screen:
    """What would follow, before anything is noted."""
    if plan.is_noted:
        standing = plan.standing[0]
        return Screen(
            f"Эти дни уже отмечены: вас не будет {days_in_words(standing.days)}.", (*_ends(standing), row(HOME))
        )
    first, last = number_of(plan.days.first), number_of(plan.days.last)
    head = f"<b>Вас не будет: {days_in_words(plan.days)}</b>"
    parts = (_of_centre(one, name_of) for one in plan.centres)
    replaced = "Отмеченное раньше станет частью этого." if plan.standing else ""
    text = paragraphs(head, replaced, _duty(plan.days), *parts, "Всё верно?")
    keep = row(Button("Записать, мест столько же", NoteAbsence(first, last, keep_desks=True)))
    rows = (
        row(Button("✅ Записать", NoteAbsence(first, last, keep_desks=False))),
        *((keep,) if any(one.is_poorer for one in plan.centres) else ()),
        *_closings(plan),
        _STOP,
    )
    return Screen(text, rows)


def noted(done: NotedAbsence, name_of: NameOf) -> Screen:
    """Confirms the absence, with what is left to do by hand."""
    plan, absence = done.plan, done.absence
    offered = (_offered(one, name_of) for one in plan.centres)
    back = "Выйдете раньше — напишите, например: «выйду 15-го»."
    head = f"<b>Записал. Вас не будет: {days_in_words(absence.days)}</b>"
    return Screen(paragraphs(head, _duty(absence.days), *offered, back), (*_closings(plan), *_ends(absence), row(HOME)))


def ending(standing: Absence, back_on: date) -> Screen:
    """The day of the return, before the absence is shortened."""
    text = (
        f"Отмечено, что вас не будет: {days_in_words(standing.days)}.\n\n"
        f"<b>Снять отсутствие: вы на месте, {day_of(back_on)}</b>. Всё верно?"
    )
    yes = Button("✅ Да, снять", EndAbsence(standing.id, day_code(back_on)))
    return Screen(text, (row(yes), row(Button("Нет, оставить", StopAsking()), HOME)))


def ended(left: Absence | None, back_on: date) -> Screen:
    """Confirms that somebody is there again."""
    now = f"Теперь вас не будет: {days_in_words(left.days)}. " if left else ""
    text = f"Хорошо. {now}Вы на месте и на дежурстве: {day_of(back_on)}. Число мест снова прежнее."
    return Screen(f"{text}\n\nКто записан — /today", (row(HOME),))


def nothing_to_end() -> Screen:
    """No absence stands."""
    return Screen("Отсутствие у вас не отмечено: вы на месте.", (row(TELL), row(HOME)))


def not_noted(refusal: Refusal) -> Screen:
    """Why an absence was not noted or ended."""
    match refusal:
        case TooLate():
            text = "Эти дни уже прошли: отмечать нечего."
        case TooFar():
            text = "Так далеко и так надолго я не отмечаю. Проверьте дни: до года вперёд, не дольше года."
        case Gone():
            text = "Это отсутствие уже снято или кончилось."
        case _:
            text = "Отсутствие отмечает только тот, кто работает в центре, и только своё."
    return Screen(text, (row(TELL), row(HOME)))


def offered_visits(who: str, days: BookableDays, centre: str, visits: Sequence[tuple[Booking, datetime]]) -> Screen:
    """Tells a colleague on duty whose visits wait for somebody: each with the start in the centre's zone."""
    shown = visits[:_SHOWN]
    choices = tuple(TakeOn(one.id, over=False) for one, _ in shown)
    lines = [f"{number}. {_line(*pair)}" for number, pair in enumerate(shown, 1)]
    more = [f"и ещё {len(visits) - len(shown)}: /week"] if len(visits) > len(shown) else []
    text = paragraphs(
        f"<b>{escape(who)}: не будет {days_in_words(days)}</b>\n{escape(centre)}",
        "Этих людей некому принять:",
        "\n".join((*lines, *more)),
        "Возьмёте кого-нибудь на себя? Нажмите или напишите номер.",
    )
    buttons = column(
        Button(f"{number}. Взять: {moment(at)}", action)
        for number, ((_, at), action) in enumerate(zip(shown, choices, strict=True), 1)
    )
    return Screen(text, buttons, choices=choices)


def days_in_words(days: BookableDays) -> str:
    """«среда, 25 ноября»; «понедельник, 7 декабря — воскресенье, 20 декабря»."""
    return day_of(days.first) if days.first == days.last else f"{day_of(days.first)} — {day_of(days.last)}"


def standing_line(absence: Absence) -> str:
    """The absence among the facts of /desk."""
    return f"Отмечено, что вас не будет: {days_in_words(absence.days)}."


def end_button(absence: Absence) -> Button:
    """Takes the absence back, or ends it today."""
    return Button("Я на месте: снять отсутствие", EndAbsence(absence.id))


def _duty(days: BookableDays) -> str:
    return (
        "Вопросы людей в эти дни вам не придут. Записи вашего центра приходят как всегда.\n"
        f"{capital(day_of(days.last + _DAY))}: вы снова на дежурстве, само собой."
    )


def _of_centre(one: CentreWithout, name_of: NameOf) -> str:
    return "\n".join((f"<b>{escape(one.centre.short_name)}</b>: {_desks(one)}", *_visits(one), *_to_whom(one, name_of)))


def _desks(one: CentreWithout) -> str:
    if not one.is_poorer:
        return "мест столько же, коллег хватает." if one.desks else "в эти дни консультаций нет."
    if not one.left:
        return "принимать будет некому, записаться на эти дни будет нельзя."
    return f"одновременно {plural(one.left, 'человек', 'человека', 'человек')} вместо {one.desks}."


def _visits(one: CentreWithout) -> Iterator[str]:
    hers = [visit for visit in one.hers if visit not in one.beyond]
    for title, visits in (("Вы взяли на себя:", hers), ("Записаны, а места для них не станет:", one.beyond)):
        if visits:
            yield title
            yield from (f"• {_line(visit, visit.starts_at.astimezone(one.centre.zone))}" for visit in visits[:_SHOWN])
            if len(visits) > _SHOWN:
                yield f"и ещё {len(visits) - _SHOWN}"


def _to_whom(one: CentreWithout, name_of: NameOf) -> Iterator[str]:
    if one.visits and one.colleagues:
        yield f"Предложу их коллегам на дежурстве: {_names(one.colleagues, name_of)}."
    elif one.visits:
        yield "Из коллег на дежурстве никого. Записи останутся: позвоните людям сами или закройте эти дни."


def _offered(one: CentreWithout, name_of: NameOf) -> str:
    if not one.visits:
        return ""
    count = plural(len(one.visits), "запись", "записи", "записей")
    if one.colleagues:
        return f"{escape(one.centre.short_name)}: предложил {count}: {_names(one.colleagues, name_of)}."
    lines = "\n".join(f"• {_line(one_, one_.starts_at.astimezone(one.centre.zone))}" for one_ in one.visits[:_SHOWN])
    return f"{escape(one.centre.short_name)}: {count} без того, кто примет. Позвоните или закройте эти дни:\n{lines}"


def _names(people: Iterable[Address], name_of: NameOf) -> str:
    return escape(", ".join(map(name_of, people)))


def _closings(plan: AbsencePlan) -> tuple[Row, ...]:
    """The way to close the days at each centre where nobody would take the visits."""
    alone = [one for one in plan.centres if (one.visits and not one.colleagues) or (one.desks and not one.left)]
    return tuple(row(_closing(one, plan.days)) for one in alone)


def _closing(one: CentreWithout, days: BookableDays) -> Button:
    hours = day_bounds(one.centre, days)
    action = PreviewClosure(one.centre.id, minute_of(hours.start), minute_of(hours.end))
    return Button(f"Закрыть эти дни: {one.centre.short_name}", action)


def _ends(absence: Absence) -> tuple[Row, ...]:
    return (row(end_button(absence)),)


def _line(visit: Booking, at: datetime) -> str:
    return f"{moment(at)}, {escape(visit.visitor.called or NO_NAME)}"
