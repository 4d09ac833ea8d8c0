"""The figures as they are read, and the ways to others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.staff.actions import NameCentre
from bot.screens.staff.invitations import Purpose
from bot.screens.stats import text as words
from bot.screens.stats.actions import (
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
from bot.screens.stats.names import NameOf
from bot.screens.stats.summary import told
from bot.screens.unsure import passed_over, question
from bot.stats.named_periods import NamedPeriod, span
from bot.stats.period import Period
from bot.stats.period_request import codes
from bot.stats.report import Report

_LABELS = {
    NamedPeriod.WEEK: "7 дней",
    NamedPeriod.MONTH: "Этот месяц",
    NamedPeriod.QUARTER: "Этот квартал",
    NamedPeriod.YEAR: "Этот год",
    NamedPeriod.LAST_MONTH: "Прошлый месяц",
    NamedPeriod.LAST_QUARTER: "Прошлый квартал",
    NamedPeriod.HALF_YEAR: "Полугодие",
    NamedPeriod.NINE_MONTHS: "9 месяцев",
    NamedPeriod.LAST_YEAR: "Прошлый год",
}
_ROWS = (  # long labels stand by two: a narrow phone cuts the third
    (NamedPeriod.WEEK, NamedPeriod.MONTH, NamedPeriod.YEAR),
    (NamedPeriod.LAST_MONTH, NamedPeriod.LAST_QUARTER),
    (NamedPeriod.HALF_YEAR, NamedPeriod.NINE_MONTHS, NamedPeriod.LAST_YEAR),
    (NamedPeriod.QUARTER,),
)
_HANDED_IN = (  # the periods of a workbook, the most wanted first
    NamedPeriod.LAST_MONTH,
    NamedPeriod.LAST_QUARTER,
    NamedPeriod.HALF_YEAR,
    NamedPeriod.NINE_MONTHS,
    NamedPeriod.LAST_YEAR,
    NamedPeriod.YEAR,
    NamedPeriod.QUARTER,
    NamedPeriod.MONTH,
    NamedPeriod.WEEK,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of a report: centres they may see, as (id, short name), and the name of what is shown."""

    place: str
    others: tuple[tuple[str, str], ...] = ()
    admin: bool = False


def figures(report: Report, reader: Reader, outcome: NameOf, passed: Sequence[str] = ()) -> Screen:
    """The period in words, with ways to others; `passed` are typed words that were not made use of."""
    head = f"<b>{escape(reader.place)}, {words.days(report.period)}</b>"
    body = "За это время данных нет." if report.now.is_empty else "\n\n".join(told(report, outcome))
    text = "\n\n".join(filter(None, (head, passed_over(passed), body)))
    return Screen(text, _ways(report, reader))


def _ways(report: Report, reader: Reader) -> tuple[Row, ...]:
    centre = report.centre or EVERYWHERE
    first, last = codes(report.period)
    rows: list[Row] = [tuple(Button(_LABELS[which], ShowSpan(which, centre)) for which in spans) for spans in _ROWS]
    rows[-1] = (*rows[-1], Button("Другие дни", NamePeriod(centre)))
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
    """Asks for other days of the report."""
    text = (
        f"<b>{escape(place)}</b>\n\nЗа какие дни? Напишите, например: «март 2026», «с 1 по 15 ноября», "
        "«4 квартал», «2025 год».\n\n"
        "Передумали — напишите «отмена»."
    )
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def unclear_period(unsure: Unsure, centre: str) -> Screen:
    """The words named no days, or it is not sure which; they are still waited for."""
    if unsure.doubt is Doubt.WHICH_PERIOD:
        return which_period(unsure, centre, ShowFigures)
    why = "Этих дней я не понял." if unsure.doubt is Doubt.NOTHING else question(unsure)
    text = f"{why} Напишите иначе: «март 2026», «с 1 по 15 ноября», «4 квартал», «01.01.2026 – 24.11.2026»."
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def which_period(unsure: Unsure, centre: str, then: type[ShowFigures | MakeReport]) -> Screen:
    """«за квартал»: each that may be meant has its button."""
    meant = [Period(first, last) for first, last in zip(unsure.days[::2], unsure.days[1::2], strict=True)]
    actions = tuple(then(*codes(period), centre) for period in meant)
    buttons = (Button(words.days(period), action) for period, action in zip(meant, actions, strict=True))
    text = f"{question(unsure)} Нажмите или напишите иначе: «4 квартал», «2025 год»."
    return Screen(text, (*column(buttons), row(Button("Отменить", StopAsking()))), choices=actions)


def backwards(period: Period, centre: str) -> Screen:
    """The end came before the beginning; `period` is the other way round."""
    text = "Начало позже конца. Может быть, наоборот? Нажмите или напишите дни ещё раз."
    turned = Button(words.days(period), ShowFigures(*codes(period), centre))
    return Screen(text, (row(turned), row(Button("Отменить", StopAsking()))), choices=(turned.action,))


def not_yet(period: Period) -> Screen:
    """Says that nothing can be known of the future."""
    text = f"Это время ещё не настало: {words.days(period)}. Напишите дни, которые уже прошли."
    return Screen(text, (row(Button("Этот год", ShowSpan(NamedPeriod.YEAR))), row(HOME)))


def which_report(place: str, centre: str, today: date) -> Screen:
    """Asks which days the workbook is about; each period is named with the days it has today."""
    actions: list[Action] = [MakeSpanReport(which, centre) for which in _HANDED_IN]
    names = [f"{_LABELS[which]}: {words.days(span(which, today))}" for which in _HANDED_IN]
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
    """Asks which of a librarian's centres is meant."""
    actions = tuple(ShowSpan(NamedPeriod.YEAR, id_) for id_, _ in centres)
    buttons = column(
        Button(f"{place}. {name}", action)
        for place, ((_, name), action) in enumerate(zip(centres, actions, strict=True), 1)
    )
    return Screen("Какой центр? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=actions)
