"""The rows of questions, of what was said after them, and of the messages that show them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.centres.centre import CentreId
from bot.people import Address
from bot.questions.question import (
    ClosedBy,
    EntryId,
    EntryKind,
    Question,
    QuestionCopy,
    QuestionFile,
    QuestionId,
    QuestionState,
    RoutingStep,
    ThreadEntry,
    VoiceMessage,
)
from bot.storage.moments import optional, text

_QUESTION = (
    "id, channel, citizen, text, asked_at, article, answer, answered_at, answered_channel, answered_by, voice_chat,"
    " voice_message, state, centre, step, step_until, promised_at, round, taken_channel, taken_by, taken_at, closed_at,"
    " closed_by"
)
_ENTRY = "id, question, kind, text, at, author_channel, author, article, corrected_at"
_COPY = "id, question, entry, channel, person, message"


def questions(db: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> list[Question]:
    """The questions of a condition, with its order."""
    return [_question(row) for row in db.execute(f"select {_QUESTION} from question where {where}", values)]  # noqa: S608 - constants


def entries(db: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> list[ThreadEntry]:
    """The entries of a condition, with its order."""
    return [_entry(row) for row in db.execute(f"select {_ENTRY} from question_entry where {where}", values)]  # noqa: S608 - constants


def copies(db: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> list[QuestionCopy]:
    """The copies of a condition, with its order."""
    return [_copy(row) for row in db.execute(f"select {_COPY} from question_copy where {where}", values)]  # noqa: S608 - constants


def insert_question(db: sqlite3.Connection, draft: Question) -> Question:
    """Stores a new question; its number is never used again."""
    voice = (draft.voice.chat, draft.voice.message) if draft.voice else (None, None)
    (id_,) = db.execute(
        "insert into question (channel, citizen, text, article, asked_at, voice_chat, voice_message, centre)"
        " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
        (
            *(draft.citizen.channel, draft.citizen.id, draft.text, draft.article, text(draft.asked_at)),
            *(*voice, draft.centre),
        ),
    ).fetchone()
    question = replace(draft, id=QuestionId(id_))
    save_question(db, question)
    return question


def save_question(db: sqlite3.Connection, question: Question) -> None:
    """Stores what may change of a question."""
    db.execute(
        "update question set answer = ?, answered_at = ?, answered_channel = ?, answered_by = ?, state = ?, step = ?,"
        " step_until = ?, promised_at = ?, round = ?, taken_channel = ?, taken_by = ?, taken_at = ?, closed_at = ?,"
        " closed_by = ? where id = ?",
        (
            *(question.answer, optional(question.answered_at), *_whose(question.answered_by)),
            *(question.state, question.step, optional(question.step_until), optional(question.promised_at)),
            *(question.round, *_whose(question.taken_by), optional(question.taken_at)),
            *(optional(question.closed_at), question.closed_by, question.id),
        ),
    )


def insert_entry(db: sqlite3.Connection, draft: ThreadEntry) -> ThreadEntry:
    """Stores what was said after a question."""
    (id_,) = db.execute(
        "insert into question_entry (question, kind, text, at, author_channel, author, article)"
        " values (?, ?, ?, ?, ?, ?, ?) returning id",
        (draft.question, draft.kind, draft.text, text(draft.at), *_whose(draft.author), draft.article),
    ).fetchone()
    return replace(draft, id=EntryId(id_))


def files(db: sqlite3.Connection, id_: QuestionId) -> list[QuestionFile]:
    """The photos and files of a question and of what was said after it."""
    found = db.execute("select entry, chat, message from question_file where question = ? order by id", (id_,))
    return [QuestionFile(id_, EntryId(entry) if entry is not None else None, *where) for entry, *where in found]


def insert_files(db: sqlite3.Connection, kept: Iterable[QuestionFile]) -> None:
    """Notes where photos and files stand."""
    sql = "insert into question_file (question, entry, chat, message) values (?, ?, ?, ?)"
    db.executemany(sql, [(one.question, one.entry, one.chat, one.message) for one in kept])


def _whose(person: Address | None) -> tuple[str | None, int | None]:
    return (person.channel, person.id) if person else (None, None)


def _address(channel: str | None, id_: int | None) -> Address | None:
    return Address(channel, id_) if channel is not None and id_ is not None else None


def _moment(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None


def _question(row: tuple[Any, ...]) -> Question:
    id_, channel, citizen, words, asked_at, article, answer, answered_at, *answered_by = row[:10]
    voice, (state, centre, step, step_until, promised_at, turn) = row[10:12], row[12:18]
    taken_by, (taken_at, closed_at, closed_by) = row[18:20], row[20:]
    return Question(
        id=QuestionId(id_),
        citizen=Address(channel, citizen),
        text=words,
        asked_at=datetime.fromisoformat(asked_at),
        article=article,
        answer=answer,
        answered_at=_moment(answered_at),
        answered_by=_address(*answered_by),
        voice=VoiceMessage(*voice) if voice[1] else None,
        state=QuestionState(state),
        centre=CentreId(centre) if centre else None,
        step=RoutingStep(step),
        step_until=_moment(step_until),
        promised_at=_moment(promised_at),
        round=turn,
        taken_by=_address(*taken_by),
        taken_at=_moment(taken_at),
        closed_at=_moment(closed_at),
        closed_by=ClosedBy(closed_by) if closed_by else None,
    )


def _entry(row: tuple[Any, ...]) -> ThreadEntry:
    id_, question, kind, words, at, channel, author, article, corrected_at = row
    return ThreadEntry(
        id=EntryId(id_),
        question=QuestionId(question),
        kind=EntryKind(kind),
        text=words,
        at=datetime.fromisoformat(at),
        author=_address(channel, author),
        article=article,
        corrected_at=_moment(corrected_at),
    )


def _copy(row: tuple[Any, ...]) -> QuestionCopy:
    id_, question, entry, channel, person, message = row
    shown = EntryId(entry) if entry is not None else None
    return QuestionCopy(id_, QuestionId(question), shown, Address(channel, person), message)
