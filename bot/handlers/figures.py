"""The figures in the chat: /stats and /report."""

from collections.abc import Awaitable, Callable

from bot.conversation import Awaited, Wait
from bot.handlers.reporter import Place, Reporter
from bot.handlers.routes import Routes, Told
from bot.handlers.staff import unanswered
from bot.handlers.talk import Talk
from bot.screens import figure_papers, figures, staff
from bot.screens.figure_actions import (
    EVERYWHERE,
    DrawFigures,
    MakeReport,
    MakeRows,
    MakeSpanReport,
    NamePeriod,
    ShowAskedInVain,
    ShowFigures,
    ShowSpan,
    ShowUnhelpful,
)
from bot.screens.screen import Screen
from bot.stats.asked import AskError, of_codes, of_span, of_words
from bot.stats.period import Period
from bot.stats.spans import Span
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, names_days
from bot.stats.whole_file import NotWrittenError


async def stats(talk: Talk, reporter: Reporter) -> None:
    """/stats: the year so far."""
    await _command(talk, reporter, lambda place: _shown(reporter, of_span(Span.YEAR, reporter.today), place))


async def report(talk: Talk, reporter: Reporter) -> None:
    """/report: the workbook of which days."""

    async def which(place: Place) -> Screen:
        return figures.which_report(place.reader.place, place.centre or EVERYWHERE)

    await _command(talk, reporter, which)


async def show_span(talk: Talk, action: ShowSpan, reporter: Reporter) -> None:
    """A period by its name."""
    await _answer(
        talk, reporter, action.centre, lambda place: _shown(reporter, of_span(action.span, reporter.today), place)
    )


async def show_days(talk: Talk, action: ShowFigures, reporter: Reporter) -> None:
    """A period by its days."""
    await _answer(talk, reporter, action.centre, lambda place: _shown(reporter, _days(action, reporter), place))


async def name_period(talk: Talk, action: NamePeriod, reporter: Reporter) -> None:
    """«Другие дни»."""
    try:
        place = reporter.place(talk.person, action.centre)
    except AskError as error:
        await talk.say(figure_papers.refused(error))
    else:
        await talk.ask(figures.ask_period(place.reader.place), Awaited(Wait.PERIOD, place.centre or EVERYWHERE))


async def typed_period(talk: Talk, text: str, awaited: Awaited, reporter: Reporter) -> None:
    """The days in words; what is not understood is asked again."""
    try:
        days = of_words(text, reporter.today)
    except UnclearPeriodError:
        await talk.say(figures.unclear_period())
        return
    except BackwardsPeriodError as error:
        await talk.say(figures.backwards(Period(error.last, error.first), awaited.context))
        return
    except AskError as error:
        await talk.say(figure_papers.refused(error))
        return
    await talk.awaited.clear(talk.conversation)
    await _answer(talk, reporter, awaited.context, lambda place: _shown(reporter, days, place))


async def period_in_words(talk: Talk, text: str, actions: tuple[NamePeriod, ...], reporter: Reporter) -> None:
    """«март 2026» below the figures, without «Другие дни»."""
    await typed_period(talk, text, Awaited(Wait.PERIOD, actions[0].centre), reporter)


async def draw(talk: Talk, action: DrawFigures, reporter: Reporter) -> None:
    """A picture, or the choice of them."""
    await _answer(
        talk, reporter, action.centre, lambda place: reporter.picture(_days(action, reporter), place, action.what)
    )


async def make_report(talk: Talk, action: MakeReport, reporter: Reporter) -> None:
    """The workbook of these days."""
    await _answer(talk, reporter, action.centre, lambda place: _workbook(reporter, _days(action, reporter), place))


async def make_span_report(talk: Talk, action: MakeSpanReport, reporter: Reporter) -> None:
    """The workbook of a period by its name."""
    await _answer(
        talk, reporter, action.centre, lambda place: _workbook(reporter, of_span(action.span, reporter.today), place)
    )


async def make_rows(talk: Talk, action: MakeRows, reporter: Reporter) -> None:
    """The rows alone."""

    async def made(place: Place) -> Screen:
        days = _days(action, reporter)
        content, first = await reporter.rows(days, place)
        return figure_papers.rows_file(content, days, place.reader.place, place.centre, first)

    await _answer(talk, reporter, action.centre, made)


async def show_unhelpful(talk: Talk, action: ShowUnhelpful, reporter: Reporter) -> None:
    """What did not help, for admins."""

    async def found(_: Place) -> Screen:
        days = of_codes(action.first, action.last, reporter.today)
        return figure_papers.unhelpful(await reporter.report(days, None), reporter.names.article)

    if reporter.roster.is_admin(talk.person):
        await _answer(talk, reporter, EVERYWHERE, found)
    else:
        await talk.say(staff.admins_only())


async def _command(talk: Talk, reporter: Reporter, make: Callable[[Place], Awaitable[Screen]]) -> None:
    """For those who have anything to read; who works at several centres chooses one."""
    own = reporter.own(talk.person)
    if talk.in_group:
        await talk.say(staff.in_private())
    elif not reporter.roster.is_staff(talk.person):
        await talk.say(staff.staff_only())
    elif len(own) > 1 and not reporter.roster.is_admin(talk.person):
        await talk.say(figures.which_centre(own))
    else:
        await _answer(talk, reporter, EVERYWHERE, make)


async def _answer(talk: Talk, reporter: Reporter, centre: str, make: Callable[[Place], Awaitable[Screen]]) -> None:
    """The screen for whoever may read this centre, or why there is none."""
    try:
        screen = await make(reporter.place(talk.person, centre))
    except AskError as error:
        screen = figure_papers.refused(error)
    except NotWrittenError as error:
        screen = figure_papers.not_written(error)
    await talk.say(screen)


async def _shown(reporter: Reporter, days: Period, place: Place) -> Screen:
    return figures.figures(await reporter.report(days, place.centre), place.reader)


async def _workbook(reporter: Reporter, days: Period, place: Place) -> Screen:
    return figure_papers.workbook(await reporter.workbook(days, place), days, place.reader.place, place.centre)


def _days(action: ShowFigures | DrawFigures | MakeReport | MakeRows, reporter: Reporter) -> Period:
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
        ShowAskedInVain: unanswered,
    },
    awaited={Wait.PERIOD: typed_period},
    told={NamePeriod: Told(names_days, period_in_words)},
)
