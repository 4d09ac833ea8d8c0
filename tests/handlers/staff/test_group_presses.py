"""Presses and words in a group: judged by who presses, said to that person alone or in place of the notice."""

from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.sandbox.people import DESK_ID
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.closures.actions import LinkGroupChat, SetDuty, ShowGroupChat, UnlinkGroupChat
from bot.screens.home import home
from bot.screens.librarian_day.actions import GiveBack, OpenVisit, TakeOn
from bot.screens.screen import Screen
from tests.dialogue import DESK
from tests.handlers.staff.group_talk import BOT, LIBRARY, linked, texts
from tests.stage import IDS, ODD, StraightStage, straight_stage

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


STRANGERS = {
    LinkGroupChat(LIBRARY): "Это могут только библиотекари этого центра и администраторы.",
    UnlinkGroupChat(LIBRARY): "Это могут только библиотекари этого центра и администраторы.",
    ShowGroupChat(): "Это могут только библиотекари этого центра и администраторы.",
    SetDuty(on=False): "Дежурство — дело личное: напишите мне /desk не в группе, а лично.",
    LinkGroupChat("no-such-centre"): "Это делается в группе: добавьте меня туда и напишите там /desk.",
}


ALONE = {
    ("vera", LinkGroupChat(LIBRARY)): "Это делается в группе",
    ("vera", ShowGroupChat()): "Это делается в группе",
    ("anna", SetDuty(on=False)): "Эта команда для библиотекарей",
    ("gleb", SetDuty(on=False)): "Вопросы людей приходят вам как администратору",
}


async def pressed(stage: StraightStage, person: str, action: Action) -> str:
    await stage.press_data(person, pack(action))
    return (await stage.next(person)).text


async def test_a_stranger_in_the_group_is_told_why_not(stage: StraightStage) -> None:
    answers = [await stage.press_data(f"boris{DESK}", pack(action)) for action in STRANGERS]

    assert answers == list(STRANGERS.values())
    await stage.silence()


async def test_a_button_of_the_group_means_nothing_in_private(stage: StraightStage) -> None:
    answers = [(await pressed(stage, *press))[: len(answer)] for press, answer in ALONE.items()]

    assert answers == list(ALONE.values())


async def test_a_linked_group_tells_whose_desk_it_is_and_moves_by_a_press(stage: StraightStage) -> None:
    await linked(stage)

    await stage.say(f"vera{DESK}", "/desk")
    shown = await stage.next(f"vera{DESK}")

    assert shown.text.startswith("Сюда приходят записи: Областная библиотека")
    assert shown.labels[0].startswith("Отключить: Областная библиотека")
    await stage.press_data(f"vera{DESK}", pack(ShowGroupChat(page=1)), number=stage.wire.last)
    await stage.silence()


