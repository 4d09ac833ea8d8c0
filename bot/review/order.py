"""Whose turn it is: the most asked first, what others read now is left to them, what was put off comes last."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.people import Address
from bot.review.subject import ReviewMark, ReviewStep

READING = timedelta(minutes=30)  # so long a subject is left to the one who has it on the screen


def turn(
    subjects: Sequence[str], asked: Mapping[str, int], marks: Iterable[ReviewMark], person: Address, now: datetime
) -> str | None:
    """The next subject for this person; None where there is none, or others read all that is left."""
    taken: set[str] = set()
    put_off: dict[str, datetime] = {}
    for mark in marks:
        if mark.step is ReviewStep.READING and mark.person != person and now - mark.at < READING:
            taken.add(mark.subject)
        if mark.step is ReviewStep.LATER and mark.person == person:
            put_off[mark.subject] = mark.at
    free = [one for one in subjects if one not in taken]
    fresh = [one for one in free if one not in put_off]
    if fresh:
        return max(fresh, key=lambda one: asked.get(one, 0))  # of equals the first
    return min(free, key=put_off.__getitem__, default=None)
