"""What is kept of people: every column of every table is named here, as personal with its eraser or as not personal.

/forget, retention and «Показать мои данные» work from this list alone. A test compares it with the migrated schema.
"""

from bot.storage.personal_data.absences import ABSENCES
from bot.storage.personal_data.appointments import APPOINTMENTS
from bot.storage.personal_data.banners import BANNERS
from bot.storage.personal_data.figures import FIGURES
from bot.storage.personal_data.logs import LOGS
from bot.storage.personal_data.questions import QUESTIONS
from bot.storage.personal_data.reviews import REVIEWS
from bot.storage.personal_data.table import Ending, Eraser, PersonalTable, null

_PERSON = "channel = :channel and person = :person"
_CITIZEN = "channel = :channel and citizen = :person"
_AUTHOR = "channel = :channel and author = :person"
_VISITOR = null("channel citizen reason") | {"called": "''", "visitor": "''"}  # these may not be null
_TAKER = null("taken_channel taken_by")

TABLES = (
    PersonalTable(
        "person",
        erasers=(
            Eraser(
                "settings",
                "channel = :channel and id = :person",
                "channel id reading_aloud unreachable_since reminder_eve reminder_soon heard_at",
                "reading_aloud reminder_eve reminder_soon unreachable_since heard_at",
            ),
        ),
    ),
    # What is awaited ends by its own clock (DialogStateTable.expire). Its context may hold labels with others' names.
    PersonalTable(
        "awaited",
        erasers=(
            Eraser("begun", _PERSON, "channel person chat what context expires_at step message", "expires_at what"),
        ),
    ),
    PersonalTable(
        "booking",
        "id code centre topic origin starts_at ends_at free_at desks holds_desk state made_at revision expires_at"
        " confirmed called_up late outcome rating",
        (
            Eraser(
                "bookings",
                _CITIZEN,
                "channel citizen visitor called reason",
                "starts_at called code centre topic state reason outcome rating made_at",
                _VISITOR,
            ),
            Eraser(
                "visits_received",
                "taken_channel = :channel and taken_by = :person",
                "taken_channel taken_by",
                "starts_at centre topic state",
                _TAKER,
            ),
        ),
        (
            Ending("ends_at < :before and called <> ''", _VISITOR),
            Ending("ends_at < :before and taken_by is not null", _TAKER),
        ),
    ),
    PersonalTable(
        "place_in_line",
        erasers=(
            Eraser(
                "waitlist",
                _CITIZEN,
                "id channel citizen visitor called centre topic day joined_at state offer",
                "day called centre topic state joined_at",
            ),
        ),
        endings=(Ending("day < :day"),),
    ),
    *QUESTIONS,
    PersonalTable(
        "gap",
        erasers=(
            Eraser(
                "unanswered",
                "person = :name",
                "text person decision times first_at last_at",
                "last_at text times first_at",
            ),
        ),
        endings=(Ending("last_at < :before"),),
    ),
    PersonalTable(
        "librarian",
        erasers=(
            Eraser(
                "work", _PERSON, "id channel person name centre role since on_duty", "name centre role since on_duty"
            ),
        ),
    ),
    PersonalTable(
        "invitation",
        erasers=(
            Eraser(
                "invitations",
                "channel = :channel and made_by = :person",
                "hash centre role channel made_by expires_at used_at",
                "centre expires_at used_at",
            ),
        ),
        endings=(Ending("expires_at < :before"),),
    ),
    *APPOINTMENTS,
    # The words are about a centre: those sent stay for the admins, without who found and who decided.
    PersonalTable(
        "centre_change",
        "id centre part words fields at stage decided_at",
        (
            Eraser("card_drafts", f"{_AUTHOR} and stage = 'draft'", "channel author", "at centre part words"),
            Eraser(
                "card_edits",
                f"{_AUTHOR} and stage <> 'draft'",
                "channel author",
                "at centre part words stage",
                null("channel author"),
            ),
            Eraser(
                "card_edits_decided",
                "decided_channel = :channel and decided_by = :person",
                "decided_channel decided_by",
                "decided_at centre part stage",
                null("decided_channel decided_by"),
            ),
        ),
        (Ending("at < :before and stage <> 'sent'"),),
    ),
    *LOGS,
    *ABSENCES,
    REVIEWS,
    BANNERS,
    PersonalTable(
        "closure",
        "id centre starts_at ends_at reason closed_at",
        (
            Eraser(
                "closures",
                "channel = :channel and closed_by = :person",
                "channel closed_by",
                "closed_at centre starts_at ends_at reason",
                {"channel": "''", "closed_by": "0"},
            ),
        ),
        (Ending("ends_at < :before"),),
    ),
    PersonalTable(
        "outbox",
        erasers=(
            Eraser(
                "notices",
                "channel = :channel and recipient = :person",
                "id channel recipient kind payload dedupe_key due_at good_until attempts leased_until state reason"
                " settled_at",
                "due_at kind state",
            ),
        ),
        endings=(Ending("state <> 'waiting' and settled_at < :settled_before"),),
    ),
    # The first of a chat is in hand now: its words go when it has been answered, and a kill must not lose the answer.
    PersonalTable(
        "inbox",
        "key handled_at begun",  # the messenger's own number of the update, kept two days to know a repeat
        (
            Eraser(
                "inbox",
                "channel = :channel and sender = cast(:person as text) and handled_at is null and exists (select 1"
                " from inbox as first where first.channel = inbox.channel and first.lane = inbox.lane"
                " and first.handled_at is null and first.number < inbox.number)",
                "channel number lane sender raw said_at",
                "key",
            ),
        ),
    ),
    PersonalTable(
        "request",
        erasers=(Eraser("requests", _PERSON, "channel person update_key button number at", "at number"),),
        endings=(Ending("at < :settled_before"),),
    ),
    PersonalTable("desk_chat", "centre channel chat title linked_at topic"),  # a group, not a person
    # The kind, the size and the class of the error, never words.
    PersonalTable("set_aside", "channel key at kind size reason", endings=(Ending("at < :settled_before"),)),
    *FIGURES,
)
