"""The words of a message that no act has used."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.faq.search.framing import framing_words
from bot.faq.search.morphology import russian
from bot.understanding.acts import ActName
from bot.understanding.knowledge import Knowledge

if TYPE_CHECKING:
    from bot.understanding.decide import Heard

_LEAST = 4  # letters of a word that may say something


def unread_words(pieces: Sequence["Heard"], knowledge: Knowledge) -> tuple[str, ...]:
    """Words with a meaning that neither the wordings of the acts know nor an extractor has read."""
    return tuple(word for piece in pieces for word in _unread(piece, knowledge))


def _unread(piece: "Heard", knowledge: Knowledge) -> list[str]:
    evidence, entry = piece.reading.evidence, piece.best.entry
    if piece.best.name is ActName.FAQ or entry is None:
        return []
    used = knowledge.learned.vocabulary.get(entry.id, frozenset())
    read = {word for said in evidence.times for word in said.words} | evidence.place.named_by | evidence.place_words
    read |= evidence.topic[1] if evidence.topic else frozenset()
    lemmas = russian().lemmas
    return [
        word
        for word in dict.fromkeys(evidence.words)
        if len(word) >= _LEAST and word not in read and word not in framing_words() and used.isdisjoint(lemmas(word))
    ]
