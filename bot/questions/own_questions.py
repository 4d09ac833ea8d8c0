"""What a citizen does with a question of his own: adds to it, takes it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.privacy.masking import mask
from bot.questions import notices
from bot.questions.errors import QuestionClosedError, QuestionGoneError
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
from bot.questions.routing import Route, Routing
from bot.questions.service import check_length, found, routed
from bot.questions.unit_of_work import QuestionStorage, QuestionTransaction


class OwnQuestions:
    """Lets the one who asked go on with the question."""

    def __init__(self, storage: QuestionStorage, routing: Routing, clock: Clock, wake: Callable[[], None]) -> None:
        self._storage = storage
        self._routing = routing
        self._clock = clock
        self._wake = wake

    async def add(
        self,
        id_: QuestionId,
        text: str,
        citizen: Address,
        request: RequestKey | None = None,
        carried: CarriedMessages = NOTHING_CARRIED,
    ) -> Question:
        """Adds the citizen's masked words to the question, which then awaits a librarian again.

        Raises TooLong-, QuestionGone-, QuestionClosedError.
        """
        check_length(text)
        now, question = self._clock.now(), await self.find_own(id_, citizen)
        route, author = await self._routing.begin(question.centre, now), question.taken_by
        heir = author if author and await self._routing.reaches(author) else None
        entry = ThreadEntry(EntryId(0), id_, EntryKind.ADDITION, mask(text), now)
        changed = await self._storage.write(lambda tx: self._added(tx, entry, route, heir, request, carried))
        self._wake()
        return changed

    async def withdraw(self, id_: QuestionId, citizen: Address) -> Question:
        """Closes the question at the wish of who asked it. Raises QuestionGoneError, QuestionClosedError."""
        await self.find_own(id_, citizen)
        now = self._clock.now()

        def close(tx: QuestionTransaction) -> Question:
            closed = replace(
                found(tx, id_), state=QuestionState.CLOSED, closed_at=now, closed_by=ClosedBy.CITIZEN, step_until=None
            )
            tx.save(closed)
            tx.put(notices.settled(closed, tx.copies(id_), now))
            return closed

        closed = await self._storage.write(close)
        self._wake()
        return closed

    async def find_own(self, id_: QuestionId, citizen: Address) -> Question:
        """A question of this person that may be gone on with. Raises QuestionGoneError, QuestionClosedError."""
        question = await self._storage.read(lambda tx: tx.find_question(id_))
        if question is None or question.citizen != citizen:
            raise QuestionGoneError
        if question.is_closed:
            raise QuestionClosedError(question)
        return question

    def _added(
        self,
        tx: QuestionTransaction,
        draft: ThreadEntry,
        route: Route,
        heir: Address | None,
        request: RequestKey | None,
        carried: CarriedMessages,
    ) -> Question:
        question, now = found(tx, draft.question), draft.at
        if question.is_closed:
            raise QuestionClosedError(question)
        if request and tx.requests.made_by(request, now) is not None:
            return question
        entry = tx.add_entry(draft)
        tx.add_files(question.id, entry.id, carried)
        if request:
            tx.requests.keep(request, entry.id, now)
        if question.awaits_librarian:
            have = {copy.to for copy in tx.copies(question.id)}.intersection(self._routing.readers.answerers)
            tx.put(notices.added(question, entry, have - {question.citizen}))
            return question
        return self._reopened(tx, routed(question.reopened(), route), heir, route, now)

    def _reopened(
        self, tx: QuestionTransaction, question: Question, heir: Address | None, route: Route, now: datetime
    ) -> Question:
        """It goes to the librarian who has answered before, and on its way where he does not answer again."""
        if heir:
            question = replace(question, state=QuestionState.TAKEN, taken_by=heir, taken_at=now)
        tx.save(question)
        tx.put(notices.to_readers(question, {heir} if heir else route.to, now))
        tx.put(notices.promise_over(question, self._routing.readers.admins, now))
        return question
