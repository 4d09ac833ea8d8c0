"""What an admin types of an important message: its words, its end, other words beside the preview, «нет»."""

import re
from datetime import datetime

from bot.banner.banner import FARTHEST, SHORTEST, BannerId
from bot.handlers.banner.dialog import BannerDialog
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.russian.time.doubts import Unsure
from bot.russian.time.ends import is_open_ended, read_end
from bot.russian.yes_no import is_no, is_unsent, is_unwanted
from bot.screens.banner import banner as screens
from bot.screens.banner.prompts import BannerEndPrompt, BannerTextPrompt

_LEAST_WORDS = 3  # of other words for citizens; fewer are a mistyped end
_END_BEGINS = re.compile(r"^\W*(?:до|по|на|через|пока|к|ещё|еще)\b", re.IGNORECASE)
_LONGEST_END = 4  # words: what is longer and begins like an end is a sentence
_LEAVE = frozenset({"не показывай", "не показывать", "не показывайте", "не вешай", "не надо показывать", "убери"})


async def hear_text(talk: Talk, text: str, banner_dialog: BannerDialog) -> None:
    """The words that citizens will read, or that none are wanted."""
    if leaves(text):
        await _leave(talk)
    else:
        await _ask_end(talk, text, banner_dialog)


async def ask_about(talk: Talk, text: str, banner_dialog: BannerDialog) -> None:
    """The same with words that came together with the wish."""
    await talk.awaited.put(talk.conversation, BannerTextPrompt())
    await _ask_end(talk, text, banner_dialog)


async def hear_end(talk: Talk, text: str, prompt: BannerEndPrompt, banner_dialog: BannerDialog) -> None:
    """Until when; beside the preview also other words, which take the place of the former ones."""
    until = read_end(text, banner_dialog.now)
    if leaves(text):
        await _leave(talk)
    elif not isinstance(until, Unsure):
        await _preview(talk, prompt.text, until, banner_dialog)
    elif prompt.draft and _are_other_words(text):
        await _reword(talk, text, prompt, banner_dialog)
    else:
        await talk.ask_again(screens.open_ended() if is_open_ended(text) else screens.unclear_end(until))


def leaves(text: str) -> bool:
    """Whether nothing is to be shown: «нет», «не надо», «не показывай»."""
    return is_no(text) or is_unwanted(text) or is_unsent(text) or bare_words(text) in _LEAVE


async def _ask_end(talk: Talk, text: str, banner_dialog: BannerDialog) -> None:
    words = " ".join(text.split())
    if found := banner_dialog.fault_in(words):
        await talk.ask_again(screens.fault(found, len(words)))
    else:
        await talk.ask(screens.ask_end(words), BannerEndPrompt(words))


async def _reword(talk: Talk, text: str, prompt: BannerEndPrompt, banner_dialog: BannerDialog) -> None:
    words = " ".join(text.split())
    draft = await banner_dialog.banners.find(BannerId(prompt.draft))
    if found := banner_dialog.fault_in(words):
        await talk.ask_again(screens.fault(found, len(words)))
    elif draft is None or draft.until <= banner_dialog.now:
        await talk.ask(screens.ask_end(words), BannerEndPrompt(words))
    else:
        await _preview(talk, words, draft.until, banner_dialog)


async def _preview(talk: Talk, words: str, until: datetime, banner_dialog: BannerDialog) -> None:
    if until - banner_dialog.now > FARTHEST:
        await talk.ask_again(screens.too_far(FARTHEST.days))
        return
    draft = await banner_dialog.banners.draft(talk.person, words, until)
    await talk.ask(screens.preview(draft, banner_dialog.zone), BannerEndPrompt(words, int(draft.id)))


async def _leave(talk: Talk) -> None:
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.left_unshown())


def _are_other_words(text: str) -> bool:
    words = text.split()
    if len(text.strip()) < SHORTEST or len(words) < _LEAST_WORDS or is_open_ended(text):
        return False
    return len(words) > _LONGEST_END or not _END_BEGINS.match(text)
