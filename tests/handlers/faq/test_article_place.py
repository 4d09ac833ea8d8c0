"""Section, tags and links of an answer change as they were shown, and nothing that another did is replaced unseen."""

from pathlib import Path

import pytest

from bot.faq.edits.edit_errors import ArticleChangedError, StillReferredError
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.people import Address
from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import article, last, opened
from tests.stage import IDS, StraightStage, own_data

GLEB = Address("telegram", IDS["gleb"])


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу", "tags: [врач]\nrelated: [password]\n")
    shelves.article("signin/password", "Забыл пароль")
    shelves.article("signin/safe-code", "Просят код")  # danger.yaml leads to it
    return shelves


async def test_an_answer_that_danger_leads_to_stays(stage: StraightStage, shelves: Shelves) -> None:
    told = await opened(stage, "safe-code", "Просят код", "Убрать ответ")

    assert "danger.yaml, строка " in told
    assert "Ничего не изменил" in told
    with pytest.raises(StillReferredError):
        await stage.app.services.faq.article_place.remove("safe-code", "", GLEB)
    assert (shelves.folder / "signin/safe-code.md").exists()


async def test_links_to_a_removed_answer_are_shown_and_go_with_it(stage: StraightStage, shelves: Shelves) -> None:
    asked = await opened(stage, "password", "Забыл пароль", "Убрать ответ")
    await stage.press("gleb", "Да, убрать")

    assert "Ссылка на него пропадёт из 1 ответа: «Запись к врачу»." in asked
    assert article(stage).related == ()
    assert not (shelves.folder / "signin/password.md").exists()
    assert "Ссылки на него убраны из ответов: «Запись к врачу»." in last(stage)


def act_that_leads_to_password(data: Path) -> None:
    text = Path("data/acts/library-renew.md").read_text(encoding="utf-8")
    act = data / "acts" / "library-renew.md"
    act.parent.mkdir()
    act.write_text(text.replace("\nrole: any\n", "\nrole: any\nsame_as: [password]\n", 1), encoding="utf-8")


async def test_an_answer_that_an_act_leads_to_stays(stage: StraightStage, shelves: Shelves) -> None:
    act_that_leads_to_password(shelves.folder.parent)

    assert "library-renew.md, строка " in await opened(stage, "password", "Забыл пароль", "Убрать ответ")


async def test_a_section_is_shown_and_the_file_goes_there(stage: StraightStage, shelves: Shelves) -> None:
    asked = await opened(stage, "doctor", "Запись к врачу", "Раздел")
    await stage.press("gleb", "1. Вход")
    shown = last(stage)
    await stage.press("gleb", "Записать")

    assert "Сейчас в разделе «Здоровье»." in asked
    assert "Был раздел: Здоровье.\nСтанет: Вход." in shown
    assert article(stage).group == "signin"
    assert (shelves.folder / "signin/doctor.md").exists()
    assert not (shelves.folder / "health/doctor.md").exists()
    assert list((shelves.folder.parent / "previous/faq/health/doctor.md").glob("*_telegram-3001.md"))


async def test_a_tag_that_takes_anothers_question_is_told(stage: StraightStage, shelves: Shelves) -> None:
    shelves.article("signin/password", "Забыл пароль", "tags: [почта, сообщение на почту]\n")
    await stage.app.services.files.live_faq.refresh()
    await opened(stage, "doctor", "Запись к врачу", "Метки")
    await stage.say("gleb", "врач, сообщение на почту")
    taking = last(stage)
    stage.wire.inbox.clear()
    await stage.say("gleb", "терапевт")

    assert "Другие вопросы найдут не свой ответ:\n" in taking
    assert "«сообщение на почту»" in taking
    assert "Другие вопросы" not in last(stage)
    assert article(stage).tags == ("врач",)


async def test_tags_that_another_admin_changed_meanwhile_are_shown_first(stage: StraightStage) -> None:
    await opened(stage, "doctor", "Запись к врачу", "Метки")
    await stage.say("gleb", "терапевт")
    seen = seen_mark(article(stage), ArticlePart.TAGS)
    await stage.app.services.faq.article_place.change_tags("doctor", ("окулист",), seen, Address("telegram", 7))
    stage.wire.inbox.clear()

    await stage.press("gleb", "Записать")

    assert article(stage).tags == ("окулист",)
    assert "изменил кто-то другой" in last(stage)
    assert "Были метки: окулист." in last(stage)
    await stage.press("gleb", "Записать")
    assert article(stage).tags == ("терапевт",)


@pytest.mark.parametrize("part", [ArticlePart.TAGS, ArticlePart.RELATED, ArticlePart.SECTION])
async def test_an_empty_or_old_mark_writes_nothing(stage: StraightStage, part: ArticlePart) -> None:
    place, before = stage.app.services.faq.article_place, article(stage)
    changes = {
        ArticlePart.TAGS: lambda seen: place.change_tags("doctor", ("иное",), seen, GLEB),
        ArticlePart.RELATED: lambda seen: place.change_related("doctor", (), seen, GLEB),
        ArticlePart.SECTION: lambda seen: place.change_section("doctor", "signin", seen, GLEB),
    }

    for seen in ("", "00000000"):
        with pytest.raises(ArticleChangedError):
            await changes[part](seen)
    assert article(stage) == before


async def test_a_related_answer_is_named_for_sure_or_asked(stage: StraightStage) -> None:
    await opened(stage, "doctor", "Запись к врачу", "Что показать рядом")
    await stage.say("gleb", "Забыл пароль\nквартплата")
    unclear = last(stage)
    await stage.say("gleb", "safe-code\nЗабыл пароль")
    await stage.press("gleb", "Записать")

    assert "Не понял, какой это ответ:\n• «квартплата»" in unclear
    assert article(stage).related == ("safe-code", "password")
