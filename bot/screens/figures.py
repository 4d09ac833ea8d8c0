"""The figures as they are read, and the ways to others."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.screens import figure_words as words
from bot.screens.action import Action
from bot.screens.actions import NameCentre, StopAsking
from bot.screens.figure_actions import (
    EVERYWHERE,
    DrawFigures,
    MakeReport,
    MakeSpanReport,
    NamePeriod,
    ShowAskedInVain,
    ShowFigures,
    ShowSpan,
    ShowUnhelpful,
)
from bot.screens.joining import Purpose
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.ways_out import HOME
from bot.screens.words import day_in_full, plural
from bot.stats.asked import codes
from bot.stats.figures import Bookings, Figures
from bot.stats.numbers import grouped, tens
from bot.stats.period import Period
from bot.stats.report import Report
from bot.stats.spans import Span

_SPANS = (
    (Span.WEEK, "7 дней"),
    (Span.MONTH, "Этот месяц"),
    (Span.QUARTER, "Этот квартал"),
    (Span.YEAR, "Этот год"),
    (Span.LAST_YEAR, "Прошлый год"),
)

_ENOUGH, _ENOUGH_DAYS = 20, 14  # requests and days, before it is said when people come


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: what he may see beside, as (id, short name), and the name of what he sees."""

    place: str
    others: tuple[tuple[str, str], ...] = ()
    admin: bool = False


def figures(report: Report, reader: Reader) -> Screen:
    """The period in words, with ways to others."""
    head = f"<b>{escape(reader.place)}, {words.days(report.period)}</b>"
    body = "За это время данных нет." if report.now.is_empty else "\n\n".join(told(report))
    return Screen(f"{head}\n\n{body}", _ways(report, reader))


def told(report: Report) -> list[str]:
    """The parts of what is said of a period, the most important first."""
    parts = [_indicators(report), _by_whom(report.now, report.centre), _visits(report.now), _busiest(report)]
    return [part for part in parts if part]


def _indicators(report: Report) -> str:
    now, before = report.now, report.before
    known = not before.is_empty
    lines = [
        _line("Людей", now.users, before.users, compared=known),
        _line("Запросов выполнено", now.requests, before.requests, compared=known),
        _line("Консультаций в центрах", now.work.consultations, before.work.consultations, compared=known),
    ]
    if report.centre is None:
        events = "не знаю, о них мне не сообщают" if now.events is None else grouped(now.events)
        lines.append(f"Мероприятий: {events}.")
    return "\n".join((*lines, "", _compared(report)))


def _compared(report: Report) -> str:
    """With what, and whether that is all of it: half a year of counting is no year."""
    against = words.days(report.before_period)
    if report.before.is_empty:
        return f"Сравнить не с чем: раньше ({against}) данных нет."
    told = f"Сравниваю с {_earlier(report)}: {against}."
    if not report.is_compared_in_part or report.since is None:
        return told
    return f"{told} Но данные есть только с {day_in_full(report.since)}, так что сравнение неполное."


def _earlier(report: Report) -> str:
    if _is_year_earlier(report):
        return "тем же временем год назад"
    return "днём раньше" if report.period.days == 1 else "такими же днями раньше"


def _is_year_earlier(report: Report) -> bool:
    first, before = report.period.first, report.before_period.first
    return (first.year - before.year, first.month, first.day) == (1, before.month, before.day)


def _line(name: str, now: int, before: int, *, compared: bool) -> str:
    return f"{name}: {grouped(now)}{', ' + words.difference(now, before) if compared else ''}."


def _by_whom(now: Figures, centre: str | None) -> str:
    """What the bot did by itself, apart from what librarians did."""
    if centre is not None:
        return ""
    lines = [f"Сам, без библиотекаря, я выполнил запросов: {grouped(now.automatic.done)}."]
    if asked := now.work.questions:
        lines.append(f"Библиотекарей в чате спросили: {grouped(asked)}. Ответили: {grouped(now.work.replies)}.")
    if (part := now.automatic.share_answered) is not None:
        lines.append(
            f"Ответ нашёлся на {words.share(part)} вопросов. Не нашёлся: {grouped(now.automatic.nothing_found)}."
        )
    return "\n".join(lines)


