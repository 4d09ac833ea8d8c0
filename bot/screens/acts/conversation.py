"""What is said to a wish that neither the portal nor a library can fulfil."""

from html import escape

from bot.region.region import Region
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.screen import Screen, row


def out_of_scope(region: Region) -> Screen:
    """What the bot is for, instead of an answer it does not know."""
    text = (
        "С этим я не помогу. Я отвечаю о Госуслугах, подсказываю библиотеки и МФЦ "
        f"{escape(region.of_region)} и записываю к библиотекарю за помощью.\n\n"
        "Если я понял не так, напишите другими словами."
    )
    return Screen(text, (row(SHELVES, HOME),))
