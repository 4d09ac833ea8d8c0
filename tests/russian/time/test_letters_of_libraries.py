"""Closings as letters, orders and stories tell them: what is no time of the closing is passed over, and named."""

from datetime import datetime

import pytest

from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.closings.closures import notice_closure, read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import notice_period
from bot.russian.time.values import Stretch
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 12, 3, 10, tzinfo=MOSCOW)  # a Thursday

CLOSED = {
    # letters and orders: the paper, its number and date are no days of the closing
    "На основании приказа № 12 от 30.11.2026 библиотека закрыта 14 декабря": "2026-12-14 - 2026-12-15",
    "Распоряжение главы от 1 декабря 2026 г. № 55-р. С 21 по 25 декабря библиотека закрыта.": "2026-12-21 - 2026-12-26",
    "Согласно приказу от 25 ноября № 14 библиотека не работает 9 декабря": "2026-12-09 - 2026-12-10",
    "Настоящим сообщаю, что 22 декабря филиал № 7 закрыт в связи с отпуском библиотекаря Петровой А. И.": (
        "2026-12-22 - 2026-12-23"
    ),
    "7 декабря с. г. библиотека закрыта": "2026-12-07 - 2026-12-08",
    "Прошу внести изменения: 18 декабря не работаем, юбилей села": "2026-12-18 - 2026-12-19",
    "Просим внести в план работы: 21–23 декабря — нерабочие дни": "2026-12-21 - 2026-12-24",
    "Добрый день! Наша библиотека не будет работать 17 декабря, уезжаю в Остров": "2026-12-17 - 2026-12-18",
    "Доводим до сведения пользователей: 24 декабря библиотека закрыта": "2026-12-24 - 2026-12-25",
    "смотри четырнадцатого и пятнадцатого закрыто": "2026-12-14 - 2026-12-16",
    "слушай во вторник с десяти до часу никого не принимаем": "2026-12-08 10:00 - 2026-12-08 13:00",
    # stories: what has been
    "ну ты представь, вчера трубу прорвало, 8 и 9 декабря закрыты": "2026-12-08 - 2026-12-10",
    "Вы не поверите, позавчера ночью крыша протекла, закрыты до 11 декабря включительно": "2026-12-03 - 2026-12-12",
    "в понедельник привезли дрова, во вторник закрыто": "2026-12-08 - 2026-12-09",
    "завтра открою только с двух, утром дрова везут": "2026-12-04 - 2026-12-04 14:00",
    "завтра закрыто, приедут проверять проводку": "2026-12-04 - 2026-12-05",
    # words of closing
    "16 декабря не приём, учёба": "2026-12-16 - 2026-12-17",
    "16 декабря с 10 до 12 неприём": "2026-12-16 10:00 - 2026-12-16 12:00",
    "18 декабря приём читателей прекращается в 15.00": "2026-12-18 15:00 - 2026-12-19",
    "С 14 по 18 декабря обслуживание читателей приостановлено": "2026-12-14 - 2026-12-19",
    "11 декабря приём не осуществляется": "2026-12-11 - 2026-12-12",
    "28, 29 декабря отдел обслуживания закрыт": "2026-12-28 - 2026-12-30",
    "в среду с 10 до 13 никто не сидит, уехали на совет": "2026-12-09 10:00 - 2026-12-09 13:00",
    "глава велел закрыться до вторника включительно": "2026-12-03 - 2026-12-09",
    "сегодня закрылись, завтра тоже нет": "2026-12-03 - 2026-12-05",
    "в связи с проведением санитарного дня 25 декабря библиотека не работает": "2026-12-25 - 2026-12-26",
    # two stretches of one day, days of a week, days of a named year
    "9 декабря с 10 до 12 и с 14 до 15:30 закрыто": (
        "2026-12-09 10:00 - 2026-12-09 12:00; 2026-12-09 14:00 - 2026-12-09 15:30"
    ),
    "9 декабря работаем с 9 до 12 и с 14 до 16": (
        "2026-12-09 - 2026-12-09 09:00; 2026-12-09 12:00 - 2026-12-09 14:00; 2026-12-09 16:00 - 2026-12-10"
    ),
    "след неделя: вт чт закрыто, остальное как обычно": "2026-12-08 - 2026-12-09; 2026-12-10 - 2026-12-11",
    "Санитарные дни на 2027 год: 25.12, 28.01": "2027-01-28 - 2027-01-29; 2027-12-25 - 2027-12-26",
    "Санитарные дни I квартала 2027 г.: 28 января, 25 февраля": "2027-01-28 - 2027-01-29; 2027-02-25 - 2027-02-26",
    "31.12 – до 15.00; 01.01–04.01 – выходные; с 05.01 – по графику": "2026-12-31 15:00 - 2027-01-05",
}

