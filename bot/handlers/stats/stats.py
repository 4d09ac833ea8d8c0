"""The statistics in the chat: /stats and /report."""

from collections.abc import Awaitable, Callable

from bot.dialog_state import PendingPrompt, Prompt
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
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.named_periods import NamedPeriod
from bot.stats.period import Period
from bot.stats.period_request import AskError, of_codes, of_span, of_words
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, names_days


async def stats(talk: Talk, reporter: Reports) -> None:
    """Handles /stats: the figures of the year so far."""
    await _command(talk, reporter, lambda place: _shown(reporter, of_span(NamedPeriod.YEAR, reporter.today), place))


async def report(talk: Talk, reporter: Reports) -> None:
    """Handles /report: asks for the period of the workbook."""

    async def which(place: ReportPlace) -> Screen:
        return stats_screens.which_report(place.reader.place, place.centre or EVERYWHERE)

    await _command(talk, reporter, which)


async def show_span(talk: Talk, action: ShowSpan, reporter: Reports) -> None:
    """Shows the figures of a named period."""
    await _answer(
        talk, reporter, action.centre, lambda place: _shown(reporter, of_span(action.span, reporter.today), place)
    )


async def show_days(talk: Talk, action: ShowFigures, reporter: Reports) -> None:
    """Shows the figures of a period given by its days."""
    await _answer(talk, reporter, action.centre, lambda place: _shown(reporter, _days(action, reporter), place))


async def name_period(talk: Talk, action: NamePeriod, reporter: Reports) -> None:
    """Handles «Другие дни»: asks for the period."""
    try:
        place = reporter.place(talk.person, action.centre)
    except AskError as error:
        await talk.reply(files.refused(error))
    else:
        await talk.ask(
            stats_screens.ask_period(place.reader.place), PendingPrompt(Prompt.PERIOD, place.centre or EVERYWHERE)
        )


async def typed_period(talk: Talk, text: str, awaited: PendingPrompt, reporter: Reports) -> None:
    """Reads the typed period; what is not understood is asked again."""
    try:
        days = of_words(text, reporter.today)
    except UnclearPeriodError:
        await talk.reply(stats_screens.unclear_period())
        return
    except BackwardsPeriodError as error:
        await talk.reply(stats_screens.backwards(Period(error.last, error.first), awaited.context))
        return
    except AskError as error:
        await talk.reply(files.refused(error))
        return
    await talk.awaited.clear(talk.conversation)
    await _answer(talk, reporter, awaited.context, lambda place: _shown(reporter, days, place))


async def period_in_words(talk: Talk, text: str, actions: tuple[NamePeriod, ...], reporter: Reports) -> None:
    """«март 2026» below the figures, without «Другие дни»."""
    await typed_period(talk, text, PendingPrompt(Prompt.PERIOD, actions[0].centre), reporter)


async def draw(talk: Talk, action: DrawFigures, reporter: Reports) -> None:
    """Sends a chart, or shows the choice of charts."""
    await _answer(
        talk, reporter, action.centre, lambda place: reporter.picture(_days(action, reporter), place, action.what)
    )


async def make_report(talk: Talk, action: MakeReport, reporter: Reports) -> None:
    """Sends the workbook of these days."""
    await _answer(talk, reporter, action.centre, lambda place: _workbook(reporter, _days(action, reporter), place))


async def make_span_report(talk: Talk, action: MakeSpanReport, reporter: Reports) -> None:
    """Sends the workbook of a named period."""
    await _answer(
        talk, reporter, action.centre, lambda place: _workbook(reporter, of_span(action.span, reporter.today), place)
    )


async def make_rows(talk: Talk, action: MakeRows, reporter: Reports) -> None:
    """Sends the rows of these days as CSV."""

    async def made(place: ReportPlace) -> Screen:
        days = _days(action, reporter)
        content, first = await reporter.rows(days, place)
        return files.rows_file(content, days, place.reader.place, place.centre, first)

    await _answer(talk, reporter, action.centre, made)


async def show_unhelpful(talk: Talk, action: ShowUnhelpful, reporter: Reports) -> None:
    """Shows admins the articles that did not help."""

    async def found(_: ReportPlace) -> Screen:
        days = of_codes(action.first, action.last, reporter.today)
        return files.unhelpful(await reporter.report(days, None), reporter.names.article)

    if reporter.roster.is_admin(talk.person):
        await _answer(talk, reporter, EVERYWHERE, found)
    else:
        await talk.reply(staff.admins_only())


async def _command(talk: Talk, reporter: Reports, make: Callable[[ReportPlace], Awaitable[Screen]]) -> None:
    """Runs a statistics command for those who may read figures; of several centres one is chosen."""
    own = reporter.own(talk.person)
    if talk.in_group:
        await talk.reply(staff.in_private())
    elif not reporter.roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
    elif len(own) > 1 and not reporter.roster.is_admin(talk.person):
        await talk.reply(stats_screens.which_centre(own))
    else:
        await _answer(talk, reporter, EVERYWHERE, make)


async def _answer(talk: Talk, reporter: Reports, centre: str, make: Callable[[ReportPlace], Awaitable[Screen]]) -> None:
    """The screen for whoever may read this centre, or why there is none."""
    try:
        screen = await make(reporter.place(talk.person, centre))
    except AskError as error:
        screen = files.refused(error)
    except NotWrittenError as error:
        screen = files.not_written(error)
    await talk.reply(screen)


async def _shown(reporter: Reports, days: Period, place: ReportPlace) -> Screen:
    return stats_screens.figures(await reporter.report(days, place.centre), place.reader)


async def _workbook(reporter: Reports, days: Period, place: ReportPlace) -> Screen:
    return files.workbook(await reporter.workbook(days, place), days, place.reader.place, place.centre)


def _days(action: ShowFigures | DrawFigures | MakeReport | MakeRows, reporter: Reports) -> Period:
    return of_codes(action.first, action.last, reporter.today)


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
    awaited={Prompt.PERIOD: typed_period},
    told={NamePeriod: Told(names_days, period_in_words)},
)
