import pytest

from bot.centres.centre import Consultations
from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.typed_consultations import Limit, UnclearNumberError, read_consultations
from tests.centres.small_region import ZONE


def received(hours: str, desks: int = 1, minutes: int = 30, notice: int = 2, horizon: int = 30) -> Consultations:
    return Consultations(Hours.parse(hours, ZONE), desks, minutes, notice, horizon)


NOW = received("Tu,Th 11:00-13:00,14:00-17:00", 2, 40, 24, 14)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("вт, чт 11–17, обед 13–14", received("Tu,Th 11:00-13:00,14:00-17:00")),
        ("Часы записи: пн 9-12", received("Mo 09:00-12:00")),
        ("по вторникам и четвергам с 10 до 12", received("Tu,Th 10:00-12:00")),
        ("вт 10-12, 2 места", received("Tu 10:00-12:00", desks=2)),
        ("вт 10-12; два окна", received("Tu 10:00-12:00", desks=2)),
        ("вт 10-12, 3 человека сразу", received("Tu 10:00-12:00", desks=3)),
        ("вт 10-12 по двое", received("Tu 10:00-12:00", desks=2)),
        ("вт 10-12 по одному", received("Tu 10:00-12:00")),
        ("вт 10-12 по 40 минут", received("Tu 10:00-12:00", minutes=40)),
        ("вт 10-12 каждые 20 мин.", received("Tu 10:00-12:00", minutes=20)),
        ("вт 10-12 по полчаса", received("Tu 10:00-12:00", minutes=30)),
        ("вт 10-12 по часу", received("Tu 10:00-12:00", minutes=60)),
        ("вт 10-12, запись за 3 часа", received("Tu 10:00-12:00", notice=3)),
        ("вт 10-12 за сутки", received("Tu 10:00-12:00", notice=24)),
        ("вт 10-12 за 3 дня до приёма", received("Tu 10:00-12:00", notice=72)),
        ("вт 10-12 за неделю", received("Tu 10:00-12:00", notice=168)),
        ("вт 10-12 на 14 дней вперёд", received("Tu 10:00-12:00", horizon=14)),
        ("вт 10-12 на две недели", received("Tu 10:00-12:00", horizon=14)),
        ("вт 10-12 на месяц вперед", received("Tu 10:00-12:00", horizon=30)),
        ("вт 10-12 на год", received("Tu 10:00-12:00", horizon=365)),
        (
            "пн-пт 10-13 и 14-17:30; 2 места; каждые 20 минут; за сутки; на месяц",
            received("Mo-Fr 10:00-13:00,14:00-17:30", 2, 20, 24, 30),
        ),
    ],
)
def test_hours_and_numbers_are_read_from_one_message(typed: str, read: Consultations) -> None:
    assert read_consultations(typed, ZONE) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ср 10-12", received("We 10:00-12:00", 2, 40, 24, 14)),
        ("1 место", received(NOW.hours.expression, 1, 40, 24, 14)),
        ("по 45 минут, за 4 часа", received(NOW.hours.expression, 2, 45, 4, 14)),
        (
            "последняя пятница месяца — санитарный день",
            received(f'{NOW.hours.expression}; Fr[-1] off "санитарный день"', 2, 40, 24, 14),
        ),
    ],
)
def test_what_is_not_said_stays_as_it_is(typed: str, read: Consultations) -> None:
    assert read_consultations(typed, ZONE, NOW) == read


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("вт 10-12, 99 мест", Limit("desks", 1, 50)),
        ("вт 10-12 по 2 минуты", Limit("minutes", 5, 240)),
        ("вт 10-12 за 99 дней", Limit("notice_hours", 0, 720)),
        ("вт 10-12 на 0 дней", Limit("horizon_days", 1, 365)),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_its_bounds(typed: str, limit: Limit) -> None:
    with pytest.raises(UnclearNumberError) as refused:
        read_consultations(typed, ZONE)

    assert refused.value.limit == limit


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("вт 25-26", HoursDoubt.TIME),
        ("как обычно", HoursDoubt.WORD),
        ("10-12", HoursDoubt.NO_DAYS),
        ("2 места", HoursDoubt.WORD),
    ],
)
def test_hours_that_are_not_understood_are_refused(typed: str, doubt: HoursDoubt) -> None:
    with pytest.raises(UnclearHoursError) as refused:
        read_consultations(typed, ZONE)

    assert refused.value.doubt is doubt
