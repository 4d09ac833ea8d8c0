"""A librarian's side of a question: taken, answered, asked back, corrected, closed."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.people import Address
from bot.questions import notices
from bot.questions.correcting import MAY_CORRECT, correctable, corrected
from bot.questions.errors import (
    AnsweredMeanwhileError,
    QuestionClosedError,
)
from bot.questions.question import (
    NOTHING_CARRIED,
    CarriedMessages,
    ClosedBy,
    EntryId,
    EntryKind,
    Question,
    QuestionId,
    QuestionState,
    ThreadEntry,
)
from bot.questions.service import check_length, found
from bot.questions.unit_of_work import QuestionStorage, QuestionTransaction


class AnswerService:
    """Brings librarians' words to the citizen, each once, and nobody's unseen."""

    def __init__(
        self, storage: QuestionStorage, readers: Collection[Address], clock: Clock, wake: Callable[[], None]
    ) -> None:
        """What `readers`, who work here, ask themselves is not counted in the figures."""
        self._storage = storage
        self._readers = readers
        self._clock = clock
        self._wake = wake

    async def take(self, id_: QuestionId, by: Address, *, over: bool = False) -> Question:
        """The question, held by this librarian unless another one holds it. Raises QuestionGone-, QuestionClosedError.

        With `over`, taken from another one. An answered one may be answered again, and is held by nobody.
        """
        return await self._storage.write(lambda tx: _taken(tx, id_, by, self._clock.now(), over=over))

    async def release(self, id_: QuestionId, by: Address) -> Question | None:
        """The librarian does not answer, others may; the question as it stands now."""

        def let_go(tx: QuestionTransaction) -> Question | None:
            question = tx.find_question(id_)
            if question and question.state is QuestionState.TAKEN and question.taken_by == by:
                tx.save(question.released())
            return tx.find_question(id_)

        return await self._storage.write(let_go)

    async def answer(self, draft: ThreadEntry, seen: int, carried: CarriedMessages = NOTHING_CARRIED) -> ThreadEntry:
        """Sends the words to the citizen; `seen` is how many of librarians' their author has seen.

        The last entry again is accepted and sends nothing. Raises TooLong-, QuestionGone-, QuestionClosed-,
        AnsweredMeanwhileError.
        """
        check_length(draft.text)
        now = self._clock.now()
        entry = await self._storage.write(lambda tx: self._answered(tx, replace(draft, at=now), seen, carried))
        self._wake()
        return entry

    async def correct(self, id_: EntryId, text: str, by: Address) -> ThreadEntry:
        """Changes the citizen's message within the hour. Raises TooLong-, QuestionGone-, TooLateToCorrectError."""
        check_length(text)
        now = self._clock.now()
        entry = await self._storage.write(lambda tx: corrected(tx, id_, text, by, now))
        self._wake()
        return entry

    async def correctable(self, id_: EntryId, by: Address) -> ThreadEntry:
        """The answer that this librarian may still correct. Raises QuestionGone-, TooLateToCorrectError."""
        now = self._clock.now()
        return await self._storage.read(lambda tx: correctable(tx, id_, by, now))

    async def last_correctable(self, by: Address, of: QuestionId | None = None) -> ThreadEntry | None:
        """The librarian's last words of the hour, of one question where it is named; None where there are none."""
        since = self._clock.now() - MAY_CORRECT
        return await self._storage.read(lambda tx: tx.last_entry_by(by, since, of))

    async def close(self, id_: QuestionId) -> Question:
        """Closes the question without an answer. Raises QuestionGone-, QuestionClosedError."""
        now = self._clock.now()

        def close(tx: QuestionTransaction) -> Question:
            question = _standing(tx, id_)
            closed = replace(
                question, state=QuestionState.CLOSED, closed_at=now, closed_by=ClosedBy.LIBRARIAN, step_until=None
            )
            tx.save(closed)
            tx.put((*notices.settled(closed, tx.copies(id_), now), *notices.expired(closed, (), now)))
            return closed

        closed = await self._storage.write(close)
        self._wake()
        return closed

    async def propose_article(self, question: Question, admins: Collection[Address], by: Address) -> None:
        """Queues the question with its answer for admins, once."""
        now = self._clock.now()
        if question.answer is not None:
            await self._storage.write(lambda tx: tx.put(notices.article_proposed(question, admins, by, now)))
            self._wake()

    async def told(self, id_: QuestionId, entry: EntryId | None, to: Address, message: str) -> None:
        """Notes where a message about the question stands, so that it can be answered to and changed."""
        await self._storage.write(lambda tx: _told(tx, id_, entry, to, message))

    async def not_delivered(self, citizen: Address) -> None:
        """The citizen has stopped the bot: the librarians whose words wait for them are told."""
        now = self._clock.now()

        def tell(tx: QuestionTransaction) -> None:
            for entry in tx.undelivered_to(citizen):
                question = tx.find_question(entry.question)
                if question and entry.author:
                    tx.put((notices.undelivered(question, entry, entry.author, now),))

        await self._storage.write(tell)

    def _answered(
        self, tx: QuestionTransaction, draft: ThreadEntry, seen: int, carried: CarriedMessages
    ) -> ThreadEntry:
        question = _standing(tx, draft.question)
        entries = [one for one in tx.entries(draft.question) if one.is_librarians]
        if entries and (entries[-1].author, entries[-1].text) == (draft.author, draft.text):
            return entries[-1]
        if len(entries) > seen:
            raise AnsweredMeanwhileError(question, entries[-1], len(entries))
        entry = tx.add_entry(draft)
        tx.add_files(question.id, entry.id, carried)
        if question.answer is None and draft.kind is EntryKind.ANSWER and question.citizen not in self._readers:
            tx.count_answered(question, entry)
        tx.save(_after(question, entry))
        tx.put((notices.to_citizen(question, entry),))
        tx.put(notices.settled(_after(question, entry), tx.copies(question.id), entry.at, entry.author))
        return entry


def _taken(tx: QuestionTransaction, id_: QuestionId, by: Address, now: datetime, *, over: bool) -> Question:
    question = _standing(tx, id_)
    if question.awaits_librarian and (over or question.state is QuestionState.NEW or question.taken_by == by):
        question = replace(question, state=QuestionState.TAKEN, taken_by=by, taken_at=now)
        tx.save(question)
    return question


def _after(question: Question, entry: ThreadEntry) -> Question:
    """The question once a librarian has said something."""
    said = replace(question, step_until=None, taken_by=entry.author, taken_at=None)
    if entry.kind is EntryKind.INQUIRY:
        return replace(said, state=QuestionState.WAITING)
    return replace(
        said, state=QuestionState.ANSWERED, answer=entry.text, answered_at=entry.at, answered_by=entry.author
    )


def _told(tx: QuestionTransaction, id_: QuestionId, entry: EntryId | None, to: Address, message: str) -> None:
    question = tx.find_question(id_)
    if question is None:
        return
    tx.add_copy(id_, entry, to, message)
    if entry and question.citizen == to:
        tx.drop_files(entry)


def _standing(tx: QuestionTransaction, id_: QuestionId) -> Question:
    question = found(tx, id_)
    if question.is_closed:
        raise QuestionClosedError(question)
    return question
