"""A centre is found by its own name as well as by the place where it stands."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.centres.directory import Directory, load
from bot.staff.centre_search import centres_named

MOST = 8


@pytest.fixture(scope="module")
def directory() -> Directory:
    found, _ = load(Path("data"), ZoneInfo("Europe/Moscow"))
    return found


@pytest.mark.parametrize("words", ["Областная библиотека", "областная научная библиотека", "pskov-pounb"])
def test_its_name_finds_the_centre(directory: Directory, words: str) -> None:
    assert centres_named(directory, words, MOST)[0].id == "pskov-pounb"


@pytest.mark.parametrize("words", ["Псков", "Остров"])
def test_a_place_finds_those_near_it(directory: Directory, words: str) -> None:
    assert len(centres_named(directory, words, MOST)) > 1


def test_words_of_no_centre_and_no_place_find_none(directory: Directory) -> None:
    assert centres_named(directory, "абракадабра", MOST) == ()
