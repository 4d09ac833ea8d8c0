"""The list of things is said of whoever comes."""

import pytest

from bot.booking.booking import Visitor
from bot.screens.my_bookings.things import lead, of_visitor

THINGS = ("паспорт", "свой телефон, на который придёт код", "свой заряженный телефон", "СНИЛС, свой и детей")


@pytest.mark.parametrize(
    ("visitor", "said", "phones"),
    [
        (Visitor("Анна"), "Возьмите с собой", THINGS[1:3]),
        (
            Visitor("мама", for_other=True),
            "Пусть мама возьмёт с собой",
            ("телефон мамы, на который придёт код", "заряженный телефон мамы"),
        ),
        (Visitor("Пётр", for_other=True), "Пусть Пётр возьмёт с собой", THINGS[1:3]),
    ],
)
def test_the_phone_is_that_of_the_visitor(visitor: Visitor, said: str, phones: tuple[str, ...]) -> None:
    assert lead(visitor) == said
    assert of_visitor(THINGS, visitor) == ["паспорт", *phones, "СНИЛС, свой и детей"]
