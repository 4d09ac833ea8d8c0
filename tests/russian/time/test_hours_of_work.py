"""Hours of work as clauses, read by the grammar."""

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.hours_of_work.reading import read_timetable
from bot.russian.time.hours_of_work.timetable import (
    Always,
    Clause,
    Holidays,
    Lunch,
    Monthly,
    OnNth,
    SeasonOfYear,
    Shorter,
    Span,
    Weekly,
)

EVERY_DAY, WORKDAYS, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
SUMMER = SeasonOfYear((((6, 0), (8, 0)),))


def at(first: float, last: float) -> Span:
    return int(first * 60), int(last * 60)


UNDERSTOOD: dict[str, tuple[Clause, ...]] = {
    "пн-чт с 10 до 18 пт до 17 обед 13-13:45": (
        Weekly((0, 1, 2, 3), (at(10, 18),)),
        Weekly((4,), (at(10, 17),)),
        Lunch(at(13, 13.75)),
    ),
    "вторник-пятница 11–19, суббота 10–17, последняя пятница – санитарный день": (
        Weekly((1, 2, 3, 4), (at(11, 19),)),
        Weekly((5,), (at(10, 17),)),
        Monthly(4, (-1,), is_sanitary=True),
    ),
    "с 10 до 18, выходной воскресенье": (Weekly(EVERY_DAY, (at(10, 18),)), Weekly((6,))),
    "с 11:00 до 19:00 ежедневно, кроме пятницы": (Weekly((0, 1, 2, 3, 5, 6), (at(11, 19),)),),
    "ежедневно 9-18 без выходных": (Weekly(EVERY_DAY, (at(9, 18),)),),
    "пн-пт 9-18, летом до 17": (Weekly(WORKDAYS, (at(9, 18),)), SUMMER, Shorter(17 * 60)),
    "пн-пт c 9⁰⁰ до 18⁰⁰, перерыв 12-00-13-00": (Weekly(WORKDAYS, (at(9, 18),)), Lunch(at(12, 13))),
    "пн-пт 9-18 (обед с 12 до 1), сб 9-15 без обеда": (
        Weekly(WORKDAYS, (at(9, 18),)),
        Lunch(at(12, 13)),
        Weekly((5,), (at(9, 15),)),
        Lunch(None),
    ),
    "вторник и четверг с двух до пяти": (Weekly((1, 3), (at(14, 17),)),),
    "с 9 утра до 6 вечера по будням": (Weekly(WORKDAYS, (at(9, 18),)),),
    "с 01.06 по 15.08 пн-пт 9-17; остальное время пн-пт 9-18": (
        SeasonOfYear((((6, 1), (8, 15)),)),
        Weekly(WORKDAYS, (at(9, 17),)),
        SeasonOfYear(),
        Weekly(WORKDAYS, (at(9, 18),)),
    ),
    "май, июнь, сентябрь: вт 9-17": (SeasonOfYear((((5, 0), (6, 0)), ((9, 0), (9, 0)))), Weekly((1,), (at(9, 17),))),
    "понедельник выходной, остальные дни с 10 до 18": (Weekly((0,)), Weekly((1, 2, 3, 4, 5, 6), (at(10, 18),))),
    "выходной день - воскресенье, понедельник-суббота 11-19": (Weekly((6,)), Weekly((0, 1, 2, 3, 4, 5), (at(11, 19),))),
    "с 9 до 17, пятница до 16, выходной сб вс": (
        Weekly(EVERY_DAY, (at(9, 17),)),
        Weekly((4,), (at(9, 16),)),
        Weekly(WEEKEND),
    ),
    "июль-август: выходные суббота и воскресенье, пн-пт 10-18": (
        SeasonOfYear((((7, 0), (8, 0)),)),
        Weekly(WEEKEND),
        Weekly(WORKDAYS, (at(10, 18),)),
    ),
    "вс выходной, 10-18": (Weekly(EVERY_DAY, (at(10, 18),)), Weekly((6,))),
    "будние дни и выходные 10-18": (Weekly(EVERY_DAY, (at(10, 18),)),),
    "с 10 - 18, сб с 10 - 15, вс вых": (
        Weekly(EVERY_DAY, (at(10, 18),)),
        Weekly((5,), (at(10, 15),)),
        Weekly((6,)),
    ),
    "по записи: вт, чт 14-17": (Weekly((1, 3), (at(14, 17),), by_appointment=True),),
    "сб по записи": (Weekly((5,), by_appointment=True),),
    "сб 10-14 по предварительной записи": (Weekly((5,), (at(10, 14),), by_appointment=True),),
    "по чётным неделям вт 10-14": (Weekly((1,), (at(10, 14),), weeks="even"),),
    "1-й и 3-й четверг с 15 до 18": (OnNth(3, (1, 3), (at(15, 18),)),),
    "круглосуточно": (Always(),),
    "работаем круглосуточно, без выходных": (Always(),),
    "ежедневно с 0 до 24": (Always(),),
    "по записи": (Weekly(EVERY_DAY, by_appointment=True),),
    "пт с 18 до полуночи": (Weekly((4,), (at(18, 24),)),),
    "вт-пт 11 19 сб 11 17": (Weekly((1, 2, 3, 4), (at(11, 19),)), Weekly((5,), (at(11, 17),))),
    "будни восемь тридцать семнадцать тридцать": (Weekly(WORKDAYS, (at(8.5, 17.5),)),),
    "вт 9 00 13 00": (Weekly((1,), (at(9, 13),)),),
    "вт 10 13 14 18": (Weekly((1,), (at(10, 13), at(14, 18))),),
    "вт-сб 10-18, пн вс вых": (Weekly((1, 2, 3, 4, 5), (at(10, 18),)), Weekly((0, 6))),
    "вторник и четверг 10-14, ой, не четверг, а пятница": (Weekly((1, 4), (at(10, 14),)),),
    "вторник с 14 до 17, ой, до 18": (Weekly((1,), (at(14, 18),)),),
    "я на полставки, вт чт 14-18": (Weekly((1, 3), (at(14, 18),)),),
    "пн-вс 10-20, в праздники выходной": (Weekly(EVERY_DAY, (at(10, 20),)), Holidays()),
}


