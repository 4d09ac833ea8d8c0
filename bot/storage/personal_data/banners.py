"""The table of important messages: the words are the library's, who wrote and who removed them is personal."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable, null

BANNERS = PersonalTable(
    "banner",
    "id text until scope state at removed_at",
    (
        Eraser(
            "banners",
            "channel = :channel and author = :person",
            "channel author name",
            "at state",
            null("channel author") | {"name": "''"},
        ),
        Eraser(
            "banners_removed",
            "removed_channel = :channel and removed_by = :person",
            "removed_channel removed_by",
            "removed_at",
            null("removed_channel removed_by"),
        ),
    ),
    (Ending("until < :before"),),
)
