"""Words by which people name what a consultation is to be about; the nearest article names it otherwise."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.region.topics import Topic
from bot.russian.morphology import russian

# Beginnings of words by the id of data/topics.yaml; what several lines name is decided by their order.
_BEGINNINGS: Mapping[str, str] = {
    "fines": "штраф долги долгов долж задолженност пристав гибдд гаи судебн арест взыскан",
    "safety": "мошен жулик аферист безопасност обман развод разводят развел облапош",
    "pension": "пенси стаж пенсион соцфонд перерасчет",
    "benefits": "пособи льгот выплат субсиди маткапитал ветеран многодетн соцпособ дрова материнск детские детских "
    "компенсац соцконтракт инвалидност едв сертификат малоимущ",
    "passport": "паспорт загран загранпаспорт права правам прописк снилс инн полис свидетельств водительск справк",
    "doctor": "врач доктор поликлиник терапевт стоматолог окулист зубн медкарт прививк диспансериз хирург кардиолог",
    "confirmation": "подтвержд подтверд личност учетк",
    "registration": "регистрац зарегистр завести завест регнут зарег",
    "recovery": "парол войти вход логин зайти зайду восстанов пуска впуска макс max заблокир",
}
_PATTERNS = {
    topic: re.compile(rf"\b(?:{'|'.join(beginnings.split())})[а-яa-z]*") for topic, beginnings in _BEGINNINGS.items()
}


_WORD = re.compile(r"[а-яa-z0-9]+")
_ANY_OTHER = "other"  # «другой вопрос» names nothing
_LEAST = 3  # letters of a word that says something
_AROUND = frozenset({"помощь", "для", "про", "при", "или"})


def topic_in(text: str, topics: Iterable[Topic] = ()) -> tuple[str, frozenset[str]] | None:
    """The topic that the words name, with those words: first by what the file of topics has, then by our own words."""
    folded = text.casefold().replace("ё", "е")
    for topic in topics:
        for phrase in _phrases(topic):
            if named := _named(phrase, folded):
                return topic.id, named
    for id_, pattern in _PATTERNS.items():
        if words := pattern.findall(folded):
            return id_, frozenset(words)
    return None


def _phrases(topic: Topic) -> tuple[str, ...]:
    """What the region calls it; the title too, where we have no words of our own."""
    is_ours = topic.id in _BEGINNINGS or topic.id == _ANY_OTHER
    return topic.wordings if is_ours else (topic.title, *topic.wordings)


def _named(phrase: str, folded: str) -> frozenset[str] | None:
    """The words of the text that are all those of the phrase, in any form and order; None where one is missing."""
    said = {word: frozenset(russian().lemmas(word)) for word in _WORD.findall(folded)}
    found = [next((word for word, forms in said.items() if forms & meant), None) for meant in _forms(phrase)]
    words = frozenset(word for word in found if word)
    return words if found and all(found) else None


@lru_cache(maxsize=1000)
def _forms(phrase: str) -> tuple[frozenset[str], ...]:
    words = _WORD.findall(phrase.casefold().replace("ё", "е"))
    return tuple(frozenset(russian().lemmas(word)) for word in words if len(word) >= _LEAST and word not in _AROUND)
