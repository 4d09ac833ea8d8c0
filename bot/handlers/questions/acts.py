"""A question to a librarian, its fate, and the librarian's answer, by words; what goes to another is shown first."""

import re
from zoneinfo import ZoneInfo

from bot.faq.small_talk import SmallTalk, small_talk
from bot.handlers.bot_info import BotInfo
from bot.handlers.faq.answering import Answering
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.questions import librarian, questions
from bot.handlers.questions.proposals import propose_answer, propose_question
from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts
from bot.questions.errors import QuestionGoneError
from bot.questions.question import QuestionId
from bot.questions.service import QuestionService
from bot.screens.actions import AnswerQuestion
from bot.screens.faq import small_talk as chatter
from bot.screens.menu import StaffMenu
from bot.screens.questions import lists
from bot.screens.questions.actions import CorrectAnswer, ShowOpenQuestions
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.understanding.acts import Act, ActName
from bot.understanding.segments import letter_at

_ADDRESS = re.compile(
    r"^.*?\b(?:библиотекар|сотрудни|человек|специалист|консультант|оператор|заведующ|девушк|девочк)\w*"
    r"[\s,.:;—-]+",
    re.IGNORECASE | re.DOTALL,
)
_ASKS = re.compile(r"\b(?:спрос|узна|уточн|поинтерес)\w*", re.IGNORECASE)  # «что» behind it is a part of the question
_THAT = re.compile(r"(?:о том,?\s+)?что\s+|о том\s+", re.IGNORECASE)
_PASS_ON = re.compile(
    r"[\s,.!?;:—-]+(?:пожалуйста,?\s+)?(?:передай|спроси|узнай|скажи|перешли|отправь)(?:те)?\s+(?:это\s+|пожалуйста\s+)?"
    r"(?:у\s+)?библиотекар\w*(?:\W+(?:пожалуйста|спасибо))*\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"вопрос\w*\s*(?:№|номер)?\s*(\d{1,9})\s*[:,—-]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_CORRECTING = re.compile(
    r"\W*(?:исправ|поправ|измени|перепиш|замени)\w*\s+(?:пожалуйста\s+)?(?:мой |свой |последний |прошлый )?"
    r"ответ\b\s*(?:(?:на|в|по)\s+вопрос\w*\s*(?:№|номер)?\s*(?P<number>\d{1,9})\b\s*)?(?:[:,—-]\s*|$)(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEAST_WORDS = 3  # of a question
_AROUND = " ,.:;—-"


async def ask_librarian(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    act: Act,
    text: str,
    drafts: Drafts,
    bot_info: BotInfo,
    question_service: QuestionService,
    answer_service: AnswerService,
    answering: Answering,
) -> None:
    """What was said for the librarian is shown as the question; else it is asked for.

    «позовите человека, я не вижу экрана» goes on from what was asked before: the librarian needs both.
    """
    if small_talk(text) is SmallTalk.OPERATOR:  # «позовите человека»: a telephone helps as well
        await talk.reply(chatter.reply(SmallTalk.OPERATOR, bot_info.region, can_ask=bot_info.can_ask))
    elif (words := act.slots.text or _said_after_address(text)) and bot_info.can_ask:
        is_letter = letter_at(text) is not None or _PASS_ON.search(text) is not None
        before = "" if is_letter or act.slots.text else answering.last(talk).question
        words = f"{before}\n{words}" if before else words
        prompt = QuestionPrompt()
        await talk.awaited.put(talk.conversation, prompt)
        await propose_question(talk, words, prompt, drafts, bot_info, answer_service, None)
    else:
        await questions.begin(talk, bot_info, question_service)


def _said_after_address(text: str) -> str:
    """«спросите библиотекаря, можно ли с собакой»: the question itself; nothing where there are no words of one.

    The order may stand behind the question as well: «можно ли с собакой, передайте библиотекарю».
    """
    whole, before = text.strip(_AROUND), _PASS_ON.sub("", text).strip(_AROUND)
    if before != whole and len(before.split()) >= _LEAST_WORDS:
        return before
    head = _ADDRESS.match(text)
    said = text[head.end() :].strip(_AROUND) if head else text.strip()
    if head and not _ASKS.search(head[0]):
        said = _THAT.sub("", said, count=1) if _THAT.match(said) else said
    return said if said != text.strip() and len(said.split()) >= _LEAST_WORDS else ""


async def open_questions(
    talk: Talk, question_service: QuestionService, question_desk: QuestionDesk, zone: ZoneInfo
) -> None:
    """What waits for an answer of a librarian."""
    if not question_service.is_librarian(talk.person):
        await talk.reply(lists.others_answer())
        return
    listed = [question_desk.listed(one) for one in await question_service.awaiting_for(talk.person)]
    await talk.reply(lists.unanswered(listed, zone, question_desk.centre_lookup.clock.now()))


async def answer_question(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    act: Act,
    text: str,
    question_service: QuestionService,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
    drafts: Drafts,
    day_view: DayView,
    zone: ZoneInfo,
) -> None:
    """«ответ на вопрос 12: пусть приходит с паспортом» is shown before it goes; without a number the list is."""
    if (correcting := _CORRECTING.match(text)) and question_service.is_librarian(talk.person):
        of = QuestionId(int(correcting["number"])) if correcting["number"] else None
        await _correct(talk, of, correcting["words"].strip(), question_service, answer_service, drafts, day_view)
        return
    said = _NUMBERED.search(text)
    number = int(said[1]) if said else _number_of(act, text)
    if number is None or not question_service.is_librarian(talk.person):
        await open_questions(talk, question_service, question_desk, zone)
        return
    try:
        await question_service.thread(QuestionId(number))
    except QuestionGoneError:
        await talk.reply(lists.no_such_question(number))
        return
    await librarian.take(talk, AnswerQuestion(number), question_service, answer_service, question_desk)
    prompt, words = talk.awaited.text(talk.conversation), act.slots.text or (said[2] if said else "")
    if words and isinstance(prompt, AnswerPrompt) and prompt.question == number:
        await propose_answer(talk, words, prompt, question_service, answer_service, drafts, day_view, None)


async def _correct(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    of: QuestionId | None,
    words: str,
    question_service: QuestionService,
    answer_service: AnswerService,
    drafts: Drafts,
    day_view: DayView,
) -> None:
    """«исправь ответ: приходите в 13»: the last answer of the hour, or the one to `of`, shown before it changes."""
    entry = await answer_service.last_correctable(talk.person, of)
    if entry is None:
        await talk.reply(lists.nothing_to_correct(of))
        return
    await librarian.correct(talk, CorrectAnswer(entry.id), question_service, answer_service)
    prompt = talk.awaited.text(talk.conversation)
    if words and isinstance(prompt, AnswerPrompt) and prompt.corrects == entry.id:
        await propose_answer(talk, words, prompt, question_service, answer_service, drafts, day_view, None)


def _number_of(act: Act, text: str) -> int | None:
    """The number of the question that was understood, unless it stands in the words of the answer: «…: в 13»."""
    head, colon, rest = text.partition(":")
    number = act.slots.n
    is_in_answer = (
        bool(colon) and str(number) in re.findall(r"\d+", rest) and str(number) not in re.findall(r"\d+", head)
    )
    return None if is_in_answer else number


ROUTES = Routes(
    commands={"questions": open_questions},
    menu={StaffMenu.QUESTIONS: open_questions},
    actions={ShowOpenQuestions: open_questions},
    acts={
        ActName.ASK_LIBRARIAN: ask_librarian,
        ActName.OPEN_QUESTIONS: open_questions,
        ActName.ANSWER_QUESTION: answer_question,
    },
)
