"""The table of citizens' questions to librarians."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.questions.question import Question, QuestionId, VoiceMessage
from bot.questions.service import QUESTION_CAME
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.requests import RequestTable

Promises = Callable[[Question], Iterable[Notice]]


class QuestionStore:
    """The stored questions; a question and the notices about it are written together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, draft: Question, limit: int, promises: Promises, request: RequestKey | None = None
    ) -> Question | None:
        """The question with its number, or None where the citizen has too many open ones.

        The request that has brought it before brings it again; the same words in another one are another question.
        """
        return await self._database.write(lambda db: _add(db, draft, limit, promises, request))

    async def hand_on(self, promises: Promises) -> None:
        """Queues again the notices of open questions that have reached nobody."""
        await self._database.write(lambda db: _hand_on(db, promises))

    async def find_question(self, id_: QuestionId) -> Question | None:
        """The question of that number."""
        return await self._database.read(lambda db: _find(db, id_))

    async def unanswered(self, limit: int) -> list[Question]:
        """Those that wait for an answer, the oldest first."""
        sql = "select id from question where answer is null order by id limit ?"
        return await self._database.read(lambda db: _all(db, sql, (limit,)))

    async def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        sql = "select id from question where channel = ? and citizen = ? order by id desc limit ?"
        return await self._database.read(lambda db: _all(db, sql, (citizen.channel, citizen.id, limit)))

    async def answer(self, id_: QuestionId, text: str, by: Address, at: datetime, promises: Promises) -> bool:
        """Keeps the first answer; whether this was the first."""
        return await self._database.write(lambda db: _answer(db, id_, text, by, at, promises))


def _add(
    db: sqlite3.Connection, draft: Question, limit: int, promises: Promises, request: RequestKey | None
) -> Question | None:
    requests, now = RequestTable(db), draft.asked_at
    made = requests.made_by(request, now) if request else None
    if made and (standing := _find(db, QuestionId(made.number))):
        return standing
    if _open(db, draft.citizen) >= limit:
        return None
    question = _insert(db, draft)
    if request and made is None:
        requests.keep(request, question.id, now)
    notices.put(db, promises(question))
    return question


def _open(db: sqlite3.Connection, citizen: Address) -> int:
    sql = "select count(*) from question where channel = ? and citizen = ? and answer is null"
    (count,) = db.execute(sql, (citizen.channel, citizen.id)).fetchone()
    return int(count)


def _insert(db: sqlite3.Connection, draft: Question) -> Question:
    voice = (draft.voice.chat, draft.voice.message) if draft.voice else (None, None)
    (id_,) = db.execute(
        "insert into question (channel, citizen, text, article, asked_at, voice_chat, voice_message)"
        " values (?, ?, ?, ?, ?, ?, ?) returning id",
        (draft.citizen.channel, draft.citizen.id, draft.text, draft.article, draft.asked_at.isoformat(), *voice),
    ).fetchone()
    return replace(draft, id=QuestionId(id_))


def _hand_on(db: sqlite3.Connection, promises: Promises) -> None:
    numbers = db.execute(
        "select id from question where answer is null and not exists (select 1 from outbox where kind = ?1"
        " and state in ('waiting', 'sent') and dedupe_key glob ?1 || ':' || question.id || ':*') order by id",
        (QUESTION_CAME,),
    ).fetchall()
    for question in (_find(db, id_) for (id_,) in numbers):
        if question:
            # Before 0.1.1 what could not be told lost its payload: it can be said no more, and bars its key.
            db.execute(
                "delete from outbox where kind = ?1 and state = 'unreachable' and payload = '{}'"
                " and dedupe_key glob ?1 || ':' || ?2 || ':*'",
                (QUESTION_CAME, question.id),
            )
            notices.put(db, promises(question))


def _all(db: sqlite3.Connection, sql: str, values: tuple[str | int, ...]) -> list[Question]:
    """The questions of those numbers, in their order."""
    numbers = db.execute(sql, values).fetchall()
    return [question for (id_,) in numbers if (question := _find(db, id_))]


def _find(db: sqlite3.Connection, id_: QuestionId) -> Question | None:
    row = db.execute(
        "select channel, citizen, text, asked_at, article, answer, answered_at, answered_by, voice_chat, voice_message"
        " from question where id = ?",
        (id_,),
    ).fetchone()
    if row is None:
        return None
    channel, citizen, text, asked_at, article, answer, answered_at, answered_by, *voice = row
    return Question(
        id=id_,
        citizen=Address(channel, citizen),
        text=text,
        asked_at=datetime.fromisoformat(asked_at),
        article=article,
        answer=answer,
        answered_at=datetime.fromisoformat(answered_at) if answered_at else None,
        answered_by=answered_by,
        voice=VoiceMessage(*voice) if voice[1] else None,
    )


def _answer(db: sqlite3.Connection, id_: QuestionId, text: str, by: Address, at: datetime, promises: Promises) -> bool:
    changed = db.execute(
        "update question set answer = ?, answered_channel = ?, answered_by = ?, answered_at = ?"
        " where id = ? and answer is null",
        (text, by.channel, by.id, at.isoformat(), id_),
    ).rowcount
    question = _find(db, id_)
    if not changed or question is None:
        return False
    notices.put(db, promises(question))
    return True
