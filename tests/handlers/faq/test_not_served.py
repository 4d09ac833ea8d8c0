"""«Записал» is said of what people are answered with, and of nothing else."""

from pathlib import Path

from bot.audit import AuditedDeed
from bot.faq.edits.seen import ArticlePart
from bot.faq.live_faq import LiveFaq
from bot.review.subject import ReviewKind
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import ConfirmChecked
from bot.screens.review.actions import ConfirmReviewed
from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import TALK, body, last, pressed, said, seen
from tests.stage import IDS, StraightStage


def spoilt_by_the_next_edit(shelves: Shelves) -> None:
    """Another answer lies where the oldest former version does: that goes as soon as there is one more."""
    kept = shelves.folder.parent / "previous/faq/health/doctor.md"
    kept.mkdir(parents=True)
    for number in range(20):
        (kept / f"202601{number + 1:02}T120000000000_.md").write_bytes(
            (shelves.folder / "signin/password.md").read_bytes()
        )
    (shelves.folder / "signin/password.md").unlink()
    (shelves.folder / "signin/password.md").symlink_to(kept / "20260101T120000000000_.md")


async def text_typed(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    await said(stage, "Мой ответ.")


async def test_a_fault_that_comes_with_the_writing_is_told(stage: StraightStage, shelves: Shelves) -> None:
    await text_typed(stage)
    spoilt_by_the_next_edit(shelves)

    told = await pressed(stage, "Записать")

    assert told.startswith("В файл записал, но отвечаю людям пока по-прежнему")
    assert "password.md" in told
    assert body(stage) == "Нажмите кнопку."
    assert "Мой ответ." in (shelves.folder / "health/doctor.md").read_text(encoding="utf-8")
    assert stage.app.edge.dispatcher.workflow_data["awaited"].text(TALK) is None
    deeds = await stage.app.stores.audit_reader.latest(stage.clock.now())
    assert [one.deed for one in deeds] == [AuditedDeed.ARTICLE_CHANGED]


async def test_a_new_answer_that_is_not_found_yet_is_not_called_gone(stage: StraightStage, shelves: Shelves) -> None:
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")
    await said(stage, "Где купить уголь?", "купить уголь; уголь для печки; продают уголь; топливо и уголь", "1")
    await said(stage, "На складе топлива.")
    (shelves.folder / "groups.yaml").rename(shelves.folder / "groups.off")

    told = await pressed(stage, "Записать")
    (shelves.folder / "groups.off").rename(shelves.folder / "groups.yaml")

    assert told.startswith("Ничего не записал: нет файла groups.yaml")
    assert (await pressed(stage, "Записать")).startswith("Записал новый ответ")


async def test_a_check_that_people_do_not_see_yet_is_told_so(stage: StraightStage, shelves: Shelves) -> None:
    version = stage.app.services.common.review_service.version(ReviewKind.ARTICLE, "doctor")
    spoilt_by_the_next_edit(shelves)

    await stage.press_data("gleb", pack(ConfirmReviewed(ReviewKind.ARTICLE, "doctor", version)))

    assert last(stage).startswith("В файл записал, но люди увидят это позже")


async def test_a_check_beside_the_turn_that_people_do_not_see_yet_is_told_so(
    stage: StraightStage, shelves: Shelves
) -> None:
    mark = seen(stage, ArticlePart.FACTS)
    spoilt_by_the_next_edit(shelves)

    await stage.press_data("gleb", pack(ConfirmChecked("doctor", mark)))

    assert last(stage).startswith("В файл записал, но отвечаю людям пока по-прежнему")


async def test_a_fault_that_the_bot_started_with_locks_no_other_answer(tmp_path: Path, shelves: Shelves) -> None:
    shelves.article("signin/password", "Забыл пароль", more="sources: [не адрес]\n")
    shelves.article("health/analysis", "Анализы")
    stage = StraightStage(tmp_path, live_faq=LiveFaq(shelves.folder), admins=frozenset({IDS["gleb"]}))
    await stage.open()

    await text_typed(stage)

    assert (await pressed(stage, "Записать")).startswith("Записал.")
    assert body(stage) == "Мой ответ."
    await stage.close()
