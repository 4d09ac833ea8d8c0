"""Danger is met in every kind of message with words, and by everybody."""

import pytest

from bot.centres.card_edits import CardPart
from bot.screens.callback_data import pack
from bot.screens.centre_edits.actions import NamePart
from tests.stage import ODD, StraightStage

NOW = "Положите трубку. Не переводите деньги и никому не называйте код, пароль и номер карты."
LINK = "Не открывайте ссылку и ничего там не вводите."
CALLED = "мне звонят из банка просят код"
YARD = -100500
GROUP = {"id": YARD, "type": "supergroup", "title": "Двор"}


async def first_line(stage: StraightStage, person: str = "anna") -> str:
    return (await stage.next(person)).text.split("\n")[0]


async def test_a_caption_is_looked_at(stage: StraightStage) -> None:
    await stage.feed(message=stage.message("anna", **ODD["фото"], caption=CALLED))

    assert await first_line(stage) == NOW


async def forward(stage: StraightStage, text: str, **more: object) -> str:
    forwarded = {"type": "hidden_user", "sender_user_name": "Госуслуги", "date": 1}
    await stage.feed(message=stage.message("anna", text=text, forward_origin=forwarded, **more))
    return (await stage.next("anna")).text


async def test_an_address_hidden_behind_words_is_looked_at(stage: StraightStage) -> None:
    link = {"type": "text_link", "offset": 0, "length": 9, "url": "https://gosuslugi.vhod-lk.top/"}

    told = await forward(stage, "Госуслуги ждут вас", entities=[link])

    assert told.startswith("Похоже на обман: чужой адрес gosuslugi.vhod-lk.top")
    assert LINK in told


async def test_a_forwarded_message_gets_a_verdict_with_reasons(stage: StraightStage) -> None:
    told = await forward(stage, "Госуслуги: подтвердите вход на gosuslugi-pay.ru и назовите код из смс")

    assert told.startswith("Похоже на обман: чужой адрес gosuslugi-pay.ru, просят назвать код")
    assert "Настоящий адрес: gosuslugi.ru (Госуслуги)." in told


async def test_a_forwarded_notice_without_signs_is_not_called_honest(stage: StraightStage) -> None:
    told = await forward(stage, "Госуслуги: ваше заявление принято, подробнее на https://www.gosuslugi.ru/600101")

    assert told.startswith("Признаков обмана не вижу, но проверьте сами")
    assert "Адрес gosuslugi.ru настоящий: Госуслуги." in told
    assert "8 800 100-70-10" in told


async def test_a_forwarded_cry_is_a_crisis(stage: StraightStage) -> None:
    told = await forward(stage, "не хочу больше жить, прощайте")

    assert told.startswith("Позвоните 112.")


async def test_a_forwarded_question_is_answered_as_any_other(stage: StraightStage) -> None:
    told = await forward(stage, "как записать ребёнка в кружок рисования")

    assert "обман" not in told


async def test_a_question_about_a_quoted_message_judges_that_message(stage: StraightStage) -> None:
    quoted = stage.message("boris", text="Вам положена выплата, получите http://vyplata-lk.top")

    await stage.feed(message=stage.message("anna", text="это правда от Госуслуг?", reply_to_message=quoted))

    assert (await first_line(stage)).startswith("Похоже на обман: незнакомый адрес vyplata-lk.top")


async def test_where_no_message_is_to_be_seen_it_is_asked_for(stage: StraightStage) -> None:
    await stage.say("anna", "Это правда от Госуслуг?")

    assert (await first_line(stage)).startswith("Перешлите мне это сообщение")


async def test_in_a_group_only_what_is_said_to_the_bot_is_looked_at(stage: StraightStage) -> None:
    await stage.feed(message=stage.message("anna", text=CALLED) | {"chat": GROUP})
    before = len(stage.wire.inbox[YARD])
    await stage.feed(message=stage.message("anna", text=f"@bibliogos_bot {CALLED}") | {"chat": GROUP})

    assert before == 0
    assert stage.wire.inbox[YARD].popleft().text.startswith(NOW)


SCAM = "Ваш аккаунт взломан! Срочно позвоните 8-495-000-00-00 и сообщите код из смс"
CODE_TOLD = "Положите трубку. Позвоните в банк, потом смените пароль на gosuslugi.ru."
AMBULANCE = "Звоните 103 или 112. Это скорая помощь, звонок бесплатный."


