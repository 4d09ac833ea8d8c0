"""Who surely reads the group is not written to personally; whatever is not sure, is."""

from dataclasses import dataclass, field

from bot.people import Address
from bot.staff.group_members import FRESH, VALID, GroupMembers
from tests.hand_clock import HandClock

GROUP = Address("telegram", -1)
VERA, BORIS = Address("telegram", 1), Address("telegram", 2)


@dataclass
class Messenger:
    """What it would say of each, and how often it was asked."""

    says: dict[Address, bool | None]
    asked: list[Address] = field(default_factory=list)

    async def is_member(self, chat: Address, person: Address) -> bool | None:
        assert chat == GROUP
        self.asked.append(person)
        return self.says[person]


def members(messenger: Messenger, clock: HandClock) -> GroupMembers:
    return GroupMembers(messenger, lambda: ((GROUP, person) for person in messenger.says), clock)


async def test_before_anybody_was_asked_about_nobody_is_surely_there() -> None:
    assert not members(Messenger({VERA: True}), HandClock()).is_in(GROUP, VERA)


async def test_a_member_is_there_and_others_are_not() -> None:
    known = members(Messenger({VERA: True, BORIS: False}), HandClock())

    await known.look()

    assert (known.is_in(GROUP, VERA), known.is_in(GROUP, BORIS)) == (True, False)


async def test_where_the_messenger_does_not_say_nobody_is_surely_there() -> None:
    known = members(Messenger({VERA: None}), HandClock())

    await known.look()

    assert not known.is_in(GROUP, VERA)


async def test_it_asks_again_only_after_a_while_and_hears_of_whoever_left() -> None:
    messenger, clock = Messenger({VERA: True}), HandClock()
    known = members(messenger, clock)
    await known.look()
    await known.look()
    messenger.says[VERA] = False

    clock.advance(FRESH)
    await known.look()

    assert (messenger.asked, known.is_in(GROUP, VERA)) == ([VERA, VERA], False)


async def test_what_could_not_be_asked_again_for_long_is_no_longer_known() -> None:
    messenger, clock = Messenger({VERA: True}), HandClock()
    known = members(messenger, clock)
    await known.look()
    messenger.says[VERA] = None
    clock.advance(FRESH)
    await known.look()
    still = known.is_in(GROUP, VERA)

    clock.advance(VALID - FRESH)

    assert (still, known.is_in(GROUP, VERA)) == (True, False)


async def test_who_no_longer_works_there_is_forgotten() -> None:
    messenger = Messenger({VERA: True})
    known = members(messenger, HandClock())
    await known.look()
    del messenger.says[VERA]

    await known.look()

    assert not known.is_in(GROUP, VERA)
