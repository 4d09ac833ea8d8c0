"""Words below an open visit: read whole, or left to somebody else."""

import pytest

from bot.booking.typed.typed_mark import SaidOfVisit, read_mark

CAME, MISSED, TAKEN, GIVEN_BACK = SaidOfVisit.CAME, SaidOfVisit.MISSED, SaidOfVisit.TAKEN, SaidOfVisit.GIVEN_BACK
OUTCOMES = {"распечатали": "printed", "объяснили": "explained"}


@pytest.mark.parametrize(
    ("text", "told", "outcomes"),
    [
        ("Пришла", {CAME}, ()),
        ("ой пришёл всё-таки", {CAME}, ()),
        ("пришла, распечатали", {CAME}, ("printed",)),
        ("нет, не приходила", {MISSED}, ()),
        ("так и не явился", {MISSED}, ()),
        ("объяснили и распечатали", set(), ("explained", "printed")),
        ("ой не объяснили, а распечатали", set(), ("printed",)),
        ("беру её на себя", {TAKEN}, ()),
        ("больше не принимаю", {GIVEN_BACK}, ()),
        ("не беру", {GIVEN_BACK}, ()),
    ],
)
def test_all_the_words_are_of_the_visit(text: str, told: set[SaidOfVisit], outcomes: tuple[str, ...]) -> None:
    read = read_mark(text, OUTCOMES.get)

    assert read is not None
    assert (set(read.told), read.outcomes) == (told, outcomes)


@pytest.mark.parametrize(
    "text",
    ["пришла?", "пришла пенсия", "беру отпуск", "не принимаю в среду", "нет", "ой", "пришла завтра", "не надо, а то"],
)
def test_other_words_are_not_of_the_visit(text: str) -> None:
    assert read_mark(text, OUTCOMES.get) is None
