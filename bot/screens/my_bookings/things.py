"""What to bring, said of whoever comes: «телефон мамы», not one's own, where a visit is booked for somebody else."""

import re
from collections.abc import Iterable, Mapping

from bot.booking.booking import Visitor

# Whose, of those that people name by a word of the family; a name in another case would be guessed.
_WHOSE: Mapping[str, str] = {
    "мама": "мамы",
    "папа": "папы",
    "бабушка": "бабушки",
    "дедушка": "дедушки",
    "муж": "мужа",
    "жена": "жены",
    "сын": "сына",
    "дочь": "дочери",
    "сестра": "сестры",
    "брат": "брата",
    "внук": "внука",
    "внучка": "внучки",
    "соседка": "соседки",
    "сосед": "соседа",
}
_OWN_PHONE = re.compile(r"\bсвой((?: [а-яё]+)?) телефон\b")


def lead(visitor: Visitor) -> str:
    """«Возьмите с собой», or who should: «Пусть мама возьмёт с собой»."""
    return f"Пусть {visitor.called} возьмёт с собой" if visitor.for_other else "Возьмите с собой"


def of_visitor(things: Iterable[str], visitor: Visitor) -> list[str]:
    """The things, those of the visitor called so: «свой телефон» of a mother is «телефон мамы»."""
    whose = _WHOSE.get(visitor.called.casefold()) if visitor.for_other else None
    if whose is None:
        return list(things)
    return [_OWN_PHONE.sub(rf"\1 телефон {whose}", thing).strip() for thing in things]
