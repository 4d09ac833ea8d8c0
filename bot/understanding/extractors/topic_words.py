"""Words by which people name what a consultation is to be about; the nearest article names it otherwise."""

import re
from collections.abc import Mapping

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


def topic_in(text: str) -> tuple[str, frozenset[str]] | None:
    """The topic that the words name, with those words."""
    folded = text.casefold().replace("ё", "е")
    for topic, pattern in _PATTERNS.items():
        if words := pattern.findall(folded):
            return topic, frozenset(words)
    return None
