import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import Interval
from bot.booking.typed.typed_closure import is_whole_days, limits_day, read_closure, said_reason
from bot.russian.time.doubts import Doubt, Unsure
from tests.booking.reading_room import local, reading_room

LIPKI = reading_room()
NOW = local("2026-11-24 12:00")  # a Tuesday


def hours(start: str, end: str) -> Interval:
    return Interval(local(start), local(end))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("завтра", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("5.12 (сб) — выходной, 6.12 (вс) — рабочий день", "2026-12-05 00:00", "2026-12-06 00:00"),
        ("5 декабря (суббота) – закрыто, 7 декабря (понедельник) – работаем", "2026-12-05 00:00", "2026-12-06 00:00"),
        ("Закрыть завтра весь день!", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("в пятницу", "2026-11-27 00:00", "2026-11-28 00:00"),
        ("на следующей неделе", "2026-11-30 00:00", "2026-12-07 00:00"),
        ("с 1 по 5 декабря", "2026-12-01 00:00", "2026-12-06 00:00"),
        ("с 1 по 5 декабря включительно", "2026-12-01 00:00", "2026-12-06 00:00"),
        ("1–5 декабря", "2026-12-01 00:00", "2026-12-06 00:00"),
        ("1.12 - 5.12", "2026-12-01 00:00", "2026-12-06 00:00"),
        ("с 30 ноября по 2 декабря", "2026-11-30 00:00", "2026-12-03 00:00"),
        ("с 28 декабря по 10 января", "2026-12-28 00:00", "2027-01-11 00:00"),
        ("с 20 по 27 ноября", "2026-11-20 00:00", "2026-11-28 00:00"),
        ("с понедельника по среду", "2026-11-30 00:00", "2026-12-03 00:00"),
        ("с завтра до пятницы", "2026-11-25 00:00", "2026-11-28 00:00"),
        ("сегодня и завтра", "2026-11-24 00:00", "2026-11-26 00:00"),
        ("1 и 2 декабря", "2026-12-01 00:00", "2026-12-03 00:00"),
        ("пн, вт", "2026-11-30 00:00", "2026-12-02 00:00"),
        ("30 ноября, 1 декабря", "2026-11-30 00:00", "2026-12-02 00:00"),
        ("31 декабря - 8 января", "2026-12-31 00:00", "2027-01-09 00:00"),
        ("31.12 — 08.01 включительно", "2026-12-31 00:00", "2027-01-09 00:00"),
        ("с 1 июля по 31 августа", "2027-07-01 00:00", "2027-09-01 00:00"),
        ("с 7 декабря на две недели", "2026-12-07 00:00", "2026-12-21 00:00"),
        ("c\xa07\xa0декабря на 3 дня", "2026-12-07 00:00", "2026-12-10 00:00"),
        ("чт 10.12", "2026-12-10 00:00", "2026-12-11 00:00"),
    ],
)
def test_whole_days_are_closed_from_midnight_to_midnight(typed: str, start: str, end: str) -> None:
    assert read_closure(typed, LIPKI, NOW) == (hours(start, end),)
    assert is_whole_days(LIPKI, hours(start, end))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("26 ноября с 14 до 16", "2026-11-26 14:00", "2026-11-26 16:00"),
        ("завтра 14:30–16:00", "2026-11-25 14:30", "2026-11-25 16:00"),
        ("завтра с 14 ч до 16 часов", "2026-11-25 14:00", "2026-11-25 16:00"),
        ("26.11 14-16", "2026-11-26 14:00", "2026-11-26 16:00"),
        ("1 декабря с 2 до 4", "2026-12-01 14:00", "2026-12-01 16:00"),
        ("с 14 до 16", "2026-11-24 14:00", "2026-11-24 16:00"),
        ("14.30-16.00", "2026-11-24 14:30", "2026-11-24 16:00"),
        ("сегодня после 15", "2026-11-24 15:00", "2026-11-25 00:00"),
        ("завтра закрыто до 12", "2026-11-25 00:00", "2026-11-25 12:00"),
        ("в пятницу после обеда", "2026-11-27 13:00", "2026-11-28 00:00"),
        ("с 14 декабря 14:00 до 15 декабря 12:00", "2026-12-14 14:00", "2026-12-15 12:00"),
        ("с пятницы 18:00 до понедельника 10:00", "2026-11-27 18:00", "2026-11-30 10:00"),
        ("завтра с семнадцати до восемнадцати", "2026-11-25 17:00", "2026-11-25 18:00"),
        ("завтра со 2 до 4", "2026-11-25 14:00", "2026-11-25 16:00"),
        ("завтра с 9⁰⁰ до 12⁰⁰", "2026-11-25 09:00", "2026-11-25 12:00"),
    ],
)
def test_hours_of_a_day_are_closed_alone(typed: str, start: str, end: str) -> None:
    assert read_closure(typed, LIPKI, NOW) == (hours(start, end),)
    assert not is_whole_days(LIPKI, hours(start, end))


