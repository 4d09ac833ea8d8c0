"""The tables of citizens' questions to librarians: a question, its thread and the notices are written together."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.outbox.notice import Notice
from bot.people import Address
from bot.questions.notices import QUESTION_ANSWERED, QUESTION_CAME
from bot.questions.question import (
    CarriedMessages,
    EntryId,
    Question,
    QuestionCopy,
    QuestionFile,
    QuestionId,
    ThreadEntry,
)
from bot.questions.unit_of_work import QuestionTransaction
from bot.storage.database import Database
from bot.storage.moments import text
from bot.storage.tables import notices
from bot.storage.tables.questions import rows
from bot.storage.tables.requests import RequestTable

R = TypeVar("R")


class QuestionCounter(Protocol):
    """Counts questions in the figures, inside the transaction that makes them."""

    def asked(self, db: sqlite3.Connection, question: Question) -> None: ...

    def answered(self, db: sqlite3.Connection, question: Question, at: datetime, by: Address | None) -> None: ...


class QuestionTables:
    """The tables inside an open transaction."""

    def __init__(self, db: sqlite3.Connection, counter: QuestionCounter | None = None) -> None:
        self._db = db
        self._counter = counter
        self.requests = RequestTable(db)

    def find_question(self, id_: QuestionId) -> Question | None:
        """The question of that number."""
        return next(iter(rows.questions(self._db, "id = ?", (id_,))), None)

    def add(self, draft: Question) -> Question:
        """The question with its number."""
        return rows.insert_question(self._db, draft)

    def save(self, question: Question) -> None:
        """Stores what may change of a question."""
        rows.save_question(self._db, question)

    def awaiting(self) -> list[Question]:
        """Those for which it is a librarian's turn, the oldest first."""
        return rows.questions(self._db, "state in ('new', 'taken') order by id", ())

    def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        where = "channel = ? and citizen = ? order by id desc limit ?"
        return rows.questions(self._db, where, (citizen.channel, citizen.id, limit))

    def idle_since(self, before: datetime) -> list[Question]:
        """Those that are not answered and not closed, and in which nothing was said since a moment."""
        where = (
            "state in ('new', 'taken', 'waiting') and asked_at < ?1 and not exists"
            " (select 1 from question_entry where question = question.id and at >= ?1) order by id"
        )
        return rows.questions(self._db, where, (text(before),))

    def entries(self, id_: QuestionId) -> list[ThreadEntry]:
        """What was said after the question, in order."""
        return rows.entries(self._db, "question = ? order by id", (id_,))

    def find_entry(self, id_: EntryId) -> ThreadEntry | None:
        """What was said under that number."""
        return next(iter(rows.entries(self._db, "id = ?", (id_,))), None)

    def last_entry_by(self, author: Address, since: datetime, question: QuestionId | None = None) -> ThreadEntry | None:
        """What this librarian has said last, and after that moment; of one question where it is given."""
        where = (
            "author_channel = ? and author = ? and at > ? and ifnull(?, question) = question order by id desc limit 1"
        )
        values = (author.channel, author.id, text(since), question)
        return next(iter(rows.entries(self._db, where, values)), None)

    def add_entry(self, draft: ThreadEntry) -> ThreadEntry:
        """What was said, with its number."""
        return rows.insert_entry(self._db, draft)

    def correct_entry(self, id_: EntryId, words: str, at: datetime) -> None:
        """Other words in place of those that were said."""
        sql = "update question_entry set text = ?, corrected_at = ? where id = ?"
        self._db.execute(sql, (words, text(at), id_))

    def copies(self, id_: QuestionId) -> list[QuestionCopy]:
        """The messages that show the question, or what was said after it."""
        return rows.copies(self._db, "question = ? order by id", (id_,))

    def copy_at(self, to: Address, message: str) -> QuestionCopy | None:
        """What a message of the bot in somebody's private chat shows."""
        where = "channel = ? and person = ? and message = ?"
        return next(iter(rows.copies(self._db, where, (to.channel, to.id, message))), None)

    def copy_below(self, to: Address, message: str, within: int) -> QuestionCopy | None:
        """The nearest of the person's noted messages that came right after this one, at most so many numbers on."""
        if not message.isdecimal():
            return None
        number = "cast(message as integer)"
        where = f"channel = ? and person = ? and {number} > ? and {number} <= ? order by {number} limit 1"
        values = (to.channel, to.id, int(message), int(message) + within)
        return next(iter(rows.copies(self._db, where, values)), None)

    def add_copy(self, id_: QuestionId, entry: EntryId | None, to: Address, message: str) -> None:
        """Notes which message shows the question."""
        self._db.execute(
            "insert into question_copy (question, entry, channel, person, message) values (?, ?, ?, ?, ?)"
            " on conflict do nothing",
            (id_, entry, to.channel, to.id, message),
        )

    def files(self, id_: QuestionId) -> list[QuestionFile]:
        """The photos and files that are kept still, in order."""
        return rows.files(self._db, id_)

    def add_files(self, id_: QuestionId, entry: EntryId | None, carried: CarriedMessages) -> None:
        """Notes where the photos and files stand."""
        rows.insert_files(self._db, [QuestionFile(id_, entry, carried.chat, one) for one in carried.messages])

    def drop_files(self, entry: EntryId) -> None:
        """Forgets where the photos and files of an entry stand."""
        self._db.execute("delete from question_file where entry = ?", (entry,))

    def put(self, promises: Iterable[Notice]) -> None:
        """Queues notices; one already queued stays as it is."""
        notices.put(self._db, promises)

    def put_again(self, id_: QuestionId, promises: Iterable[Notice]) -> None:
        """Queues the notices also where an older program could not tell them and has lost what they said."""
        # Before 0.1.1 what could not be told lost its payload: it can be said no more, and bars its key.
        self._db.execute(
            "delete from outbox where kind = ?1 and state = 'unreachable' and payload = '{}'"
            " and dedupe_key glob ?1 || ':' || ?2 || ':*'",
            (QUESTION_CAME, id_),
        )
        notices.put(self._db, promises)

    def has_reached_somebody(self, id_: QuestionId) -> bool:
        """Whether a notice of the question waits for somebody or has arrived."""
        sql = (
            "select 1 from outbox where kind = ?1 and state in ('waiting', 'sent')"
            " and dedupe_key glob ?1 || ':' || ?2 || ':*' limit 1"
        )
        return self._db.execute(sql, (QUESTION_CAME, id_)).fetchone() is not None

    def undelivered_to(self, citizen: Address) -> Sequence[ThreadEntry]:
        """The librarians' entries that this citizen has not got."""
        where = (
            "author is not null and exists (select 1 from outbox where kind = ? and channel = ? and recipient = ?"
            " and state <> 'sent' and dedupe_key glob '*:' || question_entry.id) order by id"
        )
        return rows.entries(self._db, where, (QUESTION_ANSWERED, citizen.channel, citizen.id))

    def count_asked(self, question: Question) -> None:
        """Counts the question in the figures."""
        if self._counter:
            self._counter.asked(self._db, question)

    def count_answered(self, question: Question, entry: ThreadEntry) -> None:
        """Counts the first answer in the figures."""
        if self._counter:
            self._counter.answered(self._db, question, entry.at, entry.author)


class QuestionStore:
    """Opens transactions over the stored questions; without a counter nothing is counted."""

    def __init__(self, database: Database, counter: QuestionCounter | None = None) -> None:
        self._database = database
        self._counter = counter

    async def write(self, work: Callable[[QuestionTransaction], R]) -> R:
        """Runs the function while nobody else writes; an exception rolls back."""
        return await self._database.write(lambda db: work(QuestionTables(db, self._counter)))

    async def read(self, work: Callable[[QuestionTransaction], R]) -> R:
        """Runs the function on what was committed."""
        return await self._database.read(lambda db: work(QuestionTables(db)))

    async def find_question(self, id_: QuestionId) -> Question | None:
        """The question of that number."""
        return await self.read(lambda tx: tx.find_question(id_))