def _visits(now: Figures) -> str:
    visits, lines = now.bookings, []
    if now.work.walk_ins:
        lines.append(f"Консультаций по записи: {grouped(visits.kept)}, без записи: {grouped(now.work.walk_ins)}.")
    if now.unnamed_visits:
        visited = plural(now.unnamed_visits, "консультация", "консультации", "консультаций")
        lines.append(f"Людям, которых нет в чате: {visited}. Среди людей выше их нет.")
    if visits.made:
        lines.append(f"Записались: {grouped(visits.made)}.")
    if fates := [f"{name} {grouped(count)}" for name, count in _fates(visits) if count]:
        lines.append(f"Кого ждали в эти дни: {', '.join(fates)}.")
    if visits.lead_days is not None:
        lines.append(f"От записи до приёма в среднем проходит {tens(visits.lead_days)} дня.")
    if now.ratings.mean is not None:
        lines.append(f"Оценка: {tens(now.ratings.mean)} из 5, всего оценок {grouped(now.ratings.count)}.")
    return "\n".join(lines)


def _fates(visits: Bookings) -> tuple[tuple[str, int], ...]:
    """What became of the visits of these days; those who booked in them may come later."""
    return (
        ("пришли", visits.kept),
        ("не пришли", visits.no_show),
        ("отменили", visits.cancelled),
        ("центр закрыл часы", visits.displaced),
        ("пока без отметки", visits.open),
    )


def _busiest(report: Report) -> str:
    """A habit shows in two weeks at the least."""
    now = report.now
    told = now.busiest if now.requests >= _ENOUGH and report.period.days >= _ENOUGH_DAYS else None
    return f"Чаще всего обращаются {words.hour(told)}." if told else ""


def _ways(report: Report, reader: Reader) -> tuple[Row, ...]:
    centre = report.centre or EVERYWHERE
    first, last = codes(report.period)
    spans = [Button(label, ShowSpan(which, centre)) for which, label in _SPANS]
    rows: list[Row] = [tuple(spans[:3]), (*spans[3:], Button("Другие дни", NamePeriod(centre)))]
    if not report.now.is_empty:
        rows.append(row(Button("📊 Картинки", DrawFigures(first, last, centre))))
        rows.append(row(Button("Отчёт для Excel", MakeReport(first, last, centre))))
    if reader.admin and report.centre is None:
        rows.append(row(Button("Не помогло", ShowUnhelpful(first, last)), Button("Не нашлось", ShowAskedInVain())))
    rows.extend(column(Button(name, ShowFigures(first, last, id_)) for id_, name in reader.others))
    if reader.admin:
        rows.append(row(Button("Другой центр", NameCentre(Purpose.FIGURES))))
    return (*rows, row(HOME))


def ask_period(place: str) -> Screen:
    """Other days are typed."""
    text = (
        f"<b>{escape(place)}</b>\n\nЗа какие дни? Напишите, например: «март 2026», «с 1 по 15 ноября», «2025 год».\n\n"
        "Передумали — напишите «отмена»."
    )
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def unclear_period() -> Screen:
    """The words named no days; they are still waited for."""
    text = "Этих дней я не понял. Напишите иначе: «март 2026», «с 1 по 15 ноября», «01.01.2026 – 24.11.2026»."
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def backwards(period: Period, centre: str) -> Screen:
    """The end came before the beginning; `period` is the other way round."""
    text = "Начало позже конца. Может быть, наоборот? Нажмите или напишите дни ещё раз."
    turned = Button(words.days(period), ShowFigures(*codes(period), centre))
    return Screen(text, (row(turned), row(Button("Отменить", StopAsking()))), choices=(turned.action,))


def not_yet(period: Period) -> Screen:
    """Nothing can be known of the future."""
    text = f"Это время ещё не настало: {words.days(period)}. Напишите дни, которые уже прошли."
    return Screen(text, (row(Button("Этот год", ShowSpan(Span.YEAR))), row(HOME)))


def which_report(place: str, centre: str) -> Screen:
    """The workbook of which days."""
    actions: list[Action] = [MakeSpanReport(which, centre) for which, _ in reversed(_SPANS)]
    names = [label for _, label in reversed(_SPANS)]
    buttons = column(
        Button(f"{place_}. {label}", action)
        for place_, (label, action) in enumerate(zip(names, actions, strict=True), 1)
    )
    text = (
        f"<b>Отчёт для Excel: {escape(place)}</b>\n\nЗа какое время? Нажмите или напишите номер. "
        "Для других дней откройте /stats."
    )
    return Screen(text, (*buttons, row(HOME)), choices=tuple(actions))


def which_centre(centres: Sequence[tuple[str, str]]) -> Screen:
    """One of several centres of a librarian."""
    actions = tuple(ShowSpan(Span.YEAR, id_) for id_, _ in centres)
    buttons = column(
        Button(f"{place}. {name}", action)
        for place, ((_, name), action) in enumerate(zip(centres, actions, strict=True), 1)
    )
    return Screen("Какой центр? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=actions)
