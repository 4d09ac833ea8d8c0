"""The sentences of an article that tell what a short question asks of it."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from html import unescape

from bot.faq.answer_parts import parts_of
from bot.faq.article import Article
from bot.faq.search.restraint import is_thing
from bot.faq.sides import SideQuestion, asked_of
from bot.russian.morphology import russian
from bot.russian.normalize import fold

MOST = 4  # sentences
MOST_SIGNS = 450
_WHOLE_LINE = 220  # signs of a line that is not cut into sentences where its bold beginning says what it is about
_OF_TITLE = 0.5  # of a word that the title has too: it names the topic and not what is asked of it
_ADVERB = 0.5
_ENOUGH = 1.0
_LEAST_WORD, _STEM = 4, 5  # letters
# Something is not as the answer takes for granted.
_OTHERWISE = frozenset({"нет", "нету", "не", "без", "другой", "другая", "другое", "сменился", "сменила", "сменил"})
_TAG = re.compile(r"<[^>]*>")
_BOLD = re.compile(r"<b>")
_NUMBER = re.compile(r"^(?:\d+\. |• )")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ«0-9])")
_SAID_OF_ANYTHING = frozenset(
    "если тогда тоже надо нужно есть было будет этот эта этого этому того уже только просто".split()  # noqa: SIM905 - reads better
)


def told_of(article: Article, asked: SideQuestion) -> tuple[str, ...]:
    """What the article says to it, in its own order, as plain text; nothing where it is not told.

    Words beside the side, «со скидкой сколько дней», have to be told too.
    """
    named = _forms(article.title)
    things = [word for word in asked.words if is_thing(word) and len(word) >= _LEAST_WORD and not _is_in(word, named)]
    said = list(_sentences(article))
    if asked.side:
        found = [one for one in said if asked.side.told.search(fold(one))]
        if things:
            found = [one for one in found if _weight(one, things, frozenset()) >= _ENOUGH]
        return _few(found)
    words = [word for word in asked.words if len(word) >= _LEAST_WORD and word not in _SAID_OF_ANYTHING]
    weights = {one: _weight(one, words, _topic(asked, words, named)) for one in said}
    most = max(weights.values(), default=0.0)
    return _few([one for one in said if weights[one] == most]) if most >= _ENOUGH else ()


def _topic(asked: SideQuestion, words: Sequence[str], named: frozenset[str]) -> frozenset[str]:
    """The words of the title that count less: all, unless nothing but them is asked of."""
    is_all = all(_is_in(word, named) for word in words if is_thing(word))
    return frozenset() if is_all and _OTHERWISE.isdisjoint(asked.words) else named


def has_thing(asked: SideQuestion) -> bool:
    """Whether the question names a thing of its own beside what is asked of it."""
    return any(is_thing(word) for word in asked.words)


def names_better(asked: SideQuestion, rival: AbstractSet[str], own: AbstractSet[str], told: Sequence[str]) -> bool:
    """Whether questions of another article name more of the things than the lines that were found do.

    `rival` and `own` are the names that the questions of both articles speak of («=телефон»). What is lacking, «а если
    талонов нет», is more likely asked of the one whose questions name it.
    """
    words = [word for word in asked.words if is_thing(word) or word in _OTHERWISE]
    forms = {word: frozenset("=" + form for form in russian().lemmas(word)) for word in words}
    is_otherwise = not _OTHERWISE.isdisjoint(words)
    new = [word for word in words if is_otherwise or forms[word].isdisjoint(own)]
    named = sum(not forms[word].isdisjoint(rival) for word in new)
    said = sum(_is_in(word, _forms(" ".join(told))) for word in new)
    return named > said or (is_otherwise and 0 < named == said)


def is_bare_side(text: str) -> bool:
    """Whether words ask one side of something that they do not name: «а сколько ждать», «куда идти»."""
    asked = asked_of(text)
    return asked is not None and asked.side is not None and not has_thing(asked)


def _few(sentences: list[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for one in dict.fromkeys(sentences):
        if len(kept) == MOST or (kept and sum(map(len, kept)) + len(one) > MOST_SIGNS):
            break
        kept.append(one)
    return tuple(kept)


def _sentences(article: Article) -> Iterator[str]:
    parts = parts_of(article)
    for line in (line for piece in (parts.short, *parts.head[1:], *parts.rest) for line in piece.split("\n")):
        shown = unescape(_NUMBER.sub("", _TAG.sub("", line))).strip()
        if _BOLD.match(_NUMBER.sub("", line)) and len(shown) <= _WHOLE_LINE:
            yield shown
        else:
            yield from _SENTENCE.split(shown)


def _weight(sentence: str, words: Sequence[str], named: frozenset[str]) -> float:
    """How much of the words a sentence has: things whole, adverbs and words of the title half."""
    told = _forms(sentence)
    return sum(_worth(word, named) for word in set(words) if _is_in(word, told))


def _worth(word: str, named: frozenset[str]) -> float:
    if not is_thing(word):
        return _ADVERB
    return _OF_TITLE if _is_in(word, named) else 1.0


def _is_in(word: str, told: frozenset[str]) -> bool:
    forms = russian().lemmas(word)
    return not told.isdisjoint(forms) or any(_has_stem(form, other) for form in forms for other in told)


def _has_stem(form: str, other: str) -> bool:
    """«пенсионер» and «пенсия», «медсправка» and «справка»."""
    if min(len(form), len(other)) < _STEM:
        return False
    return form[:_STEM] == other[:_STEM] or (len(other) > _STEM and form.endswith(other))


@lru_cache(4096)
def _forms(text: str) -> frozenset[str]:
    words = re.findall(r"[а-яa-z]+", fold(text))
    return frozenset(form for word in words for form in russian().lemmas(word))
