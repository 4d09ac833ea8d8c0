"""What is kept of questions to librarians; with a question go what was said after it and what shows it (a trigger)."""

from bot.storage.personal_data.table import Ending, Eraser, PersonalTable, null

_CITIZEN = "channel = :channel and citizen = :person"
_OF_CITIZEN = "question in (select id from question where channel = :channel and citizen = :person)"

QUESTIONS = (
    PersonalTable(
        "question_file",
        erasers=(Eraser("question_files", _OF_CITIZEN, "id question entry chat message", "question"),),
    ),
    PersonalTable(
        "question_copy",
        erasers=(
            Eraser(
                "question_copies",
                f"{_OF_CITIZEN} or (channel = :channel and person = :person)",
                "id question entry channel person message",
                "question",
            ),
        ),
    ),
    PersonalTable(
        "question_entry",
        erasers=(
            Eraser(
                "question_entries",
                _OF_CITIZEN,
                "id question kind text at author_channel author article corrected_at",
                "at text",
            ),
            Eraser(  # the answer itself belongs to who asked
                "answers_given",
                "author_channel = :channel and author = :person",
                "author_channel author",
                "at",
                null("author_channel author"),
            ),
        ),
    ),
    PersonalTable(
        "question",
        erasers=(
            Eraser(
                "questions",
                _CITIZEN,
                "id channel citizen text article asked_at answer answered_channel answered_by answered_at voice_chat"
                " voice_message state centre step step_until promised_at round taken_channel taken_by taken_at"
                " closed_at closed_by",
                "asked_at text article state answer answered_at",
            ),
            Eraser(
                "questions_answered",
                "answered_channel = :channel and answered_by = :person",
                "answered_channel answered_by",
                "answered_at",
                null("answered_channel answered_by"),
            ),
            Eraser(
                "questions_taken",
                "taken_channel = :channel and taken_by = :person",
                "taken_channel taken_by",
                "taken_at",
                null("taken_channel taken_by"),
            ),
        ),
        # One without an answer is never deleted unsaid: it is closed first, and both sides are told.
        endings=(
            Ending("state = 'answered' and answered_at < :before"),
            Ending("state = 'closed' and closed_at < :settled_before"),
        ),
    ),
)
