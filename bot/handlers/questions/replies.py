"""A reply to a message of the bot goes on with the question that the message shows."""

import re
from dataclasses import dataclass

from bot.dialog_state import NOTHING_OFFERED, Prompt
from bot.handlers.incoming_text import IncomingText
from bot.handlers.questions.librarian import prompt_for
from bot.handlers.talk import Talk
from bot.questions.draft import MAX_FILES
from bot.questions.errors import QuestionGoneError
from bot.questions.question import QuestionCopy, QuestionId
from bot.questions.service import QuestionService, QuestionThread
from bot.questions.unit_of_work import QuestionStorage
from bot.screens.questions.prompts import AdditionPrompt

_NUMBER = re.compile(r"Вопрос № (\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class QuestionReplies:
    """Makes the words of a reply the answer, as though «Ответить» had been pressed right before."""

    questions: QuestionStorage
    question_service: QuestionService

    async def open(self, said: IncomingText, talk: Talk) -> None:
        """Awaits the words as the answer to the question, where the reply is to one."""
        if said.command is not None or talk.in_group or not said.replied_message:
            return
        if prompt := await self._prompt(said, talk):
            await talk.awaited.leave(talk.conversation)
            await talk.awaited.put(talk.conversation, prompt)
            await talk.awaited.offer(talk.conversation, NOTHING_OFFERED)

    async def _prompt(self, said: IncomingText, talk: Talk) -> Prompt | None:
        """By the message itself; by the words in it where it is known no more, but only of librarians."""
        copy = await self._copy(said, talk)
        is_librarian = self.question_service.is_librarian(talk.person)
        number = _NUMBER.search(said.replied_to) if is_librarian and said.replied_to_bot else None
        id_ = copy.question if copy else QuestionId(int(number[1])) if number else None
        found = await self._thread(id_) if id_ is not None else None
        if found is None or found.question.is_closed:
            return None
        if found.question.citizen == talk.person and not (copy is None or copy.entry is None):
            return AdditionPrompt(found.question.id)
        return prompt_for(found) if self.question_service.may_answer(talk.person, found.question) else None

    async def _copy(self, said: IncomingText, talk: Talk) -> QuestionCopy | None:
        """What the message shows; a picture without words belongs to the question or the answer below it."""
        copy = await self.questions.read(lambda tx: tx.copy_at(talk.person, said.replied_message))
        if copy or said.replied_to or not said.replied_to_bot:
            return copy
        below = await self.questions.read(lambda tx: tx.copy_below(talk.person, said.replied_message, MAX_FILES))
        found = await self._thread(below.question) if below else None
        return below if found and found.files else None

    async def _thread(self, id_: QuestionId) -> QuestionThread | None:
        try:
            return await self.question_service.thread(id_)
        except QuestionGoneError:
            return None
