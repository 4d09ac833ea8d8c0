"""A section of the FAQ by its number in the list or its name."""

from collections.abc import Sequence

from bot.faq.article import Group
from bot.russian.normalize import bare_words


def section_of(text: str, groups: Sequence[Group]) -> str | None:
    """The id of that section; None where it is none of them."""
    said = text.strip().rstrip(".)")
    if said.isascii() and said.isdigit():
        number = int(said[:4])
        return groups[number - 1].id if 0 < number <= len(groups) else None
    return next((one.id for one in groups if bare_words(one.title) == bare_words(said)), None)
