"""Words by which people name what a consultation is to be about; the nearest article names it otherwise."""

import re
from collections.abc import Mapping

# Beginnings of words by the id of data/topics.yaml; what several lines name is decided by their order.
_BEGINNINGS: Mapping[str, str] = {
    "fines": "штраф долги долгов задолженност пристав гибдд гаи",
    "safety": "мошенник безопасност обман развод разводят",
    "pension": "пенси стаж пенсион",
    "benefits": "пособи льгот выплат субсиди маткапитал ветеран многодетн соцпособ дрова материнск",
    "passport": "паспорт загран загранпаспорт права прописк снилс инн полис",
    "doctor": "врач доктор поликлиник терапевт стоматолог",
    "confirmation": "подтвержд подтверд",
    "registration": "регистрац зарегистр завести завест",
    "recovery": "парол войти вход логин зайти восстанов макс max",
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
