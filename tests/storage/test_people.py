"""What people want is kept; who asks to be forgotten is, and the figures stay right."""

from datetime import timedelta

import pytest

from bot.outbox.notice import Notice
from bot.people import Address, Reminders
from bot.questions.question import Question, QuestionId
from bot.stats.interaction import Interaction, InteractionKind, Pseudonyms
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables import notices
from bot.storage.tables.interactions import InteractionTable
from bot.storage.tables.people import PeopleStore
from bot.storage.tables.questions.store import QuestionStore
from tests.hand_clock import NOON
from tests.storage.rows import count, rows

ANNA, BORIS = Address("telegram", 1), Address("telegram", 2)
SAME_NUMBER = Address("max", 1)
PSEUDONYMS = Pseudonyms(b"key")


@pytest.fixture
def store(database: Database) -> PeopleStore:
    return PeopleStore(database)


async def test_nobody_is_read_aloud_to_until_he_wishes(store: PeopleStore) -> None:
    assert not await store.reads_aloud(ANNA)


async def test_a_wish_is_kept_for_the_one_who_has_it(store: PeopleStore, database: Database) -> None:
    await store.set_reading_aloud(ANNA, on=True)

    after = PeopleStore(database)
    assert [await after.reads_aloud(person) for person in (ANNA, BORIS, SAME_NUMBER)] == [True, False, False]
    assert await store.reads_aloud(ANNA)


async def test_a_wish_can_be_taken_back(store: PeopleStore, database: Database) -> None:
    await store.set_reading_aloud(ANNA, on=True)
    await store.set_reading_aloud(ANNA, on=False)

    assert (await store.reads_aloud(ANNA), await PeopleStore(database).reads_aloud(ANNA)) == (False, False)


async def test_only_those_who_listen_stay_in_memory(database: Database) -> None:
    people = PeopleStore(database)
    await people.set_reading_aloud(ANNA, on=True)

    heard = [await people.reads_aloud(ANNA), await people.reads_aloud(BORIS)]
    await people.set_reading_aloud(ANNA, on=False)
    await people.set_reading_aloud(BORIS, on=True)

    assert heard == [True, False]
    assert [await people.reads_aloud(ANNA), await people.reads_aloud(BORIS)] == [False, True]


async def test_who_stopped_the_bot_is_marked_and_unmarked_when_back(store: PeopleStore, database: Database) -> None:
    since = "select unreachable_since from person"
    await store.set_reading_aloud(ANNA, on=True)
    await store.set_reachable(ANNA, since=NOON)
    gone = await rows(database, since)

    await store.set_reachable(ANNA, since=None)

    assert (gone, await rows(database, since)) == ([(NOON.isoformat(),)], [(None,)])
    assert await PeopleStore(database).reads_aloud(ANNA)


async def test_everybody_is_reminded_twice_until_he_wishes_otherwise(store: PeopleStore) -> None:
    await store.set_reading_aloud(ANNA, on=True)

    assert [await store.reminders(person) for person in (ANNA, BORIS)] == [Reminders(), Reminders()]


async def test_which_reminders_a_person_wants_is_kept_for_him_alone(store: PeopleStore, database: Database) -> None:
    await store.set_reminders(ANNA, Reminders(eve=False))
    await store.set_reminders(BORIS, Reminders(eve=False, soon=False))
    await store.set_reminders(BORIS, Reminders(soon=False))

    after = PeopleStore(database)
    assert [await after.reminders(person) for person in (ANNA, BORIS, SAME_NUMBER)] == [
        Reminders(eve=False, soon=True),
        Reminders(eve=True, soon=False),
        Reminders(eve=True, soon=True),
    ]
    assert not await after.reads_aloud(ANNA)


async def lived(database: Database, store: PeopleStore, person: Address) -> None:
    """A person with everything that is ever kept of one."""
    name, contacts = PSEUDONYMS.pseudonym_for(person), InteractionTable(database)
    draft = Question(QuestionId(0), person, "вопрос", NOON)
    promise = Notice(person, "k", f"{person}", NOON)
    await store.set_reading_aloud(person, on=True)
    await contacts.add(
        [Interaction(NOON, person.channel, kind, name) for kind in (InteractionKind.ANSWER, InteractionKind.READ)]
    )
    await contacts.rate(name, "one", NOON, helped=True)
    await contacts.rate(name, "one", NOON + timedelta(days=1), helped=False)
    await QuestionStore(database).write(lambda tx: tx.add(draft))
    await database.write(lambda db: notices.put(db, [promise]))


async def forget(database: Database, store: PeopleStore, person: Address) -> None:
    await PersonalDataStore(database, PSEUDONYMS).erase(person)
    store.forget(person)


async def test_of_a_forgotten_person_nothing_is_kept(store: PeopleStore, database: Database) -> None:
    await lived(database, store, ANNA)

    await forget(database, store, ANNA)

    kept = [await count(database, table) for table in ("person", "question", "outbox", "awaited")]
    assert (kept, await store.reads_aloud(ANNA)) == ([0, 0, 0, 0], False)


async def test_the_figures_stay_right_under_a_name_that_leads_nowhere(store: PeopleStore, database: Database) -> None:
    await lived(database, store, ANNA)

    await forget(database, store, ANNA)

    names = await rows(database, "select name from pseudonym union select person from opinion")
    assert (await count(database, "contact"), await count(database, "opinion"), len(names)) == (2, 2, 1)
    assert names[0][0].startswith("forgotten-")


async def test_others_are_not_touched(store: PeopleStore, database: Database) -> None:
    await lived(database, store, ANNA)
    await lived(database, store, BORIS)
    await lived(database, store, SAME_NUMBER)

    await forget(database, store, ANNA)

    kept = [await count(database, table) for table in ("person", "question", "outbox")]
    assert (kept, await store.reads_aloud(BORIS), await store.reads_aloud(SAME_NUMBER)) == ([2, 2, 2], True, True)


async def test_who_comes_back_and_is_forgotten_again_is_another_stranger(
    store: PeopleStore, database: Database
) -> None:
    await lived(database, store, ANNA)
    await forget(database, store, ANNA)
    await lived(database, store, ANNA)
    await forget(database, store, ANNA)

    assert await rows(database, "select count(*), count(distinct person) from contact") == [(4, 2)]
    assert await rows(database, "select count(*), count(distinct person) from opinion") == [(4, 2)]
