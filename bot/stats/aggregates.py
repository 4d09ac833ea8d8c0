"""The sums over a period as the store adds them up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.stats.figures import ArticleFigures


@dataclass(frozen=True, slots=True)
class KindSum:
    """All interactions of one sort."""

    kind: str
    channel: str
    state: str
    detail: str
    count: int
    minutes: int = 0
    lead_days: int = 0
    ratings: int = 0
    rating: int = 0


@dataclass(frozen=True, slots=True)
class ConsultationSum:
    """Visits that took place, of one sort."""

    channel: str
    topic: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class CentreSum:
    """The interactions of one sort at one centre."""

    centre: str
    kind: str
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class HourSum:
    """Requests done in an hour of a day, -1 where it is not known; `work` is automatic, reply or consultation."""

    day: date
    hour: int
    work: str
    count: int


@dataclass(frozen=True, slots=True)
class Sums:
    """A period as the store has counted it."""

    users: int
    new_users: int
    kinds: Sequence[KindSum]
    consultations: Sequence[ConsultationSum]
    hours: Sequence[HourSum]
    articles: Sequence[ArticleFigures]
    centres: Sequence[CentreSum]
    centre_users: Mapping[str, int]
