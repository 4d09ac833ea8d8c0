"""What the buttons of questions mean: under words that are about to be sent, under notices, in lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class SendDraft(Action):
    """The words go as they were shown; `question` is the one they answer, 0 where they are a question themselves."""

    draft: int
    question: int = 0


@dataclass(frozen=True, slots=True)
class DropDraft(Action):
    """The words are not to be sent; `question` as in SendDraft."""

    draft: int
    question: int = 0


@dataclass(frozen=True, slots=True)
class CarryVoice(Action):
    """A spoken message of this chat for a librarian: shown as it would go."""

    voice: str


@dataclass(frozen=True, slots=True)
class SendAnyway(Action):
    """The answer goes beside another one, which the librarian has read: so many of librarians' there are then."""

    draft: int
    question: int
    seen: int


@dataclass(frozen=True, slots=True)
class TakeOver(Action):
    """A librarian answers a question that a colleague has taken."""

    question: int


@dataclass(frozen=True, slots=True)
class AddAnswer(Action):
    """A librarian writes a further answer to a question that has one."""

    question: int


@dataclass(frozen=True, slots=True)
class AskBack(Action):
    """A librarian has to know more before answering."""

    question: int


@dataclass(frozen=True, slots=True)
class CorrectAnswer(Action):
    """A librarian changes an answer that was sent."""

    entry: int


@dataclass(frozen=True, slots=True)
class CloseQuestion(Action):
    """A librarian closes a question without an answer; first it is asked whether to."""

    question: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class FindArticleToSend(Action):
    """A librarian looks for an article of the FAQ that answers the question."""

    question: int


@dataclass(frozen=True, slots=True)
class SendArticle(Action):
    """An article, shown before it goes to who asked."""

    question: int
    article: str


@dataclass(frozen=True, slots=True)
class ProposeAsArticle(Action):
    """The question with its answer is offered to admins as an article."""

    question: int


@dataclass(frozen=True, slots=True)
class ShowOpenQuestions(Action):
    """What waits for an answer of a librarian."""


@dataclass(frozen=True, slots=True)
class ShowOwnQuestions(Action):
    """What a person has asked librarians."""


@dataclass(frozen=True, slots=True)
class AddToQuestion(Action):
    """A person writes more about a question of his own, or answers what the librarian asks."""

    question: int


@dataclass(frozen=True, slots=True)
class SendAddition(Action):
    """The words about a person's own question go as they were shown."""

    draft: int
    question: int


@dataclass(frozen=True, slots=True)
class WithdrawQuestion(Action):
    """A person takes a question back; first it is asked whether to."""

    question: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class AddToLetter(Action):
    """What was written beside the letter of that draft is added to it; `of` tells which words: ActPrompt.sign."""

    draft: int
    of: int


@dataclass(frozen=True, slots=True)
class AnswerApart(Action):
    """The same words are answered by themselves; `is_choice`: they have two close readings."""

    draft: int
    of: int
    is_choice: bool


@dataclass(frozen=True, slots=True)
class OpenArticleDraft(Action):
    """An admin opens a librarian's answer as the draft of an article."""

    question: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «y».
TAGS: Mapping[str, type[Action]] = {
    "ys": SendDraft,
    "yd": DropDraft,
    "yv": CarryVoice,
    "yn": SendAnyway,
    "yt": TakeOver,
    "yg": AddAnswer,
    "yb": AskBack,
    "yc": CorrectAnswer,
    "yx": CloseQuestion,
    "yf": FindArticleToSend,
    "yr": SendArticle,
    "yp": ProposeAsArticle,
    "yl": ShowOpenQuestions,
    "yo": ShowOwnQuestions,
    "ym": AddToQuestion,
    "yq": SendAddition,
    "yw": WithdrawQuestion,
    "yh": AddToLetter,
    "yi": AnswerApart,
    "yj": OpenArticleDraft,
}
