"""What those see who keep the bot."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from bot.screens.screen import Screen
from bot.screens.words import plural

SHOWN = 20
LETTERS = 150  # of a question, so that all of them fit one message


def unanswered(gaps: Sequence[tuple[str, int]]) -> Screen:
    """Questions asked in vain, the most frequent first: what to write next."""
    if not gaps:
        return Screen("Вопросов без ответа пока нет.", menu=True)
    lines = "\n".join(
        f"{number}. {escape(shorten(text, LETTERS, placeholder='…'))} — {plural(times, 'раз', 'раза', 'раз')}"
        for number, (text, times) in enumerate(gaps, 1)
    )
    text = (
        f"<b>Вопросы без ответа</b>, самые частые первыми:\n\n{lines}\n\n"
        "Добавьте такой вопрос вариантом в подходящую статью или напишите новую. Личное в вопросах скрыто."
    )
    return Screen(text, menu=True)


def admins_only() -> Screen:
    """Somebody else tried."""
    return Screen("Эта команда для администраторов. Напишите вопрос своими словами.", menu=True)
