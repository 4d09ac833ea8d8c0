"""A spoken message where nothing is asked of its author for somebody else: how to dictate instead."""

import asyncio

from bot.handlers.bot_info import BotInfo
from bot.handlers.talk import Talk
from bot.screens.home.dictation import dictate


async def voice(talk: Talk, bot_info: BotInfo) -> None:
    """Tells how to dictate, and offers to carry the message to a librarian; a picture helps only those who see."""
    picture = None if talk.aloud else await asyncio.to_thread(_drawn)
    offers = bot_info.can_ask and not talk.in_group
    await talk.reply(dictate(picture, talk.said if offers else None))


def _drawn() -> bytes:
    from bot.screens.home.dictation_picture import (
        dictation_picture,  # matplotlib costs a second of the start and 40 MB, and is seldom asked for
    )

    return dictation_picture()
