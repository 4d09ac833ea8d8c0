"""The same dialogues through a messenger that is not Telegram: nothing above the edge knows the difference."""

from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from bot.app.application import Application, application
from bot.app.sandbox_setup import open_demo_booking
from bot.handlers.messenger import MessageId
from bot.people import Address
from bot.screens.screen import Screen
from tests.dialogue import Player, Shown, read
from tests.hand_clock import HandClock
from tests.handlers.other_messenger import (
    CHANNEL,
    MOST_SIGNS,
    OtherApi,
    OtherEdge,
    OtherMessenger,
    RefusedError,
    Sent,
    channel_for,
    chat_of,
)
from tests.stage import IDS, NAMES, Wire, settings, the_acts, the_faq, visible

PLAYED = ["questions/ask_librarian", "booking/by_buttons", "my_bookings/cancelling"]


class OtherStage:
    """People at the other messenger; whatever would go to Telegram fails the test."""

    def __init__(self, folder: Path) -> None:
        self.api = OtherApi()
        self._settings = settings(folder)
        self._clock = HandClock()
        self._wire = Wire()
        self._stack = AsyncExitStack()
        self._read: dict[str, tuple[int, int]] = {}  # by person: messages and edits seen
        self.app: Application
        self._edge: OtherEdge

    async def open(self) -> None:
        parts = application(self._settings, self._clock, self._wire, the_faq(), channel_for(self.api), the_acts())
        self.app = await self._stack.enter_async_context(parts)
        names = {IDS[key]: name for key, name in NAMES.items()}
        self._edge = OtherEdge(self.api, self.app.edge.updates, self.app.edge.dispatcher["awaited"], names)
        for person in ("vera", "gleb"):
            await self.app.services.staff.reachability.heard(Address(CHANNEL, IDS[person]))

    async def close(self) -> None:
        await self._stack.aclose()
        assert self._wire.calls == [], "в Telegram ничего не уходит"

    async def restart(self) -> None:
        await self.close()
        await self.open()

    async def say(self, person: str, text: str) -> None:
        await self._edge.write(IDS[person], text)
        await self.app.edge.delivery_worker.deliver_due()

    async def press(self, person: str, label: str) -> str:
        message, data = self._button(person, label)
        toast = await self._edge.press(IDS[person], message, data)
        await self.app.edge.delivery_worker.deliver_due()
        return toast

    def _button(self, person: str, label: str) -> tuple[str, str]:
        """The newest one with this label, on a message as it looks now."""
        sent = reversed(self.api.chats[chat_of(IDS[person])])
        found = ((one.id, data) for one in sent for name, data in one.buttons if name == label)
        place = next(found, None)
        assert place, f"кнопки нет: {label}"
        return place

    async def next(self, person: str) -> Shown:
        messages, edits = self._read.get(person, (0, 0))
        sent = self.api.chats[chat_of(IDS[person])]
        assert messages < len(sent), "бот ничего не написал"
        self._read[person] = messages + 1, edits
        return _shown(sent[messages])

    async def next_change(self, person: str) -> Shown:
        messages, edits = self._read.get(person, (0, 0))
        changed = self.api.edits[chat_of(IDS[person])]
        assert edits < len(changed), "бот ничего не изменил"
        self._read[person] = messages, edits + 1
        return _shown(changed[edits])

    async def silence(self) -> None:
        for person, id_ in IDS.items():
            messages, edits = self._read.get(person, (0, 0))
            left = self.api.chats[chat_of(id_)][messages:] + self.api.edits[chat_of(id_)][edits:]
            assert not left, f"бот сказал ещё: {left}"

    async def pass_time(self, by: timedelta) -> None:
        self._clock.advance(by)
        await self.app.edge.delivery_worker.deliver_due()

    async def open_booking(self) -> None:
        vera, gleb = Address(CHANNEL, IDS["vera"]), Address(CHANNEL, IDS["gleb"])
        await open_demo_booking(self.app, self._settings.data_dir, vera, gleb)
        await self.app.edge.delivery_worker.deliver_due()
        await self.next("gleb")  # that Вера has come

    async def reply(self, person: str, to: str, text: str) -> NoReturn:
        raise NotImplementedError

    async def correct(self, person: str, text: str) -> NoReturn:
        raise NotImplementedError

    async def send(self, person: str, kind: str, caption: str = "") -> NoReturn:
        raise NotImplementedError

    async def enter_topic(self, person: str, name: str) -> NoReturn:
        raise NotImplementedError

    async def end_topic(self, name: str, *, delete: bool) -> NoReturn:
        raise NotImplementedError

    async def mute_group(self) -> NoReturn:
        raise NotImplementedError

    async def block(self, person: str, *, on: bool) -> NoReturn:
        raise NotImplementedError

    async def ring(self) -> NoReturn:
        raise NotImplementedError


def _shown(sent: Sent) -> Shown:
    return Shown(visible(sent.text), tuple(label for label, _ in sent.buttons))


@pytest.mark.parametrize("name", PLAYED)
async def test_the_dialogue_reads_as_in_telegram(name: str, tmp_path: Path) -> None:
    stage = OtherStage(tmp_path)
    await stage.open()
    try:
        await Player(stage).play(read(Path("tests/dialogues") / f"{name}.txt"))
    finally:
        await stage.close()


async def test_a_librarian_has_the_commands_of_her_role(tmp_path: Path) -> None:
    stage = OtherStage(tmp_path)
    await stage.open()
    try:
        await stage.say("vera", "/start")
        assert stage.api.commands == {chat_of(IDS["vera"]): "admin"}
    finally:
        await stage.close()


async def test_a_notice_is_answered_by_typing_the_words_of_its_button(tmp_path: Path) -> None:
    stage = OtherStage(tmp_path)
    await stage.open()
    try:
        for words in ("/ask", "В паспорте буква ё, а на портале е", "да"):
            await stage.say("anna", words)
        await stage.say("vera", "Ответить")
        assert "Напишите ответ" in stage.api.chats[chat_of(IDS["vera"])][-1].text
    finally:
        await stage.close()


async def test_the_messenger_is_as_hard_as_it_says() -> None:
    api, chat = OtherApi(), chat_of(IDS["anna"])
    api.send(chat, "список", (("Позже →", "d"),))
    api.edit(chat, "mid.0001", "новый список")

    assert api.chats[chat] == [Sent("mid.0001", "новый список", (("Позже →", "d"),))]
    with pytest.raises(RefusedError, match="no chat"):
        api.send(IDS["anna"], "не туда")
    with pytest.raises(RefusedError, match="signs"):
        api.send(chat, "ё" * (MOST_SIGNS + 1))
    with pytest.raises(RefusedError, match="acknowledgement"):
        api.acknowledge("mid.0002", "")


async def test_an_edit_to_a_screen_without_buttons_takes_them_away() -> None:
    api, anna = OtherApi(), Address(CHANNEL, IDS["anna"])
    api.send(chat_of(anna.id), "список", (("Позже →", "d"),))

    assert await OtherMessenger(api).replace(anna, chat_of(anna.id), MessageId("mid.0001"), Screen("Готово"))
    assert api.chats[chat_of(anna.id)] == [Sent("mid.0001", "Готово")]
