"""When letters with figures are promised, and to whom."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.outbox.notice import Notice
from bot.people import Address
from bot.stats.report_mail import MONTH_LETTER, WEEK_LETTER, ReportMail
from tests.hand_clock import HandClock

PSKOV = ZoneInfo("Europe/Moscow")
GLEB, VERA, BORIS = Address("telegram", 3), Address("telegram", 2), Address("telegram", 1)
LIBRARIANS = (("pechory", VERA), ("ostrov", VERA), ("ostrov", BORIS))


class Outbox:
    """Keeps a promise once a key, as the table does."""

    def __init__(self) -> None:
        self.kept: dict[str, Notice] = {}

    async def promise(self, promises: Iterable[Notice]) -> int:
        new = {one.dedupe_key: one for one in promises if one.dedupe_key not in self.kept}
        self.kept |= new
        return len(new)


def letters(at: datetime, outbox: Outbox) -> ReportMail:
    return ReportMail(outbox, frozenset({GLEB}), lambda: LIBRARIANS, HandClock(at.astimezone(UTC)), PSKOV)


async def test_on_monday_at_nine_admins_are_promised_the_week_before() -> None:
    outbox, nine = Outbox(), datetime(2026, 11, 23, 9, tzinfo=PSKOV)

    assert await letters(nine, outbox).send_due() == 1

    assert list(outbox.kept.values()) == [
        Notice(
            GLEB,
            WEEK_LETTER,
            "figures_week:2026-11-23:telegram:3",
            nine,
            {"first": 2026_11_16, "last": 2026_11_22},
            nine + timedelta(days=2),
        )
    ]


async def test_before_nine_nothing_is_promised() -> None:
    assert await letters(datetime(2026, 11, 23, 8, 59, tzinfo=PSKOV), Outbox()).send_due() == 0


async def test_after_two_days_of_outage_the_week_is_not_told_any_more() -> None:
    assert await letters(datetime(2026, 11, 25, 9, tzinfo=PSKOV), Outbox()).send_due() == 0


async def test_a_letter_is_promised_once_however_often_it_is_looked() -> None:
    outbox = Outbox()
    await letters(datetime(2026, 11, 23, 9, tzinfo=PSKOV), outbox).send_due()

    assert await letters(datetime(2026, 11, 24, 12, tzinfo=PSKOV), outbox).send_due() == 0


async def test_on_the_first_each_librarian_is_promised_the_month_of_each_of_his_centres() -> None:
    outbox, nine = Outbox(), datetime(2026, 12, 1, 9, tzinfo=PSKOV)

    await letters(nine, outbox).send_due()

    monthly = [one for one in outbox.kept.values() if one.kind == MONTH_LETTER]
    assert [(one.to, one.payload) for one in monthly] == [
        (person, {"first": 2026_11_01, "last": 2026_11_30, "centre": centre}) for centre, person in LIBRARIANS
    ]
    assert {one.expires_at for one in monthly} == {nine + timedelta(days=2)}


async def test_the_month_is_told_by_the_wall_clock_of_the_region() -> None:
    outbox = Outbox()

    await letters(datetime(2026, 12, 31, 23, tzinfo=UTC), outbox).send_due()

    assert outbox.kept == {}  # in Pskov it is two in the morning of the first
