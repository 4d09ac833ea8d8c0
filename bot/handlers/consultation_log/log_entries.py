"""The consultation log of a day: its entries, what came of them, and how one is taken back."""

from bot.booking.consultation_log.entry import EntryId
from bot.booking.consultation_log.log_refusals import NotToStrike, WrittenBefore
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.consultation_log import log
from bot.screens.consultation_log.actions import MarkEntry, OpenEntry, RestoreEntry, ShowLog, StrikeEntry
from bot.screens.home import home
from bot.screens.time_codes import date_of


async def show_log(talk: Talk, action: ShowLog, log_view: LogView) -> None:
    """Everything that was written down of a day. Raises refusals."""
    centre, day = log_view.checked(talk.person, action.centre), date_of(action.on)
    if day is None:
        await talk.reply(home.outdated())
        return
    entries = await log_view.log.of_day(talk.person, centre.id, day)
    await talk.reply(log.day_log(centre, day, log_view.seen(entries, talk.person)))


async def open_entry(talk: Talk, action: OpenEntry, log_view: LogView) -> None:
    """One entry with everything that can be done with it. Raises refusals."""
    entry = await log_view.log.find_entry(talk.person, EntryId(action.entry))
    await talk.reply(log.card(log_view.one(entry, talk.person)))


async def mark(talk: Talk, action: MarkEntry, log_view: LogView) -> None:
    """Stores what came of an entry; the last mark counts. Raises refusals."""
    if not log_view.day_view.outcomes.is_known(action.outcome):
        await talk.reply(home.outdated())
        return
    entry = await log_view.log.set_outcome(talk.person, EntryId(action.entry), action.outcome)
    await talk.reply(log.card(log_view.one(entry, talk.person), "Записал итог"))


async def strike(talk: Talk, action: StrikeEntry, log_view: LogView) -> None:
    """Takes an entry back. Raises refusals."""
    try:
        entry = await log_view.log.strike(talk.person, EntryId(action.entry))
    except NotToStrike as no:
        await talk.reply(log.not_to_strike(log_view.one(no.entry, talk.person)))
    else:
        await talk.reply(log.struck(log_view.one(entry, talk.person)))


async def restore(talk: Talk, action: RestoreEntry, log_view: LogView) -> None:
    """Writes a struck line once more. Raises refusals."""
    try:
        entry = await log_view.log.restore(talk.person, EntryId(action.entry), talk.request)
    except WrittenBefore as again:
        await talk.reply(log.written_before(log_view.seen(again.entries, talk.person)))
    else:
        await talk.reply(log.card(log_view.one(entry, talk.person), "Вернул в журнал"))


ROUTES = Routes(
    actions={
        ShowLog: show_log,
        OpenEntry: open_entry,
        MarkEntry: mark,
        StrikeEntry: strike,
        RestoreEntry: restore,
    }
)
