"""The rows of the table `awaited`, and how what is asked or offered is written in them."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialog_state import Conversation, Prompt, TypedOptions
from bot.screens.prompt_data import pack_prompt, unpack_prompt


class RowKind(StrEnum):
    """What a row of a conversation holds; there is one of each kind at most."""

    PROMPT = "prompt"  # what is asked
    LEFT = "left"  # the prompt that was suspended
    CHOICE = "choice"  # what typed numbers and words mean after the last message
    NOTICE = "notice"  # what a notice has asked meanwhile
    DRAFT = "draft"  # words shown to their author before they are sent, see bot.storage.tables.drafts


@dataclass(frozen=True, slots=True)
class DialogRow:
    """One row, whoever's it is."""

    kind: RowKind
    context: str
    expires_at: datetime
    step: str = ""
    message: str = ""  # the one that asked, as its messenger names it

    @property
    def prompt(self) -> Prompt | None:
        """The prompt of the row; None for one that only another release knows."""
        return unpack_prompt(self.step, self.context)


def of_prompt(kind: RowKind, prompt: Prompt, expires_at: datetime) -> DialogRow:
    """The row that holds the prompt."""
    step, values = pack_prompt(prompt)
    return DialogRow(kind, values, expires_at, step)


def written(offered: TypedOptions) -> str:
    """Numbered lines, an empty line, then each button's action and words."""
    named = (f"{action}\t{label}" for action, label in offered.named)
    return "\n".join((*offered.numbered, "", *named)) if offered.named else "\n".join(offered.numbered)


def read(context: str) -> TypedOptions:
    """The typed options that `written` wrote."""
    numbered, _, named = f"\n{context}".partition("\n\n")
    pairs = (line.partition("\t") for line in named.splitlines())
    return TypedOptions(tuple(numbered.split()), tuple((action, label) for action, _, label in pairs))


def all_rows(db: sqlite3.Connection) -> list[tuple[Conversation, DialogRow]]:
    """Every row of a kind that this release knows."""
    sql = "select channel, person, chat, what, context, expires_at, step, message from awaited"
    return [
        (
            Conversation(channel, person, chat),
            DialogRow(RowKind(kind), context, datetime.fromisoformat(ends), step, message),
        )
        for channel, person, chat, kind, context, ends, step, message in db.execute(sql)
        if kind in set(RowKind)
    ]


def put(db: sqlite3.Connection, conversation: Conversation, row: DialogRow, instead: Iterable[RowKind] = ()) -> None:
    """Writes the row in place of the one of its kind and of those of the kinds `instead`."""
    drop(db, conversation, instead)
    db.execute(
        "insert or replace into awaited (channel, person, chat, what, context, expires_at, step, message)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (*_key(conversation), row.kind, row.context, row.expires_at.isoformat(), row.step, row.message),
    )


def name_message(db: sqlite3.Connection, conversation: Conversation, message: str) -> None:
    """Writes by which message the prompt was asked."""
    db.execute(
        "update awaited set message = ? where channel = ? and person = ? and chat = ? and what = ?",
        (message, *_key(conversation), RowKind.PROMPT),
    )


def drop(db: sqlite3.Connection, conversation: Conversation, kinds: Iterable[RowKind]) -> None:
    """Deletes the rows of these kinds."""
    db.executemany(
        "delete from awaited where channel = ? and person = ? and chat = ? and what = ?",
        [(*_key(conversation), kind) for kind in kinds],
    )


def expire(db: sqlite3.Connection, now: datetime, lapsed: Mapping[Conversation, tuple[Prompt, datetime]]) -> None:
    """Deletes what has ended; of the prompts among it the bare question stays, as a suspended one."""
    for conversation, (left, ends) in lapsed.items():
        put(db, conversation, of_prompt(RowKind.LEFT, left, ends))
    db.execute("delete from awaited where expires_at < ?", (now.isoformat(),))


def _key(conversation: Conversation) -> tuple[str, int, int]:
    return conversation.channel, conversation.person, conversation.chat
