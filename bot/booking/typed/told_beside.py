"""Days and hours told beside a deed that is not a closing: what stands beside them is passed as in closings."""

from datetime import datetime, time
from typing import Any

from bot.russian.time.beside.noticed import UNREAD_OR_NOTHING, Noticed
from bot.russian.time.closings.closures import notice_closure
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Unsure

_TELLING = "закрыто"  # beside this word a closing passes over words that carry no time


def is_unread(noticed: Noticed[Any]) -> bool:
    """Whether words stayed unread, or no time was told."""
    return isinstance(noticed.meaning, Unsure) and noticed.meaning.doubt in UNREAD_OR_NOTHING


def notice_told(before: str, after: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """The time told before and after the words of the deed, strictly first; `now` is in the zone of the words.

    The words that were passed over are named by the preview (docs/decisions/0039).
    """
    plain = notice_closure(_line(before, after), now)
    if not is_unread(plain):
        return plain
    told = notice_closure(_line(before, _TELLING, after), now)
    return plain if is_unread(told) else told


def is_of_whole_days(span: Span) -> bool:
    """Whether the span has no hours, neither by the clock nor by those of the day: «на час раньше»."""
    return not span.edge and span.start.time() == time() and span.end.time() == time()


def _line(*parts: str) -> str:
    return " ".join(" ".join(parts).split()).strip(" ,.:—–-")
