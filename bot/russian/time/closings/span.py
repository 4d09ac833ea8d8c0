"""A stretch of time that is closed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.russian.time.doubts import Doubt, TimeDoubtError

FARTHEST = timedelta(days=730)
LONGEST = timedelta(days=366)
LONGEST_NOTICE = 500  # characters; a notice of New Year with its greetings has three hundred


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, in the zone of the words; whole days go from midnight to midnight.

    `edge` is told in minutes alone: closed are the last so many of the usual hours, or, below nought, the first.
    """

    start: datetime
    end: datetime
    edge: int = 0


def within_reach(spans: tuple[Span, ...], now: datetime) -> tuple[Span, ...]:
    """What of the spans is still to come. Raises TimeDoubtError where that is nothing, or too far or too long."""
    if spans[-1].end <= now:
        raise TimeDoubtError(Doubt.PASSED)
    if any(span.start >= span.end for span in spans):
        raise TimeDoubtError(Doubt.ORDER)
    if spans[-1].end - spans[0].start > LONGEST or spans[0].start - now > FARTHEST:
        raise TimeDoubtError(Doubt.TOO_FAR)
    return tuple(span for span in spans if span.end > now)
