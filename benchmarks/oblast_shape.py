"""How a simulated year spreads: the totals are those the oblast reports, the shares are our guess."""

from dataclasses import dataclass

from bot.booking.booking import Outcome


@dataclass(frozen=True, slots=True)
class Volume:
    """How much happens in a year."""

    users: int = 4_100
    consultations: int = 2_850
    walk_ins: int = 900
    by_phone: int = 450
    no_shows: int = 240
    cancelled: int = 310
    answers: int = 3_900
    chosen: int = 700
    read: int = 730
    centres_found: int = 900
    replies: int = 420
    suggested: int = 950
    nothing_found: int = 410
    none_fitted: int = 170
    questions: int = 450
    opinions: int = 1_150

    def times(self, share: float) -> "Volume":
        """A smaller year, or a bigger one."""
        return Volume(*(round(getattr(self, name) * share) for name in Volume.__slots__))


TOPICS = {
    "recovery": 22,
    "confirmation": 19,
    "registration": 18,
    "doctor": 14,
    "benefits": 8,
    "passport": 6,
    "pension": 5,
    "other": 4,
    "fines": 2,
    "safety": 2,
}
OUTCOMES: dict[Outcome | None, int] = {
    Outcome.ACCESS_RESTORED: 30,
    Outcome.ACCOUNT_CONFIRMED: 26,
    Outcome.SERVICE_ORDERED: 25,
    Outcome.SENT_TO_MFC: 9,
    Outcome.NOT_SOLVED: 5,
    None: 5,
}
RATINGS: dict[int | None, int] = {5: 34, 4: 9, 3: 3, 2: 1, 1: 1, None: 52}
OPEN_HOURS = {10: 9, 11: 14, 12: 12, 13: 5, 14: 10, 15: 11, 16: 9, 17: 4}
CHAT_HOURS = dict(
    zip(
        range(24),
        (2, 1, 0.4, 0.3, 0.3, 0.6, 2, 4, 7, 10, 13, 13, 11, 9, 9, 9, 9, 10, 12, 14, 14, 12, 8, 4),
        strict=True,
    )
)
MONTHS = (7, 10, 11, 10, 8, 7, 5, 6, 10, 11, 12, 9)
AT_DESKS = (10, 12, 11, 11, 9, 4, 0.3)  # by weekday
IN_CHAT = (12, 12, 11, 11, 10, 7, 6)
