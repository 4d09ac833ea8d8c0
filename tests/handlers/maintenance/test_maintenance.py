"""What admins see of the bot itself, and what they can do about it."""

import re
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import bot
from bot.app.sandbox_setup import add_demo_visits
from bot.booking.slots import BookableDays
from bot.centres.centre import CentreId
from bot.centres.editing import Editor, Value
from bot.faq.live_faq import LiveFaq
from bot.outbox.notice import Notice
from bot.people import Address
from bot.screens.maintenance import warnings
from bot.screens.screen import Screen
from bot.storage.tables import notices
from tests.hand_clock import NOON
from tests.stage import DATA, StraightStage, straight_stage

ANNA, GLEB = Address("telegram", 1001), Address("telegram", 3001)
TUESDAY = date(2026, 11, 24)
SONG = Notice(ANNA, "song", "song", NOON, {"text": "la"})


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as opened:
        yield opened


async def poisoned(stage: StraightStage) -> None:
    await stage.app.database.write(lambda db: notices.put(db, [SONG]))
    await stage.app.edge.delivery_worker.deliver_due()


async def answer(stage: StraightStage, person: str, text: str) -> str:
    await stage.say(person, text)
    return (await stage.next(person)).text


async def pressed(stage: StraightStage, label: str) -> str:
    await stage.press("gleb", label)
    return (await stage.next("gleb")).text


async def test_a_notice_set_aside_is_shown_with_its_reason(stage: StraightStage) -> None:
    await poisoned(stage)

    text = await answer(stage, "gleb", "/status")

    assert "Не отправились и ждут вас: 1." in text
    assert "1. Не отправлено (song), вторник, 24 ноября, 12:00: KeyError: 'song'" in text


async def test_it_can_be_tried_again_and_dropped_once(stage: StraightStage) -> None:
    await poisoned(stage)
    await answer(stage, "gleb", "/status")

    told = [await pressed(stage, "1. Повторить")]
    told += [await pressed(stage, "1. Отбросить") for _ in range(2)]
    told.append(await pressed(stage, "1. Повторить"))

    assert told == [
        "Отправляю ещё раз. Что вышло, покажет состояние бота.",
        "Отбросил: это сообщение не уйдёт.",
        "С этим сообщением уже разобрались.",
        "С этим сообщением уже разобрались.",
    ]


@pytest.mark.parametrize("data", ["za:1", "zd:1", "zs", "za:9007199254740992"])
async def test_others_cannot_press_these_buttons(stage: StraightStage, data: str) -> None:
    await poisoned(stage)

    await stage.press_data("anna", data)

    assert (await stage.next("anna")).text.startswith("Эта команда для администраторов")
    assert "ждут вас: 1" in await answer(stage, "gleb", "/status")


async def test_a_number_no_notice_has_is_harmless(stage: StraightStage) -> None:
    await stage.press_data("gleb", f"zd:{2**53}")

    assert (await stage.next("gleb")).text == "С этим сообщением уже разобрались."


async def test_late_notices_people_gone_and_the_time_up_are_told(stage: StraightStage) -> None:
    await stage.app.database.write(lambda db: notices.put(db, [SONG]))
    await stage.app.database.write(
        lambda db: db.execute("insert into person (channel, id, unreachable_since) values ('telegram', 5, '2026')")
    )
    stage.clock.advance(timedelta(days=2, hours=1, minutes=5))
    # Asked before the delivery worker looks, as after an outage.
    text = await answer(stage, "gleb", "/status")

    assert "Работает 2 дня 1 час." in text
    assert "Пора отправить: 1, самое давнее с вторник, 24 ноября, 12:00." in text
    assert "Остановили бота: 1 человек." in text


async def test_a_copy_that_fails_is_told_with_what_to_do(stage: StraightStage, tmp_path: Path) -> None:
    (tmp_path / "bot.backups").write_text("in the way")

    text = await answer(stage, "gleb", "/backup")

    assert text.startswith("Копия не снята: ")
    assert text.endswith("Проверьте место на диске и права на папку базы.")


async def test_files_changed_under_a_running_bot_ask_for_a_restart(stage: StraightStage) -> None:
    await stage.app.database.write(lambda db: db.execute("pragma user_version = 99"))

    text = await answer(stage, "gleb", "/backup")

    assert text == (
        "Копия не снята: схема базы (99) новее файлов программы.\n\n"
        "Похоже, файлы программы обновили, пока бот работал. Перезапустите бота и повторите: /backup."
    )


async def test_good_files_are_read_anew_and_counted(tmp_path: Path) -> None:
    data = shutil.copytree(DATA, tmp_path / "files")
    async with straight_stage(tmp_path, data_dir=data) as stage:
        text = await answer(stage, "gleb", "/data")

    assert text.startswith("Файлы прочитаны заново, ошибок нет.\n\nСтатей ")


async def test_problems_of_files_are_told_with_line_and_cure_the_first_ten(tmp_path: Path) -> None:
    data = shutil.copytree(DATA, tmp_path / "files")
    with (data / "topics.yaml").open("a", encoding="utf-8") as topics:
        topics.write("\n- id: b\n  title: Тема\n  minutes: 30\n" * 12)
    async with straight_stage(tmp_path, data_dir=data) as stage:
        text = await answer(stage, "gleb", "/data")
        status = await answer(stage, "gleb", "/status")

    assert "10. " in text
    assert "11. " not in text
    assert re.search(r"1\. topics\.yaml, строка \d+: «b» не подходит для id\. Что сделать: ", text)
    assert "Все сразу покажет команда python -m bot check." in text
    assert "Какие: /data." in status
    assert len(text) < 4096


