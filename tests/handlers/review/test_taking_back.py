"""«Вернуть прошлый» takes back one's own check and no later one."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.faq.article import Article
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.live_faq import LiveFaq
from bot.people import Address
from bot.review.subject import ReviewKind
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import ConfirmChecked
from bot.screens.review.actions import ConfirmReviewed, TakeBackReview
from tests.faq.small_shelves import Shelves
from tests.stage import IDS, StraightStage, own_data

TODAY = date(2026, 11, 24)
CENTRE = "pskov-pounb"


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    dated = "checked: 2025-01-31\nreview_by: 2026-01-31\nmay_change: порядок.\n"
    shelves.article("health/doctor", "Запись к врачу", more=dated)
    shelves.article("signin/password", "Забыл пароль")
    return shelves


@pytest.fixture
async def stage(tmp_path: Path, shelves: Shelves) -> AsyncIterator[StraightStage]:
    stage = StraightStage(tmp_path, live_faq=LiveFaq(shelves.folder))
    await stage.open()
    yield stage
    await stage.close()


def doctor(stage: StraightStage) -> Article:
    found = stage.app.services.files.live_faq.library.article("doctor")
    assert found
    return found


async def pressed(stage: StraightStage, person: str, data: str) -> str:
    stage.wire.inbox.clear()
    await stage.press_data(person, data)
    return stage.wire.inbox[IDS[person]][0].text


async def confirmed(stage: StraightStage, person: str, kind: ReviewKind, subject: str) -> str:
    version = stage.app.services.common.review_service.version(kind, subject)
    return await pressed(stage, person, pack(ConfirmReviewed(kind, subject, version)))


async def rewritten(stage: StraightStage) -> None:
    await stage.pass_time(timedelta(minutes=1))
    seen = seen_mark(doctor(stage), ArticlePart.TEXT)
    await stage.app.services.faq.article_edits.change_text(
        "doctor", "Теперь иначе.", seen, Address("telegram", IDS["gleb"])
    )


def back(kind: ReviewKind, subject: str, former: str) -> str:
    return pack(TakeBackReview(kind, subject, former))


async def test_another_admins_later_check_of_a_rewritten_answer_stands(stage: StraightStage) -> None:
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")
    await rewritten(stage)
    await confirmed(stage, "gleb", ReviewKind.ARTICLE, "doctor")

    told = await pressed(stage, "vera", back(ReviewKind.ARTICLE, "doctor", "2025-01-31"))

    assert doctor(stage).checked == TODAY
    assert told == "Ничего не вернул: после вас это сверил другой администратор: Глеб, вторник, 24 ноября, 12:01."


async def test_another_admins_check_beside_the_turn_stands(stage: StraightStage) -> None:
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")
    await rewritten(stage)
    seen = seen_mark(doctor(stage), ArticlePart.FACTS)
    await pressed(stage, "gleb", pack(ConfirmChecked("doctor", seen)))

    told = await pressed(stage, "vera", back(ReviewKind.ARTICLE, "doctor", "2025-01-31"))

    assert doctor(stage).checked == TODAY
    assert "другой администратор: Глеб" in told


async def test_another_admins_later_check_of_a_card_stands(stage: StraightStage) -> None:
    await confirmed(stage, "vera", ReviewKind.CENTRE, CENTRE)
    button = back(ReviewKind.CENTRE, CENTRE, "-")
    await pressed(stage, "vera", button)
    await confirmed(stage, "gleb", ReviewKind.CENTRE, CENTRE)

    told = await pressed(stage, "vera", button)

    centre = stage.app.services.files.directory.now.centre(CENTRE)
    assert centre
    assert centre.checked == TODAY
    assert "другой администратор: Глеб" in told


async def test_an_older_button_of_ones_own_dates_no_rewritten_answer(stage: StraightStage) -> None:
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")
    await rewritten(stage)
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")

    told = await pressed(stage, "vera", back(ReviewKind.ARTICLE, "doctor", "2025-01-31"))

    assert doctor(stage).checked == TODAY
    assert told.startswith("Ничего не вернул: с тех пор это сверили ещё раз")


async def test_a_day_set_in_the_file_since_stands(stage: StraightStage, shelves: Shelves) -> None:
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")
    await stage.pass_time(timedelta(days=2))
    shelves.article("health/doctor", "Запись к врачу", more="checked: 2026-11-26\n")
    await stage.app.services.files.live_faq.refresh()

    await pressed(stage, "vera", back(ReviewKind.ARTICLE, "doctor", "2025-01-31"))

    assert doctor(stage).checked == date(2026, 11, 26)


async def test_a_second_press_says_the_same_and_keeps_the_former_day(stage: StraightStage) -> None:
    await confirmed(stage, "vera", ReviewKind.ARTICLE, "doctor")
    button = back(ReviewKind.ARTICLE, "doctor", "2025-01-31")

    told = [await pressed(stage, "vera", button), await pressed(stage, "vera", button)]

    assert told == ["Вернул: это снова не сверено."] * 2
    assert doctor(stage).checked == date(2025, 1, 31)