@pytest.mark.parametrize(("text", "clauses"), UNDERSTOOD.items())
def test_clauses_are_read_as_they_are_meant(text: str, clauses: tuple[Clause, ...]) -> None:
    assert read_timetable(text) == clauses


DOUBTFUL = {
    "9-18": Doubt.NO_DAYS,
    "пт до 17": Doubt.NO_START,
    "пн-пт 18-9": Doubt.ORDER,
    "пн 9-25": Doubt.NO_SUCH_TIME,
    "зимой пн-пт 10-17": Doubt.WHICH_SEASON,
    "через неделю по вторникам с 10 до 13": Doubt.WHICH_WEEK,
    "пн-пт 9-18, последний рабочий день месяца санитарный": Doubt.LAST_WORKING_DAY,
    "пн-пт круглосуточно": Doubt.AROUND_THE_CLOCK,
    "круглосуточно, кроме понедельника": Doubt.AROUND_THE_CLOCK,
    "пн-пт 9-18, по записи": Doubt.UNREAD,
    "пн-пт 9 30": Doubt.AMBIGUOUS,
    "пн-пт 18 10": Doubt.AMBIGUOUS,
    "пн пт 10 18": Doubt.AMBIGUOUS,
    "пн-пт с полуночи до 6": Doubt.AMBIGUOUS,
    "сб 10-14, детский отдел": Doubt.UNREAD,
    "пн-пт 9-17, вт 10-18, ой, 9-16, нет, 9-15": Doubt.UNREAD,
    "пн-пт 9-18, обед с 13 до 14 кроме субботы": Doubt.UNREAD,
    "ежедневно 10–20, пятница короткий день": Doubt.UNREAD,
    "чт 9-18, не работаем 31 декабря": Doubt.UNREAD,
    "вс выходной и пн-пт 9-18": Doubt.UNREAD,
    "пн-пт 9-18 без выходных": Doubt.SEVERAL_DAYS,
    "вт-сб 10-18, выходной вторник": Doubt.SEVERAL_DAYS,
    "пн ср пт 9-17, среда выходной": Doubt.SEVERAL_DAYS,
    "пн-пт примерно с 9 до 17": Doubt.UNREAD,
    "пн-пт 10-18, в субботу короче, до 20": Doubt.ORDER,
    "пн-пт 10-18, в субботу дольше, до 15": Doubt.ORDER,
    "по чётным вт 10-14": Doubt.WHICH_WEEK,
    "зимой (июнь-август) пн-пт 10-17": Doubt.WHICH_SEASON,
    "пн-пт 9-17 июнь-август, вт-сб 10-18": Doubt.AMBIGUOUS,
    "июнь-август пн-пт 9-17, сентябрь-май вт-сб 10-18, обед 13-14": Doubt.AMBIGUOUS,
    "вт 2:00-18:00": Doubt.AMBIGUOUS,
    "утром с 15 до 18 пн": Doubt.ORDER,
    "три выходных: сб и вс, пн-пт 9-17": Doubt.UNREAD,
    "": Doubt.NOTHING,
    "пн" * 500: Doubt.NOTHING,
    "июнь, " * 80: Doubt.NOTHING,
    "с 9 до 18 " * 45: Doubt.NOTHING,
}


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL.items())
def test_what_is_not_surely_understood_is_asked_about(text: str, doubt: Doubt) -> None:
    read = read_timetable(text)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt
