"""The weekly letter of answers to read again: on Mondays, once, to each admin, and what it says."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.freshness import DueArticles
from bot.maintenance.freshness_mail import DUE_ARTICLES, FreshnessMail
from bot.outbox.notice import Notice
from bot.people import Address
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.maintenance.freshness import SHOWN, due_letter
from bot.storage.database import Database
from bot.storage.tables.notices import NoticeStore
from tests.hand_clock import HandClock
from tests.storage.rows import rows

PSKOV = ZoneInfo("Europe/Moscow")
GLEB, VERA = Address("telegram", 3), Address("telegram", 2)
MONDAY = datetime(2026, 11, 23, 9, tzinfo=PSKOV)


def article(id_: str, review_by: date, why: str | None = None) -> Article:
    title = f"Ответ {id_}?"
    return Article(ArticleId(id_), GroupId("benefits"), title, (), "Текст.", review_by=review_by, may_change=why)


async def sent(folder: Path, *at: datetime) -> list[tuple[object, ...]]:
    """What lies in the outbox after the clock was looked at in those moments, each time by a bot begun anew."""
    async with await Database.open(folder / "bot.sqlite3") as database:
        for moment in at:
            clock = HandClock(moment.astimezone(UTC))
            await FreshnessMail(NoticeStore(database), (GLEB, VERA), clock, PSKOV).send_due()
        return await rows(database, "select kind, recipient, due_at, good_until from outbox order by recipient, due_at")


async def test_each_admin_gets_one_letter_a_week(tmp_path: Path) -> None:
    found = await sent(tmp_path, MONDAY, MONDAY + timedelta(hours=3), MONDAY + timedelta(days=7))

    assert [(kind, person) for kind, person, *_ in found] == [
        (DUE_ARTICLES, VERA.id),
        (DUE_ARTICLES, VERA.id),
        (DUE_ARTICLES, GLEB.id),
        (DUE_ARTICLES, GLEB.id),
    ]


async def test_before_nine_and_after_a_day_nothing_is_promised(tmp_path: Path) -> None:
    assert await sent(tmp_path, MONDAY - timedelta(minutes=1), MONDAY + timedelta(days=1)) == []


async def test_the_letter_is_worth_saying_for_a_day() -> None:
    promised: list[Notice] = []

    class Outbox:
        async def promise(self, promises: list[Notice]) -> int:
            promised.extend(promises)
            return len(promised)

    await FreshnessMail(Outbox(), (GLEB,), HandClock(MONDAY.astimezone(UTC)), PSKOV).send_due()  # type: ignore[arg-type]  # - a list is enough

    assert promised[0].expires_at == MONDAY + timedelta(days=1)


def test_overdue_answers_come_first_with_what_may_have_changed() -> None:
    due = DueArticles(
        overdue=(article("a", date(2026, 11, 1), "сумму меняют <1> ноября."),), soon=(article("b", date(2026, 12, 15)),)
    )

    letter = due_letter(due)

    assert letter is not None
    assert "Срок вышел: 1\n1. Ответ a? — до 1 ноября 2026: сумму меняют &lt;1&gt; ноября." in letter.text
    assert "Скоро, в ближайшие 30 дней: 1\n2. Ответ b? — до 15 декабря 2026" in letter.text
    assert letter.choices == (MendArticle("a"), MendArticle("b"))
    assert [one.label for buttons in letter.rows for one in buttons][2] == "Сверить ответы"


def test_nothing_due_is_no_letter() -> None:
    assert due_letter(DueArticles((), ())) is None


def test_many_are_counted_and_the_letter_fits_one_message() -> None:
    many = tuple(article(f"a{n}", date(2026, 11, 1), "очень длинная причина " * 30) for n in range(60))

    letter = due_letter(DueArticles(many, many))

    assert letter is not None
    assert f"И ещё {120 - SHOWN} ответов" in letter.text
    assert len(letter.choices) == SHOWN
    assert len(letter.text) < 4096
