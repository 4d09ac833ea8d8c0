"""An important message asked for in one sentence: its words and its end, as far as they were said."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.handlers.banner.by_words import Wanted, wanted_in

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("повесь объявление: портал не работает до вечера", Wanted("Портал не работает до вечера", "до вечера")),
        ("напиши людям, что коды не приходят на два часа", Wanted("Коды не приходят на два часа", "на два часа")),
        ("покажи «Портал чинят, ждите» до завтра", Wanted("Портал чинят, ждите", "до завтра")),
        ("объявление — звонят от имени почты", Wanted("Звонят от имени почты")),
        ("сообщи всем: на портале сбой. Попробуйте на сайте", Wanted("На портале сбой. Попробуйте на сайте")),
        ("повесь объявление", Wanted()),
        ("повесь объявление: сбой", Wanted()),
    ],
)
def test_a_sentence_gives_words_and_an_end(said: str, wanted: Wanted) -> None:
    assert wanted_in(said, NOW) == wanted
