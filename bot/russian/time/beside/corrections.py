"""What a person takes back within a sentence: «в четверг, ой нет, в пятницу», «с 14, точнее с 15 до 17».

The last word wins, and only of what it speaks of: another hour leaves the day as it was. What may correct more than
one thing is a question.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.russian.spelling import evened
from bot.russian.time.beside.splicing import JOINING, kinds_of, put_in_place, spliced
from bot.russian.time.grammar.around import Around
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.reading import names_a_time, names_time

_SAID_WRONG = (
    r"ошиб(?:ся|лась|очка)|перепутала?|оговорил(?:ся|ась)|опечатка|забыла?|тьфу(?: ты)?|(?:вернее|точнее)(?: сказать)?"
    r"|то есть|тоесть|т\.\s?е\.|то бишь|я имела? в виду|поправ(?:ка|очка|люсь)|исправляю(?:сь)?"
)
_SORRY = r"(?:ой|ай|ох|блин|стоп|погодите|хотя|а(?= )|да|нет)"
_STRONG = rf"(?:{_SORRY}[\s,.!-]+)*(?:ой|ай|{_SAID_WRONG})(?:[\s,.!-]+(?:{_SORRY}|{_SAID_WRONG}|извините|простите))*"
_SORRY_FOR = r"(?:хотя|а)\s+нет|нет(?=\s+(?:лучше|давайте|все[- ]таки|все же))|извин(?:ите|яюсь)|простите|пардон"
_CORRECTION = re.compile(
    rf"(?:[\s,.;!?()-]+|^)(?:(?P<strong>{_STRONG})|(?<=[,.;!()-]\s)(?P<sign>нет)|(?P<mild>{_SORRY_FOR}))(?![а-я])"
    r"[\s,.;:!)-]*(?:(?:уж|лучше|давайте|пусть|тогда|все[- ]таки|все же)\s+)*"
)
_TOO = re.compile(r"\b(?:тоже|также)\b")
_THAT_IS = re.compile(r"то есть|тоесть|т\.\s?е\.")
# «в последнюю пятницу месяца, то есть 25 декабря»: the same day once more.
_SAME = re.compile(r"(?:последн|предпоследн|перв|втор|трет|четверт)\w+ [а-я]+(?: [а-я]+)?,?$")
_MOST_LEADING = 2  # words before the first one of a time: «до примерно 10»
_Join = Callable[[Sequence[Token], Sequence[Token]], str | None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What is meant after all; empty where nobody can be sure. `said` are the words that take something back."""

    text: str
    said: str
    after: str = ""  # what is said last, by itself


def corrected(text: str, around: Around) -> Corrected | None:
    """The words of a visit or a closing after a correction; None where nothing is taken back."""
    return _corrected(text, around, spliced)


def corrected_in_place(text: str, around: Around) -> Corrected | None:
    """The same of hours of work and of periods: what is said anew stands where its like stood."""
    return _corrected(text, around, put_in_place)


def takes_back(text: str, around: Around) -> bool:
    """Whether something is taken back in the text."""
    return corrected(text, around) is not None


def _corrected(text: str, around: Around, join: _Join) -> Corrected | None:
    line = evened(text)
    for found in _CORRECTION.finditer(line):
        before, after = line[: found.start()], line[found.end() :]
        if not (names_a_time(before, around) and _begins_with_time(after, around)):
            continue
        if _SAME.search(before) and _THAT_IS.search(found[0]):
            continue
        old, new = tokens_of(before, around), tokens_of(after, around)
        if found["mild"] and (_TOO.search(after) or not kinds_of(old) & kinds_of(new)):
            continue  # «в среду закрыты, извините, в четверг тоже»
        is_sure = not (_TOO.search(after) or _corrected(after, around, join))  # taken back twice
        said = found[0].strip(" ,.;!()-")
        return Corrected(join(old, new) or "", said, after) if is_sure else Corrected("", said)
    return None


def _begins_with_time(text: str, around: Around) -> bool:
    """«извините, в среду», but not «извините за неудобства» and not «извините, и в среду»."""
    tokens = tokens_of(text, around)
    leading = next((at for at, token in enumerate(tokens) if names_time(token)), len(tokens))
    led_by = {token.kind for token in tokens[:leading]}
    return leading < len(tokens) and leading <= _MOST_LEADING and not led_by & (JOINING | {UNKNOWN})
