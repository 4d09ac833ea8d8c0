"""What the figures keep of questions to librarians: written with the question and with its first answer."""

import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.questions.question import Question
from bot.stats.calculation import TIMED
from bot.stats.interaction import Interaction, InteractionKind, Pseudonyms
from bot.storage.tables import interactions


class QuestionStatsTable:
    """A question counts on the day it was asked, its first answer on the day it was given."""

    def __init__(self, pseudonyms: Pseudonyms, zone: ZoneInfo) -> None:
        self._pseudonyms = pseudonyms
        self._zone = zone

    def asked(self, db: sqlite3.Connection, question: Question) -> None:
        """Counts the question, inside its transaction."""
        interactions.add(db, self._contact(question, InteractionKind.QUESTION, question.asked_at))

    def answered(self, db: sqlite3.Connection, question: Question, at: datetime) -> None:
        """Counts the first answer with the minutes that it took, inside its transaction."""
        minutes = round((at - question.asked_at).total_seconds() / 60)
        interactions.add(db, self._contact(question, InteractionKind.REPLY, at, TIMED), minutes=minutes)

    def _contact(
        self, question: Question, kind: InteractionKind, at: datetime, detail: str | None = None
    ) -> Interaction:
        name = self._pseudonyms.pseudonym_for(question.citizen)
        return Interaction(at.astimezone(self._zone), question.citizen.channel, kind, name, question.article, detail)
