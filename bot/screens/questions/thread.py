"""A question with what was said after it, as both sides read it."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape

from bot.questions.question import EntryKind, Question, ThreadEntry
from bot.russian.words import moment

QUOTED = 200  # characters of what is quoted
SHOWN_ENTRIES = 6  # the last ones
_MOST = 3700  # characters of a question with what was said after it; the rest of a message is for our words
_LEAST_ENTRY = 100  # characters of one of them
_LEAST = 200  # of them for what was said after the longest question
_SAID = {EntryKind.ADDITION: "Человек дописал", EntryKind.ANSWER: "Ответ", EntryKind.INQUIRY: "Спросили человека"}


def numbered(question: Question) -> str:
    """«Вопрос № 12»: by these words a reply to a message is known as an answer to the question."""
    return f"Вопрос № {question.id}"


def quoted(text: str, most: int = QUOTED) -> str:
    """The beginning of a text in quotation marks, on one line."""
    return f"«{escape(textwrap.shorten(text, most, placeholder='…'))}»"


def came(question: Question, entries: Iterable[ThreadEntry], at: datetime, facts: Iterable[str]) -> str:
    """The notice of a question: when it came, what is known of it, then the words; `at` is in the region's zone."""
    head = f"<b>{numbered(question)}</b>, {moment(at)}"
    return "\n\n".join((head, *facts, escape(question.text), *_lines(question, entries)))


def thread(question: Question, entries: Iterable[ThreadEntry]) -> str:
    """The question, and what was said after it."""
    return "\n\n".join((f"{numbered(question)}: «{escape(question.text)}»", *_lines(question, entries)))


def _lines(question: Question, entries: Iterable[ThreadEntry]) -> Iterator[str]:
    room = max(_MOST - len(question.text), _LEAST)
    said = list(entries)[-min(SHOWN_ENTRIES, room // _LEAST_ENTRY) :]
    for one in said:
        head = f"{_SAID[one.kind]}: "
        yield f"{head}{escape(textwrap.shorten(one.text, room // len(said) - len(head), placeholder='…'))}"
