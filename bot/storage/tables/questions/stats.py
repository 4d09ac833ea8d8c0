"""What the figures keep of questions to librarians: written with the question and with its first answer."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.centres.centre import CentreId
from bot.people import Address
from bot.questions.question import Question
from bot.stats.calculation import TIMED
from bot.stats.interaction import Interaction, InteractionKind, Pseudonyms
from bot.storage.tables import interactions

CentresOf = Callable[[Address], Sequence[CentreId]]


class QuestionStatsTable:
    """A question counts on the day it was asked, its first answer on the day it was given."""

    def __init__(self, pseudonyms: Pseudonyms, zone: ZoneInfo, centres_of: CentresOf) -> None:
        """`centres_of` a librarian: the answer counts at one of them, the question at the centre that it is for."""
        self._pseudonyms = pseudonyms
        self._zone = zone
        self._centres_of = centres_of

    def asked(self, db: sqlite3.Connection, question: Question) -> None:
        """Counts the question, inside its transaction; whoever asked is a user of the centre once it has answered."""
        interactions.add(db, self._contact(question, InteractionKind.QUESTION, question.asked_at, question.centre))

    def answered(self, db: sqlite3.Connection, question: Question, at: datetime, by: Address | None) -> None:
        """Counts the first answer with the minutes that it took, inside its transaction.

        It is of the centre of the question where the librarian works there, else of the librarian's own.
        """
        own = self._centres_of(by) if by else ()
        centre = question.centre if question.centre in own else next(iter(own), None)
        minutes = round((at - question.asked_at).total_seconds() / 60)
        interactions.add(db, self._contact(question, InteractionKind.REPLY, at, centre, TIMED), minutes=minutes)

    def _contact(
        self, question: Question, kind: InteractionKind, at: datetime, centre: str | None, detail: str | None = None
    ) -> Interaction:
        name = self._pseudonyms.pseudonym_for(question.citizen)
        moment, channel = at.astimezone(self._zone), question.citizen.channel
        return Interaction(moment, channel, kind, name, question.article, detail, centre=centre)
