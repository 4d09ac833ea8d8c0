"""Days without a beginning or without an end: «с 10 декабря», «до конца недели», «не раньше четверга»."""

from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.ranges import edge_days
from bot.russian.time.days.stretches import end_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, FAR, Stretch


def open_days(said: Phrase, calendar: Calendar) -> Stretch:
    """«с 10 декабря», «после 10 декабря», «до пятницы», «не раньше четверга». Raises TimeDoubtError."""
    opener, part = said.part("opener"), said.part("edge")
    if ending := said.part("ending"):
        return Stretch(calendar.today, end_of(ending, calendar))
    if opener is None or part is None:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    days = edge_days(part, calendar)
    day, last = days.first, days.last
    after, negated, before = opener.has("AFTER"), opener.has("NOT"), opener.has("BEFORE")
    opener.has("FROM", "TO", "THROUGH")
    if after and not negated:
        return Stretch(last + DAY, FAR)
    if after or (before and not negated):
        return Stretch(calendar.today, last if after else day - DAY)
    if before or opener.has("FROM"):
        return Stretch(day, FAR)
    if part.part("month") and opener.has("TO"):  # «до февраля» ends with January
        last = day - DAY
    return Stretch(calendar.today, last)
