"""«отчёт за квартал», «сколько было в ноябре»: the figures of the days that were said, or the workbook of them."""

import re
from datetime import date

from bot.handlers.acts.which_centre import centre_of
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.stats import stats
from bot.handlers.stats.reports import Reports
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import read_typed_period
from bot.screens.stats import stats as screens
from bot.screens.stats.actions import EVERYWHERE, MakeReport, ShowFigures
from bot.screens.stats.prompts import PeriodPrompt
from bot.stats.period import Period
from bot.stats.period_request import codes, past
from bot.understanding.acts import Act, ActName, Slots

_FILE = re.compile(r"отч[её]т|файл|таблиц|excel|эксель|выгруз", re.IGNORECASE)


async def figures(talk: Talk, act: Act, text: str, reports: Reports, centre_lookup: CentreLookup) -> None:
    """Without days those of the year, or the question for the period of the file. Raises AskError."""
    days, is_file = _period(act.slots), _FILE.search(text) is not None
    if days is None and (unsure := _unsure_which(text, reports.today)):
        if centre := await _centre(talk, act, text, reports, centre_lookup):
            screen = screens.which_period(unsure, centre, MakeReport if is_file else ShowFigures)
            await talk.ask(screen, PeriodPrompt(centre))
        return
    if days is None:
        await (stats.report if is_file else stats.stats)(talk, reports)
        return
    if (centre := await _centre(talk, act, text, reports, centre_lookup)) is None:
        return
    first, last = codes(past(days, reports.today))
    if is_file:
        await stats.make_report(talk, MakeReport(first, last, centre), reports)
    else:
        await stats.show_days(talk, ShowFigures(first, last, centre), reports)


def _unsure_which(text: str, today: date) -> Unsure | None:
    """«за квартал»: the running one or the last."""
    read = read_typed_period(text, today)
    return read if isinstance(read, Unsure) and read.doubt is Doubt.WHICH_PERIOD else None


def _period(slots: Slots) -> Period | None:
    match slots:
        case Slots(from_=date() as first, to=date() as last) if first <= last:
            return Period(first, last)
        case Slots(dates=(first, last)) if first <= last:
            return Period(first, last)
        case Slots(day=date() as day):
            return Period(day, day)
        case _:
            return None


async def _centre(talk: Talk, act: Act, text: str, reports: Reports, centre_lookup: CentreLookup) -> str | None:
    """All centres for an admin who names none; None where a librarian of several was asked which."""
    is_admin = reports.roster.is_admin(talk.person)
    if is_admin and not (act.slots.centre or act.slots.place):
        return EVERYWHERE
    ids = (one.id for one in centre_lookup.directory.now.centres if reports.roster.works_at(talk.person, one.id))
    there = [one for id_ in ids if (one := centre_lookup.centre(id_))]
    centre = await centre_of(talk, act, text, there)
    return centre.id if centre else None


ROUTES = Routes(acts={ActName.FIGURES: figures})