async def test_a_librarian_without_hours_of_booking_is_told_to_set_them(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as bare:
        await bare.say(f"gleb{DESK}", "/desk")

        said = (await bare.next(f"gleb{DESK}")).text
        assert said.startswith("Записи в эту группу пока не приходят. Сначала укажите часы записи своего центра")


async def test_an_anonymous_admin_of_the_group_gets_a_sentence_where_the_bot_is_spoken_to(
    stage: StraightStage,
) -> None:
    said = stage.message(f"vera{DESK}", text="/desk", sender_chat=stage._chat(f"vera{DESK}")) | {"from": ANONYMOUS}

    await stage.feed(message=said)
    await stage.feed(message=said | {"text": "всем привет", "message_id": said["message_id"] + 1})

    assert (await stage.next(f"vera{DESK}")).text.startswith("Вы пишете от имени группы")
    await stage.silence()


async def test_a_taken_notice_in_the_group_cannot_be_taken_again_by_mistake(stage: StraightStage) -> None:
    await stage.say("vera", "позвонила Антипова, просится на завтра в 11, пенсия")
    await stage.say("vera", "да")
    await stage.press_data(f"vera{DESK}", pack(LinkGroupChat(LIBRARY)))

    await stage.press_data(f"vera{DESK}", pack(TakeOn(1, over=False)), 55)

    shown = stage.wire.changes[DESK_ID].pop()
    assert shown.text.startswith("Записал. Этого посетителя принимает Вера.")
    assert "Взять на себя" not in shown.labels
    assert "Областная библиотека" in shown.text  # one group may be of several centres
    assert "бот человеку не напишет" in shown.text


MISTAKES = {
    "a stale button": ("zz:1", "vera", "Эта кнопка устарела."),
    "not of this centre": (pack(LinkGroupChat(LIBRARY)), "anna", "Это могут только библиотекари этого центра"),
    "a visit that is no more": (pack(TakeOn(999, over=False)), "vera", "С этой записью так уже не сделать"),
    "a visit seen by nobody else": (pack(OpenVisit(1)), "anna", "Это могут только библиотекари этого центра."),
    "taken by a colleague": (pack(TakeOn(1, over=False)), "vera", "Этого посетителя уже принимает администратор."),
    "given back by another": (pack(GiveBack(1)), "vera", "Ничего не изменилось: этого посетителя принимает админ"),
    "one's own duty": (pack(SetDuty(on=False)), "vera", "Дежурство — дело личное"),
}


@pytest.mark.parametrize(("data", "person", "said"), MISTAKES.values(), ids=MISTAKES.keys())
async def test_what_concerns_the_presser_alone_is_no_message_in_the_group(
    stage: StraightStage, data: str, person: str, said: str
) -> None:
    await stage.say("vera", "позвонила Антипова, просится на завтра в 11, пенсия")
    await stage.say("vera", "да")
    await linked(stage)
    await stage.press_data(f"gleb{DESK}", pack(TakeOn(1, over=False)), 55)
    stage.wire.inbox[DESK_ID].clear()

    toast = await stage.press_data(f"{person}{DESK}", data, 55)

    assert toast.startswith(said)
    assert not stage.wire.inbox[DESK_ID]


async def test_the_same_in_private_is_a_message(stage: StraightStage) -> None:
    toast = await stage.press_data("vera", pack(TakeOn(999, over=False)))

    assert toast == ""
    assert texts(stage, IDS["vera"])[-1].startswith("С этой записью так уже не сделать")


async def test_of_a_long_instruction_nothing_is_cut(stage: StraightStage, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Сначала сделайте вот что. " * 9 + "И только потом <b>нажмите</b> эту кнопку."
    monkeypatch.setattr(home, "outdated", lambda: Screen(long, for_presser=True))

    toast = await stage.press_data(f"vera{DESK}", "zz:1", 55)

    assert toast == ""
    assert texts(stage, DESK_ID)[-1].endswith("И только потом нажмите эту кнопку.")


async def test_words_in_the_group_are_answered_there(stage: StraightStage) -> None:
    await stage.say(f"anna{DESK}", "/desk")

    assert texts(stage, DESK_ID)[-1].startswith("Эта команда для библиотекарей")


async def test_long_words_over_a_button_wait_until_they_are_closed(stage: StraightStage) -> None:
    await stage.say("vera", "позвонила Антипова, просится на завтра в 11, пенсия")
    await stage.say("vera", "да")
    await linked(stage)
    await stage.press_data(f"vera{DESK}", "zz:1", 55)
    await stage.press_data(f"anna{DESK}", pack(OpenVisit(1)), 55)

    shown = [call for call in stage.wire.calls if isinstance(call, AnswerCallbackQuery)]
    assert [call.show_alert for call in shown[-2:]] == [True, None]


@pytest.mark.parametrize("writer", ["anonymous", "vera"])
async def test_an_album_in_answer_to_the_bot_gets_one_answer_in_the_group(stage: StraightStage, writer: str) -> None:
    await stage.say(f"vera{DESK}", "/desk")
    asked = await stage.next(f"vera{DESK}")
    bots = stage.message(f"vera{DESK}", text=asked.text) | {"from": BOT | {"username": "bibliogos_bot"}}
    sender = {"from": ANONYMOUS} if writer == "anonymous" else {}

    for number in (901, 902, 903):
        picture = stage.message(f"vera{DESK}", **ODD["фото"], media_group_id="a", reply_to_message=bots)
        await stage.feed(message=picture | sender | {"message_id": number})

    assert len(texts(stage, DESK_ID)) == 1
