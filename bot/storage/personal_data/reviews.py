"""The table of reviews: what admins have read, put off and confirmed."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable

REVIEWS = PersonalTable(
    "review",
    erasers=(
        Eraser(
            "reviews",
            "channel = :channel and person = :person",
            "kind subject channel person name step at former",
            "at kind subject step",
        ),
    ),
    endings=(Ending("at < :before"),),
)
