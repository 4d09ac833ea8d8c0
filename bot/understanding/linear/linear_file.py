"""Keeps the learned weights in a file beside the database, so that a start need not learn them again."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import structlog

from bot import __version__
from bot.datafiles.kept_weights import Arrays, as_array, as_names, keep_weights, read_weights
from bot.understanding.linear.linear import LinearModel, train

_FORMAT = 2  # of the file and of the features: another one makes weights that were kept before useless
_log = structlog.get_logger(of="understanding")


def learned_file(database: Path) -> Path:
    """Where the weights of the bot with that database are kept."""
    return database.with_name(f"{database.stem or database.name}.acts.npz")


def learn(texts: Sequence[Sequence[str]], labels: Sequence[str], kept: Path | None) -> LinearModel:
    """The weights for these texts: as kept for just them and this version, or learned anew; some seconds."""
    key = _key(texts, labels)
    if kept and (arrays := read_weights(kept, key)):
        return _unpacked(arrays)
    model = train(texts, labels)
    if kept:
        try:
            keep_weights(kept, key, _packed(model))
        except OSError as error:  # the next start learns again
            _log.warning("weights.not_kept", reason=str(error))
    return model


def _key(texts: Iterable[Sequence[str]], labels: Iterable[str]) -> str:
    told = hashlib.sha256(f"{_FORMAT} {__version__} {np.__version__}\n".encode())
    for features, label in zip(texts, labels, strict=True):
        told.update(f"{label}\t{' '.join(features)}\n".encode())
    return told.hexdigest()


def _packed(model: LinearModel) -> Arrays:
    names = {"classes": as_array(model.classes), "vocabulary": as_array(tuple(model.vocabulary))}
    return {**names, "weights": model.weights, "bias": model.bias}


def _unpacked(arrays: Arrays) -> LinearModel:
    vocabulary = {feature: at for at, feature in enumerate(as_names(arrays["vocabulary"]))}
    return LinearModel(as_names(arrays["classes"]), vocabulary, arrays["weights"], arrays["bias"])
