"""A librarian's words that are changed after they were sent."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.people import Address
from bot.questions import notices
from bot.questions.errors import QuestionGoneError, TooLateToCorrectError
from bot.questions.question import EntryId, ThreadEntry
from bot.questions.service import found
from bot.questions.unit_of_work import QuestionTransaction

MAY_CORRECT = timedelta(hours=1)


def correctable(tx: QuestionTransaction, id_: EntryId, by: Address, now: datetime) -> ThreadEntry:
    """The librarian's own words of the hour. Raises QuestionGoneError, TooLateToCorrectError."""
    entry = tx.find_entry(id_)
    if entry is None:
        raise QuestionGoneError
    if entry.author != by or now - entry.at >= MAY_CORRECT:
        raise TooLateToCorrectError(entry.question)
    return entry


def corrected(tx: QuestionTransaction, id_: EntryId, text: str, by: Address, now: datetime) -> ThreadEntry:
    """Changes the words, and the message of the citizen after them. Raises as `correctable`."""
    entry = correctable(tx, id_, by, now)
    question = found(tx, entry.question)
    if text == entry.text:
        return entry
    tx.correct_entry(id_, text, now)
    last = [one for one in tx.entries(question.id) if one.is_librarians][-1]
    if last.id == id_ and question.answer is not None:
        tx.save(replace(question, answer=text))
    tx.put((notices.corrected(question, entry, now),))
    return replace(entry, text=text, corrected_at=now)
