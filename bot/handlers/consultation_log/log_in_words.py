"""The log and its lines in words: «журнал за 30 ноября», «вычеркнуть»."""

from collections.abc import Sequence

from bot.booking.consultation_log.entry import EntryId
from bot.booking.consultation_log.said_day import day_of_help
from bot.booking.consultation_log.typed_log import day_words, takes_back_striking
from bot.handlers.consultation_log import log_entries
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.screens.callback_data import unpack
from bot.screens.consultation_log import log
from bot.screens.consultation_log.actions import MarkEntry, OpenEntry, RestoreEntry, ShowLog, StrikeEntry
from bot.screens.librarian_day import day_list
from bot.screens.time_codes import day_code


async def show(talk: Talk, text: str, log_view: LogView) -> None:
    """The log of the day that was said, of today where none was. Raises refusals."""
    centres = log_view.own(talk.person)
    if not centres:
        await talk.reply(day_list.no_centre())
        return
    today, said = log_view.today(centres[0]), day_words(text)
    day = day_of_help(said, today) if said else today
    if day is None:
        await talk.reply(log.unclear_day())
    elif len(centres) > 1:
        await talk.reply(log.log_of_which_centre(centres, day))
    else:
        await log_entries.show_log(talk, ShowLog(centres[0].id, day_code(day)), log_view)


async def strike_said(talk: Talk, text: str, log_view: LogView) -> None:  # noqa: ARG001 - every phrase is handed its words
    """The line that is shown is struck; where none is, the last one of this person is shown. Raises refusals."""
    offer = talk.awaited.offered(talk.conversation)
    actions = [unpack(packed) for packed in (*offer.numbered, *(packed for packed, _ in offer.named))]
    if shown := next((one.entry for one in actions if isinstance(one, MarkEntry | StrikeEntry)), None):
        await log_entries.strike(talk, StrikeEntry(shown), log_view)
    elif last := await log_view.last_of(talk.person):
        await log_entries.open_entry(talk, OpenEntry(EntryId(last.id)), log_view)
    else:
        await talk.reply(log.nothing_to_strike())


async def restore_said(talk: Talk, text: str, log_view: LogView) -> None:  # noqa: ARG001 - every phrase is handed its words
    """The line that this person has struck last is shown with the button that brings it back."""
    if struck := await log_view.log.last_struck(talk.person):
        await talk.reply(log.struck(log_view.one(struck, talk.person)))
    else:
        await talk.reply(log.nothing_to_restore())


async def restore_shown(
    talk: Talk,
    text: str,  # noqa: ARG001 - every phrase is handed its words
    actions: tuple[RestoreEntry, ...],
    log_view: LogView,
) -> None:
    """«ой нет верни» below the line that has just been struck. Raises refusals."""
    await log_entries.restore(talk, actions[0], log_view)


def takes_back(text: str, labels: Sequence[str]) -> bool:  # noqa: ARG001 - the words on the button say nothing more
    """Whether the line just struck is wanted back."""
    return takes_back_striking(text)


ROUTES = Routes(told={RestoreEntry: Told(takes_back, restore_shown)})
