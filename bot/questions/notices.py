"""What is told of questions, to whom and when; each notice has a key, so that nothing is told twice."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from bot.outbox.notice import Notice, Payload
from bot.people import Address
from bot.questions.question import Question, QuestionCopy, ThreadEntry

QUESTION_CAME = "question_came"
QUESTION_ADDED = "question_added"  # the citizen has written more
QUESTION_ANSWERED = "question_answered"  # to the citizen: an answer, or what the librarian asks back
ANSWER_CORRECTED = "answer_corrected"  # the message of the citizen is changed
QUESTION_SETTLED = "question_settled"  # the message of a librarian is changed: somebody has answered
QUESTION_REMINDER = "question_reminder"  # before the promised hour
QUESTION_OVERDUE = "question_overdue"  # after it, to admins
QUESTION_LATE = "question_late"  # after it, to the citizen
QUESTION_EXPIRED = "question_expired"  # closed unanswered by time; to both sides
ANSWER_UNDELIVERED = "answer_undelivered"  # to the librarian: the citizen has stopped the bot
ARTICLE_PROPOSED = "article_proposed"  # to admins: a question and its answer
QUESTIONS_WAIT = "questions_wait"  # in the morning: how many wait

BEFORE_PROMISE = timedelta(hours=1)
LATE_FOR = timedelta(days=1)  # how long after the promised hour the citizen may still be told


def to_readers(question: Question, readers: Collection[Address], now: datetime) -> Iterator[Notice]:
    """The question for each of its readers, and a reminder before the promised hour."""
    turn = "" if question.round == 1 else f":{question.round}"
    facts: Payload = {"question": question.id}
    for reader in sorted(readers):
        yield Notice(reader, QUESTION_CAME, f"{_key(QUESTION_CAME, question, reader)}{turn}", now, facts)
        yield from _reminder(question, reader, now)


def promise_over(question: Question, admins: Collection[Address], now: datetime) -> Iterator[Notice]:
    """After the promised hour, where nobody has answered: said to admins and to the citizen."""
    if question.promised_at is None:
        return
    due, citizen = max(question.promised_at, now), question.citizen
    for admin in sorted(admins):
        key = f"{_key(QUESTION_OVERDUE, question, admin)}:{question.round}"
        yield Notice(admin, QUESTION_OVERDUE, key, due, _turn(question, admin))
    key = f"{_key(QUESTION_LATE, question, citizen)}:{question.round}"
    yield Notice(citizen, QUESTION_LATE, key, due, _turn(question, citizen), due + LATE_FOR)


def added(question: Question, entry: ThreadEntry, readers: Collection[Address]) -> Iterator[Notice]:
    """What the citizen has added, for those who have the question."""
    for reader in sorted(readers):
        key = f"{_key(QUESTION_ADDED, question, reader)}:{entry.id}"
        yield Notice(reader, QUESTION_ADDED, key, entry.at, {"question": question.id, "entry": entry.id})
        yield from _reminder(question, reader, entry.at)


def to_citizen(question: Question, entry: ThreadEntry) -> Notice:
    """What a librarian has written, for the citizen."""
    key = f"{_key(QUESTION_ANSWERED, question, question.citizen)}:{entry.id}"
    facts: Payload = {"question": question.id, "entry": entry.id}
    return Notice(question.citizen, QUESTION_ANSWERED, key, entry.at, facts)


def corrected(question: Question, entry: ThreadEntry, at: datetime) -> Notice:
    """The message of the citizen, with the answer as it reads now."""
    key = f"{_key(ANSWER_CORRECTED, question, question.citizen)}:{entry.id}:{at.isoformat()}"
    return Notice(question.citizen, ANSWER_CORRECTED, key, at, {"question": question.id, "entry": entry.id})


def settled(
    question: Question, copies: Iterable[QuestionCopy], at: datetime, but: Address | None = None
) -> Iterator[Notice]:
    """The copies on the phones of the others, changed to what has become of the question."""
    for copy in copies:
        if copy.to not in {but, question.citizen}:
            key = f"{_key(QUESTION_SETTLED, question, copy.to)}:{copy.id}:{question.round}:{question.state}"
            facts: Payload = {"question": question.id, "message": copy.message, "round": question.round}
            yield Notice(copy.to, QUESTION_SETTLED, key, at, facts)


def expired(question: Question, people: Collection[Address], at: datetime) -> Iterator[Notice]:
    """Nobody has answered for as long as questions are kept: said to the citizen and to those who had it."""
    for person in sorted({*people, question.citizen}):
        facts: Payload = {"question": question.id, "citizen": int(person == question.citizen)}
        yield Notice(person, QUESTION_EXPIRED, _key(QUESTION_EXPIRED, question, person), at, facts)


def undelivered(question: Question, entry: ThreadEntry, author: Address, at: datetime) -> Notice:
    """The citizen has stopped the bot: their librarian should know."""
    key = f"{_key(ANSWER_UNDELIVERED, question, author)}:{entry.id}"
    return Notice(author, ANSWER_UNDELIVERED, key, at, {"question": question.id})


def article_proposed(question: Question, admins: Collection[Address], by: Address, at: datetime) -> Iterator[Notice]:
    """A librarian thinks that the FAQ should answer this."""
    for admin in sorted({*admins} - {by}):
        key = f"{_key(ARTICLE_PROPOSED, question, admin)}:{question.round}"
        yield Notice(admin, ARTICLE_PROPOSED, key, at, {"question": question.id})


def questions_wait(readers: Collection[Address], day: str, worth: tuple[datetime, datetime]) -> Iterator[Notice]:
    """The morning letter of a day, worth saying between two moments."""
    due, until = worth
    for reader in sorted(readers):
        yield Notice(reader, QUESTIONS_WAIT, f"{QUESTIONS_WAIT}:{day}:{reader.channel}:{reader.id}", due, {}, until)


def _reminder(question: Question, reader: Address, now: datetime) -> Iterator[Notice]:
    if question.promised_at and question.promised_at > now:
        key = f"{_key(QUESTION_REMINDER, question, reader)}:{question.round}"
        due = max(question.promised_at - BEFORE_PROMISE, now)
        yield Notice(reader, QUESTION_REMINDER, key, due, _turn(question, reader), question.promised_at)


def _turn(question: Question, reader: Address) -> Payload:
    return {"question": question.id, "round": question.round, "channel": reader.channel, "reader": reader.id}


def _key(kind: str, question: Question, to: Address) -> str:
    return f"{kind}:{question.id}:{to.channel}:{to.id}"
