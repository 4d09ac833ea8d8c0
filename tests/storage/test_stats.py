"""Contacts and opinions are counted once each, and their sums outlive them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.stats.figures import ArticleFigures, BookingFigures, Busy
from bot.stats.interaction import CountedVisit, Interaction, InteractionKind
from bot.stats.period import Period
from bot.storage import migration
from bot.storage.database import Database
from bot.storage.migration import known
from bot.storage.tables.interactions import InteractionTable, add
from bot.storage.tables.stats import StatsTable
from tests.hand_clock import NOON
from tests.storage.rows import count, rows

LATER = NOON + timedelta(hours=1)
FOUR_DAYS = Period(NOON.date() - timedelta(days=3), NOON.date())


async def test_contacts_are_written_as_they_are(database: Database) -> None:
    contacts = [
        Interaction(NOON, "telegram", InteractionKind.ANSWER, "p", "one"),
        Interaction(LATER, "max", InteractionKind.TALK, "q", detail="ok"),
    ]

    await InteractionTable(database).add(contacts)

    sql = "select at, channel, kind, name, article, detail from contact, pseudonym p where p.id = person order by at"
    assert await rows(database, sql) == [
        (NOON.isoformat(), "telegram", "answer", "p", "one", None),
        (LATER.isoformat(), "max", "talk", "q", None, "ok"),
    ]


async def test_a_batch_with_a_bad_row_is_not_written_at_all(database: Database) -> None:
    batch = [
        Interaction(NOON, "telegram", InteractionKind.TALK, "p"),
        Interaction(NOON, "telegram", InteractionKind.TALK, "\ud800"),
    ]

    with pytest.raises(UnicodeEncodeError):
        await InteractionTable(database).add(batch)

    assert await count(database, "contact") == 0


async def test_visits_of_the_days_ahead_are_counted_by_what_is_known_of_them(database: Database) -> None:
    after = [(1, "booked", "a"), (31, "booked", "b"), (40, "cancelled", "a"), (1, "displaced", "a"), (0, "booked", "a")]
    for number, (days, state, centre) in enumerate(after):
        visit = Interaction(NOON + timedelta(days), "telegram", InteractionKind.CONSULTATION, "p", centre=centre)
        await database.write(partial(add, contact=visit, visit=CountedVisit(number, state)))

    store = StatsTable(database)
    found = [await store.ahead(NOON.date(), centre) for centre in (None, "b", "c")]

    assert found == [BookingFigures(open=2, cancelled=1, displaced=1), BookingFigures(open=1), BookingFigures()]


@pytest.mark.parametrize(
    ("opinions", "new", "kept"),
    [
        ([True], [True], [1]),
        ([True, True], [True, False], [1]),
        ([True, False], [True, True], [0]),
        ([False, True, True], [True, True, False], [1]),
    ],
)
async def test_of_a_day_the_last_opinion_counts_and_a_second_tap_is_none(
    database: Database, opinions: Sequence[bool], new: list[bool], kept: list[int]
) -> None:
    store = InteractionTable(database)

    told = [await store.rate("p", "one", NOON, helped=helped) for helped in opinions]

    assert (told, await rows(database, "select helped from opinion")) == (new, [(kept[0],)])


async def test_opinions_of_other_days_answers_and_people_count_apart(database: Database) -> None:
    store = InteractionTable(database)

    told = [
        await store.rate("p", "one", NOON, helped=True),
        await store.rate("p", "one", NOON + timedelta(days=1), helped=True),
        await store.rate("p", "two", NOON, helped=True),
        await store.rate("q", "one", NOON, helped=True),
    ]

    assert (told, await count(database, "opinion")) == ([True] * 4, 4)


async def test_whether_a_person_is_new_is_kept_with_the_contact(database: Database) -> None:
    store = InteractionTable(database)

    await store.add(
        [
            Interaction(NOON, "telegram", InteractionKind.TALK, "p"),
            Interaction(LATER, "telegram", InteractionKind.TALK, "p"),
        ]
    )
    await store.add(
        [
            Interaction(LATER, "telegram", InteractionKind.TALK, "q"),
            Interaction(LATER, "phone", InteractionKind.EVENT, None),
        ]
    )

    assert await rows(database, "select first from contact order by id") == [(1,), (0,), (1,), (None,)]


async def test_a_long_batch_is_written_in_its_order_and_each_person_is_new_once(database: Database) -> None:
    names = [f"p{number % 7}" for number in range(38)]

    await InteractionTable(database).add([Interaction(NOON, "telegram", InteractionKind.TALK, name) for name in names])

    kept = await rows(database, "select name, first from contact, pseudonym p where p.id = person order by contact.id")
    assert kept == [(name, int(place < 7)) for place, name in enumerate(names)]


async def test_a_row_that_comes_late_moves_the_first_day_back(database: Database) -> None:
    yesterday = NOON - timedelta(days=1)
    contacts = [
        Interaction(NOON, "telegram", InteractionKind.TALK, "p"),
        Interaction(yesterday, "telegram", InteractionKind.TALK, "p"),
    ]

    await InteractionTable(database).add(contacts)

    assert await rows(database, "select since from pseudonym") == [("2026-11-23",)]


async def test_rows_of_closed_days_go_and_their_figures_stay(database: Database) -> None:
    store, figures = InteractionTable(database), StatsTable(database)
    old = NOON - timedelta(days=2)
    await store.add([Interaction(at, "telegram", InteractionKind.ANSWER, "p", "one") for at in (old, NOON)])
    await store.rate("p", "one", old, helped=False)
    before = await figures.report(FOUR_DAYS)

    await store.sweep(NOON - timedelta(days=1))

    assert (await count(database, "contact"), await count(database, "opinion")) == (1, 0)
    assert await figures.report(FOUR_DAYS) == before
    assert before.now.unhelpful == (ArticleFigures("one", 2, 0, 1),)


async def test_the_rows_of_a_period_come_in_order_and_name_nobody(database: Database) -> None:
    await InteractionTable(database).add(
        [
            Interaction(at, "telegram", InteractionKind.ANSWER, "p", "one", "x", "pskov", "doctor")
            for at in (LATER, NOON)
        ]
    )

    found = await StatsTable(database).rows(FOUR_DAYS)

    assert [(row.id, row.at, row.day, row.hour, row.person, row.first) for row in found] == [
        (2, NOON, NOON.date(), 9, 1, False),
        (1, LATER, NOON.date(), 10, 1, True),
    ]
    assert {(row.kind, row.article, row.detail, row.centre, row.topic, row.state) for row in found} == {
        ("answer", "one", "x", "pskov", "doctor", None)
    }


async def test_rows_are_of_one_centre_and_no_more_than_asked_for(database: Database) -> None:
    here, there = (
        Interaction(NOON, "telegram", InteractionKind.EVENT, "p", centre=centre) for centre in ("pskov", "ostrov")
    )
    await InteractionTable(database).add([here, there, here])

    found = await StatsTable(database).rows(FOUR_DAYS, "pskov")

    assert ([row.id for row in found], await StatsTable(database).rows(FOUR_DAYS, "pskov", 1)) == ([1, 3], found[:1])


async def test_the_first_day_of_which_anything_is_known(database: Database) -> None:
    figures = StatsTable(database)
    empty = await figures.first_day()

    await InteractionTable(database).add([Interaction(NOON, "telegram", InteractionKind.TALK, "p")])

    assert (empty, await figures.first_day()) == (None, NOON.date())


async def test_a_year_kept_before_there_were_sums_is_summed(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        for migration in known()[:5]:
            db.executescript(f"{migration.sql}; pragma user_version = {migration.number}")
        at = "2026-11-23T22:30:00+00:00"
        db.execute(
            "insert into contact (at, channel, kind, person, article) values (?, 'telegram', 'answer', 'p', 'a')", (at,)
        )
        db.execute("insert into opinion values ('p', 'a', '2026-11-24', 0)")

    async with await Database.open(file) as database:
        now = (await StatsTable(database).report(Period(NOON.date(), NOON.date()))).now

    assert (now.users, now.new_users, now.automatic.answered) == (1, 1, 1)
    assert (now.articles, now.busy) == ((ArticleFigures("a", 1, 0, 1),), (Busy(1, 1, automatic=1),))


async def test_the_database_refuses_what_is_no_opinion(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="helped_is_yes_or_no"):
        await database.write(lambda db: db.execute("insert into opinion values ('p', 'one', '2026-11-24', 2)"))


async def test_who_was_at_two_centres_of_a_group_counts_once(database: Database) -> None:
    met = [("p", "a"), ("p", "b"), ("q", "b"), ("r", "c")]
    for number, (person, centre) in enumerate(met):
        visit = Interaction(NOON, "telegram", InteractionKind.CONSULTATION, person, centre=centre)
        await database.write(partial(add, contact=visit, visit=CountedVisit(number, "arrived")))

    store = StatsTable(database)
    found = await store.group_users(FOUR_DAYS, {"north": ["a", "b"], "south": ["c"], "empty": []})

    assert found == {"north": 2, "south": 1, "empty": 0}


async def met(database: Database, *contacts: Interaction) -> dict[str, int]:
    await InteractionTable(database).add(contacts)
    found = await StatsTable(database).report(FOUR_DAYS)
    return {one.centre: one.users for one in found.now.centres}


def told(kind: InteractionKind, centre: str, person: str = "p") -> Interaction:
    return Interaction(NOON, "telegram", kind, person, centre=centre)


async def test_who_only_asked_is_no_user_of_the_centre(database: Database) -> None:
    users = await met(database, told(InteractionKind.QUESTION, "a"))

    of_all, of_centre = await StatsTable(database).report(FOUR_DAYS), await StatsTable(database).report(FOUR_DAYS, "a")
    assert users == {"a": 0}
    assert (of_all.now.users, of_centre.now.users, of_centre.now.work.questions) == (1, 0, 1)
    assert await StatsTable(database).group_users(FOUR_DAYS, {"g": ["a"]}) == {"g": 0}


async def test_who_was_answered_is_a_user_of_the_centre_that_answered(database: Database) -> None:
    users = await met(database, told(InteractionKind.QUESTION, "a"), told(InteractionKind.REPLY, "b"))

    assert users == {"a": 0, "b": 1}


async def test_who_asked_and_booked_is_a_user(database: Database) -> None:
    assert await met(database, told(InteractionKind.QUESTION, "a"), told(InteractionKind.BOOKING, "a")) == {"a": 1}


def test_who_only_asked_before_is_taken_out_of_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(tmp_path / "old.sqlite3", isolation_level=None)) as old:
        monkeypatch.setattr(migration, "known", lambda: known()[:29])
        migration.migrate(old)
        monkeypatch.undo()
        for kind, centre, person in (("question", "a", "p"), ("question", "a", "q"), ("reply", "a", "q")):
            add(old, told(InteractionKind(kind), centre, person))

        migration.migrate(old)

        found = old.execute("select span, name, times from presence, pseudonym p where p.id = person and centre = 'a'")
        assert sorted(found) == [("2026", "q", 1), ("2026-11", "q", 1), ("2026-11-24", "q", 1)]
