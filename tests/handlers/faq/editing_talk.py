"""What an admin says and sees while mending answers."""

from bot.dialog_state import Conversation
from bot.faq.article import Article
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import KeepWording
from tests.stage import IDS, StraightStage

TALK = Conversation("telegram", IDS["gleb"], IDS["gleb"])


async def said(stage: StraightStage, *words: str) -> str:
    for word in words:
        stage.wire.inbox.clear()
        await stage.say("gleb", word)
    return last(stage)


async def pressed(stage: StraightStage, label: str) -> str:
    stage.wire.inbox.clear()
    await stage.press("gleb", label)
    return last(stage)


def last(stage: StraightStage) -> str:
    return "\n".join(shown.text for shown in stage.wire.inbox[IDS["gleb"]])


def article(stage: StraightStage, id_: str = "doctor") -> Article:
    found = stage.app.services.files.live_faq.library.article(id_)
    assert found
    return found


async def opened(stage: StraightStage, id_: str, title: str, button: str) -> str:
    await stage.say("gleb", f"/faqedit {id_}")
    await stage.press("gleb", f"1. {title}")
    stage.wire.inbox.clear()
    await stage.press("gleb", button)
    return last(stage)


def seen(stage: StraightStage, part: ArticlePart, id_: str = "doctor") -> str:
    return seen_mark(article(stage, id_), part)


def variants(stage: StraightStage, id_: str = "doctor") -> tuple[str, ...]:
    return article(stage, id_).variants


async def adding(stage: StraightStage, wording: str) -> str:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")
    return await said(stage, wording)


async def pressed_old(stage: StraightStage, id_: str) -> str:
    stage.wire.inbox.clear()
    await stage.press_data("gleb", pack(KeepWording(id_)))
    return last(stage)


def body(stage: StraightStage) -> str:
    return article(stage).body
