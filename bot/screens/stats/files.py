"""Reports to take along, what editors read, and what is said where no report can be made."""

import re
from collections.abc import Callable
from html import escape
from textwrap import shorten

from bot.russian.numbers import grouped
from bot.russian.words import plural
from bot.screens.common_buttons import HOME
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.home.home import outdated
from bot.screens.screen import Button, Paper, Row, Screen, column, row
from bot.screens.stats import text as words
from bot.screens.stats.actions import EVERYWHERE, MakeRows, ShowAskedInVain, ShowFigures, ShowSpan
from bot.screens.stats.stats import not_yet
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.named_periods import NamedPeriod
from bot.stats.period import Period
from bot.stats.period_request import AskError, NotYetError, OtherCentreError, code
from bot.stats.report import Report

ARTICLES_SHOWN = 10
_LABEL = 50  # letters of a button


def workbook(content: bytes, period: Period, place: str, centre: str | None, *, is_empty: bool = False) -> Screen:
    """The workbook, with the way to the rows alone; where nothing was counted that is said."""
    first, last = code(period.first), code(period.last)
    text = (
        f"Отчёт готов: {escape(place)}, {words.days(period)}.\n\n"
        "Откройте файл в Excel или LibreOffice. Начните с листа «Сводка», есть и лист «6-НК»."
    )
    text += "\n\n<b>За это время данных нет</b>: в книге нули." if is_empty else ""
    rows = Button("Все строки в CSV", MakeRows(first, last, centre or EVERYWHERE))
    paper = Paper(f"отчёт-{_named(place)}-{first}-{last}.xlsx", content)
    return Screen(text, (row(rows), _back(period, centre), row(HOME)), attached=paper)


def rows_file(content: bytes, period: Period, place: str, centre: str | None, first: int | None = None) -> Screen:
    """The rows as they are counted; `first` says how many they are where others had no room."""
    text = f"Все обращения, строка за строкой: {escape(place)}, {words.days(period)}. Имён и текста в них нет."
    if first is not None:
        text += f"\n\nПоместились только первые, всего {grouped(first)}. За остальными возьмите дни покороче."
    paper = Paper(f"строки-{_named(place)}-{code(period.first)}-{code(period.last)}.csv", content)
    return Screen(text, (_back(period, centre), row(HOME)), attached=paper)


def not_written(error: NotWrittenError) -> Screen:
    """The file could not be made; nothing is left of it."""
    if error.no_room:
        text = "Отчёт не сделан: на диске нет места. Скажите тому, кто следит за сервером, и попробуйте потом ещё раз."
    else:
        text = "Отчёт не сделан: файл не записывается. Скажите тому, кто следит за сервером."
    return Screen(text, (row(HOME),))


def unhelpful(report: Report, name_of: Callable[[str], str]) -> Screen:
    """Answers that did not help somebody, each with a button to mend it."""
    found = report.now.unhelpful[:ARTICLES_SHOWN]
    others = row(Button("Чего не нашлось", ShowAskedInVain()))
    if not found:
        text = f"За это время никто не нажал «Не помогло»: {words.days(report.period)}."
        return Screen(text, (others, _back(report.period, None), row(HOME)))
    lines = (
        f"{at}. {escape(name_of(one.article))}: не помогло {plural(one.not_helped, 'раз', 'раза', 'раз')}, "
        f"помогло {plural(one.helped, 'раз', 'раза', 'раз')}."
        for at, one in enumerate(found, 1)
    )
    text = (
        f"<b>Что не помогло, {words.days(report.period)}</b>\n\n" + "\n".join(lines) + "\n\n"
        "Поправить ответ: нажмите на него или напишите номер."
    )
    actions = tuple(MendArticle(one.article) for one in found)
    names = (shorten(f"{at}. {name_of(one.article)}", _LABEL, placeholder="…") for at, one in enumerate(found, 1))
    buttons = column(Button(name, action) for name, action in zip(names, actions, strict=True))
    return Screen(text, (*buttons, others, _back(report.period, None), row(HOME)), choices=actions)


def refused(error: AskError) -> Screen:
    """Says why there is no report."""
    match error:
        case NotYetError(period):
            return not_yet(period)
        case OtherCentreError():
            text = "Показатели этого центра видят его библиотекари и администраторы."
            return Screen(text, (row(Button("Мои показатели", ShowSpan(NamedPeriod.YEAR))), row(HOME)))
        case _:
            return outdated()


def _named(place: str) -> str:
    """The place as a part of a file's name: «Все центры» is «все-центры»."""
    return "-".join(re.findall(r"\w+", place.lower()))


def _back(period: Period, centre: str | None) -> Row:
    return row(Button("К показателям", ShowFigures(code(period.first), code(period.last), centre or EVERYWHERE)))
