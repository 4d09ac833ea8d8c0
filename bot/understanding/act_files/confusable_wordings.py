"""Wordings of acts that, with themselves left out, are nearer to another act: people who say so may be misread."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.faq.search.features import FeatureReader, Features
from bot.faq.search.index import Index, Indexed
from bot.faq.search.text_cleaner import words_of
from bot.understanding.act_files.act_entry import ActEntry

_NEIGHBOURS = 5
_AHEAD = 0.6  # of nearness: by how much the other act's neighbours have to be nearer together


@dataclass(frozen=True, slots=True)
class ConfusableWording:
    """A wording, the file of the act that it stands in, and that of the act its nearest neighbours are of."""

    text: str
    own: str
    other: str


def confusable_wordings(entries: Sequence[ActEntry], reader: FeatureReader) -> Iterator[ConfusableWording]:
    """Those whose nearest neighbours are of another act; some seconds of computing for 4,000 wordings."""
    texts = [(text, entry) for entry in entries for text in entry.wordings]
    features = [reader.features(words_of(text)) for text, _ in texts]
    nothing: tuple[float, Features] = (0.0, {})
    index = Index([Indexed([(1.0, one)], nothing, nothing) for one in features], unsaid=0.0)
    for at, (text, entry) in enumerate(texts):
        scores = index.scores(features[at])
        scores[at] = 0.0
        near = [(texts[place][1], float(scores[place])) for place in np.argsort(-scores)[:_NEIGHBOURS].tolist()]
        if other := _nearer(entry, near):
            yield ConfusableWording(text, entry.id, other.id)


def _nearer(own: ActEntry, near: Sequence[tuple[ActEntry, float]]) -> ActEntry | None:
    """The file of another act that the neighbours speak for; None where they speak for its own."""
    votes: dict[str, float] = defaultdict(float)
    for entry, score in near:
        votes[entry.act] += score
    best = max(votes, key=lambda act: votes[act])
    if best == own.act or votes[best] <= votes[own.act] + _AHEAD:
        return None
    return next(entry for entry, _ in near if entry.act == best)
