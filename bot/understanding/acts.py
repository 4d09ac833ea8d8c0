"""What a person may want of the bot in one message, and what that wish carries."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from enum import StrEnum

from bot.russian.time.values import DayPart as DayPart  # noqa: PLC0414 - a slot of an act, named from here
from bot.safety.threat import Level


class ActName(StrEnum):
    """Every wish that is told apart; the names are those of the command `understand`."""

    DANGER = "danger"
    CRISIS = "crisis"
    FAQ = "faq"
    FOLLOW_UP = "follow_up"
    PLACE = "place"
    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"
    MY_BOOKINGS = "my_bookings"
    LATE = "late"
    CONFIRM_COMING = "confirm_coming"
    WAIT_LIST = "wait_list"
    ASK_LIBRARIAN = "ask_librarian"
    CALL_ME = "call_me"
    QUESTION_STATUS = "question_status"
    YES = "yes"
    NO = "no"
    CHOOSE = "choose"
    BACK = "back"
    STOP = "stop"
    REPEAT = "repeat"
    SIMPLIFY = "simplify"
    NEXT_STEP = "next_step"
    NOT_HELPED = "not_helped"
    THANKS = "thanks"
    GREETING = "greeting"
    FAREWELL = "farewell"
    ABUSE = "abuse"
    HELP = "help"  # a call for help that names no thing
    FEELINGS = "feelings"  # shame, fear, weariness, loneliness, without a question; which one is `value`
    WHO_ARE_YOU = "who_are_you"
    SETTINGS = "settings"
    FORGET_ME = "forget_me"
    OTHER_LIBRARY_SERVICE = "other_library_service"
    OTHER_LANGUAGE = "other_language"
    OUT_OF_SCOPE = "out_of_scope"
    UNREADABLE = "unreadable"
    # Of those who work in a library.
    DAY_LIST = "day_list"
    WEEK = "week"
    FIND_VISIT = "find_visit"
    WALK_IN = "walk_in"
    PHONE_BOOKING = "phone_booking"
    MARK = "mark"
    CLOSE = "close"
    REOPEN = "reopen"
    SET_HOURS = "set_hours"
    ABSENCE = "absence"
    DUTY = "duty"
    ANSWER_QUESTION = "answer_question"
    OPEN_QUESTIONS = "open_questions"
    POSTER = "poster"
    FIGURES = "figures"
    PRINT_DAY = "print_day"
    STAFF = "staff"
    INVITE = "invite"
    FAQ_EDIT = "faq_edit"
    BACKUP = "backup"
    NOTICE = "notice"
    STATUS = "status"


HEARTFELT = frozenset({ActName.HELP, ActName.FEELINGS})  # how somebody feels, and no thing
ADMIN_ACTS = frozenset({
    *(ActName.STAFF, ActName.INVITE, ActName.FAQ_EDIT, ActName.BACKUP, ActName.NOTICE, ActName.STATUS),
})  # fmt: skip
STAFF_ACTS = ADMIN_ACTS | {
    *(ActName.DAY_LIST, ActName.WEEK, ActName.FIND_VISIT, ActName.WALK_IN, ActName.PHONE_BOOKING, ActName.MARK),
    *(ActName.CLOSE, ActName.REOPEN, ActName.SET_HOURS, ActName.ABSENCE, ActName.DUTY, ActName.ANSWER_QUESTION),
    *(ActName.OPEN_QUESTIONS, ActName.POSTER, ActName.FIGURES, ActName.PRINT_DAY),
}


class SpeakerRole(StrEnum):
    """Who is speaking: a librarian and an admin may want all that a citizen may."""

    CITIZEN = "citizen"
    LIBRARIAN = "librarian"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Slots:
    """What was said beside the wish itself; None where nothing was said of it.

    Days and times are those of the wall clock at the place that is meant.
    """

    kind: str | None = None  # of danger or crisis: bot.safety.threat.Kind
    articles: tuple[str, ...] = ()  # the nearest first
    topic: str | None = None  # an id of topics.yaml
    place: str | None = None  # a settlement, or a centre's short name, as the directory spells it
    centre: str | None = None  # a centre's id, where exactly one is meant
    want: str | None = None  # nearest, phone, hours …; code, time …; renew_book, wifi …; aloud …
    day: date | None = None
    at: time | None = None  # printed as «time»
    part: DayPart | None = None
    soonest: bool = False
    dates: tuple[date, ...] = ()  # several days, or the first and the last of a stretch
    from_: date | time | None = None
    to: date | time | None = None
    times: str | None = None  # «10:00-14:00», as said of a closed part of a day
    for_whom: str | None = None  # «маме», «соседке»
    name: str | None = None
    code: str | None = None  # of a visit
    minutes: int | None = None
    count: int | None = None
    n: int | None = None  # the number of a line or of a question
    value: str | None = None  # yes, no; on, off; arrived, missed, or an outcome
    lang: str | None = None  # ISO 639-1
    text: str | None = None  # words that are handed on as they are


@dataclass(frozen=True, slots=True)
class Act:
    """One wish of a message, with how sure that is and why."""

    name: ActName
    slots: Slots = Slots()
    confidence: float = 1.0  # 0 to 1
    level: Level | None = None  # of a danger: an alarm, or a caution above the ordinary answer
    reasons: Mapping[str, float] = field(default_factory=dict)  # the named terms of the sum, for --explain

    def as_record(self) -> dict[str, object]:
        """The act as `understand` prints it: slots of which nothing was said are left out."""
        record: dict[str, object] = {"act": str(self.name)}
        if self.level is Level.CAUTION:
            record["level"] = str(self.level)
        for slot in fields(Slots):
            value = getattr(self.slots, slot.name)
            if value not in (None, (), False):
                record[_PRINTED.get(slot.name, slot.name)] = _plain(value)
        return record


_PRINTED = {"at": "time", "from_": "from"}  # what Python has another use for


def _plain(value: object) -> object:
    match value:
        case (date(), *_):
            return ",".join(str(_plain(day)) for day in value)
        case tuple():
            return [_plain(one) for one in value]
        case time():
            return value.strftime("%H:%M")
        case date():
            return value.isoformat()
        case _:
            return value


@dataclass(frozen=True, slots=True)
class Understood:
    """All wishes of a message in the order to be served.

    `choice`: the first two readings are too close to act upon, and the person is asked which is meant.
    `unread`: words with a meaning that no act has used; never empty silently.
    """

    acts: tuple[Act, ...]
    choice: tuple[Act, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def first(self) -> Act:
        """The wish that is served first."""
        return self.acts[0]
