"""A citizen's question on its way to librarians, and what waits for them."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

import structlog

from bot.centres.centre import CentreId
from bot.clock import Clock
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.privacy.masking import mask
from bot.questions import notices
from bot.questions.errors import (
    NobodyToAskError,
    QuestionGoneError,
    QuestionTooLongError,
    TooManyOpenError,
)
from bot.questions.question import (
    NOTHING_CARRIED,
    CarriedMessages,
    EntryId,
    Question,
    QuestionFile,
    QuestionId,
    ThreadEntry,
    VoiceMessage,
)
from bot.questions.routing import Audience, Route, Routing
from bot.questions.unit_of_work import QuestionStorage, QuestionTransaction

log = structlog.get_logger()

MAX_OPEN = 3
MAX_TEXT = 3500  # characters; with the words around it a message holds 4096
MAX_ENTRIES = 50  # of one question


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A question as it was handed over, and whom it reaches."""

    question: Question
    audience: Audience


@dataclass(frozen=True, slots=True)
class QuestionThread:
    """A question with what was said after it."""

    question: Question
    entries: tuple[ThreadEntry, ...] = ()
    files: tuple[QuestionFile, ...] = ()

    def files_of(self, entry: EntryId | None) -> tuple[QuestionFile, ...]:
        """The photos and files of the question itself, or of an entry."""
        return tuple(one for one in self.files if one.entry == entry)


class QuestionService:
    """Hands citizens' questions to librarians."""

    def __init__(self, storage: QuestionStorage, routing: Routing, clock: Clock, wake: Callable[[], None]) -> None:
        self._storage = storage
        self._routing = routing
        self._clock = clock
        self._wake = wake

    @property
    def readers(self) -> Collection[Address]:
        """All who may answer."""
        return self._routing.readers.everybody

    @property
    def is_open(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self.readers)

    def is_librarian(self, person: Address) -> bool:
        """Whether there are questions that this person may answer."""
        return self._routing.readers.is_answerer(person)

    def may_answer(self, person: Address, question: Question) -> bool:
        """Whether this person may answer the question: who is over a district, only those about its centres."""
        return self._routing.readers.may_answer(person, question.centre)

    async def awaiting_for(self, person: Address) -> list[Question]:
        """The questions that wait and that this person may answer, the oldest first."""
        return [one for one in await self.awaiting() if self.may_answer(person, one)]

    async def hand_over(
        self, draft: Question, request: RequestKey | None = None, carried: CarriedMessages = NOTHING_CARRIED
    ) -> HandedOver:
        """Stores the masked question and queues it for its readers; once for each request.

        Raises TooLong-, NobodyToAsk-, TooManyOpenError.
        """
        check_length(draft.text)
        if not self.readers:
            raise NobodyToAskError
        route = await self._routing.begin(draft.centre, draft.asked_at)
        on_its_way = routed(replace(draft, text=mask(draft.text)), route)
        question = await self._storage.write(lambda tx: self._add(tx, on_its_way, route, request, carried))
        if question is None:
            raise TooManyOpenError(MAX_OPEN)
        if route.audience is Audience.NOBODY:
            log.warning("question.reaches_nobody", question=question.id)
        self._wake()
        return HandedOver(question, route.audience)

    def draft(
        self,
        citizen: Address,
        text: str,
        article: str | None = None,
        centre: CentreId | None = None,
        voice: VoiceMessage | None = None,
    ) -> Question:
        """What is about to be handed over."""
        return Question(QuestionId(0), citizen, text, self._clock.now(), article, voice=voice, centre=centre)

    async def hand_on(self, librarian: Address) -> None:
        """Queues for a person who can be reached now the questions that wait for somebody like them."""
        if not self.is_librarian(librarian):
            return
        now, routes = self._clock.now(), dict[QuestionId, Collection[Address]]()
        for question in await self._storage.read(lambda tx: tx.awaiting()):
            routes[question.id] = (await self._routing.stay(question, now)).to
        if routes:
            await self._storage.write(lambda tx: self._hand_on(tx, librarian, routes))

    async def awaiting(self) -> list[Question]:
        """The questions that wait for a librarian, the oldest first."""
        return await self._storage.read(lambda tx: tx.awaiting())

    async def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        return await self._storage.read(lambda tx: tx.asked_by(citizen, limit))

    async def thread(self, id_: QuestionId) -> QuestionThread:
        """The question with what was said after it. Raises QuestionGoneError."""
        return await self._storage.read(lambda tx: thread_of(tx, found(tx, id_)))

    def _add(
        self,
        tx: QuestionTransaction,
        draft: Question,
        route: Route,
        request: RequestKey | None,
        carried: CarriedMessages,
    ) -> Question | None:
        now = draft.asked_at
        made = tx.requests.made_by(request, now) if request else None
        if made and (standing := tx.find_question(QuestionId(made.number))):
            return standing
        if sum(one.awaits_librarian for one in tx.asked_by(draft.citizen, MAX_ENTRIES)) >= MAX_OPEN:
            return None
        question = tx.add(draft)
        tx.add_files(question.id, None, carried)
        if request and made is None:
            tx.requests.keep(request, question.id, now)
        tx.put((*notices.to_readers(question, route.to, now), *self._overdue(question)))
        if question.citizen not in self.readers:
            tx.count_asked(question)
        return question

    def _overdue(self, question: Question) -> Iterator[Notice]:
        yield from notices.promise_over(question, self._routing.readers.admins, question.asked_at)

    def _hand_on(
        self, tx: QuestionTransaction, librarian: Address, routes: dict[QuestionId, Collection[Address]]
    ) -> None:
        for question in tx.awaiting():
            if not self.may_answer(librarian, question):
                continue
            if librarian in routes.get(question.id, ()) or not tx.has_reached_somebody(question.id):
                tx.put_again(question.id, notices.to_readers(question, (librarian,), self._clock.now()))


def thread_of(tx: QuestionTransaction, question: Question) -> QuestionThread:
    """The question with all that belongs to it."""
    return QuestionThread(question, tuple(tx.entries(question.id)), tuple(tx.files(question.id)))


def found(tx: QuestionTransaction, id_: QuestionId) -> Question:
    """The question of that number. Raises QuestionGoneError."""
    question = tx.find_question(id_)
    if question is None:
        raise QuestionGoneError
    return question


def check_length(text: str) -> None:
    """Raises QuestionTooLongError for words that one message cannot carry."""
    if len(text) > MAX_TEXT:
        raise QuestionTooLongError(MAX_TEXT)


def routed(question: Question, route: Route) -> Question:
    """The question at a step of its way."""
    return replace(
        question,
        step=route.step,
        step_until=route.schedule.step_until,
        promised_at=route.schedule.promised_at,
    )
