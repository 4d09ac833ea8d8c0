"""The statistics in the chat: /stats and /report."""

from collections.abc import Awaitable, Callable, Sequence

from bot.handlers.routes import Routes, Told
from bot.handlers.stats.reports import ReportPlace, Reports
from bot.handlers.talk import Talk
from bot.screens.screen import Screen
from bot.screens.staff import staff
from bot.screens.stats import files
from bot.screens.stats import stats as stats_screens
from bot.screens.stats.actions import (
    EVERYWHERE,
    DrawFigures,
    MakeReport,
    MakeRows,
    MakeSpanReport,
    NamePeriod,
    ShowFigures,
    ShowSpan,
    ShowUnhelpful,
)
from bot.screens.stats.prompts import PeriodPrompt
from bot.staff.rights import Right
from bot.stats.named_periods import NamedPeriod
from bot.stats.period import Period
from bot.stats.period_request import AskError, of_codes, of_span, of_words
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, names_days, passed_words


async def stats(talk: Talk, reports: Reports) -> None:
    """Handles /stats: the figures of the year so far."""
    await _command(talk, reports, lambda place: _shown(reports, of_span(NamedPeriod.YEAR, reports.today), place))


async def report(talk: Talk, reports: Reports) -> None:
    """Handles /report: asks for the period of the workbook."""

    async def which(place: ReportPlace) -> Screen:
        return stats_screens.which_report(place.reader.place, place.centre or EVERYWHERE, reports.today)

    await _command(talk, reports, which)


async def show_span(talk: Talk, action: ShowSpan, reports: Reports) -> None:
    """Shows the figures of a named period."""
    await _answer(
        talk, reports, action.centre, lambda place: _shown(reports, of_span(action.span, reports.today), place)
    )


async def show_days(talk: Talk, action: ShowFigures, reports: Reports) -> None:
    """Shows the figures of a period given by its days."""
    await _answer(talk, reports, action.centre, lambda place: _shown(reports, _days(action, reports), place))


async def name_period(talk: Talk, action: NamePeriod, reports: Reports) -> None:
    """Handles «Другие дни»: asks for the period."""
    place = reports.place(talk.person, action.centre)
    await talk.ask(stats_screens.ask_period(place.reader.place), PeriodPrompt(place.centre or EVERYWHERE))


async def typed_period(talk: Talk, text: str, prompt: PeriodPrompt, reports: Reports) -> None:
    """Reads the typed period; what is not understood is asked again."""
    try:
        days = of_words(text, reports.today)
    except UnclearPeriodError as unclear:
        await talk.ask_again(stats_screens.unclear_period(unclear.unsure, prompt.centre))
        return
    except BackwardsPeriodError as error:
        await talk.reply(stats_screens.backwards(Period(error.last, error.first), prompt.centre))
        return
    except AskError as error:
        await talk.reply(files.refused(error))
        return
    await talk.awaited.clear(talk.conversation)
    passed = passed_words(text, reports.today)
    await _answer(talk, reports, prompt.centre, lambda place: _shown(reports, days, place, passed))


async def period_in_words(talk: Talk, text: str, actions: tuple[NamePeriod, ...], reports: Reports) -> None:
    """«март 2026» below the figures, without «Другие дни»."""
    await typed_period(talk, text, PeriodPrompt(actions[0].centre), reports)


async def draw(talk: Talk, action: DrawFigures, reports: Reports) -> None:
    """Sends a chart, or shows the choice of charts."""
    await _answer(
        talk, reports, action.centre, lambda place: reports.picture(_days(action, reports), place, action.what)
    )


async def make_report(talk: Talk, action: MakeReport, reports: Reports) -> None:
    """Sends the workbook of these days."""
    await _answer(talk, reports, action.centre, lambda place: _workbook(reports, _days(action, reports), place))


async def make_span_report(talk: Talk, action: MakeSpanReport, reports: Reports) -> None:
    """Sends the workbook of a named period."""
    await _answer(
        talk, reports, action.centre, lambda place: _workbook(reports, of_span(action.span, reports.today), place)
    )


async def make_rows(talk: Talk, action: MakeRows, reports: Reports) -> None:
    """Sends the rows of these days as CSV."""

    async def made(place: ReportPlace) -> Screen:
        days = _days(action, reports)
        content, first = await reports.rows(days, place)
        return files.rows_file(content, days, place.reader.place, place.centre, first)

    await _answer(talk, reports, action.centre, made)


async def show_unhelpful(talk: Talk, action: ShowUnhelpful, reports: Reports) -> None:
    """Shows admins the articles that did not help."""

    async def found(_: ReportPlace) -> Screen:
        days = of_codes(action.first, action.last, reports.today)
        return files.unhelpful(await reports.report(days, None), reports.names.article)

    if reports.roster.is_admin(talk.person):
        await _answer(talk, reports, EVERYWHERE, found)
    else:
        await talk.reply(staff.admins_only())


async def _command(talk: Talk, reports: Reports, make: Callable[[ReportPlace], Awaitable[Screen]]) -> None:
    """Runs a statistics command for those who may read figures; of several centres one is chosen."""
    own = reports.own(talk.person)
    if not reports.roster.may(talk.person, Right.FIGURES):
        await talk.reply(staff.staff_only())
    elif len(own) > 1 and not reports.roster.may_everywhere(talk.person, Right.FIGURES):
        await talk.reply(stats_screens.which_centre(own))
    else:
        await _answer(talk, reports, EVERYWHERE, make)


async def _answer(talk: Talk, reports: Reports, centre: str, make: Callable[[ReportPlace], Awaitable[Screen]]) -> None:
    """The screen for whoever may read this centre. Raises AskError, NotWrittenError."""
    await talk.reply(await make(reports.place(talk.person, centre)))


async def _shown(reports: Reports, days: Period, place: ReportPlace, passed: Sequence[str] = ()) -> Screen:
    report = await reports.report(days, place.centre)
    return stats_screens.figures(report, place.reader, reports.names.outcome, passed)


async def _workbook(reports: Reports, days: Period, place: ReportPlace) -> Screen:
    content, report = await reports.workbook(days, place), await reports.report(days, place.centre)
    return files.workbook(content, days, place.reader.place, place.centre, is_empty=report.now.is_empty)


def _days(action: ShowFigures | DrawFigures | MakeReport | MakeRows, reports: Reports) -> Period:
    return of_codes(action.first, action.last, reports.today)


ROUTES = Routes(
    commands={"stats": stats, "report": report},
    actions={
        ShowSpan: show_span,
        ShowFigures: show_days,
        NamePeriod: name_period,
        DrawFigures: draw,
        MakeReport: make_report,
        MakeSpanReport: make_span_report,
        MakeRows: make_rows,
        ShowUnhelpful: show_unhelpful,
    },
    awaited={PeriodPrompt: typed_period},
    told={NamePeriod: Told(lambda text, _: names_days(text), period_in_words)},
)
