"""A link by which somebody comes to work here: good once and for a week; of its secret only the hash is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

LIFE = timedelta(days=7)
TOKEN_BYTES = 24  # 192 random bits, 32 signs in the link


@dataclass(frozen=True, slots=True)
class OneTimeLink:
    """A new link: the secret is told once, the hash is stored."""

    secret: str
    hash: str
    expires_at: datetime


class LinkMadeBeforeError(Exception):
    """The same press has made a link already; its secret is not known any more."""


def new_link(now: datetime) -> OneTimeLink:
    """A link that nobody has seen yet."""
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    return OneTimeLink(secret, hash_of(secret), now + LIFE)


def hash_of(secret: str) -> str:
    """By which a stored link is found again."""
    return hashlib.sha256(secret.encode()).hexdigest()
