"""The state of a dialogue between two messages: the text that is awaited and what may be typed."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar, Protocol

HOUR = timedelta(hours=1)
SUSPENDED_FOR = timedelta(days=1)  # how long it is known that a prompt was suspended
OPTIONS_FOR = timedelta(hours=12)  # how long typed numbers and words mean the last message


class OnDanger(StrEnum):
    """What becomes of words of danger where a prompt awaits words."""

    ANSWERED = "answered"  # the alarm is the answer, the prompt is suspended
    HANDED_ON = "handed_on"  # the alarm comes first, and another person reads the words all the same
    PASSED_OVER = "passed_over"  # those who work here write of dangers to others: only a crisis is told, beside it


class OnSecret(StrEnum):
    """What becomes of words with a secret in them."""

    HIDDEN = "hidden"  # the handler gets the words with the secret hidden
    ASKED_AGAIN = "asked_again"  # half of the words would do harm: the prompt stays, and asks once more
    SHOWN_FIRST = "shown_first"  # the handler looks itself: the author must know before the words go


class Digits(StrEnum):
    """Which four digits belong to the prompt and are no secret code."""

    NONE = "none"
    TIMES = "times"  # «1530»
    ANY = "any"  # also a year or the number of a line


@dataclass(frozen=True, slots=True)
class PromptRule:
    """How a kind of prompt lives, and how what is typed meanwhile is read."""

    lifetime: timedelta = HOUR  # what goes to somebody else, or changes what others read, has an hour
    family: str = ""  # to ask one of a family again ends what is known of a suspended one
    to_others: bool = False  # the words go to another person: they are shown to their author before that
    is_own: bool = False  # the words concern nobody else: suspended, it is recalled by a question alone
    beside_list: bool = False  # a lone number still means a line of the list that was shown with it
    beside_yes_and_no: bool = False  # «да» and «нет» still mean the buttons that ask so
    danger: OnDanger = OnDanger.ANSWERED
    secrets: OnSecret = OnSecret.HIDDEN
    is_public: bool = False  # telephones and addresses of mail belong in the words
    digits: Digits = Digits.NONE
    takes_postcodes: bool = False  # six digits may say where somebody lives
    takes_visit_codes: bool = False  # «код 4234» of a visitor is no secret here
    awaits_words: bool = True  # not, where it only keeps what was said for the buttons beside it
    only_its_words: bool = False  # what it cannot read likely means something else, which is served instead
    again_by_handler: bool = False  # the prompt is shown again by its feature, nothing need be said of it


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the bot has asked and awaits in words; each kind is a class, packed by bot.screens.prompt_data."""

    rule: ClassVar[PromptRule] = PromptRule()

    @property
    def is_shown(self) -> bool:
        """Whether words for another person stand there as they would go: what comes next need not belong to them."""
        return False

    def without_words(self) -> "Prompt":
        """The same question without what was typed meanwhile."""
        return self

    def suspended(self) -> "Prompt":
        """What is remembered of it where another screen is opened: no words that were typed."""
        return self.without_words()

    def is_like(self, other: "Prompt") -> bool:
        """Whether to ask the one is to ask the other again."""
        return type(self) is type(other) or (bool(self.rule.family) and self.rule.family == other.rule.family)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who in which chat: in a group several people talk at once."""

    channel: str
    person: int
    chat: int


@dataclass(frozen=True, slots=True)
class TypedOptions:
    """What the last message lets a person type instead of pressing; actions are packed as buttons carry them."""

    numbered: tuple[str, ...] = ()  # the lines 1, 2, 3 …
    named: tuple[tuple[str, str], ...] = ()  # each action with the words on its button
    keeps_numbers: bool = False  # a message without a list that leaves the numbers of the list before it
    is_again: bool = False  # a message that the words before it answered nothing of what is asked


NOTHING_OFFERED = TypedOptions()


class DialogStore(Protocol):
    """The state of all dialogues; survives a restart, expires by itself."""

    def text(self, conversation: Conversation) -> Prompt | None: ...

    def left(self, conversation: Conversation) -> Prompt | None: ...

    def offered(self, conversation: Conversation) -> TypedOptions: ...

    async def put(self, conversation: Conversation, prompt: Prompt) -> None: ...

    def asked_by(self, conversation: Conversation) -> str | None: ...

    async def offer(self, conversation: Conversation, offered: TypedOptions, message: str | None = None) -> None: ...

    async def leave(self, conversation: Conversation) -> None: ...

    async def drop_left(self, conversation: Conversation) -> None: ...

    def noticed(self, conversation: Conversation) -> TypedOptions: ...

    async def notice(self, conversation: Conversation, offered: TypedOptions) -> None: ...

    async def clear(self, conversation: Conversation) -> bool: ...

    def forget(self, channel: str, person: int) -> None: ...
