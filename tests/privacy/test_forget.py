"""Forgetting goes step by step, in its order, for the one person."""

from bot.people import Address
from bot.privacy.forget import Forgetting

ANNA = Address("telegram", 1)


async def test_every_step_forgets_the_person_in_the_order_given() -> None:
    done: list[tuple[str, Address]] = []

    async def visits(person: Address) -> None:
        done.append(("visits", person))

    async def figures(person: Address) -> None:
        done.append(("figures", person))

    await Forgetting((visits, figures)).forget(ANNA)

    assert done == [("visits", ANNA), ("figures", ANNA)]
