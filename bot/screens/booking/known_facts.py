"""What is known of a booking before its check, in words: nobody wonders whether the day they named was heard."""

from html import escape

from bot.booking.draft import BookingDraft
from bot.centres.centre import Centre
from bot.russian.time.values import DayPart
from bot.screens.booking.time_list import day_of

_PARTS = {DayPart.MORNING: "утром", DayPart.AFTERNOON: "после обеда", DayPart.EVENING: "вечером"}


def known_facts(draft: BookingDraft, centre: Centre | None = None) -> str:
    """A line for the centre, the day or time and the visitor, each where it was said; empty where nothing was."""
    facts = (
        ("Центр", escape(centre.short_name) if centre else ""),
        ("Когда", _when(draft)),
        ("Кто придёт", escape(draft.visitor.called) if draft.visitor else ""),
    )
    return "\n".join(f"{name}: {value}." for name, value in facts if value)


def _when(draft: BookingDraft) -> str:
    said = (
        day_of(draft.day).lower() if draft.day else "",
        f"в {draft.at.hour}:{draft.at:%M}" if draft.at is not None else "",
        _PARTS[draft.part] if draft.part else "",
        "ближайшее время" if draft.soonest else "",
    )
    return ", ".join(filter(None, said))
