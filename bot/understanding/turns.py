"""The talk so far, as far as it bears on the next message: structured, never guessed from text by the running bot."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.understanding.acts import SpeakerRole


class AskedFor(StrEnum):
    """What the bot's last prompt or last message awaits."""

    TOPIC = "topic"
    PLACE_TO_BOOK = "place_to_book"
    PLACE_TO_FIND = "place_to_find"
    DAY = "day"
    TIME = "time"
    NAME = "name"
    CHECK = "check"  # everything of a booking is shown, «да» books
    YES_NO = "yes_no"  # of another deed: moving, cancelling, sending
    LINE = "line"  # one of a numbered list of answers
    HELPED = "helped"  # an answer stands last
    REMINDER = "reminder"  # «придёте?»
    VISIT = "visit"  # a visit of one's own is shown
    NO_FREE_TIME = "no_free_time"
    QUESTION = "question"  # words for a librarian
    ANSWER = "answer"  # a librarian's words for a citizen
    NEW_TIME = "new_time"  # of a visit that is being moved
    HOURS = "hours"
    CLOSING = "closing"
    PERIOD = "period"
    WORDS = "words"  # any other words of a form


FOR_OTHERS = frozenset({AskedFor.QUESTION, AskedFor.ANSWER})  # somebody else reads the words
# Where «да» and «нет» decide something: near words are no answer.
DECIDED = frozenset(
    {AskedFor.CHECK, AskedFor.YES_NO, AskedFor.REMINDER, AskedFor.VISIT, AskedFor.NO_FREE_TIME, AskedFor.LINE}
)
# A form is open, and short words fill it: «утром никак, давление» is no illness of this moment.
IN_A_FORM = frozenset(AskedFor) - DECIDED - {AskedFor.HELPED} | {AskedFor.CHECK}


@dataclass(frozen=True, slots=True)
class OwnVisit:
    """A live visit of the person who speaks, in the order in which «Мои записи» lists them."""

    starts_at: datetime  # on the wall clock of its centre
    settlement: str
    topic: str


@dataclass(frozen=True, slots=True)
class Turns:
    """What was said and shown before a message."""

    role: SpeakerRole = SpeakerRole.CITIZEN
    asked: AskedFor | None = None
    options: tuple[str, ...] = ()  # the numbered lines and the words of the buttons of the last message
    shown_articles: tuple[str, ...] = ()  # ids, the last answer first; forgotten after ten minutes
    shown_centre: str | None = None  # the settlement or centre of the card shown last
    shown_place: str | None = None  # the settlement of the list of centres shown last
    last_question: str = ""  # the person's own words that the last answer answered
    suspended: AskedFor | None = None  # a form that was left and may be taken up again
    replied_to: str = ""  # the text of the message that is quoted
    forwarded: bool = False
    own: tuple[OwnVisit, ...] = ()


NO_TURNS = Turns()
