"""Multinomial logistic regression over sparse features, in plain numpy: the same lines give the same weights."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.datafiles.kept_weights import Arrays, as_array, as_names
from bot.safety.threat_features import Features

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_LEAST_SEEN = 2  # lines that must have a feature
_STEPS = 80
_RATE = 0.1
_SHRINK = 1.0  # L2: how strongly weights are held near nought
_LIFT = 0.5  # how far rare outputs are lifted: 0 not at all, 1 to the size of the others
_MEAN, _SQUARE, _LEAST = 0.9, 0.99, 1e-6  # Adam (Kingma and Ba, 2015)


@dataclass(frozen=True, slots=True)
class SparseRegression:
    """One row of weights for each feature and a last one for the bias; one column for each output."""

    outputs: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Floats

    def shares(self, found: Features) -> dict[str, float]:
        """How much speaks for each output; together 1."""
        known = [(row, value) for name, value in found.items() if (row := self.rows.get(name)) is not None]
        scores = self.weights[-1].copy()
        if known:
            at, values = zip(*known, strict=True)
            scores += np.array(values, np.float32) @ self.weights[list(at)]
        return dict(zip(self.outputs, _softmax(scores[None, :])[0].tolist(), strict=True))

    def arrays(self) -> Arrays:
        """The model as it is kept in a file."""
        return {"outputs": as_array(self.outputs), "rows": as_array(tuple(self.rows)), "weights": self.weights}


def from_arrays(arrays: Arrays) -> SparseRegression:
    """The model that gave the arrays. Raises KeyError where they are of something else."""
    rows = {name: row for row, name in enumerate(as_names(arrays["rows"]))}
    return SparseRegression(as_names(arrays["outputs"]), rows, arrays["weights"])


def train(lines: Sequence[Features], labels: Sequence[str], outputs: Sequence[str]) -> SparseRegression:
    """Learns which features speak for which of the outputs."""
    seen = Counter(name for line in lines for name in line)
    rows = {name: row for row, name in enumerate(name for name, count in seen.items() if count >= _LEAST_SEEN)}
    targets = np.array([outputs.index(label) for label in labels])
    return SparseRegression(tuple(outputs), rows, _fit(_Sparse.of(lines, rows), targets, len(outputs)))


@dataclass(frozen=True, slots=True)
class _Sparse:
    """The features of all lines one after another; the last row, the bias, stands in each line."""

    rows: Integers
    values: Floats
    starts: Integers  # where each line begins
    lines: Integers  # the line of each value
    width: int

    @classmethod
    def of(cls, lines: Sequence[Features], known: Mapping[str, int]) -> "_Sparse":
        bias = len(known)
        pairs = [
            [*((known[name], value) for name, value in line.items() if name in known), (bias, 1.0)] for line in lines
        ]
        lengths = np.array([len(line) for line in pairs])
        rows, values = zip(*(pair for line in pairs for pair in line), strict=True)
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        return cls(
            np.array(rows), np.array(values, np.float32), starts, np.repeat(np.arange(len(lines)), lengths), bias + 1
        )

    def scores(self, weights: Floats) -> Floats:
        return np.add.reduceat(weights[self.rows] * self.values[:, None], self.starts, axis=0)

    def slopes(self, errors: Floats) -> Floats:
        columns = (
            np.bincount(self.rows, errors[self.lines, at] * self.values, self.width) for at in range(errors.shape[1])
        )
        return np.stack(list(columns), axis=1).astype(np.float32)


def _fit(lines: _Sparse, targets: Integers, count: int) -> Floats:
    """All lines at once, with Adam's steps."""
    wanted = np.eye(count, dtype=np.float32)[targets]
    sizes = np.maximum(np.bincount(targets, minlength=count), 1)
    lift = ((len(targets) / count / sizes) ** _LIFT).astype(np.float32)[targets][:, None]
    weights = np.zeros((lines.width, count), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    held = np.full((lines.width, 1), _SHRINK, np.float32)
    held[-1] = 0  # not the bias
    for step in range(1, _STEPS + 1):
        slopes = lines.slopes((_softmax(lines.scores(weights)) - wanted) * lift) + held * weights
        mean += (1 - _MEAN) * (slopes - mean)
        square += (1 - _SQUARE) * (slopes * slopes - square)
        weights -= _RATE * (mean / (1 - _MEAN**step)) / (np.sqrt(square / (1 - _SQUARE**step)) + _LEAST)
    return weights


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
