"""Absences of those who work here, numbers of desks and extra hours: whose they are is personal."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable, null

ABSENCE = PersonalTable(
    "absence",
    erasers=(
        Eraser(
            "absences",
            "channel = :channel and person = :person",
            "id channel person first_day last_day made_at keeps_desks",
            "first_day last_day made_at",
        ),
    ),
    endings=(Ending("last_day < :day"),),
)

CAPACITY_CHANGE = PersonalTable(
    "capacity_change",
    "id centre first_day last_day desks made_at",
    (
        Eraser(
            "desks_changed",
            "channel = :channel and made_by = :person",
            "channel made_by",
            "first_day last_day centre desks",
            null("channel made_by"),
        ),
    ),
    (Ending("last_day < :day"),),
)

EXTRA_HOURS = PersonalTable(
    "extra_hours",
    "id centre starts_at ends_at opened_at",
    (
        Eraser(
            "extra_hours",
            "channel = :channel and opened_by = :person",
            "channel opened_by",
            "starts_at ends_at centre",
            null("channel opened_by"),
        ),
    ),
    (Ending("ends_at < :before"),),
)

ABSENCES = (ABSENCE, CAPACITY_CHANGE, EXTRA_HOURS)
