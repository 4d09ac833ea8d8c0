"""Who is spoken of: a relative or a neighbour for whom something is wanted, and names."""

import re
from collections.abc import Callable, Sequence

from bot.russian.morphology import Morphology

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RELATIVES = frozenset(
    """
    мама мать мамочка мамуля папа отец батя бабушка бабуля бабка дедушка дед дедуля муж жена супруг супруга сын
    дочь дочка сестра брат внук внучка соседка сосед тетя дядя свекровь теща свекор тесть невестка зять племянник
    племянница родитель подруга друг знакомый знакомая старик старушка мамка женщина дедок
    """.split()  # noqa: SIM905 - reads better
)
# SaidPiece to the bot as to a young person, not of one.
_ADDRESSED = frozenset({"дочка", "доченька", "сынок", "внучка", "внучок", "милая", "девушка", "женщина", "дочь"})
_CALLED = re.compile(r"\b(?:зовут|звать|имя|фамили[яиею]|по имени|на имя)\b[:\s]*", re.IGNORECASE)
_TOGETHER = re.compile(r"\bнас (?:с|со)\b|\bмы (?:с|со)\b", re.IGNORECASE)


def person_for_whom(text: str, lemmas: Callable[[str], tuple[str, ...]]) -> str | None:
    """The relative or neighbour for whom it is, in the dictionary form; those addressed are not meant."""
    words = [word.casefold().replace("ё", "е") for word in _WORD.findall(text)]
    found = [(word, form) for word in words for form in lemmas(word)[:1] if form in _RELATIVES]
    oblique = [form for word, form in found if word != form]
    plain = [form for word, form in found if word == form and word not in _ADDRESSED]
    named = next(iter(oblique or plain), None)
    return f"мы с {_instrumental(words, named)}" if named and _TOGETHER.search(text) else named


def _instrumental(words: Sequence[str], named: str) -> str:
    return next((word for word in words if word[:3] == named[:3]), named)


def named_person(text: str, morphology: Morphology, not_names: frozenset[str] = frozenset()) -> str | None:
    """A name in the nominative: two or more words of a name side by side, a capital one, or one after «зовут»."""
    words = list(_WORD.finditer(text))
    runs: list[list[re.Match[str]]] = []
    for word in words:
        if not _may_be_name(word[0], morphology, not_names):
            continue
        if runs and text[runs[-1][-1].end() : word.start()].strip() == "":
            runs[-1].append(word)
        else:
            runs.append([word])
    best = max((run for run in runs if _is_told(run, text)), key=len, default=None)
    return " ".join(morphology.nominative_name(word[0]) or word[0] for word in best) if best else None


def _may_be_name(word: str, morphology: Morphology, not_names: frozenset[str]) -> bool:
    folded = word.casefold().replace("ё", "е")
    return len(word) > 2 and folded not in not_names and morphology.nominative_name(word) is not None


def _is_told(run: Sequence[re.Match[str]], text: str) -> bool:
    is_capital = run[0][0][0].isupper() and not text.isupper()
    called = any(abs(called.end() - run[0].start()) < 12 for called in _CALLED.finditer(text))
    called |= bool(_CALLED.match(text[run[-1].end() :].strip()))
    return len(run) > 1 or (is_capital and run[0].start() > 0) or called or len(text.split()) == len(run)
