"""Looks after open questions by the clock: who gets them now, who holds them too long, which are given up."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.questions import notices
from bot.questions.question import ClosedBy, Question, QuestionId, QuestionState
from bot.questions.routing import Route, Routing
from bot.questions.unit_of_work import QuestionStorage, QuestionTransaction


class QuestionOutbox(Protocol):
    """The outbox; a notice with a known key is not queued again."""

    async def promise(self, promises: Iterable[Notice]) -> int: ...


class QuestionWatch:
    """Finds what is due from the clock and the database alone, so a restart loses nothing and tells nothing twice."""

    def __init__(
        self, storage: QuestionStorage, routing: Routing, outbox: QuestionOutbox, days: int, clock: Clock
    ) -> None:
        """`days` is for how long questions are kept."""
        self._storage = storage
        self._routing = routing
        self._outbox = outbox
        self._days = days
        self._clock = clock

    async def look(self) -> bool:
        """Does what is due now; whether anything was queued."""
        found = await self._storage.read(lambda tx: tx.awaiting())
        told = [await self._look_after(question) for question in found]
        return any(told)

    async def give_up(self) -> bool:
        """Closes what nobody has answered for as long as questions are kept, and tells both sides."""
        now = self._clock.now()
        before = now - timedelta(days=self._days)
        idle = await self._storage.read(lambda tx: [one.id for one in tx.idle_since(before)])
        for id_ in idle:
            await self._storage.write(lambda tx, id_=id_: _give_up(tx, id_, now))  # type: ignore[misc]  # - a default binds it
        return bool(idle)

    def _is_given_up(self, question: Question, now: datetime) -> bool:
        """Whether the librarian who has taken it holds it too long, or works here no more."""
        ends = self._routing.take_ends(question)
        taker, readers = question.taken_by, self._routing.readers
        gone = taker is None or not readers.may_answer(taker, question.centre)
        return question.state is QuestionState.TAKEN and (gone or ends is None or ends <= now)

    async def _look_after(self, question: Question) -> bool:
        now = self._clock.now()
        if self._is_given_up(question, now):
            await self._storage.write(lambda tx: _release(tx, question))
            question = question.released()
        if question.state is QuestionState.TAKEN:
            return False
        if not self._routing.is_due(question, now):
            route = await self._routing.stay(question, now)
            return bool(await self._outbox.promise(notices.to_readers(question, route.to, now)))
        route = await self._routing.go_on(question, now)
        return await self._storage.write(lambda tx: _go_on(tx, question, route, now))


def _release(tx: QuestionTransaction, seen: Question) -> None:
    question = tx.find_question(seen.id)
    if question and (question.state, question.taken_at) == (seen.state, seen.taken_at):
        tx.save(question.released())


def _go_on(tx: QuestionTransaction, seen: Question, route: Route, now: datetime) -> bool:
    question = tx.find_question(seen.id)
    if question is None or question.state is not QuestionState.NEW or question.step_until != seen.step_until:
        return False
    # The hour that was promised stands.
    further = replace(question, step=route.step, step_until=route.schedule.step_until)
    tx.save(further)
    tx.put(notices.to_readers(further, route.to, now))
    return True


def _give_up(tx: QuestionTransaction, id_: QuestionId, now: datetime) -> None:
    question = tx.find_question(id_)
    if question is None or question.state in {QuestionState.ANSWERED, QuestionState.CLOSED}:
        return
    closed = replace(question, state=QuestionState.CLOSED, closed_at=now, closed_by=ClosedBy.TIME, step_until=None)
    tx.save(closed)
    copies = tx.copies(id_)
    tx.put(notices.settled(closed, copies, now))
    tx.put(notices.expired(closed, {copy.to for copy in copies}, now))
