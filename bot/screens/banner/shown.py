"""An important message as citizens see it, and that of an answer or the first words above which it stands."""

from collections.abc import Sequence
from datetime import tzinfo
from html import escape

from bot.banner.banner import Banner
from bot.russian.words import moment
from bot.screens.screen import Screen


def shown(banner: Banner, zone: tzinfo) -> str:
    """The words, and since when they are said."""
    since = moment(banner.at.astimezone(zone)).partition(", ")[2]
    return f"❗ <b>Важно.</b> {escape(banner.text, quote=False)}\n<i>Сообщение библиотеки: {since}</i>"


def above(screen: Screen, banners: Sequence[Banner], zone: tzinfo) -> Screen:
    """The screen below the messages that are shown."""
    return screen.below("\n\n".join(shown(one, zone) for one in banners)) if banners else screen
