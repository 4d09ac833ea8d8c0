"""An important message as citizens see it, and that of an answer or the first words above which it stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from html import escape

from bot.banner.banner import Banner
from bot.faq.answer_parts import visible
from bot.russian.words import moment
from bot.screens.screen import Screen

_MOST_SIGNS = 4000  # of Telegram's 4096 visible characters


def shown(banner: Banner, zone: tzinfo) -> str:
    """The words, and since when they are said."""
    since = moment(banner.at.astimezone(zone)).partition(", ")[2]
    return f"❗ <b>Важно.</b> {escape(banner.text, quote=False)}\n<i>Сообщение библиотеки: {since}</i>"


def above(screen: Screen, banners: Sequence[Banner], zone: tzinfo) -> Screen:
    """The screen with the messages above its words; as a message of their own where they do not fit."""
    if not banners:
        return screen
    words = "\n\n".join(shown(one, zone) for one in banners)
    if screen.before or visible(words) + visible(screen.text) > _MOST_SIGNS:
        return replace(screen, before=(words, *screen.before))
    return replace(screen, text=f"{words}\n\n{screen.text}")