async def test_what_faulty_files_leave_unanswered_is_told_and_what_is_answered(tmp_path: Path) -> None:
    data = shutil.copytree(DATA, tmp_path / "files")
    article = next((data / "faq").glob("*/login-forgot.md"))
    good = article.read_text(encoding="utf-8")
    article.write_text("без шапки", encoding="utf-8")
    async with straight_stage(tmp_path, live_faq=LiveFaq(data / "faq"), data_dir=data) as stage:
        left_out = await answer(stage, "gleb", "/data")
        article.write_text(good, encoding="utf-8")
        await answer(stage, "gleb", "/data")
        article.write_text("опять без шапки", encoding="utf-8")
        behind = await answer(stage, "gleb", "/data")

    assert "Не отвечаю по этим статьям: login-forgot. Остальное прочитано и действует." in left_out
    assert "По всем статьям отвечаю. Последних правок в файлах я не взял: действует то, что прочитано до них." in behind


async def test_the_version_is_that_of_the_code_that_runs(stage: StraightStage) -> None:
    assert f"Версия {bot.__version__}." in await answer(stage, "gleb", "/status")


async def test_files_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    async with straight_stage(tmp_path) as stage:
        monkeypatch.setattr("bot.app.services.read", refuse)
        text = await answer(stage, "gleb", "/data")

    assert text == "Файлы не читаются: нет прав. Я отвечаю по прежним. Исправьте это на сервере и повторите: /data."


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        (warnings.room_low(200 * 1024**2), "На диске кончается место: свободно 200 МБ"),
        (warnings.room_low(3 * 1024**3), "свободно 3 ГБ"),
        (warnings.room_low(100), "свободно 1 КБ"),
        (warnings.copy_failed("<disk> is full"), "Причина: &lt;disk&gt; is full."),
    ],
)
def test_warnings_say_what_is_wrong(screen: Screen, words: str) -> None:
    assert words in screen.text


async def test_warnings_reach_admins(stage: StraightStage) -> None:
    gleb = Address("telegram", 3001)
    warnings = [
        Notice(gleb, "room_low", "r", NOON, {"free": 5 * 1024**2}),
        Notice(gleb, "copy_failed", "c", NOON, {"reason": "нет места"}),
    ]
    await stage.app.database.write(lambda db: notices.put(db, warnings))

    await stage.app.edge.delivery_worker.deliver_due()

    assert "свободно 5 МБ" in (await stage.next("gleb")).text
    assert "нет места" in (await stage.next("gleb")).text


def letter(kind: str, centre: str, day: str = "2026-11-24") -> Notice:
    return Notice(GLEB, kind, f"{kind}:{centre}", NOON, {"centre": centre, "day": day})


@pytest.mark.parametrize("kind", ["day_ahead", "visits_unmarked", "hours_end"])
@pytest.mark.parametrize("centre", ["pskov-pounb", "no-such-centre"])
async def test_a_letter_with_nothing_to_say_is_not_sent(stage: StraightStage, kind: str, centre: str) -> None:
    await stage.open_booking()
    await stage.app.database.write(lambda db: notices.put(db, [letter(kind, centre)]))

    await stage.app.edge.delivery_worker.deliver_due()

    await stage.silence()


async def test_hours_that_end_are_told_once_to_admins_and_librarians(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()
        hours: dict[str, str | int] = {"hours": "Sep 01-Nov 27 Mo-Fr 10:00-17:00", "desks": 1, "minutes": 30}
        change: dict[CentreId, dict[str, Value]] = {
            CentreId("pskov-pounb"): {"consultations": hours | {"notice_hours": 2, "horizon_days": 30}}
        }
        Editor(tmp_path / "data", ZoneInfo("Europe/Moscow")).change_centres(change, (), NOON)
        await stage.app.services.files.directory.refresh()
        await stage.ring()

        told = [(await stage.next(admin)).text for admin in ("gleb", "vera")]
        await stage.ring()

        await stage.silence()
    assert all("Последний день приёма: пятница, 27 ноября." in text for text in told)


async def test_guests_of_the_sandbox_come_on_the_next_day_of_reception(stage: StraightStage) -> None:
    vera = Address("telegram", 2001)
    await add_demo_visits(stage.app, vera)  # nobody is received yet
    await stage.open_booking()
    stage.clock.advance(timedelta(hours=8))  # in the evening
    await add_demo_visits(stage.app, vera)

    visits = await stage.app.services.visits.day_view.visits.between(
        vera, CentreId("pskov-pounb"), BookableDays(TUESDAY, TUESDAY + timedelta(days=9))
    )

    assert [(one.visitor.called, one.starts_at) for one in visits] == [
        ("Мария (пример)", datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
        ("Пётр (пример)", datetime(2026, 11, 25, 8, 0, tzinfo=UTC)),
        ("Ольга (пример)", datetime(2026, 11, 25, 9, 0, tzinfo=UTC)),
    ]
    await stage.silence()


async def test_where_nothing_is_booked_no_letters_are_written(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode="information") as stage:
        await stage.open_booking()
        stage.clock.advance(timedelta(hours=21))

        await stage.ring()

        written = await stage.app.database.read(
            lambda db: db.execute("select count(*) from outbox where kind = 'day_ahead'").fetchone()
        )
    assert written == (0,)


async def test_updates_that_could_not_be_read_are_counted_with_kind_and_size_and_without_words(
    stage: StraightStage,
) -> None:
    await stage.feed(message={"text": "СЕКРЕТНЫЕ СЛОВА"})

    text = await answer(stage, "gleb", "/status")

    assert "Не разобрал обновлений за месяц: 1. Последнее: message, " in text
    assert "ValidationError." in text
    assert "СЕКРЕТНЫЕ" not in text
