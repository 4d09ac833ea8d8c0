"""Handing a citizen's question to librarians, and their answer back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.privacy.masking import mask
from bot.questions.question import Question, QuestionId, VoiceMessage

log = structlog.get_logger()

MAX_OPEN = 3
MAX_TEXT = 3500  # characters; with the words around it a message holds 4096

QUESTION_CAME = "question_came"
QUESTION_ANSWERED = "question_answered"


@dataclass
class TooManyOpenError(Exception):
    """The citizen has too many questions without an answer."""

    limit: int


@dataclass
class QuestionTooLongError(Exception):
    """The question or answer has more words than one message can carry."""

    limit: int


class NobodyToAskError(Exception):
    """No librarian is connected who could be asked."""


class QuestionGoneError(Exception):
    """There is no such question any more."""


@dataclass
class AlreadyAnsweredError(Exception):
    """There is an answer already: another librarian's, or another one of the same; as it stands."""

    question: Question


class Audience(StrEnum):
    """Whom a question reaches now."""

    ON_DUTY = "on_duty"
    EVERYBODY = "everybody"  # nobody on duty can be reached, somebody else can
    NOBODY = "nobody"  # none of them has pressed «Начать», or all have stopped the bot


class RecipientReach(Protocol):
    """Tells which people messages reach."""

    async def reached(self, people: Collection[Address]) -> frozenset[Address]: ...


class Questions(Protocol):
    """The stored questions; each call is one transaction together with its notices."""

    async def add(
        self,
        draft: Question,
        limit: int,
        promises: Callable[[Question], Iterable[Notice]],
        request: RequestKey | None = None,
    ) -> Question | None: ...

    async def hand_on(self, promises: Callable[[Question], Iterable[Notice]]) -> None:
        """Queues again the notices of open questions that have reached nobody."""
        ...

    async def find_question(self, id_: QuestionId) -> Question | None: ...

    async def unanswered(self, limit: int) -> list[Question]:
        """Those that wait for an answer, the oldest first."""
        ...

    async def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        ...

    async def answer(
        self, id_: QuestionId, text: str, by: Address, at: datetime, promises: Callable[[Question], Iterable[Notice]]
    ) -> bool: ...


class QuestionService:
    """Hands citizens' questions to librarians and the answers back."""

    def __init__(
        self,
        questions: Questions,
        librarians: Collection[Address],
        clock: Clock,
        wake: Callable[[], None],
        reach: RecipientReach,
        on_duty: Callable[[], Collection[Address]] | None = None,
    ) -> None:
        """`librarians` may answer; `on_duty` are those of them whom questions go to now, without it all of them."""
        self._questions = questions
        self._librarians = librarians
        self._on_duty = on_duty or (lambda: librarians)
        self._clock = clock
        self._wake = wake
        self._reach = reach

    @property
    def is_open(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self._librarians)

    async def audience(self) -> Audience:
        """Whom a question reaches now."""
        reached = await self._reach.reached(self._librarians)
        if not reached:
            return Audience.NOBODY
        return Audience.ON_DUTY if reached.intersection(self._on_duty()) else Audience.EVERYBODY

    def is_librarian(self, person: Address) -> bool:
        """Whether this person may answer."""
        return person in self._librarians

    async def hand_over(
        self,
        citizen: Address,
        text: str,
        article: str | None,
        request: RequestKey | None = None,
        voice: VoiceMessage | None = None,
    ) -> Question:
        """Stores the masked question and queues it for librarians; once for each request.

        Raises TooLong-, NobodyToAsk-, TooManyOpenError.
        """
        _check_length(text)
        if not self._librarians:
            raise NobodyToAskError
        draft = Question(QuestionId(0), citizen, mask(text), self._clock.now(), article, voice=voice)
        audience = await self.audience()
        to = self._on_duty() if audience is Audience.ON_DUTY else self._librarians
        question = await self._questions.add(draft, MAX_OPEN, lambda kept: self._to_librarians(kept, to), request)
        if question is None:
            raise TooManyOpenError(MAX_OPEN)
        if audience is Audience.NOBODY:
            log.warning("question.reaches_nobody", question=question.id)
        self._wake()
        return question

    async def hand_on(self, librarian: Address) -> None:
        """Queues for a person who can be reached now the questions that have reached nobody."""
        if librarian in self._librarians:
            await self._questions.hand_on(lambda question: self._to_librarians(question, (librarian,)))

    async def open_question(self, id_: QuestionId) -> Question:
        """A question that may be answered. Raises QuestionGoneError, AlreadyAnsweredError."""
        question = await self._known(id_)
        if question.answer is not None:
            raise AlreadyAnsweredError(question)
        return question

    async def unanswered(self, limit: int) -> list[Question]:
        """The questions that wait for an answer, the oldest first."""
        return await self._questions.unanswered(limit)

    async def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        return await self._questions.asked_by(citizen, limit)

    async def answer(self, id_: QuestionId, text: str, by: Address) -> Question:
        """Stores the answer and queues it for the citizen; a repeated answer of the same person is accepted.

        Raises TooLong-, QuestionGone-, AlreadyAnsweredError.
        """
        _check_length(text)
        await self._known(id_)
        first = await self._questions.answer(id_, text, by, self._clock.now(), self._to_citizen)
        question = await self._known(id_)
        if not first and not (question.is_answered_by(by) and question.answer == text):
            raise AlreadyAnsweredError(question)
        self._wake()
        return question

    async def _known(self, id_: QuestionId) -> Question:
        question = await self._questions.find_question(id_)
        if question is None:
            raise QuestionGoneError
        return question

    def _to_librarians(self, question: Question, librarians: Collection[Address]) -> Iterable[Notice]:
        for librarian in sorted(librarians):
            yield self._promise(librarian, QUESTION_CAME, question)

    def _to_citizen(self, question: Question) -> Iterable[Notice]:
        yield self._promise(question.citizen, QUESTION_ANSWERED, question)

    def _promise(self, to: Address, kind: str, question: Question) -> Notice:
        key = f"{kind}:{question.id}:{to.channel}:{to.id}"
        return Notice(to, kind, key, self._clock.now(), {"question": question.id})


def _check_length(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise QuestionTooLongError(MAX_TEXT)
