"""The buttons that many screens share: to a librarian, to a visit, back."""

from html import escape

from bot.region.region import Region
from bot.screens.actions import AskLibrarian, BookVisit, Browse, GoHome
from bot.screens.screen import Button

HOME = Button("🏠 В начало", GoHome())
SHELVES = Button("❓ Все вопросы", Browse())


def ask_librarian(article: str = "-") -> Button:
    """Hand the question to a librarian."""
    return Button("💬 Спросить библиотекаря", AskLibrarian(article))


def visit_library(topic: str = "-") -> Button:
    """The button that books a consultation; it never sounds like booking the doctor or the office itself."""
    return Button("📅 Прийти в библиотеку за помощью", BookVisit(topic))


def phones(region: Region) -> str:
    """The numbers to call, a line each."""
    return "\n".join(
        f"{escape(phone.title)}: {escape(phone.number)}" + (f" ({escape(phone.note)})" if phone.note else "")
        for phone in region.phones
    )
