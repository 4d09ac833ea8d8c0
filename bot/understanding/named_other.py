"""Whom a librarian names whose visit is to be moved or cancelled: by a code, a phone number, a relation, a name."""

import re

from bot.russian import names
from bot.russian.morphology import Morphology, russian
from bot.understanding import only_said
from bot.understanding.acts import Slots
from bot.understanding.extractors.people import is_relative

_NUMBER = re.compile(r"\+?\d(?:[\s()-]*\d){5,}|\[[^\W\d_]+\]")  # of a phone or a document, also one that was masked
_VISITORS = re.compile(
    r"посетител|читател|клиент|гражданин|гражданк|пенсионер|человек|женщин[уы]|мужчин[уы]|старушк|пожил", re.IGNORECASE
)
_MONTHS = re.compile(r"(?:январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)")
_NOT_WHOSE = frozenset({"в", "во", "на", "из", "под", "к", "ко", "о", "об", "имени", "им"})  # no visitor follows
_PASSED = re.compile(r"пожал|мо[юйея]|моего|моих|наш|сво[юйея]|эту?$|этого$|этой$")
_DEED = re.compile(r"(?:перенес|отмен|передвин|сдвин|перепи[сш]|убер|убра|удал|сним|запис[ьи]|визит|консультаци)")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)")


def named_other(text: str, slots: Slots, own_name: str = "") -> str | None:
    """How somebody else was named, in the words that were said; None where nobody was.

    `own_name` is of the person who writes.
    """
    if slots.code:
        return slots.code.upper()
    if number := _NUMBER.search(text):
        return number[0].strip()
    named, before = [], ""
    for found in _WORD.finditer(text):
        word = found[0]
        is_capital = found.start() > 0 and word[0].isupper() and not text.isupper()
        if _names(word, before, text, is_capital=is_capital) and not (own_name and names.is_called(own_name, word)):
            named.append(word)
        before = before if _PASSED.match(word.casefold()) else word.casefold()
    return " ".join(named) or None


def _names(word: str, before: str, text: str, *, is_capital: bool) -> bool:
    """Whether the word after that one names a visitor: a relation or «посетитель» as the object, or a name."""
    folded, is_object = word.casefold(), _DEED.match(before) is not None
    if len(word) <= 2 or before in _NOT_WHOSE or _MONTHS.match(folded) or _PASSED.match(folded):
        return False
    if is_relative(folded, russian().lemmas):
        return is_object or only_said.is_of_another(text)
    if _VISITORS.match(folded):
        return is_object
    return _may_be_name(word, russian(), in_place=is_capital or is_object)


def _may_be_name(word: str, morphology: Morphology, *, in_place: bool) -> bool:
    """A word that is hardly anything but a name; one that may be a name where names stand or as they are written."""
    return morphology.nominative_name(word) is not None or (in_place and morphology.may_be_name(word))
