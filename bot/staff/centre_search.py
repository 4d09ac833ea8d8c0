"""Finds the centre that an admin names by a word."""

from bot.centres.centre import Centre
from bot.centres.directory import Directory


def centres_named(directory: Directory, text: str, most: int) -> tuple[Centre, ...]:
    """The centre of that id, or the first ones of the places that the words may mean; none where there is no such."""
    if centre := directory.centre(text.strip().casefold()):
        return (centre,)
    places = directory.find_place(text).places[:most]
    each = max(most // len(places), 1) if places else 0
    found = [near.what for place in places for near in directory.from_place(place, each).near]
    return tuple(dict.fromkeys(found))[:most]
