"""What the FAQ said last in each conversation, so that «проще», «нет, другое» and «сколько стоит» can lean on it.

In memory alone: no file and no copy of the database ever holds it, and a restart only costs one more question.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from cachetools import TTLCache

from bot.clock import Clock
from bot.dialog_state import OPTIONS_FOR, Conversation
from bot.faq.article import ArticleId
from bot.people import Address

WORDS_FOR = timedelta(minutes=10)  # the person's own words, and how often they were not helped
_CONVERSATIONS = 10_000  # at once; the oldest go first


class SaidPart(StrEnum):
    """How much of an answer was said."""

    NOTHING = "nothing"  # titles to choose from
    SHORT = "short"
    HEAD = "head"  # what stands above «Подробнее»
    ALL = "all"


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The articles of the last answer by their ids: those shown, the answer first, and the next nearest."""

    shown: tuple[ArticleId, ...] = ()
    further: tuple[ArticleId, ...] = ()
    said: SaidPart = SaidPart.NOTHING
    step: int | None = None  # of the numbered steps told one by one, the last; 0 before the first
    question: str = ""  # the words that were answered; empty after ten minutes

    @property
    def article(self) -> ArticleId | None:
        """The article that was answered with; None where there was only a choice."""
        return self.shown[0] if self.shown and self.said is not SaidPart.NOTHING else None


NO_ANSWER = LastAnswer()


class LastAnswers:
    """The last answer of each conversation: ids for half a day, words for ten minutes."""

    def __init__(self, clock: Clock) -> None:
        def seconds() -> float:
            return clock.now().timestamp()

        ids, words = OPTIONS_FOR.total_seconds(), WORDS_FOR.total_seconds()
        self._answers: TTLCache[Conversation, LastAnswer] = TTLCache(_CONVERSATIONS, ids, seconds)
        self._questions: TTLCache[Conversation, str] = TTLCache(_CONVERSATIONS, words, seconds)
        self._failures: TTLCache[Conversation, int] = TTLCache(_CONVERSATIONS, words, seconds)

    def of(self, conversation: Conversation) -> LastAnswer:
        """What was answered last; without articles where nothing was."""
        answer: LastAnswer = self._answers.get(conversation, NO_ANSWER)
        return replace(answer, question=self._questions.get(conversation, ""))

    def fresh(self, conversation: Conversation) -> LastAnswer:
        """What was answered within ten minutes: a follow-up leans on nothing older."""
        return self.of(conversation) if conversation in self._questions else NO_ANSWER

    def keep(self, conversation: Conversation, answer: LastAnswer) -> None:
        """Remembers an answer in place of the one before; without words those of the former stay."""
        self._answers[conversation] = replace(answer, question="")
        if answer.question:
            self._questions[conversation] = answer.question

    def failed(self, conversation: Conversation) -> int:
        """Counts an answer that did not help; how many there were within ten minutes."""
        count: int = self._failures.get(conversation, 0) + 1
        self._failures[conversation] = count
        return count

    def helped(self, conversation: Conversation) -> None:
        """What did not help before counts no more."""
        self._failures.pop(conversation, None)

    def forget(self, person: Address) -> None:
        """Drops what was said to a person who is erased or begins anew."""
        for kept in (self._answers, self._questions, self._failures):
            for conversation in [one for one in kept if (one.channel, one.person) == (person.channel, person.id)]:
                kept.pop(conversation, None)

    async def expire(self) -> None:
        """Drops what has outlived its time: words of people are not to lie in memory for a quiet night."""
        for kept in (self._answers, self._questions, self._failures):
            kept.expire()
