"""Pictures in the chat: sent before the words, with words of their own."""

from pathlib import Path

from bot.people import Address
from bot.screens.screen import Picture, Screen
from bot.storage.tables.people import PeopleStore
from bot.telegram.messenger import TelegramMessenger
from tests.over_http import PIXEL, http_stage
from tests.stage import IDS, straight_stage

ANNA = Address("telegram", IDS["anna"])
SCREEN = Screen("Темы: вход, 5.", attached=Picture(PIXEL, "Темы за неделю"))


async def test_a_picture_comes_before_the_words_with_its_own(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await TelegramMessenger(stage.app.edge.bot, PeopleStore(stage.app.database)).send(ANNA, SCREEN)

        assert [shown.text for shown in stage.wire.inbox[ANNA.id]] == ["[картинка] Темы за неделю", "Темы: вход, 5."]


async def test_telegrams_counterpart_takes_the_picture(tmp_path: Path) -> None:
    async with http_stage(tmp_path) as stage:
        await TelegramMessenger(stage.app.edge.bot, PeopleStore(stage.app.database)).send(ANNA, SCREEN)

        assert (await stage.next("anna")).text == "[картинка] Темы за неделю"
        assert (await stage.next("anna")).text == "Темы: вход, 5."
