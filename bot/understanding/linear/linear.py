"""The small linear part of the weighing: multinomial logistic regression over features of words, in plain numpy."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SEED = 20261130
_EPOCHS = 5
_BATCH = 128  # rows
_RATE = 0.35
_DECAY = 1e-3  # of the weights, at each step they are touched
_LEAST_SEEN = 2  # rows that must have a feature
_CLASS_POWER = 0.5  # how far rare classes are lifted: 0 not at all, 1 to the size of the largest

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class LinearModel:
    """Weights by feature and class."""

    classes: tuple[str, ...]
    vocabulary: dict[str, int]
    weights: NDArray[np.float16]
    bias: Floats

    def log_shares(self, features: Sequence[str]) -> Floats:
        """The logarithm of each class's share, in the order of the classes."""
        scores = self.bias + self._sum(self._known(features))
        shares: Floats = _log_softmax(scores[np.newaxis, :])[0]
        return shares

    def heaviest(self, features: Sequence[str], class_: str, count: int) -> list[tuple[str, float]]:
        """The features that speak most for a class."""
        at = self.classes.index(class_)
        known = [feature for feature in features if feature in self.vocabulary]
        length = 1 / math.sqrt(len(known) or 1)
        shares = ((feature, float(self.weights[self.vocabulary[feature], at]) * length) for feature in known)
        return sorted(shares, key=lambda pair: -pair[1])[:count]

    def _known(self, features: Sequence[str]) -> list[int]:
        return [at for feature in features if (at := self.vocabulary.get(feature)) is not None]

    def _sum(self, columns: Sequence[int]) -> Floats:
        if not columns:
            return np.zeros(len(self.classes), np.float32)
        total: Floats = self.weights[columns].astype(np.float32).sum(axis=0) / np.float32(math.sqrt(len(columns)))
        return total


def train(texts: Sequence[Sequence[str]], labels: Sequence[str]) -> LinearModel:
    """Learns which features speak for which label; the same texts give the same weights."""
    classes = tuple(sorted(set(labels)))
    seen = Counter(feature for features in texts for feature in features)
    vocabulary = {
        feature: at for at, feature in enumerate(sorted(f for f, count in seen.items() if count >= _LEAST_SEEN))
    }
    rows = [np.array([vocabulary[f] for f in features if f in vocabulary], np.int64) for features in texts]
    targets = np.array([classes.index(label) for label in labels])
    weights, bias = _fit(rows, targets, len(vocabulary), len(classes))
    return LinearModel(classes, vocabulary, weights.astype(np.float16), bias)


def _fit(
    rows: Sequence[NDArray[np.int64]], targets: NDArray[np.int64], width: int, count: int
) -> tuple[Floats, Floats]:
    """Adagrad over small batches in a fixed order."""
    weights, grown = np.zeros((width, count), np.float32), np.full((width, count), 1e-3, np.float32)
    bias, bias_grown = np.zeros(count, np.float32), np.full(count, 1e-3, np.float32)
    sizes = np.bincount(targets, minlength=count)
    lift = (sizes.max() / np.maximum(sizes, 1)) ** _CLASS_POWER
    shuffled = np.random.default_rng(_SEED)
    for _ in range(_EPOCHS):
        order = shuffled.permutation(len(rows))
        for batch in _batches(order):
            columns, starts, shares = _flat([rows[at] for at in batch])
            scores = np.add.reduceat(weights[columns] * shares[:, None], starts) + bias
            error = np.exp(_log_softmax(scores))
            error[np.arange(len(batch)), targets[batch]] -= 1
            error *= (lift[targets[batch]] / lift.mean())[:, None].astype(np.float32) / len(batch)
            _step_bias(bias, bias_grown, error.sum(axis=0))
            lengths = np.diff(np.append(starts, len(columns)))
            _step(weights, grown, columns, np.repeat(error, lengths, axis=0) * shares[:, None])
    return weights, bias


def _batches(order: NDArray[np.int64]) -> Iterable[NDArray[np.int64]]:
    return (order[at : at + _BATCH] for at in range(0, len(order), _BATCH))


def _flat(rows: Sequence[NDArray[np.int64]]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """The columns of rows one after another, where each row starts, and the share of each column; no row is empty."""
    filled = [row if len(row) else np.zeros(1, np.int64) for row in rows]
    lengths = np.array([len(row) for row in filled])
    shares = np.repeat(1 / np.sqrt(lengths), lengths).astype(np.float32)
    return np.concatenate(filled), np.concatenate(([0], np.cumsum(lengths)[:-1])), shares


def _step(weights: Floats, grown: Floats, columns: NDArray[np.int64], slopes: Floats) -> None:
    order = np.argsort(columns, kind="stable")
    touched, starts = np.unique(columns[order], return_index=True)
    slope = np.add.reduceat(slopes[order], starts) * np.float32(_BATCH) + np.float32(_DECAY) * weights[touched]
    grown[touched] += slope * slope
    weights[touched] -= np.float32(_RATE) * slope / np.sqrt(grown[touched])


def _step_bias(bias: Floats, grown: Floats, slope: Floats) -> None:
    grown += slope * slope
    bias -= np.float32(0.1) * slope / np.sqrt(grown)


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    shares: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shares
