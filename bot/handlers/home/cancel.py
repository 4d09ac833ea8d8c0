"""What «отмена», /cancel and the buttons of the same meaning do, whatever was begun."""

from bot.dialog_state import DialogStore
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.question import QuestionId
from bot.screens.actions import StopAsking
from bot.screens.callback_data import unpack
from bot.screens.home import cancel as screens
from bot.screens.librarian_day.prompts import DayPrompt
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.questions.prompts import AnswerPrompt


async def cancel(talk: Talk, awaited: DialogStore, answer_service: AnswerService) -> None:
    """Handles /cancel and «отмена»: drops what was begun; a question that was taken is free again."""
    begun = awaited.text(talk.conversation)
    if isinstance(begun, AnswerPrompt):
        await answer_service.release(QuestionId(begun.question), talk.person)
    may_stop = any(isinstance(unpack(packed), StopAsking) for packed, _ in awaited.offered(talk.conversation).named)
    was = await awaited.clear(talk.conversation)
    match begun:
        case None if not (was or may_stop):
            await talk.reply(screens.nothing_to_cancel())
        case OtherTimePrompt():
            await talk.reply(screens.not_moved())
        case _ if isinstance(begun, DayPrompt):
            await talk.reply(screens.day_unchanged())
        case _:
            await talk.reply(screens.cancelled())


ROUTES = Routes(commands={"cancel": cancel}, actions={StopAsking: cancel})
