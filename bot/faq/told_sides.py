"""The sentences of an article that tell what a short question asks of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from bot.faq.answer_parts import parts_of
from bot.faq.article import Article
from bot.faq.search.restraint import is_thing
from bot.faq.search.text_cleaner import words_of
from bot.faq.sides import SideQuestion
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

# The dictionary forms («=паспорт») and notions («~документы») of each word.
NamesOfWords = Callable[[Sequence[str]], Sequence[frozenset[str]]]


@dataclass(frozen=True, slots=True)
class ToldSides:
    """Finds in an article what is asked of it; words that mean the same are the same."""

    names_of: NamesOfWords

    def told_of(self, article: Article, asked: SideQuestion) -> tuple[str, ...]:
        """What the article says to it, in its own order, as plain text; nothing where it is not told.

        Things beside the side, «со скидкой сколько дней», have to be told too.
        """
        topic, said = self._names(article.title), _sentences(article)
        if asked.side:
            told = (one for one in said if asked.side.told.search(fold(one)))
            new = [word for word in asked.things if len(word) >= _LEAST_WORD and not self._is_in(word, topic)]
            return _few([one for one in told if not new or self._weight(one, new, frozenset()) >= _ENOUGH])
        words = [word for word in asked.words if len(word) >= _LEAST_WORD and word not in _SAID_OF_ANYTHING]
        lighter = frozenset() if self._asks_topic(words, topic) and _is_as_told(asked) else topic
        named = [word for word in asked.things if len(word) >= _LEAST_WORD]  # «в полицию идти»: no line of «идите»
        speaking = [one for one in said if not named or self._weight(one, named, frozenset()) > 0]
        weights = {one: self._weight(one, words, lighter) for one in speaking}
        most = max(weights.values(), default=0.0)
        return _few([one for one in speaking if weights[one] == most]) if most >= _ENOUGH else ()

    def tells_all(self, lines: Sequence[str], article: Article, asked: SideQuestion) -> bool:
        """Whether lines of an article have every thing that is new in the question."""
        topic, told = self._names(article.title), self._names(" ".join(lines))
        new = [word for word in asked.things if not self._is_in(word, topic)]
        return bool(new) and all(self._is_in(word, told) for word in new)

    def names_better(
        self, asked: SideQuestion, rival: AbstractSet[str], own: AbstractSet[str], told: Sequence[str]
    ) -> bool:
        """Whether questions of another article name more of the things than the lines that were found do.

        `rival` and `own` are the names that the questions of both articles speak of («=телефон»). What is lacking,
        «а если талонов нет», is more likely asked of the one whose questions name it.
        """
        words = [word for word in asked.words if is_thing(word) or word in _OTHERWISE]
        forms = dict(zip(words, map(_forms_alone, self.names_of(words)), strict=True))
        new = [word for word in words if not _is_as_told(asked) or forms[word].isdisjoint(own)]
        named = sum(not forms[word].isdisjoint(rival) for word in new)
        said = sum(self._is_in(word, self._names(" ".join(told))) for word in new)
        return named > said or (not _is_as_told(asked) and 0 < named == said)

    def _asks_topic(self, words: Sequence[str], topic: frozenset[str]) -> bool:
        """Whether nothing but the topic itself is named: then its words count as much as others."""
        return all(self._is_in(word, topic) for word in words if is_thing(word))

    def _weight(self, sentence: str, words: Sequence[str], topic: frozenset[str]) -> float:
        """How much of the words a sentence has: things whole, adverbs and words of the topic half."""
        told = self._names(sentence)
        return sum(self._worth(word, topic) for word in set(words) if self._is_in(word, told))

    def _worth(self, word: str, topic: frozenset[str]) -> float:
        if not is_thing(word):
            return _ADVERB
        return _OF_TITLE if self._is_in(word, topic) else 1.0

    def _is_in(self, word: str, told: frozenset[str]) -> bool:
        names = self.names_of((word,))[0]
        return not told.isdisjoint(names) or any(_has_stem(name, other) for name in names for other in told)

    def _names(self, text: str) -> frozenset[str]:
        return frozenset().union(*self.names_of(words_of(text, limit=None)))


def _is_as_told(asked: SideQuestion) -> bool:
    return _OTHERWISE.isdisjoint(asked.words)


def _forms_alone(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name.startswith("="))


def _few(sentences: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for one in dict.fromkeys(sentences):
        if len(kept) == MOST or (kept and sum(map(len, kept)) + len(one) > MOST_SIGNS):
            break
        kept.append(one)
    return tuple(kept)


@lru_cache(512)
def _sentences(article: Article) -> tuple[str, ...]:
    parts = parts_of(article)
    lines = [line for piece in (parts.short, *parts.head[1:], *parts.rest) for line in piece.split("\n")]
    return tuple(sentence for line in lines for sentence in _cut(line))


def _cut(line: str) -> Iterator[str]:
    """The sentences of a line; one with a bold beginning, which says what it is about, stays whole if it is short."""
    bare = _NUMBER.sub("", line)
    shown = unescape(_TAG.sub("", bare)).strip()
    if _BOLD.match(bare) and len(shown) <= _WHOLE_LINE:
        yield shown
    else:
        yield from _SENTENCE.split(shown)


def _has_stem(name: str, other: str) -> bool:
    """«пенсионер» and «пенсия», «медсправка» and «справка», «фото» and «фотография»; notions have no stems."""
    if name[0] != "=" or other[0] != "=":
        return False
    if min(len(name), len(other)) <= _STEM:
        return len(name) > _LEAST_WORD and other.startswith(name)
    return name[1 : _STEM + 1] == other[1 : _STEM + 1] or (len(other) > _STEM + 1 and name.endswith(other[1:]))
