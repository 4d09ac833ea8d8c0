"""To whom a question goes, and how it goes on where nobody answers: centre, district, those on duty, admins."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.centres.centre import Centre, CentreId
from bot.people import Address
from bot.questions.answer_hours import AnswerHours
from bot.questions.question import Question, RoutingStep, Schedule

STEPS = tuple(RoutingStep)


class Audience(StrEnum):
    """Whom a question reaches now."""

    ON_DUTY = "on_duty"
    EVERYBODY = "everybody"  # nobody on duty can be reached, somebody else can
    NOBODY = "nobody"  # none of them has pressed «Начать», or all have stopped the bot


class RecipientReach(Protocol):
    """Tells which people messages reach."""

    async def reached(self, people: Collection[Address]) -> frozenset[Address]: ...


def _nobody(_: CentreId) -> Collection[Address]:
    return ()


@dataclass(frozen=True, slots=True)
class QuestionReaders:
    """Who may answer questions; asked anew each time, for people come and go."""

    everybody: Collection[Address]
    on_duty: Callable[[], Collection[Address]]
    of_centre: Callable[[CentreId], Collection[Address]] = _nobody
    of_district: Callable[[CentreId], Collection[Address]] = _nobody
    admins: Collection[Address] = ()
    centre: Callable[[str], Centre | None] = lambda _: None
    over_district: Callable[[CentreId], Collection[Address]] = _nobody
    may_answer_of: Callable[[Address, CentreId], bool] = lambda _, __: False
    overseers: Callable[[], Collection[Address]] = tuple

    def may_answer(self, person: Address, centre: CentreId | None) -> bool:
        """Whether the person may answer a question about that centre, or about none."""
        return person in self.everybody or (centre is not None and self.may_answer_of(person, centre))

    def is_answerer(self, person: Address) -> bool:
        """Whether there are questions that the person may answer."""
        return person in self.everybody or person in self.overseers()

    @property
    def answerers(self) -> frozenset[Address]:
        """All who may answer any question."""
        return frozenset(self.everybody).union(self.overseers())


@dataclass(frozen=True, slots=True)
class Waits:
    """In working hours: until a question goes on to the next step, and until an answer is promised."""

    step: int = 2
    promise: int = 8


@dataclass(frozen=True, slots=True)
class Route:
    """A step of a question: who gets it, and when it goes on."""

    step: RoutingStep
    to: frozenset[Address]
    schedule: Schedule
    audience: Audience


class Routing:
    """Finds the readers of each step; a step at which nobody can be reached is passed over."""

    def __init__(self, readers: QuestionReaders, reach: RecipientReach, hours: AnswerHours, waits: Waits) -> None:
        self.readers = readers
        self._reach = reach
        self._hours = hours
        self._waits = waits

    async def begin(self, centre: CentreId | None, now: datetime) -> Route:
        """The first step of a new question, which is promised an answer where somebody can be reached."""
        first = RoutingStep.CENTRE if centre else RoutingStep.DUTY
        return await self._from(first, centre, now)

    async def go_on(self, question: Question, now: datetime) -> Route:
        """The next step at which anybody further can be reached; the last one where there is none."""
        at, centre = STEPS.index(question.step), question.centre
        reached = await self._reach.reached(self.readers.answerers)
        had = {one for step in STEPS[: at + 1] for one in self._readers_of(step, centre, reached)}
        for step in STEPS[at + 1 :]:
            if reached.intersection(self._readers_of(step, centre, reached)) - had:
                return await self._from(step, centre, now)
        return await self._from(RoutingStep.ADMINS, centre, now)

    async def stay(self, question: Question, now: datetime) -> Route:
        """The step that the question stands at, as its readers are now."""
        return await self._from(question.step, question.centre, now)

    async def reaches(self, person: Address) -> bool:
        """Whether this person may answer and can be reached."""
        return self.readers.is_answerer(person) and bool(await self._reach.reached((person,)))

    def take_ends(self, question: Question) -> datetime | None:
        """When a librarian who has pressed «Ответить» and not answered no longer holds the question."""
        taken = question.taken_at
        return self._hours.step(self._centre(question.centre), taken, self._waits.step) if taken else None

    def is_due(self, question: Question, now: datetime) -> bool:
        """Whether the question goes on to its next step now."""
        return question.taken_at is None and question.step_until is not None and question.step_until <= now

    async def _from(self, first: RoutingStep, centre: CentreId | None, now: datetime) -> Route:
        reached = await self._reach.reached(self.readers.answerers)
        for step in STEPS[STEPS.index(first) :]:
            to = frozenset(self._readers_of(step, centre, reached))
            if reached & to:
                is_on_duty = step is not RoutingStep.DUTY or bool(reached.intersection(self.readers.on_duty()))
                audience = Audience.ON_DUTY if is_on_duty else Audience.EVERYBODY
                return Route(step, to, self._schedule(step, centre, now, audience), audience)
        schedule = Schedule(self._hours.step(self._centre(centre), now, self._waits.step), None)
        return Route(RoutingStep.DUTY, frozenset(self.readers.everybody), schedule, Audience.NOBODY)

    def _readers_of(
        self, step: RoutingStep, centre: CentreId | None, reached: frozenset[Address]
    ) -> Collection[Address]:
        on_duty = self.readers.on_duty()
        match step:
            case RoutingStep.CENTRE:
                return [one for one in self.readers.of_centre(centre) if one in on_duty] if centre else ()
            case RoutingStep.DISTRICT:
                librarians = [one for one in self.readers.of_district(centre) if one in on_duty] if centre else ()
                return (*librarians, *(self.readers.over_district(centre) if centre else ()))
            case RoutingStep.DUTY:
                return on_duty if reached.intersection(on_duty) else self.readers.everybody
            case RoutingStep.ADMINS:
                return self.readers.admins

    def _schedule(self, step: RoutingStep, id_: CentreId | None, now: datetime, audience: Audience) -> Schedule:
        """Where nobody is on duty nothing is promised."""
        centre = self._centre(id_)
        until = None if step is RoutingStep.ADMINS else self._hours.step(centre, now, self._waits.step)
        is_promised = audience is Audience.ON_DUTY
        return Schedule(until, self._hours.promise(centre, now, self._waits.promise) if is_promised else None)

    def _centre(self, centre: CentreId | None) -> Centre | None:
        return self.readers.centre(centre) if centre else None
