"""The consultation log and the audit log: who wrote or did it is personal; nobody else has a name there."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable, null

_AUTHOR = null("channel author")

CONSULTATION_LOG = PersonalTable(
    "consultation_entry",
    "id centre day kind topic outcome people minutes is_from_sheet made_at struck_at",
    (
        Eraser(
            "consultations_noted",
            "channel = :channel and author = :person",
            "channel author",
            "day centre kind topic outcome people",
            _AUTHOR,
        ),
    ),
    (Ending("made_at < :before and author is not null", _AUTHOR),),
)

AUDIT_LOG = PersonalTable(
    "audit_entry",
    "id at deed centre number day subject",
    (
        Eraser(
            "deeds",
            "channel = :channel and person = :person",
            "channel person",
            "at deed centre day subject",
            null("channel person"),
        ),
    ),
    (Ending("at < :settled_before"),),
)

LOGS = (CONSULTATION_LOG, AUDIT_LOG)
