"""Days that were read, where it is sure of which week and of which year they are."""

from datetime import datetime

from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.beside.this_year import says_this_year
from bot.russian.time.closings.last_day import is_last_day_closed, other_weekday
from bot.russian.time.closings.same_weekday import today_or_later
from bot.russian.time.closings.span import LONGEST_NOTICE, Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSURE_TYPED
from bot.russian.time.reading import words_of


def surely_dated(noticed: Noticed[tuple[Span, ...]], text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """The same, or the question of which week a weekday is, or of which year a day."""
    if isinstance(noticed.meaning, Unsure):
        is_empty = noticed.meaning == Unsure(Doubt.UNREAD)
        return Noticed(Unsure(Doubt.NOTHING)) if is_empty else noticed
    if says_this_year(text) and any(span.start.year != now.year for span in noticed.meaning):
        return Noticed(Unsure(Doubt.PASSED))
    tokens = words_of(text, CLOSURE_TYPED, LONGEST_NOTICE)
    spans = noticed.meaning
    unsure = today_or_later(tokens, spans, now) or is_last_day_closed(tokens, spans) or other_weekday(text, spans)
    return Noticed(unsure) if unsure else noticed
