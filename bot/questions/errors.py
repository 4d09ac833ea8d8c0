"""Why something about a question cannot be done, told by facts."""

from dataclasses import dataclass

from bot.questions.question import Question, QuestionId, ThreadEntry


@dataclass
class TooManyOpenError(Exception):
    """The citizen has too many questions without an answer."""

    limit: int


@dataclass
class QuestionTooLongError(Exception):
    """The question or answer has more words than one message can carry."""

    limit: int


class NobodyToAskError(Exception):
    """No librarian is connected who could be asked."""


class QuestionGoneError(Exception):
    """There is no such question any more."""


@dataclass
class QuestionClosedError(Exception):
    """Nothing more is said about the question; as it stands."""

    question: Question


@dataclass
class AnsweredMeanwhileError(Exception):
    """Somebody has answered since the librarian began to write; nothing was sent."""

    question: Question
    entry: ThreadEntry
    said: int  # so many entries of librarians there are now


@dataclass
class TooLateToCorrectError(Exception):
    """The hour in which an answer may be corrected is over, or it is somebody else's."""

    question: QuestionId
