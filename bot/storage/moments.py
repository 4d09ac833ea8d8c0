"""Moments as text, and back."""

from datetime import UTC, datetime


def text(moment: datetime) -> str:
    """A moment as text in UTC, so that moments can be compared as text."""
    return moment.astimezone(UTC).isoformat()


def optional(moment: datetime | None) -> str | None:
    """A moment as text, or None where there is none."""
    return text(moment) if moment else None


def moment(text: str) -> datetime:
    """The moment that was stored as text."""
    return datetime.fromisoformat(text)
