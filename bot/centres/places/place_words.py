"""What people type to say where they are, as words that can be compared with names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.russian.keyboard_layout import from_latin_keys, from_transliteration
from bot.russian.morphology import russian
from bot.russian.normalize import fold_compatible
from bot.russian.transliteration import to_latin

LONGEST = 200  # characters that are read: a place is named sooner
MOST_WORDS = 12

_WORD = re.compile(r"[а-яa-z]+|\d+")
# Stress marks, soft hyphens, joiners and marks of direction: they would cut a word in two.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_TAG = re.compile(r"<[^<>]{0,80}>")
_LATIN = re.compile(r"[a-z]")

# Kinds of places, the small words around a name, and ages: «82 года» is no village of Гораи.
_SMALL_WORDS = """
    в во из на под около возле рядом с со у к до от по при за я мы живу живем нахожусь находимся где какая какой есть
    ближайший ближайшая ближайшее ближе всего библиотека библиотеки библиотеку библиотеке мфц центр доступа найти
    покажи здесь мне меня нас город города городе г деревня деревне деревни деревню дер д село селе села с поселок
    поселке поселка пос п пгт рп станция станции ст хутор хуторе местечко
    область области обл дом россия
    год года году годы лет годик годика годиков годков
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_OF_DISTRICT = frozenset(
    {"район", "района", "районе", "районы", "округ", "округа", "округе", "округу", "рн", "мо", "волость", "волости"}
    | {"муниципальный", "муниципального", "муниципальном", "городской", "городского"}
)
_KINDS_OF_STREET = {
    "улица": "ул улица улице улицы улицу",
    "переулок": "пер переулок переулке переулка",
    "проспект": "пр проспект проспекте проспекта прт",
    "площадь": "пл площадь площади",
    "шоссе": "ш шоссе",
    "бульвар": "б бр бульвар бульваре бульвара",
    "набережная": "наб набережная набережной набережную",
}
_KIND_OF_STREET = {word: kind for kind, words in _KINDS_OF_STREET.items() for word in words.split()}
_OF_STREET = frozenset(_KIND_OF_STREET) - {"б", "ш"}  # a lone letter is of a street only beside its name
_CORRECTED = re.compile(r"(?:\bне\s[^,.!?]{2,40}?[,\s-]+а|\b(?:ой|вернее|точнее|то есть|т\.е\.))[,\s-]+(.+)$")
_REGION = frozenset({"область", "области", "обл"})
_OF_REGION = ("ская", "ской", "скую")
_ADJECTIVE = ("ий", "ый", "ой", "ая", "ое", "ую", "ого", "ому", "ом")
_SHORT_DISTRICT = re.compile(r"\b(р|м)[-./\s]{1,2}(н|о)[аеу]?\b\.?")

_POSTCODE = 6  # figures
_COUNTED = frozenset(
    """
    зарплата зарплату сумма сумму суммы рублей рубля руб тысяч тыс пенсия пенсию долг долга кредит кредита доход дохода
    код кода стоит заплатила заплатил перевела перевел начислили списали сняли штраф штрафа номер заявление заявления
    """.split()  # noqa: SIM905 - reads better
)


def plain(text: str) -> str:
    """Lower case, «ё» as «е», no tags, no invisible characters, no more than can be a place."""
    return _INVISIBLE.sub("", _TAG.sub(" ", fold_compatible(text[:LONGEST])))


def instead_of(text: str) -> str:
    """What a correction puts in the place of something: «не остров, а печоры»; empty where nothing is corrected."""
    found = _CORRECTED.search(plain(text))
    return found[1] if found else ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a plain text."""
    return tuple(_WORD.findall(_SHORT_DISTRICT.sub(" район ", text)))[:MOST_WORDS]


def readings(text: str) -> Iterator[tuple[str, ...]]:
    """The words as typed; where Latin letters are among them, as on the Russian keys and as transliterated too."""
    shown = plain(text)
    yield words_of(shown)
    if _LATIN.search(shown):
        yield words_of(from_latin_keys(shown))
        yield words_of(from_transliteration(shown))


def latin(text: str) -> str:
    """Latin letters for Russian ones, for ids and file names."""
    return to_latin(plain(text))


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without prepositions and other small words."""
    small = _SMALL | _OF_DISTRICT | _OF_STREET
    return tuple(word for word in words if word not in small and not word.isdigit())


def names_district(words: tuple[str, ...]) -> bool:
    """Whether the words speak of a district."""
    return not _OF_DISTRICT.isdisjoint(words)


def without_region(words: tuple[str, ...]) -> tuple[str, ...]:
    """«Псковская область» is the whole region, and no district of a like name."""
    at = {n for n, (word, after) in enumerate(pairwise(words)) if after in _REGION and word.endswith(_OF_REGION)}
    return tuple(word for n, word in enumerate(words) if n not in at and n - 1 not in at)


def names_street(words: tuple[str, ...]) -> bool:
    """Whether the words speak of a street."""
    return not _OF_STREET.isdisjoint(words)


def street_in(address: str) -> tuple[str, ...]:
    """The name of the street in an address: the words from «ул.» to the next comma."""
    for part in plain(address).split(","):
        words = words_of(part)
        if names_street(words):
            return telling(words)
    return ()


def kind_of_street(words: tuple[str, ...]) -> str | None:
    """«улица», «проспект», …: the first that the words name."""
    return next((_KIND_OF_STREET[word] for word in words if word in _OF_STREET), None)


def street_name_at(words: tuple[str, ...]) -> int | None:
    """Where the name of the street begins: after «ул.», or before it as in «Рижский проспект»."""
    at = next((number for number, word in enumerate(words) if word in _OF_STREET), None)
    if at is None:
        return None
    is_before = at > 0 and words[at - 1].endswith(_ADJECTIVE) and words[at - 1] not in _SMALL
    return at - 1 if is_before else at + 1


def says_how(words: tuple[str, ...]) -> bool:
    """Whether the words only say how or when, «долго», and so begin no name of a place: «Долговица»."""
    return bool(words) and all(russian().knows(word) and "ADVB" in russian().readings(word)[0] for word in words)


def postcode_in(words: tuple[str, ...]) -> str:
    """The postal code; beside what is counted, «зарплата 180000», the figures are none."""
    code = next((word for word in words if word.isdigit() and len(word) == _POSTCODE), "")
    return code if _COUNTED.isdisjoint(words) else ""
