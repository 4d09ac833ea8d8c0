"""What is said to a wish that neither the portal nor a library can fulfil."""

from html import escape

from bot.region.region import Region
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones
from bot.screens.screen import Screen, row


def out_of_scope(region: Region, *, can_ask: bool) -> Screen:
    """What the bot is for, instead of an answer it does not know; with a way to a person."""
    text = (
        "Я не нашёл ответа на этот вопрос. Гадать не буду.\n\n"
        "Я отвечаю о Госуслугах, подсказываю библиотеки и МФЦ "
        f"{escape(region.of_region)} и записываю к библиотекарю за помощью. "
        f"Если я понял не так, напишите другими словами.\n\n{phones(region)}"
    )
    return Screen(text, (*((row(ask_librarian()),) if can_ask else ()), row(SHELVES, HOME)))
