"""What each word about a day or an hour adds to the whole, read from left to right."""

from datetime import date

from bot.booking.typed_days import ahead, dated, stretch, weekday
from bot.booking.typed_draft import Draft, Rule, Words, number_of
from bot.booking.typed_hours import bounded, half_past, joined, part_of_day, timed


def gather(words: Words, today: date) -> Draft:
    """Everything the words say. Raises NoSuchError."""
    draft, at = Draft(), 0
    while at < len(words):
        taken = next((taken for rule in _RULES if (taken := rule(draft, words[at:], today))), 0)
        draft.strays += not taken
        at += taken or 1
    return draft


def _bare(draft: Draft, words: Words, _: date) -> int:
    number = number_of(words)
    if number is None:
        return 0
    draft.numbers.append(number)
    return 1


_RULES: tuple[Rule, ...] = (
    *(joined, dated, timed, half_past, bounded),
    *(part_of_day, ahead, weekday, stretch, _bare),
)
