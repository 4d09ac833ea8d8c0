"""Words of typed hours that carry no time and were passed over: the preview of an edit names them."""

from bot.centres.card_edits import CardPart
from bot.centres.hours.typed_consultations import numbers_and_hours
from bot.russian.time.hours_of_work.reading import notice_timetable
from bot.screens.unsure import passed_over
from bot.staff.card_edit import CardEdit


def passed_in(change: CardEdit) -> tuple[str, ...]:
    """The sentence about them; none of other parts of a card."""
    match change.part:
        case CardPart.HOURS:
            hours = change.words
        case CardPart.CONSULTATIONS:
            _, hours = numbers_and_hours(change.words)
        case _:
            return ()
    words = notice_timetable(hours).passed if hours else ()
    return tuple(filter(None, (passed_over(words),)))