def test_days_that_do_not_follow_one_another_are_several_intervals() -> None:
    read = read_closure("1, 2 и 5 декабря", LIPKI, NOW)

    assert read == (hours("2026-12-01 00:00", "2026-12-03 00:00"), hours("2026-12-05 00:00", "2026-12-06 00:00"))


def test_what_is_not_surely_understood_closes_nothing() -> None:
    assert read_closure("с 1 декабря", LIPKI, NOW) == Unsure(Doubt.NO_END, "с 1 декабря")


@given(st.text(max_size=40) | st.from_regex(r"(с |по )?[0-9.:\- ]{0,12}(декабря|до|и завтра)?", fullmatch=True))
def test_any_words_are_read_or_refused(typed: str) -> None:
    read = read_closure(typed, LIPKI, NOW)

    assert isinstance(read, Unsure) or all(one.end > NOW for one in read)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("завтра закроемся на час раньше", "2026-11-25 16:00", "2026-11-25 17:00"),
        ("завтра откроемся на полчаса позже", "2026-11-25 10:00", "2026-11-25 10:30"),
        (
            "В предпраздничный день 25 ноября рабочий день сокращается на один час",
            "2026-11-25 16:00",
            "2026-11-25 17:00",
        ),
    ],
)
def test_less_of_a_day_is_counted_from_its_usual_hours(typed: str, start: str, end: str) -> None:
    assert read_closure(typed, LIPKI, NOW) == (hours(start, end),)


def test_less_of_a_day_without_usual_hours_is_asked_about() -> None:
    assert isinstance(read_closure("в воскресенье закроемся на час раньше", LIPKI, NOW), Unsure)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("в пятницу с 10 до 12, отключили свет", "отключили свет"),
        ("в пятницу с 10 до 12 из-за ремонта", "из-за ремонта"),
        ("в пятницу с 10 до 12, нет отопления", "нет отопления"),
        ("в пятницу с 10 до 12, пожалуйста", ""),
        ("в пятницу с 10 до 12, заранее спасибо", ""),
        ("в пятницу с 10 до 12, Вера Ивановна", ""),
        ("в пятницу с 10 до 12, бабушка Петрова записана", ""),
        ("в пятницу с 10 до 12, людям позвонила", ""),
    ],
)
def test_people_read_a_reason_and_no_remark_of_the_librarian(text: str, reason: str) -> None:
    assert said_reason(text, LIPKI, NOW) == reason


@pytest.mark.parametrize(
    "text",
    [
        "27 ноября принимаем только до 13",
        "в четверг примем только до 13",
        "завтра приём только с 12",
        "27 ноября работаем только с 10 до 13",
    ],
)
def test_shorter_hours_of_one_day_are_a_closure(text: str) -> None:
    assert limits_day(text, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "в воскресенье 6 декабря принимаем с 10 до 14",
        "принимаем по четвергам до 13",
        "принимаем вт чт 11-17",
        "завтра принимаем до 12?",
    ],
)
def test_hours_of_every_week_and_more_hours_are_none(text: str) -> None:
    assert not limits_day(text, NOW)
