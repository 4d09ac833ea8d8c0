"""The words of a message that no act has used."""

from collections.abc import Iterator, Sequence
from functools import cache

from bot.faq.search.framing import framing_words
from bot.russian.morphology import russian
from bot.understanding.acts import ActName
from bot.understanding.knowledge import Knowledge, MessageReading

_LEAST = 4  # letters of a word that may say something


def strange_words(reading: MessageReading, name: ActName, knowledge: Knowledge) -> tuple[str, ...]:
    """Words with a meaning that neither the wordings of the act know nor an extractor has read."""
    used = knowledge.learned.vocabulary.get(name, frozenset())
    read = frozenset(_read(reading))
    read |= {mended.read for mended in reading.search.cleaned.mended if mended.typed in read}
    lemmas = russian().lemmas
    words = dict.fromkeys(reading.search.cleaned.words)
    return tuple(word for word in words if _says(word) and word not in read and used.isdisjoint(lemmas(word)))


def reads_any(reading: MessageReading, name: ActName, knowledge: Knowledge) -> bool:
    """Whether the act has read one of the words with a meaning, or there are none."""
    says = {word for word in reading.search.cleaned.words if _says(word)}
    return not says or not says <= set(strange_words(reading, name, knowledge))


def _read(reading: MessageReading) -> Iterator[str]:
    evidence = reading.evidence
    for said in evidence.times:
        yield from said.words
    yield from evidence.place.named_by
    yield from evidence.place_words
    yield from evidence.topic[1] if evidence.topic else ()
    for name in (evidence.for_whom, evidence.name):
        yield from _words_like(name or "", evidence.words)


def _words_like(name: str, words: Sequence[str]) -> Iterator[str]:
    """The words of the text that name the person, in whatever form."""
    stems = tuple(part.casefold().replace("ё", "е")[:3] for part in name.split())
    yield from (word for word in words if stems and word.startswith(stems))


@cache
def _small() -> frozenset[str]:
    return framing_words()


def _says(word: str) -> bool:
    return len(word) >= _LEAST and word not in _small()
