"""Admins review answers: the file bears the day, a second press says who, a changed answer is read again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.live_faq import LiveFaq
from bot.review.review_service import ReviewService
from bot.review.subject import ReviewKind
from bot.screens.callback_data import pack
from bot.screens.review.actions import ConfirmReviewed, StartReview
from tests.faq.small_shelves import Shelves
from tests.stage import IDS, StraightStage, own_data


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу")
    shelves.article("signin/password", "Забыл пароль")
    return shelves


@pytest.fixture
async def stage(tmp_path: Path, shelves: Shelves) -> AsyncIterator[StraightStage]:
    stage = StraightStage(tmp_path, live_faq=LiveFaq(shelves.folder))
    await stage.open()
    yield stage
    await stage.close()


def service(stage: StraightStage) -> ReviewService:
    return stage.app.services.common.review_service


def told(stage: StraightStage, person: str) -> list[str]:
    shown = [one.text for one in stage.wire.inbox[IDS[person]]]
    stage.wire.inbox.clear()
    return shown


async def began(stage: StraightStage, person: str) -> list[str]:
    await stage.press_data(person, pack(StartReview(ReviewKind.ARTICLE)))
    return told(stage, person)


async def confirmed(stage: StraightStage, person: str, subject: str, version: str) -> list[str]:
    await stage.press_data(person, pack(ConfirmReviewed(ReviewKind.ARTICLE, subject, version)))
    return told(stage, person)


async def test_the_answer_is_shown_as_citizens_see_it_with_its_sources(stage: StraightStage) -> None:
    *shown, last = await began(stage, "gleb")

    assert shown[0].startswith("Забыл пароль")
    assert last.startswith("Сверка: осталось 2 из 2.")
    assert "Источник" in last
    assert "«Верно» — вы открыли источники и сверили каждый шаг." in last


async def test_the_most_asked_is_first(stage: StraightStage) -> None:
    await stage.say("anna", "запись к врачу")
    await stage.app.services.common.journal.flush()
    stage.wire.inbox.clear()

    shown = await began(stage, "gleb")

    assert shown[0].startswith("Запись к врачу")
    assert "Спрашивали: 1 раз." in shown[-1]


async def test_right_dates_the_answer_and_shows_the_next(stage: StraightStage, shelves: Shelves) -> None:
    await began(stage, "gleb")
    await stage.press("gleb", "✅ Верно")

    first, second, last = told(stage, "gleb")
    assert (first, second.startswith("Запись к врачу")) == ("Записал: сверено сегодня.", True)
    assert last.startswith("Сверка: осталось 1 из 2.")
    assert "checked: 2026-11-24" in (shelves.folder / "signin" / "password.md").read_text(encoding="utf-8")


async def test_a_second_press_says_who_did_it_and_when(stage: StraightStage) -> None:
    version = service(stage).version(ReviewKind.ARTICLE, "doctor")
    await confirmed(stage, "vera", "doctor", version)

    assert await confirmed(stage, "gleb", "doctor", version) == [
        "Это уже сверил другой администратор: Вера, вторник, 24 ноября, 12:00."
    ]
    assert await confirmed(stage, "vera", "doctor", version) == ["Вы это уже сверили: вторник, 24 ноября, 12:00."]


async def test_a_confirmation_is_taken_back_with_one_press(stage: StraightStage, shelves: Shelves) -> None:
    shelves.article(
        "signin/password", "Забыл пароль", more="checked: 2025-01-31\nreview_by: 2026-01-31\nmay_change: порядок.\n"
    )
    await stage.app.services.files.live_faq.refresh()
    await began(stage, "gleb")
    await stage.press("gleb", "✅ Верно")
    dated = (shelves.folder / "signin" / "password.md").read_text(encoding="utf-8")
    stage.wire.inbox.clear()

    await stage.press("gleb", "Вернуть прошлый")

    assert told(stage, "gleb")[0] == "Вернул: это снова не сверено."
    assert "checked: 2026-11-24" in dated
    assert "checked: 2025-01-31" in (shelves.folder / "signin" / "password.md").read_text(encoding="utf-8")
    assert service(stage).count(ReviewKind.ARTICLE).left == 2


async def test_an_overdue_answer_that_was_confirmed_does_not_come_again(stage: StraightStage, shelves: Shelves) -> None:
    dated = "checked: 2025-01-31\nreview_by: 2026-01-31\nmay_change: порядок.\n"
    shelves.article("signin/password", "Забыл пароль", more=dated)
    await stage.app.services.files.live_faq.refresh()

    before = service(stage).count(ReviewKind.ARTICLE).left
    await confirmed(stage, "gleb", "password", service(stage).version(ReviewKind.ARTICLE, "password"))

    assert (before, service(stage).count(ReviewKind.ARTICLE).left) == (2, 1)


async def test_two_admins_at_once_get_two_answers(stage: StraightStage) -> None:
    item = service(stage)
    people = [stage.app.services.staff.roster.admins]

    found = await asyncio.gather(*(item.next(ReviewKind.ARTICLE, one, "—") for one in sorted(*people)))

    assert sorted(one.subject for one in found if one) == ["doctor", "password"]


async def test_an_answer_changed_while_it_was_read_is_read_again(stage: StraightStage) -> None:
    version = service(stage).version(ReviewKind.ARTICLE, "doctor")
    vera = next(iter(stage.app.services.staff.roster.admins))
    doctor = stage.app.services.faq.article_edits.article("doctor")
    await stage.app.services.faq.article_edits.change_text(
        "doctor", "Теперь иначе.", seen_mark(doctor, ArticlePart.TEXT), vera
    )

    assert await confirmed(stage, "gleb", "doctor", version) == ["Пока вы читали, это изменили. Прочтите ещё раз."]


async def test_a_deleted_answer_and_a_forged_kind_are_told(stage: StraightStage) -> None:
    assert await confirmed(stage, "gleb", "nothing", "00000000") == ["Этого больше нет."]
    await stage.press_data("gleb", pack(StartReview("people")))
    assert len(told(stage, "gleb")) == 1


async def test_when_all_is_confirmed_nothing_is_left(stage: StraightStage) -> None:
    for subject in ("doctor", "password"):
        await confirmed(stage, "gleb", subject, service(stage).version(ReviewKind.ARTICLE, subject))

    assert (await began(stage, "gleb"), service(stage).count(ReviewKind.ARTICLE).left) == (["Все ответы сверены."], 0)


async def test_citizens_may_not_review(stage: StraightStage) -> None:
    (refused,) = await confirmed(stage, "anna", "doctor", "00000000")

    assert refused.startswith("Эта команда для администраторов.")
