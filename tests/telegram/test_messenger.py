"""What the delivery worker learns when a message cannot be sent, and what becomes of screens on the way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage

from bot.centres.vcard import vcard
from bot.handlers.messenger import MessageId
from bot.outbox.delivery_worker import (
    MessageRejectedError,
    NeverStartedBotError,
    RecipientUnreachableError,
    RetryLaterError,
)
from bot.people import Address
from bot.screens.centres import downloads
from bot.screens.screen import Screen
from bot.storage.tables.people import PeopleStore
from bot.telegram.message_calls import _Say
from bot.telegram.messenger import TelegramMessenger
from tests.stage import IDS, StraightStage, straight_stage

ANNA = Address("telegram", IDS["anna"])
CALL = SendMessage(chat_id=1, text="x")
SCREEN = Screen("Слова")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


@pytest.fixture
def messenger(stage: StraightStage) -> TelegramMessenger:
    return TelegramMessenger(stage.app.edge.bot, PeopleStore(stage.app.database))


FAILURES = {
    "blocked": (TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user"), RecipientUnreachableError),
    "never begun": (
        TelegramForbiddenError(CALL, "Forbidden: bot can't initiate conversation with a user"),
        NeverStartedBotError,
    ),
    "no chat": (TelegramBadRequest(CALL, "Bad Request: chat not found"), RecipientUnreachableError),
    "broken HTML": (TelegramBadRequest(CALL, "Bad Request: can't parse entities"), MessageRejectedError),
    "too fast": (TelegramRetryAfter(CALL, "Too Many Requests", 7), RetryLaterError),
    "no line": (TelegramNetworkError(CALL, "down"), RetryLaterError),
    "server error": (TelegramServerError(CALL, "oops"), RetryLaterError),
    "a page for JSON": (ClientDecodeError("not JSON", ValueError(), "<html>"), RetryLaterError),
}


@pytest.mark.parametrize(("failure", "told"), FAILURES.values(), ids=FAILURES.keys())
async def test_each_failure_tells_the_courier_what_to_do(
    stage: StraightStage, messenger: TelegramMessenger, failure: Exception, told: type[Exception]
) -> None:
    stage.wire.failing = failure

    with pytest.raises(told):
        await messenger.send(ANNA, SCREEN)


async def test_the_time_telegram_asks_for_is_passed_on(stage: StraightStage, messenger: TelegramMessenger) -> None:
    stage.wire.failing = TelegramRetryAfter(CALL, "Too Many Requests", 7)

    with pytest.raises(RetryLaterError) as later:
        await messenger.send(ANNA, SCREEN)

    assert later.value.seconds == 7


async def test_the_parts_of_a_long_text_come_in_their_order(stage: StraightStage, messenger: TelegramMessenger) -> None:
    await messenger.send(ANNA, Screen("конец", before=("начало", "середина")))

    assert [shown.text for shown in stage.wire.inbox[ANNA.id]] == ["начало", "середина", "конец"]


async def test_a_message_that_is_gone_cannot_be_replaced(stage: StraightStage, messenger: TelegramMessenger) -> None:
    stage.wire.failing_edit = TelegramBadRequest(CALL, "Bad Request: message to edit not found")

    assert not await messenger.replace(ANNA, ANNA.id, MessageId("1"), SCREEN)


async def test_paging_an_erased_message_shows_a_new_one(stage: StraightStage) -> None:
    stage.wire.failing_edit = TelegramBadRequest(CALL, "Bad Request: message to edit not found")

    await stage.press_data("anna", "b:1")

    assert (await stage.next("anna")).text.endswith("Страница 2 из 2.")


@pytest.mark.parametrize("data", ["e:no-such", "t:no-such", "z:no-such"])
async def test_what_a_gone_centre_gave_is_answered(stage: StraightStage, data: str) -> None:
    await stage.press_data("anna", data)

    assert (await stage.next("anna")).text.startswith("Этого центра в справочнике больше нет.")


async def test_a_poster_is_sent_as_a_file(stage: StraightStage) -> None:
    await stage.press_data("anna", "z:pskov-sbs")

    assert (await stage.next("anna")).text == "[файл] плакат-pskov-sbs.pdf"
    assert (await stage.next("anna")).text.startswith("Плакат готов: лист А4.")


async def test_a_centre_without_phone_or_point_gives_neither(stage: StraightStage) -> None:
    directory = stage.app.edge.dispatcher.workflow_data["directory"].now
    silent = next(centre for centre in directory.centres if not centre.phones)
    unmapped = next(centre for centre in directory.centres if not centre.point)

    assert vcard(silent) is None
    assert downloads.contact(silent).text == "Телефон неизвестен."
    assert downloads.pin(unmapped).text == "Где это на карте, я не знаю."


@pytest.mark.parametrize("data", ["p:0:0", "s:999999999:0", "m:no-such:0"])
async def test_a_spot_or_a_place_that_is_nowhere_is_an_outdated_button(stage: StraightStage, data: str) -> None:
    await stage.press_data("anna", data)

    assert (await stage.next("anna")).text.startswith("Эта кнопка устарела.")


async def test_asking_a_librarian_about_an_answer_carries_the_answer_along(stage: StraightStage) -> None:
    await stage.press_data("anna", "l:login-forgot")
    await stage.say("anna", "А если телефон чужой?")
    await stage.press("anna", "Отправить")

    assert "Человек читал ответ «Забыл пароль от Госуслуг. Как войти?»." in (await stage.next("vera")).text


async def test_taking_a_question_that_is_answered_already_says_so(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")
    await stage.press("vera", "Ответить")
    await stage.press("gleb", "Ответить")
    await stage.press("gleb", "Всё равно ответить")
    await stage.say("gleb", "Я.")
    await stage.press("gleb", "Отправить")
    await stage.say("vera", "Нет, я.")
    stage.wire.inbox[IDS["vera"]].clear()

    await stage.press("vera", "Отправить")

    assert (await stage.next("vera")).text == (
        "Пока вы писали, на вопрос № 1 ответил другой библиотекарь: «Я.»\n\nВаш ответ не отправлен."
    )


async def test_answering_a_question_erased_meanwhile_says_so(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")
    await stage.press("vera", "Ответить")
    await stage.press_data("anna", "f:1")
    stage.wire.inbox[IDS["vera"]].clear()

    await stage.say("vera", "Я.")

    assert (await stage.next("vera")).text.startswith("Этого вопроса больше нет")


async def test_erasing_is_asked_about_first(stage: StraightStage) -> None:
    await stage.press_data("anna", "f:0")

    assert (await stage.next("anna")).text.startswith("Стереть всё, что я о вас храню?")


async def test_nothing_that_fits_leads_to_a_person(stage: StraightStage) -> None:
    await stage.press_data("anna", "n")

    assert (await stage.next("anna")).text.startswith("Я не нашёл ответа на этот вопрос.")


async def test_a_text_whose_marks_telegram_does_not_understand_goes_again_without_them(
    stage: StraightStage, messenger: TelegramMessenger
) -> None:
    stage.wire.fussy = True

    await messenger.send(ANNA, Screen("<b>Смена</b> адреса: 1 &lt; 2, <a href='https://gosuslugi.ru'>здесь</a>"))

    assert stage.wire.calls[-1] == _Say(chat_id=ANNA.id, text="Смена адреса: 1 < 2, здесь", parse_mode=None)


async def test_an_edit_whose_marks_telegram_does_not_understand_goes_again_without_them(
    stage: StraightStage, messenger: TelegramMessenger
) -> None:
    stage.wire.fussy = True

    shown = await messenger.replace(ANNA, ANNA.id, MessageId("5"), Screen("<b>Готово</b>"))

    assert (shown, (await stage.next_change("anna")).text) == (True, "Готово")
