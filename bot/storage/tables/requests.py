"""The table of presses and messages that have made something."""

import sqlite3
from datetime import UTC, datetime

from bot.inbox.request_key import SECOND_TAP, Made, RequestKey
from bot.staff.one_time_link import LinkMadeBeforeError


class RequestTable:
    """The table of requests inside an open transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def made_by(self, key: RequestKey, now: datetime) -> Made | None:
        """By the same update at any time, or by the same button a moment ago; None for a new request."""
        who = (key.person.channel, key.person.id)
        same = self._db.execute(
            "select number from request where channel = ? and person = ? and update_key = ?", (*who, key.update)
        ).fetchone()
        if same:
            return Made(same[0], is_redelivery=True)
        again = self._db.execute(
            "select number from request where channel = ? and person = ? and button = ? and button <> '' and at > ?"
            " order by at desc limit 1",
            (*who, key.button, "" if key.is_once else _text(now - SECOND_TAP)),
        ).fetchone()
        return Made(again[0], is_redelivery=False) if again else None

    def keep(self, key: RequestKey, number: int, now: datetime) -> None:
        """Stores what the request has made."""
        self._db.execute(
            "insert into request (channel, person, update_key, button, number, at) values (?, ?, ?, ?, ?, ?)",
            (key.person.channel, key.person.id, key.update, key.button, number, _text(now)),
        )


def keep_link_made(db: sqlite3.Connection, request: RequestKey | None, now: datetime) -> None:
    """Remembers that the press makes a link, whose secret is told once. Raises LinkMadeBeforeError for a repeat."""
    if request is None:
        return
    requests = RequestTable(db)
    if requests.made_by(request, now):
        raise LinkMadeBeforeError
    requests.keep(request, 0, now)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
