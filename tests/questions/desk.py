"""The services of questions over a real database, with readers that a test sets."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.centres.centre import CentreId
from bot.people import Address
from bot.questions.answer_hours import AnswerHours
from bot.questions.answering import AnswerService
from bot.questions.own_questions import OwnQuestions
from bot.questions.question import EntryId, EntryKind, Question, QuestionId, ThreadEntry
from bot.questions.routing import QuestionReaders, Routing, Waits
from bot.questions.service import QuestionService
from bot.questions.watch import QuestionWatch
from bot.storage.database import Database
from bot.storage.tables.notices import NoticeStore
from bot.storage.tables.questions.store import QuestionStore
from tests.hand_clock import HandClock

ANNA, BORIS = Address("telegram", 1001), Address("telegram", 1002)
VERA, GLEB, OLGA = Address("telegram", 2001), Address("max", 3001), Address("telegram", 2002)
ZONE = ZoneInfo("Europe/Moscow")
DAYS = 90


@dataclass
class Desk:
    """`woken` counts the knocks at the delivery worker's door; `silent` are those whom messages do not reach."""

    database: Database
    clock: HandClock
    everybody: set[Address] = field(default_factory=lambda: {VERA, GLEB})
    off_duty: set[Address] = field(default_factory=set)
    silent: set[Address] = field(default_factory=set)
    admins: set[Address] = field(default_factory=set)
    of_centre: dict[str, set[Address]] = field(default_factory=dict)
    of_district: dict[str, set[Address]] = field(default_factory=dict)
    hours: str | None = "Mo-Fr 09:00-18:00"
    woken: int = 0

    @property
    def store(self) -> QuestionStore:
        return QuestionStore(self.database)

    @property
    def routing(self) -> Routing:
        readers = QuestionReaders(
            self.everybody,
            lambda: self.everybody - self.off_duty,
            lambda centre: self.of_centre.get(centre, set()),
            lambda centre: self.of_district.get(centre, set()),
            self.admins,
        )
        return Routing(readers, self, AnswerHours(lambda: self.hours, ZONE), Waits())

    @property
    def service(self) -> QuestionService:
        return QuestionService(self.store, self.routing, self.clock, self._wake)

    @property
    def answers(self) -> AnswerService:
        return AnswerService(self.store, self.everybody, self.clock, self._wake)

    @property
    def own(self) -> OwnQuestions:
        return OwnQuestions(self.store, self.routing, self.clock, self._wake)

    @property
    def watch(self) -> QuestionWatch:
        return QuestionWatch(self.store, self.routing, NoticeStore(self.database), DAYS, self.clock)

    def _wake(self) -> None:
        self.woken += 1

    async def reached(self, people: Collection[Address]) -> frozenset[Address]:
        return frozenset(people) - self.silent

    async def ask(self, text: str = "Где?", citizen: Address = ANNA, centre: str | None = None) -> Question:
        draft = self.service.draft(citizen, text, None, CentreId(centre) if centre else None)
        return (await self.service.hand_over(draft)).question

    async def say(
        self, question: Question, text: str = "Вот", by: Address = VERA, *, seen: int = 0, asks: bool = False
    ) -> ThreadEntry:
        kind = EntryKind.INQUIRY if asks else EntryKind.ANSWER
        return await self.answers.answer(ThreadEntry(EntryId(0), question.id, kind, text, self.clock.now(), by), seen)

    async def now(self, question: Question) -> Question:
        found = await self.store.find_question(question.id)
        assert found is not None
        return found

    async def promised(self, *kinds: str) -> list[tuple[str, int]]:
        """The kind and the recipient of each notice, in the order of being queued."""
        rows = await self.rows("select kind, recipient from outbox order by id")
        return [(kind, to) for kind, to in rows if not kinds or kind in kinds]

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return await self.database.read(lambda db: db.execute(sql).fetchall())

    async def told(self, question: Question, to: Address, message: str, entry: EntryId | None = None) -> None:
        await self.answers.told(question.id, entry, to, message)


def numbered(question: Question, number: int) -> Question:
    return replace(question, id=QuestionId(number))
