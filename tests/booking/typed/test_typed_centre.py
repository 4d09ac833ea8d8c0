"""A centre is named by what only it is called."""

from dataclasses import replace

import pytest

from bot.booking.typed.typed_centre import read_centre
from bot.centres.centre import CentreId
from tests.booking.reading_room import reading_room

NAMES = (
    "Областная библиотека им. Курбатова (ПОУНБ)",
    "Островская центральная библиотека",
    "Печорская центральная библиотека",
)
CENTRES = [replace(reading_room(), id=CentreId(name.split()[0]), short_name=name) for name in NAMES]


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        ("на завтра в областную, тема пароль", "Областная"),
        ("в печорскую библиотеку", "Печорская"),
        ("островская", "Островская"),
        ("библиотека курбатова", "Областная"),
        ("в центральную библиотеку", None),  # two are called so
        ("в библиотеку", None),
        ("в печорскую или островскую", None),
        ("завтра в десять", None),
    ],
)
def test_the_centre_is_the_one_with_a_word_of_its_own(text: str, centre: str | None) -> None:
    found = read_centre(text, CENTRES)

    assert (found.id if found else None) == centre
