"""Hours of work as libraries of villages and towns write them, and hours that are not theirs."""

import pytest

from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.doubts import Unsure
from bot.russian.time.hours_of_work.reading import notice_timetable
from tests.booking.reading_room import MOSCOW

READ = {
    "ежедн 9-19, без вых": "Mo-Su 09:00-19:00",
    "пн, ср 9-17; вт, чт 11-19; пт –, вс –": "Mo,We 09:00-17:00; Tu,Th 11:00-19:00; Fr off; Su off",
    "Пн 10–18 | Вт 10–18 | Ср 12–20 | Чт - | Пт 10–17 | Сб – | Вс –": (
        "Mo 10:00-18:00; Tu 10:00-18:00; We 12:00-20:00; Fr 10:00-17:00; Th off; Sa off; Su off"
    ),
    "Я на полставки, поэтому открываю во вторник и пятницу с 14 до 18, в остальные дни закрыто": (
        "Tu,Fr 14:00-18:00; Mo,We,Th,Sa,Su off"
    ),
    "вторник и четверг с 10 до 14, в остальные дни закрыто (четверть ставки)": "Tu,Th 10:00-14:00; Mo,We,Fr-Su off",
    "Каждый день, кроме воскресенья, открываю с 11 и до 16 часов, без перерыва": "Mo-Sa 11:00-16:00",
    "вт-пт 10-18, в сб на час раньше закрываемся, вс и пн не работаем": (
        "Tu-Fr 10:00-18:00; Sa 10:00-17:00; Mo,Su off"
    ),
    "по вторникам мы до 19, а так с пн по пт с 9 до 17, в выходные закрыто": (
        "Mo,We-Fr 09:00-17:00; Tu 09:00-19:00; Sa,Su off"
    ),
    "Согласно утверждённому графику обслуживание пользователей осуществляется: вт – пт с 11.00 до 19.00": (
        "Tu-Fr 11:00-19:00"
    ),
    "зимой пн-пт 10-17, летом с июня по август пн-пт 9-16": (
        "Sep 01-May 31 Mo-Fr 10:00-17:00; Jun 01-Aug 31 Mo-Fr 09:00-16:00"
    ),
    "Летом, с июня по август, работаем с 9 до 15, а в остальное время с 10 до 17. Выходные суббота и воскресенье.": (
        "Sep 01-May 31 Mo-Fr 10:00-17:00; Jun 01-Aug 31 Mo-Fr 09:00-15:00; Sa,Su off"
    ),
    "Вторник и четверг с 9 до 12, суббота с 10 до 14. Больше не открываем": (
        "Tu,Th 09:00-12:00; Sa 10:00-14:00; Mo,We,Fr,Su off"
    ),
    "ежедневно с 9 до 21, даже в выходные": "Mo-Su 09:00-21:00",
    "ДЕТСКАЯ БИБЛИОТЕКА\nПн-Чт 9:30-18:30\nСб-Вс 10:00-17:00\nПт выходной": (
        "Mo-Th 09:30-18:30; Sa,Su 10:00-17:00; Fr off"
    ),
    "Библиотека-филиал № 14: вт-сб 10-18": "Tu-Sa 10:00-18:00",
}


def _same(written: str) -> object:
    """However the days are put together, it is open at the same hours."""
    return sorted(part.strip() for part in written.split(";"))


@pytest.mark.parametrize(("text", "hours"), READ.items())
def test_hours_of_a_library_are_read(text: str, hours: str) -> None:
    assert _same(read_hours(text, MOSCOW).expression) == _same(hours)


ASKED = (
    "почта пн-пт 9-18",
    "пн-пт 9-18, почта пн-пт 9-17",
    "у соседей пн-пт 9-18",
    "в Порхове пн-пт 9-18",
    "МФЦ: пн-пт 8-20",
    "сельсовет работает пн-пт 8-17",
    "после ремонта пн-пт 9-18",
    "из-за ремонта пн-пт 9-15",
    "на время ремонта пн-пт 9-15",
    "пн-пт 9-17, при морозе ниже 25 закрыто",
    "пн-пт 9-18, если не холодно",
    "пн-чт 9-18, в пятницу на час меньше",
    "зимой пн-пт 10-17, летом пн-пт 9-16",
    "детская: пн-пт 10-18, взрослая: пн-пт 11-19",
    "больше не работаем пн-пт 9-18",
)


@pytest.mark.parametrize("text", ASKED)
def test_hours_that_may_be_of_others_or_of_a_case_are_asked_about(text: str) -> None:
    with pytest.raises(UnclearHoursError):
        read_hours(text, MOSCOW)


def test_the_reason_of_hours_is_named() -> None:
    noticed = notice_timetable("пн-пт 9-17, так как у нас на селе 36-часовая неделя. сб, вс выходной")

    assert not isinstance(noticed.meaning, Unsure)
    assert noticed.passed == ("так как у нас на селе 36-часовая неделя",)
