"""A secret typed anywhere is warned of and leaves no trace: every place that takes text is found by itself."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.dialog_state import Conversation, DialogStore, OnSecret, Prompt
from bot.handlers.all_features import ROUTES
from bot.screens.booking.actions import BookTime
from bot.screens.booking.prompts import VisitorPrompt, WhenPrompt
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.closures.prompts import ClosedHoursPrompt, ClosureReasonPrompt
from bot.screens.faq.prompts import WordingPrompt
from bot.screens.librarian_day.prompts import CallOffReasonPrompt, VisitorNamePrompt
from bot.screens.my_bookings.actions import SayWhy
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.stats.prompts import PeriodPrompt
from tests.handlers.every_prompt import EVERY_PROMPT, sample, step_of
from tests.handlers.my_bookings.visiting import FRIDAY_NOON, booked
from tests.stage import IDS, ODD, StraightStage, straight_stage
from tests.telegram.pressing import pressed

WARNING = "Осторожно: похоже, вы прислали личное"
AGAIN = "Напишите ещё раз, уже без этого."
SNILS, CARD, CODE = "112-233-445 95", "4111 1111 1111 1111", "482913"
SECRETS = [
    f"мой снилс {SNILS}, проверьте",
    f"vjz rfhnf {CARD}",
    f"код из смс {CODE}",
    CODE,
    "parol moy Ivan1956",
]
TRACES = ("112-233-445", "1122334", "4111", "48291", "ivan1956")
COMMANDS = sorted(ROUTES.commands)
PLACES = [prompt for prompt in EVERY_PROMPT if prompt.rule.secrets is not OnSecret.SHOWN_FIRST]
REASON = ClosureReasonPrompt("pskov-pounb", 29932740, 29934180)


@pytest.fixture
async def stage(bookable: Path, tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, data_dir=bookable) as stage:
        await booked(stage)
        yield stage


async def everything_kept(stage: StraightStage) -> str:
    """All rows of all tables, and the files themselves."""
    for behind in stage.app.stores.behind:
        await behind.flush()
    await stage.app.edge.delivery_worker.deliver_due()

    def dump(db: sqlite3.Connection) -> str:
        return "\n".join(db.iterdump()).casefold()

    return await stage.app.database.read(dump)


async def put(stage: StraightStage, prompt: Prompt) -> None:
    waiting: DialogStore = stage.app.edge.dispatcher.workflow_data["awaited"]
    await waiting.put(Conversation("telegram", IDS["vera"], IDS["vera"]), prompt)


async def closures(stage: StraightStage) -> int:
    (number,) = await stage.app.database.read(lambda db: db.execute("select count(*) from closure").fetchone())
    return int(number)


def heard(stage: StraightStage, person: str) -> list[str]:
    return [shown.text for shown in stage.wire.inbox[IDS[person]]]


async def assert_warned_and_forgotten(stage: StraightStage, person: str) -> None:
    kept = await everything_kept(stage)
    said = [text for box in stage.wire.inbox.values() for shown in box for text in [shown.text.casefold()]]

    assert sum(text.startswith(WARNING) for text in heard(stage, person)) == 1
    assert [trace for trace in TRACES if trace in kept or any(trace in text for text in said)] == []


@pytest.mark.parametrize("text", SECRETS[1:4])
@pytest.mark.parametrize("prompt", PLACES, ids=step_of)
async def test_wherever_text_is_awaited_a_secret_is_warned_of_and_not_kept(
    stage: StraightStage, prompt: Prompt, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    await put(stage, prompt)

    await stage.say("vera", text)

    await assert_warned_and_forgotten(stage, "vera")
    assert [trace for trace in TRACES if trace in caplog.text.casefold()] == []


@pytest.mark.parametrize("text", SECRETS[1:3])
@pytest.mark.parametrize("prompt", [one for one in EVERY_PROMPT if one not in PLACES], ids=step_of)
async def test_where_there_is_nobody_to_answer_a_secret_goes_nowhere(
    stage: StraightStage, prompt: Prompt, text: str
) -> None:
    await put(stage, prompt)

    await stage.say("vera", text)

    kept = await everything_kept(stage)
    assert heard(stage, "vera")[-1].startswith("Этого вопроса больше нет")
    assert [trace for trace in TRACES if trace in kept or trace in "".join(heard(stage, "vera")).casefold()] == []


@pytest.mark.parametrize("prompt", PLACES, ids=step_of)
async def test_a_caption_is_looked_at_wherever_text_is_awaited(stage: StraightStage, prompt: Prompt) -> None:
    await put(stage, prompt)

    await stage.feed(message=stage.message("vera", **ODD["фото"], caption=f"мой снилс {SNILS}"))

    await assert_warned_and_forgotten(stage, "vera")


@pytest.mark.parametrize("command", COMMANDS)
async def test_after_every_command_a_secret_is_warned_of_and_not_kept(stage: StraightStage, command: str) -> None:
    await stage.say("vera", f"/{command} мой снилс {SNILS}")

    await assert_warned_and_forgotten(stage, "vera")


async def test_a_command_is_obeyed_though_nothing_but_a_code_follows_it(stage: StraightStage) -> None:
    await stage.say("anna", f"/ask {CODE}")

    assert heard(stage, "anna")[-1].startswith("Напишите вопрос библиотекарю")
    await assert_warned_and_forgotten(stage, "anna")


@pytest.mark.parametrize("person", ["anna", "vera", "gleb"])
@pytest.mark.parametrize("text", SECRETS)
async def test_a_secret_instead_of_a_question_is_warned_of_whoever_writes(
    stage: StraightStage, person: str, text: str
) -> None:
    await stage.say(person, text)

    await assert_warned_and_forgotten(stage, person)


@pytest.mark.parametrize("kind", ["photo", "document"])
@pytest.mark.parametrize("update", ["message", "edited_message"])
async def test_a_caption_is_looked_at_also_when_corrected(stage: StraightStage, kind: str, update: str) -> None:
    file = {"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}
    message = stage.message("anna") | {"caption": f"вот код из смс {CODE}", kind: [file] if kind == "photo" else file}

    await stage.feed(**{update: message | ({"edit_date": 2} if update == "edited_message" else {})})

    await assert_warned_and_forgotten(stage, "anna")


async def test_a_corrected_message_is_looked_at_again(stage: StraightStage) -> None:
    await stage.say("anna", "привет")

    await stage.correct("anna", f"пришёл код {CODE}")

    await assert_warned_and_forgotten(stage, "anna")


async def test_in_a_group_whoever_speaks_to_the_bot_is_warned(stage: StraightStage) -> None:
    await stage.say("vera@desk", f"@bibliogos_bot пришёл код {CODE}")

    said = [shown.text for box in stage.wire.inbox.values() for shown in box]
    assert [text.startswith(WARNING) for text in said][:1] == [True]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (WhenPrompt, "1530"),
        (OtherTimePrompt, "1530"),
        (VisitorPrompt, "1530"),
        (PeriodPrompt, "2026"),
        (VisitorNamePrompt, "2346"),
        (CardPartPrompt, "8 911 000-00-00"),
        (CardPartPrompt, "lib@pskov.ru"),
        (WordingPrompt, "12"),
    ],
)
async def test_a_number_that_was_asked_for_is_no_secret(stage: StraightStage, kind: type[Prompt], text: str) -> None:
    await put(stage, sample(kind))

    await stage.say("vera", text)

    assert [said for said in heard(stage, "vera") if said.startswith(WARNING)] == []


async def test_the_number_of_a_line_and_a_visit_code_of_figures_are_no_secrets(stage: StraightStage) -> None:
    await stage.say("anna", "/faq")
    await stage.say("anna", "1")
    await stage.say("vera", "2346")

    assert [said for who in ("anna", "vera") for said in heard(stage, who) if said.startswith(WARNING)] == []


@pytest.mark.parametrize("text", [f"Введите код {CODE}", "Ваш пароль теперь Luna-7Kedr", CODE, SNILS])
async def test_a_librarian_is_warned_of_a_secret_in_an_answer_before_it_goes(stage: StraightStage, text: str) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")
    await stage.app.edge.delivery_worker.deliver_due()
    await stage.press("vera", "Ответить")

    await stage.say("vera", text)
    await stage.app.edge.delivery_worker.deliver_due()

    assert "Осторожно, в ответе похоже на личное" in heard(stage, "vera")[-1]
    assert "Ответ библиотекаря" not in "\n".join(heard(stage, "anna"))


async def test_a_librarian_may_name_telephones_and_addresses_in_an_answer(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")
    await stage.app.edge.delivery_worker.deliver_due()
    await stage.press("vera", "Ответить")

    await stage.say("vera", "Пишите на lib@pskov.ru или звоните 8 911 000-00-00")
    await stage.press("vera", "Отправить")

    assert heard(stage, "vera")[-1] == "Ответ на вопрос № 1 передан. Спасибо!"


async def test_a_name_of_the_messenger_with_a_secret_in_it_is_not_offered(stage: StraightStage) -> None:
    message = stage.message("anna") | {"text": "/book"}
    message["from"] = message["from"] | {"first_name": "Анна 89111234567"}
    await stage.feed(message=message)

    shown = await pressed(stage, BookTime("doctor", "ostrov", "2611270900"))

    assert (FRIDAY_NOON.hour, "8911" in "".join(shown.labels)) == (9, False)


async def test_the_reason_of_a_cancellation_is_kept_without_the_secret(stage: StraightStage) -> None:
    await pressed(stage, SayWhy(1, "words"))

    await stage.say("anna", f"заболела, пришлите на карту {CARD}")

    await assert_warned_and_forgotten(stage, "anna")


@pytest.mark.parametrize("prompt", [REASON, ClosedHoursPrompt("pskov-pounb")])
@pytest.mark.parametrize("text", [f"отключили свет, код {CODE}", f"болеем, карта {CARD}", "ремонт, пароль Luna-7Kedr"])
async def test_a_closing_with_a_secret_closes_nothing_and_is_asked_for_again(
    stage: StraightStage, prompt: Prompt, text: str
) -> None:
    await put(stage, prompt)

    await stage.say("vera", text)

    assert heard(stage, "vera")[-1].endswith(AGAIN)
    assert await closures(stage) == 0


async def test_four_digits_are_no_reason(stage: StraightStage) -> None:
    await put(stage, REASON)

    await stage.say("vera", "4821")

    assert (heard(stage, "vera")[-1].startswith(WARNING), await closures(stage)) == (True, 0)


@pytest.mark.parametrize("prompt", [CallOffReasonPrompt(1), VisitorNamePrompt(1)])
async def test_words_about_a_visit_with_a_secret_are_asked_for_again(stage: StraightStage, prompt: Prompt) -> None:
    await put(stage, prompt)

    await stage.say("vera", f"Анна, код {CODE}")

    assert heard(stage, "vera")[-1].endswith(AGAIN)
    await assert_warned_and_forgotten(stage, "vera")


@pytest.mark.parametrize(
    ("phone", "closed"), [("8 (8112) 72-84-01", 1), ("8 800 100-70-10", 1), ("8 911 000-00-00", 0)]
)
async def test_a_closing_may_name_the_telephone_of_an_office_and_nobody_elses(
    stage: StraightStage, phone: str, closed: int
) -> None:
    await put(stage, REASON)

    await stage.say("vera", f"отключили свет, звоните {phone}")

    assert (heard(stage, "vera")[-1].endswith(AGAIN), await closures(stage)) == (not closed, closed)


@pytest.mark.parametrize("text", ["код визита 4234", "визит 4234", "код 4234", "4234"])
async def test_a_librarian_is_shown_no_warning_for_a_visit_code_of_digits(stage: StraightStage, text: str) -> None:
    await stage.say("vera", text)

    assert heard(stage, "vera")[-1].startswith("Записи с кодом 4234 нет")


@pytest.mark.parametrize("text", ["код визита 4234", "визит 4234"])
async def test_a_citizen_is_not_warned_of_the_visit_code(stage: StraightStage, text: str) -> None:
    await stage.say("anna", text)

    assert [said for said in heard(stage, "anna") if said.startswith(WARNING)] == []


async def test_a_bare_code_for_a_librarian_is_answered_with_the_warning_alone(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.next("anna")

    await stage.say("anna", CODE)

    assert (await stage.next("anna")).text.endswith("Напишите ещё раз, уже без этого.")
    await stage.silence()
