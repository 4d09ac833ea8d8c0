"""What was answered last is known for a while, the words of the question for ten minutes."""

from datetime import timedelta

import pytest

from bot.dialog_state import Conversation
from bot.faq.article import ArticleId
from bot.faq.last_answers import NO_ANSWER, LastAnswer, LastAnswers, SaidPart
from bot.people import Address
from tests.hand_clock import NOON, HandClock

ANNA = Conversation("telegram", 1, 1)
ANNA_IN_GROUP = Conversation("telegram", 1, -5)
BORIS = Conversation("telegram", 2, 2)
ANSWER = LastAnswer((ArticleId("one"),), (ArticleId("two"),), SaidPart.HEAD, question="забыл пароль")


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


def test_at_first_nothing_was_answered(clock: HandClock) -> None:
    answers = LastAnswers(clock)

    assert (answers.of(ANNA), answers.fresh(ANNA), NO_ANSWER.article) == (NO_ANSWER, NO_ANSWER, None)


def test_each_conversation_has_its_own_answer(clock: HandClock) -> None:
    answers = LastAnswers(clock)
    answers.keep(ANNA, ANSWER)

    assert [answers.of(one) for one in (ANNA, ANNA_IN_GROUP, BORIS)] == [ANSWER, NO_ANSWER, NO_ANSWER]


def test_a_choice_is_no_answer() -> None:
    assert LastAnswer((ArticleId("one"),)).article is None
    assert ANSWER.article == "one"


def test_words_live_ten_minutes_and_ids_half_a_day(clock: HandClock) -> None:
    answers = LastAnswers(clock)
    answers.keep(ANNA, ANSWER)
    clock.advance(timedelta(minutes=10, seconds=1))

    assert (answers.of(ANNA).question, answers.of(ANNA).shown, answers.fresh(ANNA)) == ("", ("one",), NO_ANSWER)
    clock.advance(timedelta(hours=12))
    assert answers.of(ANNA) == NO_ANSWER


async def test_no_words_lie_in_memory_after_their_time(clock: HandClock) -> None:
    answers = LastAnswers(clock)
    answers.keep(ANNA, ANSWER)
    clock.advance(timedelta(minutes=11))
    await answers.expire()

    assert (len(answers._questions), len(answers._answers)) == (0, 1)


def test_failures_are_counted_for_ten_minutes_or_until_something_helps(clock: HandClock) -> None:
    answers = LastAnswers(clock)
    counted = [answers.failed(ANNA), answers.failed(ANNA)]
    answers.helped(ANNA)
    after_help = answers.failed(ANNA)
    clock.advance(timedelta(minutes=10, seconds=1))

    assert (counted, after_help, answers.failed(ANNA)) == ([1, 2], 1, 1)


def test_who_is_forgotten_was_answered_nothing(clock: HandClock) -> None:
    answers = LastAnswers(clock)
    for conversation in (ANNA, ANNA_IN_GROUP, BORIS):
        answers.keep(conversation, ANSWER)
        answers.failed(conversation)

    answers.forget(Address("telegram", 1))

    assert [answers.of(one) for one in (ANNA, ANNA_IN_GROUP, BORIS)] == [NO_ANSWER, NO_ANSWER, ANSWER]
    assert (answers.failed(ANNA), answers.failed(BORIS)) == (1, 2)
