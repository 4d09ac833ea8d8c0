"""Whatever happens in the life of a question, it has a reader or a told reason, and nothing goes unseen or twice."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.outbox.notice import NoticeState
from bot.people import Address
from bot.questions.errors import (
    AnsweredMeanwhileError,
    NobodyToAskError,
    QuestionClosedError,
    QuestionGoneError,
    TooManyOpenError,
)
from bot.questions.notices import QUESTION_ANSWERED, QUESTION_CAME, QUESTION_EXPIRED
from bot.questions.question import ClosedBy, EntryKind, Question, QuestionId, QuestionState, ThreadEntry
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables import notices
from bot.storage.tables.notices import NoticeStore
from tests.hand_clock import HandClock
from tests.questions.desk import ANNA, BORIS, DAYS, GLEB, OLGA, VERA, Desk

STAFF, CITIZENS = (VERA, GLEB, OLGA), (ANNA, BORIS)
REFUSALS = (AnsweredMeanwhileError, NobodyToAskError, QuestionClosedError, QuestionGoneError, TooManyOpenError)

WHO, WHICH = st.integers(0, 2), st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("ask"), st.integers(0, 1), st.booleans()),
    st.tuples(st.sampled_from(["read", "take", "answer", "inquire", "release"]), WHO, WHICH),
    st.tuples(st.sampled_from(["add", "withdraw"]), st.integers(0, 1), WHICH),
    st.tuples(st.sampled_from(["leave", "join", "fall silent", "come back", "go off duty", "go on duty"]), WHO, WHO),
    st.tuples(st.just("wait"), st.sampled_from([1, 3, 20, 24 * 95]), WHO),
    st.tuples(st.sampled_from(["watch", "restart", "deliver", "deliver and be killed", "forget"]), WHO, WHO),
)


@dataclass
class Life:
    """A desk to which everything happens; what each librarian has read, and every message that was sent."""

    folder: Path
    clock: HandClock = field(default_factory=HandClock)
    desk: Desk = field(init=False)
    read: dict[tuple[Address, int], int] = field(default_factory=dict)  # so many of librarians' words
    unseen: list[ThreadEntry] = field(default_factory=list)  # sent without having read those before
    sent: Counter[str] = field(default_factory=Counter)  # by the key of the notice
    killed: Counter[str] = field(default_factory=Counter)  # sent, and killed before that was noted
    texts: int = 0

    async def open(self) -> None:
        database = await Database.open(self.folder / "bot.sqlite3")
        self.desk = Desk(database, self.clock, {VERA, GLEB}, admins={OLGA}, of_centre={"ostrov": {VERA}})
        self.desk.everybody.add(OLGA)

    async def restart(self) -> None:
        """All that is kept in memory goes; who works here and who is reached is known from elsewhere."""
        known = (self.desk.everybody, self.desk.off_duty, self.desk.silent, self.desk.of_centre)
        await self.desk.database.__aexit__(None, None, None)
        await self.open()
        self.desk.everybody, self.desk.off_duty, self.desk.silent, self.desk.of_centre = known

    async def do(self, what: str, who: int, which: int) -> None:
        match what:
            case "ask":
                await self.desk.ask(self._words(), CITIZENS[who], "ostrov" if which else None)
            case "read" | "take" | "answer" | "inquire" | "release":
                await self._at_work(what, STAFF[who], which)
            case "add" | "withdraw":
                await self._of_citizen(what, CITIZENS[who], which)
            case "wait":
                self.clock.advance(timedelta(hours=who))
            case "watch":
                await self.look()
            case "deliver" | "deliver and be killed":
                await self._deliver(is_killed="killed" in what)
            case "forget":
                await PersonalDataStore(self.desk.database).erase(CITIZENS[who % 2])
            case _:
                await (self.restart() if what == "restart" else self._changes(what, STAFF[who]))

    async def look(self) -> None:
        await self.desk.watch.look()
        await self.desk.watch.give_up()
        now = self.clock.now()
        await PersonalDataStore(self.desk.database).end(now - timedelta(days=DAYS), now - timedelta(days=30))

    async def all_questions(self) -> list[Question]:
        ids = await self.desk.rows("select id from question order by id")
        found = [await self.desk.store.find_question(id_) for (id_,) in ids]
        return [one for one in found if one]

    def _words(self) -> str:
        self.texts += 1
        return f"слова {self.texts}"

    async def _at_work(self, what: str, who: Address, which: int) -> None:
        questions = await self.all_questions()
        if not questions or who not in self.desk.everybody:
            return
        question = questions[which % len(questions)]
        if what in {"read", "take"}:
            if what == "take":
                await self.desk.answers.take(question.id, who)
            self.read[who, question.id] = await self._said(question)
        elif what == "release":
            await self.desk.answers.release(question.id, who)
        elif (who, question.id) in self.read:
            before = await self._said(question)
            seen = self.read[who, question.id]
            entry = await self.desk.say(question, self._words(), who, seen=seen, asks=what == "inquire")
            if seen < before:
                self.unseen.append(entry)
            self.read[who, question.id] = before + 1

    async def _of_citizen(self, what: str, who: Address, which: int) -> None:
        own = [one for one in await self.all_questions() if one.citizen == who]
        if own and what == "add":
            await self.desk.own.add(own[which % len(own)].id, self._words(), who)
        elif own:
            await self.desk.own.withdraw(own[which % len(own)].id, who)

    async def _changes(self, what: str, who: Address) -> None:
        match what:
            case "leave" if who != OLGA:
                self.desk.everybody.discard(who)
            case "join":
                self.desk.everybody.add(who)
            case "fall silent":
                self.desk.silent.add(who)
            case "come back" if who in self.desk.silent:
                self.desk.silent.discard(who)
                await self.desk.database.write(lambda db: notices.revive(db, who, self.clock.now()))
                await self.desk.service.hand_on(who)
            case "go off duty" if who != OLGA:
                self.desk.off_duty.add(who)
            case "go on duty":
                self.desk.off_duty.discard(who)
            case _:
                pass

    async def _deliver(self, *, is_killed: bool) -> None:
        outbox, now = NoticeStore(self.desk.database), self.clock.now()
        for notice in await outbox.claim(now, now + timedelta(seconds=30), 50):
            if notice.notice.to in self.desk.silent:
                await outbox.mark(notice.id, NoticeState.UNREACHABLE, now)
                continue
            self.sent[notice.notice.dedupe_key] += 1
            shown, question = notice.notice.kind == QUESTION_CAME, notice.notice.payload.get("question")
            if (
                shown
                and isinstance(question, int)
                and (found := await self.desk.store.find_question(QuestionId(question)))
            ):
                await self.desk.told(found, notice.notice.to, f"m{notice.id}")
            if is_killed:
                self.killed[notice.notice.dedupe_key] += 1
                await outbox.unclaim([notice.id])
                return
            await outbox.mark(notice.id, NoticeState.SENT, now)

    async def _said(self, question: Question) -> int:
        return sum(one.is_librarians for one in (await self.desk.service.thread(question.id)).entries)


async def _live(steps: Sequence[tuple[str, int, int]], folder: Path) -> None:
    life = Life(folder)
    await life.open()
    try:
        for what, who, which in steps:
            with suppress(*REFUSALS):
                await life.do(what, who, which)
        await life.look()
        await _check(life)
    finally:
        await life.desk.database.__aexit__(None, None, None)


async def _check(life: Life) -> None:
    desk, questions = life.desk, await life.all_questions()
    told = await desk.rows("select kind, channel, recipient, state, dedupe_key from outbox")
    reachable = desk.everybody - desk.silent

    unread = [one.id for one in questions if one.awaits_librarian and not _has_reader(one, told, reachable)]
    assert not reachable or unread == [], "waits, and nobody who can be reached has it"
    assert life.unseen == [], "went over words that its author had not read"
    assert [key for key, times in life.sent.items() if times > 1 + life.killed[key]] == [], "told twice"
    await _nothing_twice(life, questions)
    gone_silently = [
        one.id
        for one in questions
        if one.closed_by is ClosedBy.TIME and ("told", one.citizen.id) not in _told_of_the_end(one, told)
    ]
    assert gone_silently == [], "given up without a word"


def _has_reader(question: Question, told: Sequence[tuple[object, ...]], reachable: set[Address]) -> bool:
    if question.state is QuestionState.TAKEN:
        return question.taken_by in reachable or question.taken_at is not None
    came = {
        Address(str(channel), int(str(to)))
        for kind, channel, to, state, key in told
        if kind == QUESTION_CAME and state in {"waiting", "sent"} and _is_about(key, question)
    }
    return bool(came & reachable)


def _told_of_the_end(question: Question, told: Sequence[tuple[object, ...]]) -> set[tuple[str, object]]:
    return {("told", to) for kind, _, to, _, key in told if kind == QUESTION_EXPIRED and _is_about(key, question)}


def _is_about(key: object, question: Question) -> bool:
    return str(key).split(":")[1] == str(question.id)


async def _nothing_twice(life: Life, questions: Sequence[Question]) -> None:
    """Each word of a librarian is one notice for the citizen, under a key that no other has."""
    for question in questions:
        entries = [one for one in (await life.desk.service.thread(question.id)).entries if one.is_librarians]
        keys = await life.desk.rows(
            f"select dedupe_key from outbox where kind = '{QUESTION_ANSWERED}'"  # noqa: S608 - constants
            f" and dedupe_key glob '{QUESTION_ANSWERED}:{question.id}:*'"
        )
        assert len(keys) <= len(entries)
        if question.state is QuestionState.ANSWERED:
            assert entries[-1].kind is EntryKind.ANSWER or any(one.kind is EntryKind.ANSWER for one in entries)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=4, max_size=40))
def test_a_question_always_has_a_reader_or_a_told_reason(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(_live(steps, Path(folder)))
