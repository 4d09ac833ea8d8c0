"""Where an important message stands: above each way of answering, once, and nowhere it does not belong."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.banner.banner import ALL, FRAUD, PORTAL
from bot.people import Address
from bot.screens.actions import ShowArticle, ShowSimilar
from bot.screens.banner.actions import NameBannerTopic, RemoveBanner, ReplaceBanner, ShowBanner
from bot.screens.callback_data import pack
from tests.stage import IDS, StraightStage, straight_stage

WORDS = "На портале сбой, войти не получается."


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


async def show(stage: StraightStage, scope: str, words: str = WORDS) -> int:
    """Gleb shows it for a day; its number."""
    banners, gleb = stage.app.services.common.banner_dialog.banners, Address("telegram", IDS["gleb"])
    draft = await banners.draft(gleb, words, stage.clock.now() + timedelta(days=1))
    await banners.show(draft.id, gleb, "Глеб", scope)
    return draft.id


def told(stage: StraightStage, person: str = "anna") -> list[str]:
    shown = [one.text for one in stage.wire.inbox[IDS[person]]]
    stage.wire.inbox.clear()
    return shown


async def asked(stage: StraightStage, text: str) -> list[str]:
    told(stage)
    await stage.say("anna", text)
    return told(stage)


async def test_above_an_answer_from_the_list_and_not_above_what_is_no_answer(stage: StraightStage) -> None:
    await show(stage, PORTAL)
    told(stage)
    await stage.press_data("anna", pack(ShowArticle("login-forgot")))
    (answer,) = told(stage)
    await stage.press_data("anna", pack(ShowSimilar("login-forgot")))
    (similar,) = told(stage)

    assert answer.startswith("❗ Важно. На портале сбой")
    assert "сбой, войти не получается" not in similar


async def test_above_an_answer_in_short_for_who_listens(stage: StraightStage) -> None:
    await show(stage, ALL)
    await stage.say("anna", "читай вслух")

    (answer,) = await asked(stage, "забыла пароль от госуслуг")

    assert answer.startswith("Важно. На портале сбой")


async def test_a_link_to_an_answer_tells_it_once(stage: StraightStage) -> None:
    await show(stage, ALL)

    shown = await asked(stage, "/start q_login-forgot")

    assert sum(WORDS in one for one in shown) == 1


async def test_in_a_danger_what_to_do_now_stays_the_first_line(stage: StraightStage) -> None:
    await show(stage, FRAUD, "Звонят «из Соцфонда» про перерасчёт.")

    alarm = (await asked(stage, "я назвала код из смс мошенникам"))[0]

    assert "Соцфонда" not in alarm.split("\n")[0]


async def test_of_a_topic_above_its_answers_alone(stage: StraightStage) -> None:
    await show(stage, "doctor", "Запись к врачу на портале чинят.")

    (doctor, *_), (password, *_) = await asked(stage, "как записаться к врачу"), await asked(stage, "забыла пароль")

    assert "чинят" in doctor
    assert "чинят" not in password


async def test_old_buttons_of_what_is_gone_and_of_citizens_do_nothing(stage: StraightStage) -> None:
    number = await show(stage, ALL)
    for action in (ShowBanner(999, ALL), ReplaceBanner(999, number), NameBannerTopic(999), RemoveBanner(999)):
        told(stage, "gleb")
        await stage.press_data("gleb", pack(action))
        assert told(stage, "gleb")[-1].startswith("Этого сообщения уже нет")
        await stage.press_data("anna", pack(action))
        assert told(stage)[-1].startswith("Эта команда для администраторов.")

    assert len(stage.app.services.common.banner_dialog.banners.shown) == 1


async def test_4096_signs_and_only_signs_are_asked_again(stage: StraightStage) -> None:
    await stage.say("gleb", "/notice")
    for words, reason in (("я" * 4096, "слишком длинно: 4096 знаков"), ("!" * 40, "нет русских слов")):
        told(stage, "gleb")
        await stage.say("gleb", words)
        assert reason in told(stage, "gleb")[-1]

    await stage.say("gleb", WORDS)
    assert "До какого времени показывать?" in told(stage, "gleb")[-1]
