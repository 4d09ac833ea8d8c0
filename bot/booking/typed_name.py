"""What a visitor is to be called, out of what was typed: «Анна», «меня зовут Пётр», «для мамы»."""

import re
from enum import StrEnum

from bot.booking.booking import LONGEST_NAME, Visitor
from bot.people import clean_name
from bot.privacy import guard


class NameFault(StrEnum):
    """Why words are no name."""

    SECRET = "secret"  # noqa: S105 - the name of a kind, not a password
    TOO_LONG = "too_long"
    NO_NAME = "no_name"  # only signs and pictures, or a link


# Said of somebody else, whatever the case: the librarian reads the first form.
_FAMILY = {
    "мама": ("маму", "мамы", "маме", "мамочка", "мать", "матери"),
    "папа": ("папу", "папы", "папе", "отец", "отца", "отцу"),
    "бабушка": ("бабушку", "бабушки", "бабушке"),
    "дедушка": ("дедушку", "дедушки", "дедушке", "дед", "деда", "деду"),
    "муж": ("мужа", "мужу"),
    "жена": ("жену", "жены", "жене"),
    "сын": ("сына", "сыну"),
    "дочь": ("дочку", "дочка", "дочери", "дочки", "дочке"),
    "сестра": ("сестру", "сестры", "сестре"),
    "брат": ("брата", "брату"),
    "внук": ("внука", "внуку"),
    "внучка": ("внучку", "внучки", "внучке"),
    "соседка": ("соседку", "соседки", "соседке"),
    "сосед": ("соседа", "соседу"),
}
_FIRST_FORMS = frozenset(_FAMILY)
_RELATIVES = {form: word for word, forms in _FAMILY.items() for form in (word, *forms)}
_ABOUT_ME = re.compile(r"^(?:меня\s+зовут|зовите(?:\s+меня)?|мо[её]\s+имя|это\s+я|я)[\s,:—-]+", re.IGNORECASE)
_FOR_OTHER = re.compile(r"^(?:запишите|запиши|записать)?\s*(?:для|за)?\s*(?:мо(?:ю|ей|его|ему|й|я)\s+)?", re.IGNORECASE)
_SAYS_OTHER = re.compile(r"^(?:(?:запишите|запиши|записать)\s+(?!меня)|для\s+|за\s+)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,100}>")
_LINK = re.compile(r"://|www\.|@|\.(?:ru|com|рф)\b", re.IGNORECASE)
_LONGEST_TEXT = 400  # signs; more was not meant as a name


def read_name(text: str, *, for_other: bool = False) -> Visitor | NameFault:
    """Who comes; somebody else also where the words say so («мама», «для Пети»)."""
    if guard.find(text):
        return NameFault.SECRET
    if len(text) > _LONGEST_TEXT:
        return NameFault.TOO_LONG
    plain = clean_name(_TAG.sub(" ", text), _LONGEST_TEXT).strip(" .,!:;«»\"'")
    other = _SAYS_OTHER.match(plain) is not None
    word = _FOR_OTHER.sub("", plain) if other else _ABOUT_ME.sub("", plain)
    bare = _FOR_OTHER.sub("", plain)
    relative = _RELATIVES.get(bare.casefold())
    relative = relative or _relative_of(bare)
    return _named(relative or word, for_other=for_other or other or relative is not None)


def _relative_of(words: str) -> str | None:
    """«мужа Петра» is the husband: who is named in another case would be written down wrong."""
    first, _, rest = words.partition(" ")
    word = _RELATIVES.get(first.casefold())
    return word if rest and first.casefold() not in _FIRST_FORMS else None


def _named(name: str, *, for_other: bool) -> Visitor | NameFault:
    if len(name) > LONGEST_NAME:
        return NameFault.TOO_LONG
    if not any(sign.isalpha() for sign in name) or _LINK.search(name):
        return NameFault.NO_NAME
    return Visitor.named(name, for_other=for_other)
