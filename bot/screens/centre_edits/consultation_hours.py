"""When people may book: asked of a librarian in words, shown before it is saved."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from bot.booking.booking import Booking, Slot
from bot.booking.closures.hours_preview import HoursPreview
from bot.centres.card_edits import CardPart, UnclearChangeError, changed
from bot.centres.centre import Centre
from bot.centres.hours.typed_consultations import Limit
from bot.russian.words import moment, plural
from bot.screens.actions import StopAsking
from bot.screens.booking.time_list import day_of
from bot.screens.centre_edits.actions import MendCard, SendChange
from bot.screens.centre_edits.field_values import value
from bot.screens.centre_edits.hours_errors import hours_error
from bot.screens.centre_edits.passed_words import passed_in
from bot.screens.centres.actions import ShowCentre
from bot.screens.centres.hours_text import clock
from bot.screens.closures.actions import AskConsultations
from bot.screens.closures.text import span
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row
from bot.staff.card_edit import CardEdit

NAMED = 5
HOW = (
    "Напишите дни и часы: «вт, чт 11–17, обед 13–14».\n"
    "Можно добавить: «2 места, по 40 минут, запись за 3 часа, на 14 дней вперёд».\n"
    "Записи больше нет — напишите «записи нет»."
)
_USUAL = "Чего вы не напишете, останется обычным: 1 место, по 30 минут, запись за 2 часа, на 30 дней вперёд."
_LIMITS = {
    "desks": "Мест может быть от {} до {}.",
    "minutes": "Приём может длиться от {} до {} минут.",
    "notice_hours": "Записываться можно не раньше чем за {} и не позже чем за {} часов до приёма.",
    "horizon_days": "Запись бывает на срок от {} до {} дней вперёд.",
}
_STOP = row(Button("Отменить", StopAsking()))


def ask(centre: Centre, now: datetime) -> Screen:
    """How it is now, and how to write what is right."""
    current = f"Сейчас: {escape(value(centre, CardPart.CONSULTATIONS, now))}."
    usual = (_USUAL,) if centre.consultations is None else ()
    return Screen("\n\n".join((_head(centre), current, HOW, *usual)), (_STOP,))


def unclear(error: UnclearChangeError) -> Screen:
    """Not understood; the words are still awaited."""
    reason = "Я не понял."
    if error.limit:
        reason = _limit(error.limit)
    elif error.hours:
        reason = hours_error(error.hours)
    return Screen(f"{reason}\n\n{HOW}", (_STOP,))


def preview(change: CardEdit, centre: Centre, outlook: HoursPreview, now: datetime) -> Screen:
    """What was understood and what it would mean for those who book."""
    after = changed(centre, change.fields)
    before, becomes = (escape(value(one, CardPart.CONSULTATIONS, now)) for one in (centre, after))
    parts = (_head(centre), f"Сейчас: {before}.", f"Станет: {becomes}.", *_meaning(after, outlook))
    parts = (*parts, *passed_in(change), "Всё верно?")
    rows = (
        row(Button("✅ Записать", SendChange(change.id))),
        row(Button("Написать иначе", AskConsultations(centre.id))),
        row(Button("Не менять", MendCard(centre.id)), HOME),
    )
    return Screen("\n\n".join(parts), rows)


def saved(centre: Centre) -> Screen:
    """Confirms the new hours; `centre` is as it is now."""
    if centre.consultations is None:
        text = f"Готово: записи больше нет, {escape(centre.short_name)}. Кто уже записан, тот записан: позвоните им."
    else:
        text = f"Готово: часы записи указаны, {escape(centre.short_name)}. Люди уже могут записываться."
    return Screen(text, column([Button("Показать карточку", ShowCentre(centre.id)), HOME]))


def changed_by_librarian(change: CardEdit, centre: Centre, now: datetime) -> Screen:
    """Tells the admins that a librarian has changed the consultation hours."""
    becomes = escape(value(changed(centre, change.fields), CardPart.CONSULTATIONS, now))
    text = f"{_head(centre)}\n\nБиблиотекарь их изменил. Теперь: {becomes}."
    return Screen(text, (row(Button("Изменить", AskConsultations(centre.id)), HOME),))


def not_offered() -> Screen:
    """Says that the owner offers information only, no booking."""
    return Screen("Записи на консультацию здесь нет, часы для неё не нужны.", (row(HOME),))


def _head(centre: Centre) -> str:
    return f"<b>Часы записи: {escape(centre.short_name)}</b>"


def _limit(limit: Limit) -> str:
    return _LIMITS[limit.name].format(limit.least, limit.most)


def _meaning(after: Centre, outlook: HoursPreview) -> Iterator[str]:
    if after.consultations:
        yield _first_times(after, outlook.days)
    yield from warnings(after, outlook)


def warnings(after: Centre, outlook: HoursPreview) -> Iterator[str]:
    """What goes wrong with hours of booking: the doors are shut, or more people are booked than are received."""
    if outlook.behind_doors:
        lines = "\n".join(f"• {span(one, after)}" for one in outlook.behind_doors)
        yield f"В эти часы центр закрыт, и записи не будет:\n{lines}"
    if outlook.outside:
        yield _outside(after, outlook.outside)
    if outlook.beyond_desks and after.consultations:
        yield _beyond_desks(after, after.consultations.desks, outlook.beyond_desks)


def _first_times(after: Centre, days: Sequence[Sequence[Slot]]) -> str:
    if not days:
        return "Свободного времени при таких часах пока нет."
    lines = "\n".join(f"• {_day(after, slots)}" for slots in days)
    return f"Ближайшее время, которое увидят люди:\n{lines}"


def _day(centre: Centre, slots: Sequence[Slot]) -> str:
    first, last = (slot.starts_at.astimezone(centre.zone) for slot in (slots[0], slots[-1]))
    if len(slots) == 1:
        return f"{day_of(first.date())}: {clock(first)}"
    count = plural(len(slots), "приём", "приёма", "приёмов")
    return f"{day_of(first.date())}: {count}, первый в {clock(first)}, последний в {clock(last)}"


def _outside(centre: Centre, visits: Sequence[Booking]) -> str:
    lines = "\n".join(f"• {escape(_visit(centre, one))}" for one in visits[:NAMED])
    more = f"\n• и ещё {len(visits) - NAMED}" if len(visits) > NAMED else ""
    return (
        f"Не попадают в эти часы: {plural(len(visits), 'запись', 'записи', 'записей')}.\n{lines}{more}\n"
        "Сами они не отменятся. Перенесите их или сначала закройте это время: /close."
    )


def _beyond_desks(centre: Centre, desks: int, visits: Sequence[Booking]) -> str:
    lines = "\n".join(f"• {escape(_visit(centre, one))}" for one in visits[:NAMED])
    more = f"\n• и ещё {len(visits) - NAMED}" if len(visits) > NAMED else ""
    return (
        f"Записаны одновременно больше людей, чем станет мест ({desks}):\n{lines}{more}\n"
        "Сами записи не отменятся: перенесите лишние или примите всех."
    )


def _visit(centre: Centre, visit: Booking) -> str:
    return f"{moment(visit.starts_at.astimezone(centre.zone))}, {visit.visitor.called}, код {visit.code}"
