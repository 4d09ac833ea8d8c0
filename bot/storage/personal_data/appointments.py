"""District admins and methodists, and the links by which they come: whose they are is personal."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable

APPOINTMENT = PersonalTable(
    "appointment",
    erasers=(
        Eraser(
            "roles",
            "channel = :channel and person = :person",
            "id channel person name role district since",
            "name role district since",
        ),
    ),
)

ROLE_OFFER = PersonalTable(
    "role_offer",
    erasers=(
        Eraser(
            "roles_offered",
            "channel = :channel and made_by = :person",
            "hash role district channel made_by expires_at used_at",
            "role district expires_at used_at",
        ),
    ),
    endings=(Ending("expires_at < :before"),),
)

APPOINTMENTS = (APPOINTMENT, ROLE_OFFER)