ASKED = {
    "15 января с. г. библиотека закрыта": Doubt.PASSED,
    "сегодня до 15, завтра тоже": Doubt.UNREAD,
    "сегодня с 12 закрыто, завтра тоже": Doubt.EACH_DAY,
    "вчера залило подвал, сегодня сушим, завтра закрыто": Doubt.NOTHING,
    "вчера было закрыто, завтра работаем": Doubt.UNREAD,
    "прошу отменить: 18 декабря закрыто": Doubt.UNREAD,
    "завтра с обеда закрыто, с двух, утром открыто": Doubt.SEVERAL_TIMES,
}

SAME_WEEKDAY = ["в четверг нас не будет", "в четверг с 11 до 12 закрыто", "в ближайший четверг не работаем"]
OTHER_DAY = {
    "в следующий четверг закрыты": "2026-12-10 - 2026-12-11",
    "в четверг 10-го закрыто": "2026-12-10 - 2026-12-11",
    "вт и чт закрыто": "2026-12-08 - 2026-12-09; 2026-12-10 - 2026-12-11",
    "в пятницу закрыто": "2026-12-04 - 2026-12-05",
    "в четверг с 8 до 9 закрыто": "2026-12-10 08:00 - 2026-12-10 09:00",
}


def shown(text: str) -> str:
    read = notice_closure(text, NOW).meaning
    assert not isinstance(read, Unsure), read
    return "; ".join(f"{span.start:%Y-%m-%d %H:%M} - {span.end:%Y-%m-%d %H:%M}" for span in read).replace(" 00:00", "")


@pytest.mark.parametrize(("text", "meant"), [*CLOSED.items(), *OTHER_DAY.items()])
def test_days_of_a_letter_are_those_of_the_closing(text: str, meant: str) -> None:
    assert shown(text) == meant


@pytest.mark.parametrize(("text", "doubt"), ASKED.items())
def test_what_may_mean_something_else_is_asked_about(text: str, doubt: Doubt) -> None:
    read = notice_closure(text, NOW).meaning
    assert isinstance(read, Unsure)
    assert read.doubt is doubt


@pytest.mark.parametrize("text", SAME_WEEKDAY)
def test_the_weekday_of_today_is_asked_about(text: str) -> None:
    read = read_closure(text, NOW)
    assert isinstance(read, Unsure)
    assert (read.doubt, [day.day for day in read.days]) == (Doubt.TODAY_OR_LATER, [3, 10])


def test_in_the_evening_the_weekday_of_today_is_that_of_next_week() -> None:
    read = read_closure("в четверг закрыто", NOW.replace(hour=19))
    assert not isinstance(read, Unsure)
    assert [span.start.day for span in read] == [10]


def test_a_story_that_was_passed_over_is_named() -> None:
    noticed = notice_closure("вчера трубу прорвало, 8 декабря закрыты", NOW)
    assert noticed.passed == ("вчера трубу прорвало",)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Сделайте, пожалуйста, отчёт с начала месяца", ("2026-12-01", "2026-12-03")),
        ("Найдите мне за позапрошлый год", ("2024-01-01", "2024-12-31")),
        ("за апрель-июнь с.г.", ("2026-04-01", "2026-06-30")),
        ("Необходимо подготовить сведения за сентябрь с.г. к понедельнику", ("2026-09-01", "2026-09-30")),
        ("Марья Ивановна, выгрузите нам статистику за весну", ("2026-03-01", "2026-05-31")),
        ("с 10 октября по сейчас", ("2026-10-10", "2026-12-03")),
        ("отчт за октябрь", ("2026-10-01", "2026-10-31")),
    ],
)
def test_courtesy_around_a_period_hides_nothing(text: str, meant: tuple[str, str]) -> None:
    read = notice_period(text, NOW.date()).meaning
    assert isinstance(read, Stretch)
    assert (f"{read.first}", f"{read.last}") == meant


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("за квартал", ("2026-10-01", "2026-12-03", "2026-07-01", "2026-09-30")),
        ("отчёт за полгода", ("2026-07-01", "2026-12-03", "2026-01-01", "2026-06-30")),
        ("за год", ("2026-01-01", "2026-12-03", "2025-01-01", "2025-12-31")),
    ],
)
def test_a_period_without_its_number_is_asked_with_both_that_may_be_meant(text: str, days: tuple[str, ...]) -> None:
    read = notice_period(text, NOW.date()).meaning
    assert isinstance(read, Unsure)
    assert (read.doubt, tuple(map(str, read.days))) == (Doubt.WHICH_PERIOD, days)


