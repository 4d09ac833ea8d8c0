"""Whose turn it is: the most asked first, others' reading left alone, what was put off last."""

from datetime import timedelta

from bot.people import Address
from bot.review.order import READING, turn
from bot.review.subject import ReviewKind, ReviewMark, ReviewStep
from tests.hand_clock import NOON

GLEB, VERA = Address("telegram", 1), Address("telegram", 2)
SUBJECTS = ("a", "b", "c")


def mark(subject: str, person: Address, step: ReviewStep, minutes: int = 0) -> ReviewMark:
    return ReviewMark(ReviewKind.ARTICLE, subject, person, "Глеб", step, NOON - timedelta(minutes=minutes))


def test_the_most_asked_comes_first_and_of_equals_the_first() -> None:
    assert turn(SUBJECTS, {"b": 3}, (), GLEB, NOON) == "b"
    assert turn(SUBJECTS, {}, (), GLEB, NOON) == "a"


def test_what_another_reads_is_left_to_them_for_half_an_hour() -> None:
    reading = (mark("a", VERA, ReviewStep.READING),)

    assert turn(SUBJECTS, {}, reading, GLEB, NOON) == "b"
    assert turn(SUBJECTS, {}, reading, VERA, NOON) == "a"
    assert turn(SUBJECTS, {}, reading, GLEB, NOON + READING) == "a"


def test_what_was_put_off_comes_after_the_rest_in_its_order() -> None:
    later = (mark("a", GLEB, ReviewStep.LATER, 5), mark("b", GLEB, ReviewStep.LATER, 9))

    assert turn(SUBJECTS, {"a": 9}, later, GLEB, NOON) == "c"
    assert turn(("a", "b"), {"a": 9}, later, GLEB, NOON) == "b"
    assert turn(SUBJECTS, {}, later, VERA, NOON) == "a"


def test_nothing_is_left_where_others_read_the_rest() -> None:
    assert turn(("a",), {}, (mark("a", VERA, ReviewStep.READING),), GLEB, NOON) is None
    assert turn((), {}, (), GLEB, NOON) is None
