"""Names beside a known place that nobody here knows, «деревня Родовое под Палкино», «у рынка»: they are named back."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from bot.russian.morphology import russian

_LONGEST_NAME = 3  # words
_VILLAGE = frozenset(
    """
    деревня деревне деревни деревню деревенька деревеньке дер д село селе села поселок поселке поселка пос хутор хуторе
    хутора станция станции местечко погост погосте урочище
    """.split()  # noqa: SIM905 - reads better
)
_BESIDE = frozenset("возле около напротив близ вблизи рядом недалеко неподалеку поблизости".split())  # noqa: SIM905 - likewise
_BETWEEN = frozenset("с со от к".split())  # noqa: SIM905 - «рядом с», «недалеко от»
_UNDER = _BESIDE | {"под"}
_WITHIN = frozenset("в во из с со".split())  # noqa: SIM905 - likewise
_STREET_ENDINGS = ("ской", "цкой", "ной", "вой", "ого", "ева", "ова", "ина")  # «на Пушкинской», «на Гагарина»
_DISTRICT_ENDINGS = ("ский", "ского", "ском", "цкий", "цкого", "цком")
_OF_DISTRICT = ("район", "округ", "волост", "рн")
_LANDMARKS = (
    *("рынк", "вокзал", "автовокзал", "больниц", "поликлиник", "школ", "церк", "храм", "собор", "магазин", "площад"),
    *("мост", "кремл", "парк", "кладбищ", "завод", "аптек", "монастыр", "остановк", "музе", "стадион", "гостиниц"),
    *("почт", "администрац", "детск", "садик", "озер", "рек", "пятероч", "магнит"),
)
_AT_LANDMARK = frozenset("у на за напротив против".split())  # noqa: SIM905 - likewise


def unknown_names(words: Sequence[str], unknown: Set[str], named: Set[str]) -> tuple[str, ...]:
    """The unknown words, where all of them stand as names beside the place that is `named`; else none.

    A village after its kind, a name before «под» or beside the district, a landmark after «возле» or «у».
    """
    runs = list(_runs(words, unknown))
    fits = runs and all(_stands_as_name(words, start, end, named) for start, end in runs)
    return tuple(" ".join(words[start:end]) for start, end in runs) if fits else ()


def unknown_villages(words: Sequence[str], unknown: Set[str]) -> tuple[str, ...]:
    """The unknown words, where all of them stand right after «деревня» or the like; else none."""
    runs = list(_runs(words, unknown))
    fits = all(start and words[start - 1] in _VILLAGE and end - start < _LONGEST_NAME for start, end in runs)
    return tuple(" ".join(words[start:end]) for start, end in runs) if fits else ()


def _runs(words: Sequence[str], unknown: Set[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end] in unknown:
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _stands_as_name(words: Sequence[str], start: int, end: int, named: Set[str]) -> bool:
    if end - start > _LONGEST_NAME:
        return False
    before, after = words[:start][-2:], words[end : end + 3]
    is_village = bool(before) and before[-1] in _VILLAGE
    is_beside = bool(before) and (before[-1] in _BESIDE or (before[-1] in _BETWEEN and before[0] in _BESIDE))
    at_landmark = bool(before) and before[-1] in _AT_LANDMARK and words[start].startswith(_LANDMARKS)
    is_under = bool(after) and after[0] in _UNDER and not named.isdisjoint(after)
    on_street = bool(before) and before[-1] == "на" and end - start == 1 and words[start].endswith(_STREET_ENDINGS)
    is_named = is_village or is_beside or at_landmark or is_under or on_street
    return is_named or _is_in(words, start, end, named) or _is_by_district(words, start, end, named)


def _is_in(words: Sequence[str], start: int, end: int, named: Set[str]) -> bool:
    """«под Порховом, в Волышово»: within what lies around the place, and no word of the dictionary."""
    around = any(word in named and before in _UNDER for before, word in pairwise(words[:start]))
    return around and words[start - 1] in _WITHIN and not any(map(russian().knows, words[start:end]))


def _is_by_district(words: Sequence[str], start: int, end: int, named: Set[str]) -> bool:
    """«жуково палкинский район», «жуково палкинского»: beside the district, and in no dictionary."""
    before, after = words[:start][-2:], words[end : end + 2]
    leads = len(before) == 2 and before[0] in named and before[1].startswith(_OF_DISTRICT)
    follows = bool(after) and after[0] in named and after[0].endswith(_DISTRICT_ENDINGS)
    return (leads or follows) and not any(map(russian().knows, words[start:end]))