def test_a_month_of_this_year_that_has_not_come_is_asked_about() -> None:
    read = notice_period("за декабрь т. г.", NOW.date().replace(month=5)).meaning
    assert isinstance(read, Unsure)


WHOSE = {
    "библиотека в Порхове сообщила, что 8 декабря закрыта": "в порхове сообщила, что",
    "9 декабря филиал № 3 закрыт, филиал № 4 работает": "филиал № 3 закрыт, филиал № 4",
    "говорят, что 9 декабря закрыто": "говорят",
    "закрыть 9 декабря хотят соседи": "хотят",
    "никто не работает 9 декабря, кроме меня": "кроме",
    "сегодня закрыто, завтра тоже до обеда": "тоже до обеда",
}


@pytest.mark.parametrize(("text", "word"), WHOSE.items())
def test_of_whom_or_of_what_it_is_told_is_asked(text: str, word: str) -> None:
    read = notice_closure(text, NOW).meaning
    assert isinstance(read, Unsure)
    assert read.doubt in {Doubt.UNREAD, Doubt.NOTHING}
    assert word in f"{read.understood} {read.unread}" or read.doubt is Doubt.NOTHING


HOURS = {
    "Пункт выдачи работает по средам и пятницам с 13 ч. до 15 ч. 30 м.": "We,Fr 13:00-15:30",
    "пн-пт 8:30-17:00, обед 1 час с 12:00": "Mo-Fr 08:30-12:00,13:00-17:00",
    "пн-пт 9-18, обед на час с 12:30": "Mo-Fr 09:00-12:30,13:30-18:00",
    "40-часовая неделя: пн-пт 8-17, обед 12-13": "Mo-Fr 08:00-12:00,13:00-17:00",
    "работаю 3 часа в день с 14 до 17, кроме выходных": "Mo-Fr 14:00-17:00",
    "Вторник и четверг с 10 до 14, в среду езжу по деревням": "Tu,Th 10:00-14:00; We off",
    "пн ср пт 9-13, а в остальные дни разношу книги по домам": "Mo,We,Fr 09:00-13:00; Tu,Th,Sa,Su off",
    "вт-пт 11-18, суббота и воскресенье дома": "Tu-Fr 11:00-18:00; Sa,Su off",
    "Раньше работали до 18, а теперь пн-пт с 9 до 16": "Mo-Fr 09:00-16:00",
    "Вт, ср 10–18 / чт 12–20 / пн, вс — не ждём вас :)": "Tu,We 10:00-18:00; Th 12:00-20:00; Mo,Su off",
    "пн-чт с 8-0 до 16-30": "Mo-Th 08:00-16:30",
    "вт-сб 10;00-18;00": "Tu-Sa 10:00-18:00",
    "Прошу установить следующий график: пн-пт 9.00-17.00, сб, вс - выходные": "Mo-Fr 09:00-17:00; Sa,Su off",
}
HOURS_ASKED = ["пн-чт 9-18, в пятницу закругляемся пораньше", "пн-пт 9-18, а в субботу езжу в район с 10 до 12"]


@pytest.mark.parametrize(("text", "meant"), HOURS.items())
def test_hours_among_other_words_are_read(text: str, meant: str) -> None:
    assert read_hours(text, MOSCOW).expression == meant


@pytest.mark.parametrize("text", HOURS_ASKED)
def test_hours_of_which_a_day_stays_open_to_doubt_are_asked_about(text: str) -> None:
    with pytest.raises(UnclearHoursError):
        read_hours(text, MOSCOW)
