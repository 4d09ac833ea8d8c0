"""A spoken question reaches librarians, once, also where its author has deleted it or presses twice."""

from pathlib import Path

from aiogram.methods import CopyMessages

from bot.screens.callback_data import pack
from bot.screens.questions.actions import CarryVoice
from tests.stage import IDS, StraightStage, straight_stage

WHAT_TO_SEND = "Отправить библиотекарю это голосовое сообщение?"


def told(stage: StraightStage, person: str) -> list[str]:
    shown = [one.text for one in stage.wire.inbox[IDS[person]]]
    stage.wire.inbox.clear()
    return shown


def copied(stage: StraightStage) -> list[tuple[int, int, int]]:
    copies = [call for call in stage.wire.calls if isinstance(call, CopyMessages) and call.remove_caption]
    return [(int(call.chat_id), int(call.from_chat_id), one) for call in copies for one in call.message_ids]


async def spoken(stage: StraightStage, caption: str = "") -> int:
    """Anna asks for a librarian and speaks; the number of her message."""
    await stage.say("anna", "/ask")
    await stage.send("anna", "голосовое", caption)
    number = stage.wire.last - 1  # the answer has the next one
    assert told(stage, "anna")[-1].startswith(WHAT_TO_SEND)
    return number


async def test_the_very_message_is_copied_to_each_librarian_after_it_was_agreed(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        number = await spoken(stage)
        assert copied(stage) == []

        await stage.press("anna", "Отправить")

        assert copied(stage) == [(IDS[one], IDS["anna"], number) for one in ("vera", "gleb")]


async def test_pressed_twice_it_goes_once(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await spoken(stage)
        await stage.press("anna", "Отправить")
        await stage.press("anna", "Отправить")

        assert len(copied(stage)) == len(("vera", "gleb"))
        assert told(stage, "anna")[-1].startswith("Этот вопрос уже передан библиотекарю.")


async def test_a_later_one_goes_with_the_first(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        first = await spoken(stage)
        await stage.send("anna", "голосовое")
        second = stage.wire.last - 1
        await stage.press("anna", "Отправить")

        assert {message for _, _, message in copied(stage)} == {first, second}


async def test_one_that_its_author_has_deleted_is_told_in_words(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        stage.wire.deleted.add(await spoken(stage))
        await stage.press("anna", "Отправить")

        otherwise, question = told(stage, "vera")
        assert otherwise.startswith("Голосовое сообщение передать не получилось: человек удалил его")
        assert question.startswith("Вопрос № 1")


async def test_words_under_the_voice_are_hidden_where_they_are_secret(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.say("anna", "/ask")
        await stage.send("anna", "голосовое", "мой снилс 112-233-445 95, не пускает")
        preview = told(stage, "anna")[-1]

        assert preview.startswith(WHAT_TO_SEND)
        assert "112-233" not in preview
        assert "не уйдёт" not in preview


async def test_nobody_is_offered_a_librarian_where_nobody_can_be_asked(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode="information") as stage:
        await stage.send("anna", "голосовое")
        assert "библиотекарю" not in told(stage, "anna")[-1]

        await stage.press_data("anna", pack(CarryVoice("101")))
        assert told(stage, "anna")[-1].startswith("Передать вопрос библиотекарю здесь пока нельзя.")


async def test_who_listens_gets_the_steps_without_a_picture(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.say("anna", "читай вслух")
        told(stage, "anna")
        await stage.send("anna", "голосовое")

        (steps,) = told(stage, "anna")
        assert steps.startswith("Голосовые сообщения я не слышу.")


LONG = "Пенсия не пришла. " * 194  # 3492 signs: fits alone, but not beside a spoken message


async def test_words_too_long_beside_a_spoken_message_are_told_before_they_are_sent(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await spoken(stage)

        await stage.say("anna", LONG)
        told_at_once = told(stage, "anna")[-1]
        await stage.press("anna", "Отправить")

        assert "длинно" in told_at_once
        assert len(copied(stage)) == len(("vera", "gleb"))  # the spoken message alone still goes
        assert told(stage, "anna")[-1].startswith("Передал")


async def test_a_spoken_message_beside_words_too_long_leaves_the_words(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.say("anna", "/ask")
        await stage.say("anna", LONG)
        told(stage, "anna")

        await stage.send("anna", "голосовое")
        told_at_once = told(stage, "anna")[-1]
        await stage.press("anna", "Отправить")

        assert "длинно" in told_at_once
        assert copied(stage) == []
        assert any("Пенсия не пришла." in one.text for one in stage.wire.inbox[IDS["vera"]])
