"""The rows of the table `awaited`, and how what is awaited or offered is written in them."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.dialog_state import Conversation, PendingPrompt, Prompt, TypedOptions

Row = tuple[str, int, int, str, str, str]


def written(offered: TypedOptions) -> str:
    """Numbered lines, an empty line, then each button's action and words."""
    named = (f"{action}\t{label}" for action, label in offered.named)
    return "\n".join((*offered.numbered, "", *named)) if offered.named else "\n".join(offered.numbered)


def read(context: str) -> TypedOptions:
    """The typed options that `written` wrote."""
    numbered, _, named = f"\n{context}".partition("\n\n")
    pairs = (line.partition("\t") for line in named.splitlines())
    return TypedOptions(tuple(numbered.split()), tuple((action, label) for action, _, label in pairs))


def written_left(left: PendingPrompt) -> str:
    """What was asked for on the first line, then its context."""
    return f"{left.what}\n{left.context}"


def read_left(context: str) -> PendingPrompt | None:
    """The prompt that `written_left` wrote; None for a kind that only a newer program knows."""
    what, _, rest = context.partition("\n")
    return PendingPrompt(Prompt(what), rest) if what in set(Prompt) else None


def all_rows(db: sqlite3.Connection) -> list[Row]:
    """Every row: channel, person, chat, what, context, expires_at."""
    return db.execute("select channel, person, chat, what, context, expires_at from awaited").fetchall()


def put(
    db: sqlite3.Connection,
    conversation: Conversation,
    awaited: PendingPrompt,
    expires_at: datetime,
    instead: Iterable[Prompt],
) -> None:
    """Writes the row in place of those of the kinds `instead`."""
    drop(db, conversation, instead)
    db.execute(
        "insert or replace into awaited (channel, person, chat, what, context, expires_at) values (?, ?, ?, ?, ?, ?)",
        (
            conversation.channel,
            conversation.person,
            conversation.chat,
            awaited.what,
            awaited.context,
            expires_at.isoformat(),
        ),
    )


def drop(db: sqlite3.Connection, conversation: Conversation, kinds: Iterable[Prompt]) -> None:
    """Deletes the rows of these kinds."""
    db.executemany(
        "delete from awaited where channel = ? and person = ? and chat = ? and what = ?",
        [(conversation.channel, conversation.person, conversation.chat, wait) for wait in kinds],
    )


def expire(
    db: sqlite3.Connection, now: datetime, lapsed: Mapping[Conversation, tuple[PendingPrompt, datetime]]
) -> None:
    """Deletes what has ended; of the texts among it the bare question stays, as one that was left."""
    for conversation, (left, ends) in lapsed.items():
        put(db, conversation, PendingPrompt(Prompt.LEFT, written_left(left)), ends, ())
    db.execute("delete from awaited where expires_at < ?", (now.isoformat(),))
