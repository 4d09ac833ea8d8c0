"""Closing by buttons and words: each press is checked afresh, and what cannot be is said kindly."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.closures.actions import (
    AskConsultations,
    CallAgain,
    CloseHours,
    CloseWhat,
    GiveReason,
    MarkCalled,
    PreviewClosure,
    Reopen,
    ShowCalls,
)
from bot.screens.time_codes import minute_of
from bot.settings import ServiceMode
from tests.stage import IDS, StraightStage, straight_stage

LIBRARY = "pskov-pounb"
FROM, TO = (minute_of(datetime(2026, 11, day, 21, tzinfo=UTC)) for day in (24, 25))  # Wednesday, at Pskov
NOT_YOURS = "Это могут только библиотекари этого центра."
OUTDATED = "Эта кнопка устарела"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    """Booking is open; Вера is a librarian of the library and no admin."""
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        yield stage


async def pressed(stage: StraightStage, person: str, action: Action) -> str:
    await stage.press_data(person, pack(action))
    return (await stage.next(person)).text


async def book(stage: StraightStage, person: str = "anna") -> None:
    for words in ("/book", "Паспорт", "1", "завтра 10:00", "Анна", "да"):
        await stage.say(person, words)
    for who in (person, "vera"):
        stage.wire.inbox[IDS[who]].clear()


async def test_a_librarian_of_one_centre_is_asked_at_once(stage: StraightStage) -> None:
    await stage.say("vera", "/close")

    assert "Что закрыть? Нажмите день." in (await stage.next("vera")).text


ACTIONS = (
    CloseWhat(LIBRARY),
    PreviewClosure(LIBRARY, FROM, TO),
    CloseHours(LIBRARY, FROM, TO),
    GiveReason(LIBRARY, FROM, TO),
    ShowCalls(LIBRARY),
)
FORGED = {
    CloseHours(LIBRARY, TO, FROM): OUTDATED,
    PreviewClosure(LIBRARY, 0, 2**53): OUTDATED,
    GiveReason(LIBRARY, 2**53, 2**53): OUTDATED,
    CloseHours(LIBRARY, FROM - 7 * 1440, TO - 7 * 1440): "Это время уже прошло, закрывать его незачем.",
    PreviewClosure(LIBRARY, FROM - 7 * 1440, TO - 7 * 1440): "Это время уже прошло, закрывать его незачем.",
    GiveReason(LIBRARY, FROM - 7 * 1440, TO - 7 * 1440): "Это время уже прошло, закрывать его незачем.",
    CallAgain(2**53): "Здесь уже нечего делать",
    CloseWhat("no-such"): "Запись в этот центр не открыта",
    Reopen(2**53): "Здесь уже нечего делать",
    MarkCalled(2**53): "Здесь уже нечего делать",
    AskConsultations("no-such"): "Править эту карточку могут только",
}


async def test_others_are_told_why_not(stage: StraightStage) -> None:
    assert {await pressed(stage, "boris", action) for action in ACTIONS} == {NOT_YOURS}


async def test_forged_and_old_buttons_are_answered(stage: StraightStage) -> None:
    answers = [(await pressed(stage, "vera", action))[: len(answer)] for action, answer in FORGED.items()]

    assert answers == list(FORGED.values())


async def test_pressed_twice_people_are_told_once(stage: StraightStage) -> None:
    await book(stage)

    first = await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))
    again = await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))

    assert "Я предложил другое время: 1 человеку." in first
    assert again.startswith("Уже закрыто: среда, 25 ноября, весь день.\n\nЯ предложил другое время: 1 человеку.")
    assert len(stage.wire.inbox[IDS["anna"]]) == 1


async def test_a_librarian_removed_while_typing_closes_nothing(stage: StraightStage) -> None:
    await pressed(stage, "vera", GiveReason(LIBRARY, FROM, TO))
    await stage.app.database.write(lambda db: db.execute("delete from librarian"))
    await stage.restart()

    await stage.say("vera", "ремонт")

    assert (await stage.next("vera")).text == NOT_YOURS
    rows = await stage.app.database.read(lambda db: db.execute("select count(*) from closure").fetchone())
    assert rows == (0,)


async def test_who_stopped_the_bot_is_called_first_and_said_so(stage: StraightStage) -> None:
    await book(stage)
    await stage.app.database.write(
        lambda db: db.execute("insert into person (channel, id, unreachable_since) values ('telegram', 1001, '2026')")
    )

    done = await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))
    text = await pressed(stage, "vera", ShowCalls(LIBRARY))

    assert ("Остановили бота: 1 человек." in done, "предложил" in done) == (True, False)
    assert "Моё сообщение не дойдёт: человек остановил бота." in text


async def test_opened_again_who_has_not_answered_stays_to_be_called(stage: StraightStage) -> None:
    await book(stage)
    await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))

    assert "они без записи" in await pressed(stage, "vera", Reopen(1))


async def test_who_waits_for_the_day_is_told_and_may_stop_waiting(stage: StraightStage) -> None:
    await stage.app.database.write(
        lambda db: db.execute(
            "insert into place_in_line (channel, citizen, visitor, called, centre, topic, day, joined_at, state)"
            " values ('telegram', 1002, '', 'Борис', ?, 'passport', '2026-11-25', '2026-11-24', 'waiting')",
            (LIBRARY,),
        )
    )

    await pressed(stage, "vera", GiveReason(LIBRARY, FROM, TO))
    await stage.say("vera", "отключили <свет>")

    said = await stage.next("boris")
    assert said.text.startswith("В этот день приёма не будет: среда, 25 ноября,")
    assert "Причина: отключили <свет>." in said.text
    assert said.labels == ("📅 Выбрать другой день", "Больше не ждать", "🏠 В начало")
    assert "В очереди на эти дни: 1 человек." in (await stage.next("vera")).text


async def test_a_long_list_of_calls_is_turned_in_place(stage: StraightStage) -> None:
    start = datetime(2026, 11, 25, 7, tzinfo=UTC)
    times = [(start + timedelta(minutes=n)).isoformat() for n in range(9)]
    await stage.app.database.write(
        lambda db: db.executemany(
            "insert into booking (code, centre, topic, visitor, called, origin, starts_at, ends_at, free_at, desks,"
            " state, made_at) values ('КМ47', 'pskov-pounb', 'gone', '', 'Пётр', 'phone', ?,"
            " '2026-11-25T08:00:00+00:00', '2026-11-25T08:00:00+00:00', 1, 'displaced', '2026-11-24T09:00:00+00:00')",
            [(time,) for time in times],
        )
    )

    await stage.press_data("vera", pack(ShowCalls(LIBRARY)))
    first = await stage.next("vera")
    await stage.press("vera", "Дальше →")
    second = await stage.next_change("vera")

    assert first.text.count("Записан по телефону, написать некуда.") == 8
    assert second.text.count("Записан по телефону, написать некуда.") == 1
    assert "← Назад" in second.labels
    assert "gone" in second.text  # a topic that is no longer in the file is told by its id


async def test_an_admin_of_many_centres_names_one(stage: StraightStage) -> None:
    editor_text = (stage._settings.data_dir / "centres.yaml").read_text(encoding="utf-8")
    received = "consultations: {hours: Mo 10:00-12:00, desks: 1, minutes: 30, notice_hours: 2, horizon_days: 30}"
    (stage._settings.data_dir / "centres.yaml").write_text(
        editor_text.replace("consultations: null", received), encoding="utf-8"
    )
    await stage.app.services.files.directory.refresh()

    await stage.say("gleb", "/close")

    assert (await stage.next("gleb")).text.startswith("Часы какого центра закрыть?\n\nНапишите город")


async def test_where_only_information_is_offered_there_is_nothing_to_close(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.say("vera", "/close")
        await stage.press_data("vera", pack(AskConsultations(LIBRARY)))

        assert (await stage.next("vera")).text == "Записи на консультацию здесь нет, закрывать нечего."
        assert (await stage.next("vera")).text == "Записи на консультацию здесь нет, часы для неё не нужны."


@pytest.mark.parametrize(
    ("first", "last", "is_kept"),
    [(0, 24, True), (9, 11, True), (11, 12, True), (11, 13, True), (12, 13, False), (9, 10, False), (34, 36, False)],
)
async def test_a_reason_is_of_hours_that_meet_those_it_was_said_with(
    stage: StraightStage, first: int, last: int, *, is_kept: bool
) -> None:
    """Said of Wednesday from ten to twelve; then a button of other hours is pressed."""
    await stage.say("vera", "закрыть завтра с 10 до 12, отключили свет")
    await stage.next("vera")

    shown = await pressed(stage, "vera", PreviewClosure(LIBRARY, FROM + first * 60, FROM + last * 60))

    assert ("отключили свет" in shown) is is_kept


async def test_an_older_preview_closes_without_a_reason_that_it_did_not_show(stage: StraightStage) -> None:
    await stage.say("vera", "закрыть завтра с 10 до 12, отключили свет")
    await stage.next("vera")

    assert "отключили свет" not in await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))


async def test_a_reason_shown_with_longer_hours_is_told_with_them(stage: StraightStage) -> None:
    await stage.say("vera", "закрыть завтра с 10 до 12, отключили свет")
    await stage.next("vera")

    await pressed(stage, "vera", PreviewClosure(LIBRARY, FROM, TO))

    assert "отключили свет" in await pressed(stage, "vera", CloseHours(LIBRARY, FROM, TO))
