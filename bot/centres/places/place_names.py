"""The names of the region's places in all their forms, for those who need to know that a word is one."""

from collections.abc import Iterator
from pathlib import Path

from bot.centres.directory import MUNICIPALITIES, SETTLEMENTS
from bot.centres.places.municipality import load_municipalities
from bot.centres.places.place_words import plain, telling, words_of
from bot.centres.places.settlement import load_settlements
from bot.datafiles.file_problem import FileProblem
from bot.russian.declension import adjective_forms, forms

_SHORTEST = 3  # letters


def read_place_words(folder: Path) -> frozenset[str]:
    """The telling words of settlements and municipalities; faults of the files are told by who loads the directory."""
    problems: list[FileProblem] = []
    municipalities = load_municipalities(folder / MUNICIPALITIES, problems)
    settlements = load_settlements(folder / SETTLEMENTS, municipalities, problems)
    names = [name for one in (*municipalities, *settlements) for name in one.names]
    return frozenset(form for name in names for form in _forms(name))


def _forms(name: str) -> Iterator[str]:
    for word in telling(words_of(plain(name))):
        if len(word) >= _SHORTEST:
            yield from forms(word) | adjective_forms(word)
