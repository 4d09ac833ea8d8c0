"""What each word about a day or an hour adds to the whole, read from left to right; every word is accounted for."""

from collections.abc import Sequence
from datetime import date

from bot.booking.typed.time_words import TimeWord
from bot.booking.typed.typed_days import ahead, dated, soonest, stretch, weekday
from bot.booking.typed.typed_draft import Rule, TimeDraft, Words, number_of
from bot.booking.typed.typed_hours import bounded, half_past, joined, part_of_day, since, timed
from bot.russian.accounting import COURTESY, Account


def gather(words: Sequence[TimeWord], today: date) -> tuple[TimeDraft, Account]:
    """Everything the words say, and which of them say nothing. Raises NoSuchError."""
    draft, account = TimeDraft(), Account([word.said for word in words])
    account.neutral = {at for at, word in enumerate(words) if word.said in COURTESY or not _is_word(word.said)}
    places = [place for place, word in enumerate(words) if word.form]
    forms = [words[place].form for place in places]
    at = 0
    while at < len(forms):
        taken = _taken(draft, forms[at:], places[at], today)
        if not taken:
            account.leave(places[at])
        if draft.has_day and draft.day_at is None:
            draft.day_at = places[at]
        at += taken or 1
    return draft, account


def _is_word(said: str) -> bool:
    return any(sign.isalnum() for sign in said)


def _taken(draft: TimeDraft, rest: Words, place: int, today: date) -> int:
    taken = next((taken for rule in _RULES if (taken := rule(draft, rest, today))), 0)
    if taken and rest[0] in {"ближайшее", "раньше"}:
        draft.soonest = place
    if taken or (number := number_of(rest)) is None:
        return taken
    if draft.at or draft.since:  # «в 10, 11»: after an hour a bare number is another hour, never a day
        return 0
    draft.numbers.append((place, number))
    return 1


_RULES: tuple[Rule, ...] = (
    *(dated, joined, timed, half_past, since, bounded),
    *(part_of_day, ahead, soonest, weekday, stretch),
)
