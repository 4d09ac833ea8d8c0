"""Important messages: one above the same answers, ended by the clock, taken away by any admin, kept by a restart."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.banner.banner import (
    ALL,
    FRAUD,
    LONGEST,
    PORTAL,
    Banner,
    BannerFault,
    BannerGoneError,
    BannerShownError,
    BannerTakenError,
    fault_in,
)
from bot.banner.banner_service import BannerService
from bot.faq.article import Article, ArticleId, GroupId
from bot.people import Address
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.banners import BannerTable
from tests.hand_clock import NOON, HandClock
from tests.storage.rows import rows

GLEB, VERA = Address("telegram", 1), Address("telegram", 2)
HOUR = timedelta(hours=1)
WORDS = "На портале сбой, войти не получается."


class Admins:
    """Two admins who write at once, on a database of their own."""

    def __init__(self, database: Database, clock: HandClock) -> None:
        self.database = database
        self.clock = clock
        self.table = BannerTable(database)
        self.banners = BannerService(self.table, frozenset({GLEB, VERA}), clock)

    async def show(self, who: Address, scope: str = ALL, words: str = WORDS) -> Banner:
        draft = await self.banners.draft(who, words, self.clock.now() + HOUR)
        return await self.banners.show(draft.id, who, "Глеб", scope)

    async def told(self) -> list[tuple[object, ...]]:
        return await rows(self.database, "select kind, recipient from outbox order by kind, recipient")


@pytest.fixture
async def admins(tmp_path: Path) -> AsyncIterator[Admins]:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        yield Admins(database, HandClock())


def article(group: str, topic: str | None) -> Article:
    return Article(ArticleId("one"), GroupId(group), "Заголовок", (), "Ответ.", topic=topic)


@pytest.mark.parametrize(
    ("scope", "group", "topic", "stands"),
    [
        (ALL, "health", "doctor", True),
        (PORTAL, "signin", "other", True),
        (PORTAL, "documents", "registration", True),
        (PORTAL, "safety", "safety", False),
        (FRAUD, "safety", "other", True),
        (FRAUD, "signin", "safety", True),
        (FRAUD, "health", "doctor", False),
        ("doctor", "health", "doctor", True),
        ("doctor", "where", None, False),
    ],
)
async def test_a_message_stands_above_the_answers_of_its_scope(
    scope: str, group: str, topic: str | None, *, stands: bool, admins: Admins
) -> None:
    shown = await admins.show(GLEB, scope)

    assert admins.banners.above(article(group, topic)) == ((shown,) if stands else ())


async def test_it_ends_by_itself_and_the_place_is_free_again(admins: Admins) -> None:
    await admins.show(GLEB)
    admins.clock.advance(HOUR)

    assert admins.banners.shown == ()
    assert (await admins.show(VERA)).author == VERA


async def test_a_draft_whose_end_has_passed_is_not_shown(admins: Admins) -> None:
    draft = await admins.banners.draft(GLEB, WORDS, admins.clock.now() + HOUR)
    admins.clock.advance(HOUR)

    with pytest.raises(BannerGoneError):
        await admins.banners.show(draft.id, GLEB, "Глеб", ALL)


async def test_nobody_shows_the_draft_of_another(admins: Admins) -> None:
    draft = await admins.banners.draft(GLEB, WORDS, admins.clock.now() + HOUR)

    with pytest.raises(BannerGoneError):
        await admins.banners.show(draft.id, VERA, "Вера", ALL)


async def test_a_button_pressed_twice_shows_once(admins: Admins) -> None:
    shown = await admins.show(GLEB)

    with pytest.raises(BannerShownError):
        await admins.banners.show(shown.id, GLEB, "Глеб", ALL)
    assert await admins.told() == [("banner_ended", 1), ("banner_shown", 2)]


async def test_of_two_at_once_one_is_shown_and_the_other_is_asked(admins: Admins) -> None:
    both = await asyncio.gather(admins.show(GLEB), admins.show(VERA, words="Звонят мошенники."), return_exceptions=True)

    assert [type(one) for one in both] == [Banner, BannerTakenError]
    assert len(admins.banners.shown) == 1


async def test_one_that_came_after_the_question_is_not_replaced_unseen(admins: Admins) -> None:
    first = await admins.show(GLEB)
    await admins.banners.remove(first.id, GLEB, "Глеб")
    second = await admins.show(GLEB, words="Портал работает, но медленно.")
    draft = await admins.banners.draft(VERA, "Портал чинят до вечера.", NOON + HOUR)

    with pytest.raises(BannerTakenError) as taken:
        await admins.banners.replace(draft.id, first.id, VERA, "Вера")
    assert taken.value.other == second


async def test_the_database_has_the_last_word_on_one_above_the_same_answers(admins: Admins) -> None:
    await admins.show(GLEB)
    other = BannerService(BannerTable(admins.database), frozenset({VERA}), admins.clock)  # knows of none
    draft = await other.draft(VERA, WORDS, NOON + HOUR)

    with pytest.raises(BannerGoneError):
        await other.show(draft.id, VERA, "Вера", ALL)


async def test_a_restart_loses_nothing_that_is_shown(admins: Admins) -> None:
    shown = await admins.show(GLEB, FRAUD)
    again = BannerTable(admins.database)
    await again.load()

    assert again.shown == (shown,)


async def test_removed_twice_the_others_are_told_once(admins: Admins) -> None:
    shown = await admins.show(GLEB)
    await admins.banners.remove(shown.id, VERA, "Вера")

    with pytest.raises(BannerGoneError):
        await admins.banners.remove(shown.id, GLEB, "Глеб")
    assert ("banner_removed", 1) in await admins.told()
    assert ("banner_removed", 2) not in await admins.told()


async def test_the_name_of_an_erased_author_goes_and_the_words_stay(admins: Admins) -> None:
    shown = await admins.show(GLEB)
    await PersonalDataStore(admins.database).erase(GLEB)
    admins.table.forget(GLEB)

    assert [(one.text, one.name, one.author) for one in admins.banners.shown] == [(WORDS, "", None)]
    await admins.table.load()
    assert [(one.id, one.name, one.author) for one in admins.banners.shown] == [(shown.id, "", None)]


async def test_a_name_with_a_telephone_in_it_is_hidden(admins: Admins) -> None:
    draft = await admins.banners.draft(GLEB, WORDS, admins.clock.now() + HOUR)

    assert "911" not in (await admins.banners.show(draft.id, GLEB, "Глеб +7 911 123-45-67", ALL)).name


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (WORDS, None),
        ("Горячая линия портала: 8 800 100-70-10.", None),
        ("я" * LONGEST, None),
        ("я" * (LONGEST + 1), BannerFault.LONG),
        ("я" * 4096, BannerFault.LONG),
        ("сбой", BannerFault.SHORT),
        ("Подробности: https://пример", BannerFault.LINK),
        ("Пишите на @gosuslugi_bot", BannerFault.LINK),
        ("Смотрите сайт example.ru", BannerFault.LINK),
        ("The portal is down", BannerFault.FOREIGN),
        ("1234567890 !!!", BannerFault.FOREIGN),
    ],
)
def test_what_citizens_could_not_use_is_refused(words: str, fault: BannerFault | None) -> None:
    assert fault_in(words, lambda text: ".ru" in text) is fault
