"""Renders the notices about questions and answers at the moment of sending; None where it is no longer true."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.handlers.bot_info import BotInfo
from bot.handlers.feature import Renders
from bot.handlers.questions.question_desk import QuestionDesk
from bot.outbox.notice import Payload
from bot.questions import notices as kinds
from bot.questions.question import ClosedBy, EntryId, EntryKind, Question, QuestionId, QuestionState, ThreadEntry
from bot.questions.service import QuestionThread, thread_of
from bot.questions.unit_of_work import QuestionStorage, QuestionTransaction
from bot.screens.questions import notices as screens
from bot.screens.questions.files import with_all_files, with_files
from bot.screens.questions.voices import carried
from bot.screens.screen import Screen


def question_renders(
    questions: QuestionStorage, question_desk: QuestionDesk, bot_info: BotInfo, zone: ZoneInfo
) -> Renders:
    """The renderers by the kind of the notice."""
    told = QuestionNotices(questions, question_desk, bot_info, zone)
    return {
        kinds.QUESTION_CAME: told.came,
        kinds.QUESTION_ADDED: told.added,
        kinds.QUESTION_ANSWERED: told.answered,
        kinds.ANSWER_CORRECTED: told.corrected,
        kinds.QUESTION_SETTLED: told.settled,
        kinds.QUESTION_REMINDER: told.reminder,
        kinds.QUESTION_OVERDUE: told.overdue,
        kinds.QUESTION_LATE: told.late,
        kinds.QUESTION_EXPIRED: told.expired,
        kinds.ANSWER_UNDELIVERED: told.undelivered,
        kinds.QUESTIONS_WAIT: told.waiting,
        kinds.ARTICLE_PROPOSED: told.article_proposed,
    }


@dataclass(frozen=True, slots=True)
class QuestionNotices:
    """Everything the notices are made of."""

    questions: QuestionStorage
    question_desk: QuestionDesk
    bot_info: BotInfo
    zone: ZoneInfo

    async def came(self, payload: Payload) -> Screen | None:
        """To a librarian; nothing once somebody has answered."""
        found = await self._thread(payload)
        if found is None or not found.question.awaits_librarian:
            return None
        question, desk = found.question, self.question_desk
        about, centre = desk.title_of(question.article), desk.centre_name(question)
        shown = screens.question_came(question, found.entries, self.zone, about=about, centre=centre)
        return with_all_files(found, carried(question, shown))

    async def added(self, payload: Payload) -> Screen | None:
        """To a librarian; nothing once somebody has answered."""
        found = await self._thread(payload)
        entry = _entry(found, payload) if found else None
        if found is None or entry is None or not found.question.awaits_librarian:
            return None
        return with_files(found, entry.id, screens.question_added(found.question, entry))

    async def answered(self, payload: Payload) -> Screen | None:
        """To the citizen."""
        found = await self._thread(payload)
        if found is None:
            return None
        entry = _entry(found, payload)
        article = self.question_desk.live_faq.library.article(entry.article) if entry and entry.article else None
        if article and entry:
            return screens.article_sent(found.question, self.bot_info.answer(article, ()), entry)
        shown = screens.librarian_answers(found.question, entry)
        return with_files(found, entry.id, shown) if entry else shown

    async def corrected(self, payload: Payload) -> Screen | None:
        """To the citizen, in place of what they have; before that has come it reads right by itself."""
        found = await self._thread(payload)
        entry = _entry(found, payload) if found else None
        if found is None or entry is None:
            return None
        copies = await self.questions.read(lambda tx: tx.copies(found.question.id))
        shown = [one.message for one in copies if one.entry == entry.id and one.to == found.question.citizen]
        return screens.answer_corrected(found.question, entry, shown[-1]) if shown else None

    async def settled(self, payload: Payload) -> Screen | None:
        """The notice on a librarian's phone; left as it is where the question waits again."""
        question = await self._question(payload)
        if question is None or question.awaits_librarian or question.round != payload["round"]:
            return None
        name = self.question_desk.name_of(question.taken_by)
        return screens.settled(question, name, str(payload["message"]))

    async def reminder(self, payload: Payload) -> Screen | None:
        """To those who have the question, or to the one who has taken it."""
        question = await self._waiting(payload)
        reader = (payload["channel"], payload["reader"])
        if question is None or question.promised_at is None:
            return None
        is_others = question.state is QuestionState.TAKEN and question.taken_by is not None
        if is_others and question.taken_by and (question.taken_by.channel, question.taken_by.id) != reader:
            return None
        return screens.reminder(question, self.zone)

    async def overdue(self, payload: Payload) -> Screen | None:
        """To admins after the promised hour."""
        question = await self._waiting(payload)
        if question is None:
            return None
        taken = question.taken_by if question.taken_at else None
        return screens.overdue(question, self.question_desk.name_of(taken), self.question_desk.centre_name(question))

    async def late(self, payload: Payload) -> Screen | None:
        """To the citizen after the promised hour."""
        question = await self._waiting(payload)
        return screens.late(question, self.bot_info.region) if question else None

    async def expired(self, payload: Payload) -> Screen | None:
        """To both sides."""
        question = await self._question(payload)
        if question is None or question.closed_by in {None, ClosedBy.CITIZEN}:
            return None
        if payload["citizen"]:
            return screens.no_answer(question, self.bot_info.region)
        return screens.expired_for_staff(question)

    async def undelivered(self, payload: Payload) -> Screen | None:
        """To the librarian; nothing where the citizen is back."""
        question = await self._question(payload)
        if question is None or await self.question_desk.is_reached(question.citizen):
            return None
        return screens.undelivered(question)

    async def waiting(self, _: Payload) -> Screen | None:
        """In the morning; nothing where none waits."""
        found = await self.questions.read(lambda tx: tx.awaiting())
        return screens.morning(found) if found else None

    async def article_proposed(self, payload: Payload) -> Screen | None:
        """To admins."""
        question = await self._question(payload)
        return screens.proposed_article(question) if question and question.answer else None

    async def _waiting(self, payload: Payload) -> Question | None:
        question = await self._question(payload)
        is_same = question is not None and question.awaits_librarian and question.round == payload["round"]
        return question if is_same else None

    async def _question(self, payload: Payload) -> Question | None:
        return await self.questions.read(lambda tx: tx.find_question(QuestionId(int(payload["question"]))))

    async def _thread(self, payload: Payload) -> QuestionThread | None:
        id_ = QuestionId(int(payload["question"]))

        def read(tx: QuestionTransaction) -> QuestionThread | None:
            question = tx.find_question(id_)
            return thread_of(tx, question) if question else None

        return await self.questions.read(read)


def _entry(found: QuestionThread, payload: Payload) -> ThreadEntry | None:
    """What the notice tells of; before threads a notice named the question alone, and meant its answer."""
    said = [one for one in found.entries if one.kind is EntryKind.ANSWER]
    if "entry" not in payload:
        return said[-1] if said else None
    id_ = EntryId(int(payload["entry"]))
    return next((one for one in found.entries if one.id == id_), None)