@pytest.mark.parametrize(
    "text",
    [
        "я уже назвала код",
        "уже назвала",
        "я назвала код, это обман?",
        "это мошенники? я им всё продиктовала",
        "ой, а я сказала им код. это правда от госуслуг?",
    ],
)
async def test_what_one_has_done_oneself_goes_before_the_quoted_message(stage: StraightStage, text: str) -> None:
    quoted = stage.message("boris", text=SCAM)

    await stage.feed(message=stage.message("anna", text=text, reply_to_message=quoted))

    assert await first_line(stage) == CODE_TOLD


async def test_a_quoted_message_without_fraud_makes_no_deed_of_a_word(stage: StraightStage) -> None:
    quoted = stage.message("boris", text="Код визита 333М, приходите в среду")

    await stage.feed(message=stage.message("anna", text="уже назвала", reply_to_message=quoted))

    assert await first_line(stage) != CODE_TOLD


async def test_a_crisis_in_corrected_words_under_a_picture_is_met(stage: StraightStage) -> None:
    await stage.feed(edited_message=stage.message("anna", **ODD["фото"], caption="мужу плохо, рука отнялась"))

    assert await first_line(stage) == AMBULANCE


@pytest.mark.parametrize("command", ["/close", "/walkin"])
async def test_a_step_of_those_who_work_here_gives_way_too(stage: StraightStage, command: str) -> None:
    await stage.say("vera", command)
    await stage.next("vera")

    await stage.say("vera", "у читателя приступ, он задыхается")

    assert await first_line(stage, "vera") == AMBULANCE
    await stage.silence()


async def test_words_for_a_librarian_go_on_after_the_number(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.next("anna")

    await stage.say("anna", "сосед лежит не дышит, что делать")

    assert await first_line(stage) == AMBULANCE
    assert "сосед лежит не дышит, что делать" in (await stage.next("anna")).text


async def test_an_order_of_those_who_work_here_is_obeyed_after_the_number(stage: StraightStage) -> None:
    await stage.say("vera", "/close завтра, читатель лежит не дышит")

    assert await first_line(stage, "vera") == AMBULANCE
    assert (await stage.next("vera")).text


async def vera_answers(stage: StraightStage) -> None:
    """A question has come to a librarian, and her answer is awaited."""
    await stage.say("anna", "/ask")
    await stage.next("anna")
    await stage.say("anna", "можно верить звонкам?")
    await stage.press("anna", "Отправить")
    stage.wire.inbox.clear()
    await stage.press("vera", "Ответить")
    await stage.next("vera")


async def test_an_answer_to_a_citizen_goes_on_after_the_number(stage: StraightStage) -> None:
    await vera_answers(stage)

    await stage.say("vera", "приходите завтра, у нас сейчас читательница упала и не дышит")

    assert await first_line(stage, "vera") == AMBULANCE
    assert "приходите завтра" in (await stage.next("vera")).text


async def test_an_answer_to_a_citizen_may_speak_of_danger(stage: StraightStage) -> None:
    await vera_answers(stage)

    await stage.say("vera", "если звонят из банка и просят код, положите трубку")

    assert await first_line(stage, "vera") != NOW


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (CardPart.SITE, "https://biblioteka-dedovichi.ru"),
        (CardPart.ANNOUNCEMENT, "От имени библиотеки звонят мошенники и просят код из смс"),
    ],
)
async def test_a_card_may_speak_of_danger_and_name_an_unknown_site(
    stage: StraightStage, part: CardPart, words: str
) -> None:
    await stage.press_data("vera", pack(NamePart("pskov-sbs", part)))
    await stage.next("vera")

    await stage.say("vera", words)

    assert words.rstrip("/") in (await stage.next("vera")).text


async def test_an_announcement_of_a_fire_is_taken_after_the_number(stage: StraightStage) -> None:
    await stage.press_data("vera", pack(NamePart("pskov-sbs", CardPart.ANNOUNCEMENT)))
    await stage.next("vera")

    await stage.say("vera", "В здании пожар, закрыты до завтра")

    assert (await first_line(stage, "vera")).startswith("Выйдите на улицу и звоните 101")
    assert "В здании пожар, закрыты до завтра" in (await stage.next("vera")).text


@pytest.mark.parametrize(
    "text", ["позвоните мне", "перезвоните мне пожалуйста 8 911 000-00-00", "мне позвоните завтра"]
)
async def test_a_wish_for_a_call_is_told_that_a_bot_cannot_ring(stage: StraightStage, text: str) -> None:
    await stage.say("anna", text)

    seen = [shown.text for shown in stage.wire.inbox[1001]]
    assert seen[-1].startswith("Я бот и звонить не могу. Позвоните сами, вам ответит человек:")
    assert not any("положите трубку" in one.lower() for one in seen)
