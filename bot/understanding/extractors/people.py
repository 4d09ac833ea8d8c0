"""Who is spoken of: a relative or a neighbour for whom something is wanted, and names."""

import re
from collections.abc import Callable, Sequence

from bot.russian.morphology import Morphology

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RELATIVES = frozenset(
    """
    мама мать мамочка мамуля папа отец батя бабушка бабуля бабка дедушка дед дедуля муж жена супруг супруга сын
    дочь дочка сестра брат внук внучка соседка сосед тетя дядя свекровь теща свекор тесть невестка зять племянник
    племянница родитель подруга друг знакомый знакомая старик старушка мамка женщина дедок мужик кум кума тетка дядька
    крестный крестная сват сватья сваха золовка деверь шурин мамаша папаша бабуся подопечный подопечная
    """.split()  # noqa: SIM905 - reads better
)
# Said to the bot as to a young person, not of one.
_ADDRESSED = frozenset({"дочка", "доченька", "сынок", "внучка", "внучок", "милая", "девушка", "женщина", "дочь"})
_FOR = frozenset({"на", "для", "за", "к", "про", "у"})
_NAMED_AFTER = re.compile(
    r"\b(?:имени|им\.?|библиотек\w*|улиц\w*|ул\.?|проспект\w*|площад\w*|шоссе|памятник\w*|книг\w*|роман\w*|автор\w*)\s*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:зовут|звать|имя|фамили[яиею]|по имени|на имя)\b[:\s]*", re.IGNORECASE)
_TOGETHER = re.compile(r"\bнас (?:с|со)\b|\bмы (?:с|со)\b", re.IGNORECASE)

_BOT = r"(?:бот\w*|робот\w*|программ\w+|машин\w+|автомат\w*|автоответчик\w*|компьютер\w*|нейросет\w+|ии)\b"
_PERSON = r"(?:живо[йе]\w*|живая|настоящ\w+|человек\w*|люди|библиотекар\w+)\b"
_OR = r".{0,15}\b(?:или|а не)\b.{0,15}\b"
_BOT_OR_PERSON = re.compile(rf"\b(?:{_BOT}{_OR}{_PERSON}|{_PERSON}{_OR}{_BOT})")


def asks_bot_or_person(folded: str) -> bool:
    """Whether it is asked who answers here, «ты бот или живой человек?», which calls nobody."""
    return bool(_BOT_OR_PERSON.search(folded))


def is_relative(word: str, lemmas: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether the word, in any case, is a relation: «маму», «дочки»."""
    return any(form in _RELATIVES for form in lemmas(word.replace("ё", "е"))[:1])


def person_for_whom(text: str, lemmas: Callable[[str], tuple[str, ...]]) -> str | None:
    """The relative or neighbour for whom it is, in the dictionary form; those addressed are not meant."""
    words = [word.casefold().replace("ё", "е") for word in _WORD.findall(text)]
    pairs = zip(["", *words], words, strict=False)
    found = [(led, word, form) for led, word in pairs for form in lemmas(word)[:1] if form in _RELATIVES]
    oblique = [form for led, word, form in found if word != form or led in _FOR]
    plain = [form for _, word, form in found if word == form and word not in _ADDRESSED]
    named = next(iter(oblique or plain), None)
    return f"мы с {_instrumental(words, named)}" if named and _TOGETHER.search(text) else named


def _instrumental(words: Sequence[str], named: str) -> str:
    return next((word for word in words if word[:3] == named[:3]), named)


def named_person(text: str, morphology: Morphology, not_names: frozenset[str] = frozenset()) -> str | None:
    """A name in the nominative: two or more words of a name side by side, a capital one, or one after «зовут»."""
    words = list(_WORD.finditer(text))
    runs: list[list[re.Match[str]]] = []
    for word in words:
        if not _may_be_name(word[0], morphology, not_names) or _NAMED_AFTER.search(text[: word.start()]):
            continue
        if runs and text[runs[-1][-1].end() : word.start()].strip() == "":
            runs[-1].append(word)
        else:
            runs.append([word])
    best = max((run for run in runs if _is_told(run, text, morphology)), key=len, default=None)
    return morphology.nominative_names(tuple(word[0] for word in best)) if best else None


def _may_be_name(word: str, morphology: Morphology, not_names: frozenset[str]) -> bool:
    folded = word.casefold().replace("ё", "е")
    return len(word) > 2 and folded not in not_names and morphology.nominative_name(word) is not None


def _is_told(run: Sequence[re.Match[str]], text: str, morphology: Morphology) -> bool:
    is_capital = run[0][0][0].isupper() and not text.isupper()
    is_surname = is_capital and morphology.is_surname(run[0][0])
    called = any(abs(called.end() - run[0].start()) < 12 for called in _CALLED.finditer(text))
    called |= bool(_CALLED.match(text[run[-1].end() :].strip()))
    said = [word for word in _WORD.findall(text) if len(word) > 1]  # initials aside
    return len(run) > 1 or (is_capital and run[0].start() > 0) or is_surname or called or len(said) == len(run)
