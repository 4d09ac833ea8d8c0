"""Buttons of booking that are old, forged or pressed at an odd moment; centres few and many."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.screens.action import Action
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.callback_data import pack
from bot.screens.time_codes import day_code, moment_code
from tests.booking.reading_room import local
from tests.stage import IDS, StraightStage, straight_stage
from tests.telegram.pressing import pressed, said

LIBRARY, TOPIC = "pskov-pounb", "doctor"
TOMORROW_AT_TEN = moment_code(local("2026-11-25 10:00"))
A_SUNDAY = day_code(local("2026-11-29 12:00").date())
LONG_AGO, FAR_AWAY, NO_CODE = "AAAA", "zzzz", "abc"
OUTDATED = "Эта кнопка устарела."


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as built:
        await built.open_booking()
        yield built


async def bookings(stage: StraightStage) -> int:
    found = await stage.app.database.read(lambda db: db.execute("select count(*) from booking").fetchone())
    return int(found[0])


ODD: list[tuple[Action, str]] = [
    (BookDays(TOPIC, "nowhere"), "В этот центр здесь пока записаться нельзя"),
    (BookDays(TOPIC, "gdov"), "В центр «Гдовская районная библиотека» здесь пока записаться нельзя"),
    (BookAt("nowhere"), "В этот центр здесь пока записаться нельзя"),
    (BookDays("alchemy", LIBRARY), "Такой темы больше нет"),
    (BookVisit("alchemy"), "Такой темы больше нет"),
    (BookNear("alchemy", 7), "Такой темы больше нет"),
    (WaitForDay("alchemy", LIBRARY, A_SUNDAY), "Такой темы больше нет"),
    (BookTimes(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (BookTime(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (ConfirmAsMe(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (WaitForDay(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (WaitAsMe(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (BookAsMe(TOPIC, LIBRARY, NO_CODE), OUTDATED),
    (BookTimes(TOPIC, LIBRARY, LONG_AGO), "Это время уже прошло."),
    (BookTime(TOPIC, LIBRARY, LONG_AGO), "Это время уже прошло."),
    (ConfirmAsMe(TOPIC, LIBRARY, LONG_AGO), "Это время уже прошло"),
    (BookTimes(TOPIC, LIBRARY, FAR_AWAY), "Так далеко вперёд запись ещё не открыта."),
    (BookTime(TOPIC, LIBRARY, FAR_AWAY), "Так далеко вперёд запись ещё не открыта."),
    (ConfirmAsMe(TOPIC, LIBRARY, FAR_AWAY), "Так далеко вперёд запись ещё не открыта."),
    (WaitAsMe(TOPIC, LIBRARY, A_SUNDAY), "В этот день приёма нет"),
    (WaitAsMe(TOPIC, LIBRARY, day_code(local("2026-11-25 12:00").date())), "Ждать не нужно"),
    (ConfirmCalled(TOPIC, LIBRARY, TOMORROW_AT_TEN), "Напишите, пожалуйста, имя ещё раз."),
    (BookAsCalled(TOPIC, LIBRARY, TOMORROW_AT_TEN), "Напишите, пожалуйста, имя ещё раз."),
    (FullDays(TOPIC, LIBRARY), "Помощь с записью к врачу"),
]


async def test_odd_buttons_are_answered_and_nothing_is_written(stage: StraightStage) -> None:
    answers = [(await pressed(stage, action)).text for action, _ in ODD[:18]]

    assert [text for text, (_, words) in zip(answers, ODD, strict=False) if not text.startswith(words)] == []
    assert await bookings(stage) == 0


async def test_odd_buttons_of_a_line_and_of_names_are_answered_too(stage: StraightStage) -> None:
    answers = [(await pressed(stage, action)).text for action, _ in ODD[18:]]

    assert [text for text, (_, words) in zip(answers, ODD[18:], strict=True) if not text.startswith(words)] == []
    assert await bookings(stage) == 0


@pytest.mark.parametrize("action", [BookNear(TOPIC, 0, 99), BookDays(TOPIC, LIBRARY, 99)], ids=pack)
async def test_a_page_that_is_gone_shows_the_last_one(stage: StraightStage, action: Action) -> None:
    await pressed(stage, BookVisit())

    await stage.press_data("anna", pack(action), stage.wire.last)

    assert stage.wire.changes[IDS["anna"]][-1].text.startswith("Помощь с записью к врачу")


async def test_a_page_of_times_takes_the_place_of_the_one_before(stage: StraightStage) -> None:
    await stage.press_data("anna", pack(BookTimes(TOPIC, LIBRARY, TOMORROW_AT_TEN)), 500)
    later = pack(TurnTimes(TOPIC, LIBRARY, moment_code(local("2026-11-25 16:00"))))

    await stage.press_data("anna", later, stage.wire.last)

    assert "Страница 2 из 2." in stage.wire.changes[IDS["anna"]][-1].text


async def test_the_second_of_two_taps_under_a_typed_name_shows_the_same_visit(stage: StraightStage) -> None:
    await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))
    await said(stage, "Аня")
    confirm = ConfirmCalled(TOPIC, LIBRARY, TOMORROW_AT_TEN)

    first = await pressed(stage, confirm)
    second = await pressed(stage, confirm)

    assert ("Возьмите с собой" in first.text, second.text) == (True, first.text)
    again = [one.text for one in list(stage.wire.inbox[IDS["anna"]])[-3:]]
    assert again[0].startswith("Вы уже записаны: завтра, среда, 25 ноября, 10:00.")
    assert again[1].startswith("[файл]")
    assert await bookings(stage) == 1


async def test_no_more_visits_than_allowed(stage: StraightStage) -> None:
    *_, refused = [
        await pressed(stage, ConfirmAsMe(TOPIC, LIBRARY, moment_code(local(f"{day} 10:00"))))
        for day in ("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30")
    ]

    assert refused.text.startswith("У вас уже 3 записи. Больше сразу нельзя")
    assert await bookings(stage) == 3


async def test_who_has_as_many_as_allowed_hears_it_before_he_chooses_anything(stage: StraightStage) -> None:
    for day in ("2026-11-25", "2026-11-26", "2026-11-27"):
        await pressed(stage, ConfirmAsMe(TOPIC, LIBRARY, moment_code(local(f"{day} 10:00"))))

    by_word, by_button = await said(stage, "/book"), await pressed(stage, BookAt(LIBRARY))

    assert by_word == by_button
    assert by_word.text.startswith("У вас уже 3 записи.")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-25 10:15", "На это время записи нет."),
        ("2026-11-24 12:30", "Так скоро записаться нельзя."),
        ("2026-11-24 13:30", "На это время записи нет."),
    ],
)
async def test_a_time_that_never_was_free_is_not_called_taken(stage: StraightStage, moment: str, words: str) -> None:
    shown = await pressed(stage, BookTime(TOPIC, LIBRARY, moment_code(local(moment))))

    assert shown.text.startswith(words)


async def test_an_hour_said_in_words_is_no_name_and_a_code_neither(stage: StraightStage) -> None:
    await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))

    coded = await said(stage, "4Р9Х")
    named = await said(stage, "Марта")
    later = await said(stage, "в три часа")

    assert coded.text.startswith("Не получилось прочитать имя.")
    assert "Как к вам обращаться: Марта" in named.text
    assert "Когда: среда, 25 ноября, 15:00\nКак к вам обращаться: Марта" in later.text


async def test_another_visitor_can_be_named_by_words_everywhere(stage: StraightStage) -> None:
    await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))

    asked = await said(stage, "другого человека")
    wrong = await said(stage, "...")
    right = await said(stage, "Пётр")

    assert asked.text.startswith("Кто придёт?")
    assert wrong.text.startswith("Не получилось прочитать имя.")
    assert "Кто придёт: Пётр" in right.text


async def test_somebody_else_can_wait_for_a_day(stage: StraightStage) -> None:
    sunday = WaitForDay(TOPIC, LIBRARY, A_SUNDAY)
    await pressed(stage, sunday)

    asked = await said(stage, "другого человека")
    again = await pressed(stage, WaitForOther(TOPIC, LIBRARY, A_SUNDAY))
    refused = await said(stage, "Пётр")

    assert (asked.text, refused.text[:19]) == (again.text, "В этот день приёма ")


async def test_a_question_at_the_name_is_answered_and_the_name_still_awaited(stage: StraightStage) -> None:
    await pressed(stage, BookForOther(TOPIC, LIBRARY, TOMORROW_AT_TEN))

    again = await said(stage, "что взять с собой?")

    assert again.text.startswith("Продолжим запись.\n\nКто придёт?")


async def test_politeness_is_no_name(stage: StraightStage) -> None:
    await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))

    thanked = await said(stage, "спасибо")
    agreed = await said(stage, "да")
    asked = await said(stage, "Забыла пароль от госуслуг")
    named = await said(stage, "Инна Петровна")

    assert thanked.text.startswith("Продолжим запись.")
    assert agreed.text.startswith("Не получилось прочитать имя.")
    assert asked.text.startswith("Продолжим запись.")
    assert named.text.startswith("Проверьте, всё ли верно")


async def test_nobody_is_booked_where_others_read_along(stage: StraightStage) -> None:
    group = {"id": -100500, "type": "supergroup", "title": "Стол"}
    message = stage.message("anna", text="/book@bibliogos_bot") | {"chat": group}

    await stage.feed(message=message)

    assert stage.wire.inbox[-100500][-1].text.startswith("Об этом лучше лично")


async def test_a_name_of_pictures_in_the_messenger_is_not_offered(
    stage: StraightStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("tests.stage", fromlist=["NAMES"]).NAMES, "anna", "🌸🌸🌸")

    asked = await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))
    confirmed = await pressed(stage, ConfirmAsMe(TOPIC, LIBRARY, TOMORROW_AT_TEN))
    waits = await pressed(stage, WaitAsMe(TOPIC, LIBRARY, A_SUNDAY))

    assert asked.labels[0] == "Записать другого человека"
    assert confirmed.text.startswith("Напишите, пожалуйста, имя ещё раз.")
    assert waits.text.startswith("Ждать место: воскресенье, 29 ноября")


async def test_an_hour_alone_is_offered_on_the_days_that_have_it(stage: StraightStage) -> None:
    await pressed(stage, BookDays(TOPIC, LIBRARY))

    shown = await said(stage, "в 15")
    never = await said(stage, "в 23")
    monday = await said(stage, "утром")

    assert shown.text.startswith("Когда свободно в 15:00")
    assert shown.labels[0] == "1. вторник, 24 ноября, 15:00"
    assert never.text.startswith("В это время свободных мест нет.")
    assert monday.labels[:2] == ("1. Ближайшее время: 25 ноября, 10:00", "2. среда, 25 ноября — 4 места")


async def test_a_question_with_a_day_in_it_is_a_question(stage: StraightStage) -> None:
    await pressed(stage, BookTimes(TOPIC, LIBRARY, TOMORROW_AT_TEN))

    shown = await said(stage, "25:00")
    again = await said(stage, "утром")

    assert shown.text.startswith("Такого времени не бывает")
    assert again.labels[:2] == ("1. 10:00", "2. 10:30")


async def test_a_location_is_where_a_visit_may_be_only_with_a_topic(stage: StraightStage) -> None:
    await pressed(stage, BookVisit())
    stage.wire.inbox[IDS["anna"]].clear()

    await stage.send("anna", "место")

    *_, shown, again = stage.wire.inbox[IDS["anna"]]
    assert shown.text.startswith("Ближайшие к вам центры")
    assert again.text.startswith("Продолжим запись.\n\nЗапись на консультацию")


async def test_what_another_release_has_asked_is_passed_over(stage: StraightStage) -> None:
    await pressed(stage, BookTime(TOPIC, LIBRARY, TOMORROW_AT_TEN))
    await stage.app.database.write(
        lambda db: db.execute("update awaited set context = '[\"zz:1\"]' where what = 'prompt'")
    )
    await stage.restart()

    assert (await said(stage, "спасибо")).text.startswith("Пожалуйста")
    assert (await said(stage, "мой пароль qwerty12")).text
