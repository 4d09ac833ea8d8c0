"""Words shown to their author before they are sent: a row of the table `awaited`, erased with it."""

import secrets
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.dialog_state import Conversation
from bot.questions.draft import IN_ONE_GO, MAX_FILES, MessageDraft
from bot.storage.database import Database
from bot.storage.tables import dialog_rows as rows
from bot.storage.tables.dialog_rows import DialogRow, RowKind

LIFE = timedelta(hours=1)
_SENT, _VOICE, _FILES = "sent", "voice ", "files "


class DraftStore:
    """The stored drafts; a number of its own tells each draft from the one that took its place."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def keep(
        self, conversation: Conversation, about: str, text: str, voice: str = "", files: tuple[str, ...] = ()
    ) -> MessageDraft:
        """Stores the draft in place of an earlier one of this conversation."""
        draft = MessageDraft(secrets.randbelow(2**40), about, text, voice=voice, files=files)
        await self._write(conversation, draft)
        return draft

    async def add_file(self, conversation: Conversation, draft: MessageDraft, message: str) -> MessageDraft:
        """The same draft with one more file, as far as they go with one letter."""
        more = replace(draft, files=(*draft.files, message)[:MAX_FILES])
        await self._write(conversation, more)
        return more

    async def find_draft(self, conversation: Conversation, number: int) -> MessageDraft | None:
        """The draft of that number, sent or not; None where another took its place or its hour is over."""
        row = await self._database.read(lambda db: _find(db, conversation))
        if row is None or datetime.fromisoformat(row[1]) < self._clock.now():
            return None
        draft, age = _read(row[0]), self._clock.now() + LIFE - datetime.fromisoformat(row[1])
        return replace(draft, is_fresh=age <= IN_ONE_GO) if draft.number == number else None

    async def mark_sent(self, conversation: Conversation, draft: MessageDraft) -> None:
        """Erases the text of a sent draft; that it was sent is known for another hour."""
        await self._write(conversation, MessageDraft(draft.number, draft.about, "", sent=True))

    async def drop(self, conversation: Conversation) -> None:
        """Deletes a draft that its author does not want to send."""
        await self._database.write(lambda db: rows.drop(db, conversation, (RowKind.DRAFT,)))

    async def _write(self, conversation: Conversation, draft: MessageDraft) -> None:
        row = DialogRow(RowKind.DRAFT, _written(draft), self._clock.now() + LIFE)
        await self._database.write(lambda db: rows.put(db, conversation, row))


def _written(draft: MessageDraft) -> str:
    """A line each for the number, the state or the carried messages, and what it is about; then the words."""
    files = f"{_FILES}{','.join(draft.files)}" if draft.files else ""
    voice = f"{_VOICE}{draft.voice}" if draft.voice else ""
    state = _SENT if draft.sent else " ".join(filter(None, (voice, files)))
    return f"{draft.number}\n{state}\n{draft.about}\n{draft.text}"


def _read(context: str) -> MessageDraft:
    number, state, about, text = context.split("\n", 3)
    spoken, _, names = state.partition(_FILES)
    voice = spoken.strip().removeprefix(_VOICE) if spoken.startswith(_VOICE) else ""
    files = tuple(names.split(",")) if names else ()
    return MessageDraft(int(number), about, text, sent=state == _SENT, voice=voice, files=files)


def _find(db: sqlite3.Connection, conversation: Conversation) -> tuple[str, str] | None:
    row: tuple[str, str] | None = db.execute(
        "select context, expires_at from awaited where channel = ? and person = ? and chat = ? and what = ?",
        (conversation.channel, conversation.person, conversation.chat, RowKind.DRAFT),
    ).fetchone()
    return row
