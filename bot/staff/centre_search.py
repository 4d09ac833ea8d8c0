"""Finds the centre that an admin names by a word."""

import re

from bot.centres.centre import Centre
from bot.centres.directory import Directory
from bot.russian.normalize import fold


def centres_named(directory: Directory, text: str, most: int) -> tuple[Centre, ...]:
    """The centre of that id or name, or the first ones of the places that the words may mean.

    A name is told by words of its own, whole: «областная библиотека», but «Псков» is a place.
    """
    if centre := directory.centre(text.strip().casefold()):
        return (centre,)
    said = _words(text)
    called = tuple(one for one in directory.centres if said and said <= _words(f"{one.short_name} {one.name}"))
    if 0 < len(called) <= most and len(said) > 1:
        return called
    places = directory.find_place(text).places[:most]
    each = max(most // len(places), 1) if places else 0
    found = [near.what for place in places for near in directory.from_place(place, each).near]
    return tuple(dict.fromkeys(found))[:most]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[а-яa-z]{2,}", fold(text)))
