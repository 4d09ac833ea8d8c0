"""Keeps the learned weights in a file beside the database, so that a start need not learn them again."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pymorphy3
import pymorphy3_dicts_ru
import structlog

from bot.datafiles.kept_weights import Arrays, as_array, as_names, keep_weights, read_weights
from bot.datafiles.program_print import program_print
from bot.understanding.linear.linear import LinearModel, train

Rows = tuple[Sequence[Sequence[str]], Sequence[str]]  # features and labels

_log = structlog.get_logger(of="understanding")


def learned_file(database: Path) -> Path:
    """Where the weights of the bot with that database are kept."""
    return database.with_name(f"{database.stem or database.name}.acts.npz")


def learn(source: str, rows: Callable[[], Rows], kept: Path | None) -> LinearModel:
    """The weights for `rows`, which follow from `source` and the program: as kept for just them, or learned anew.

    Learning takes some seconds, and so do the rows themselves: they are asked for only where nothing is kept.
    """
    key = _key(source)
    if kept and (arrays := read_weights(kept, key)):
        return _unpacked(arrays)
    model = train(*rows())
    if kept:
        try:
            keep_weights(kept, key, _packed(model))
        except OSError as error:  # the next start learns again
            _log.warning("weights.not_kept", reason=str(error))
    return model


def _key(source: str) -> str:
    told = f"{program_print()} {np.__version__} {pymorphy3.__version__} {pymorphy3_dicts_ru.__version__}\n{source}"
    return hashlib.sha256(told.encode()).hexdigest()


def _packed(model: LinearModel) -> Arrays:
    names = {"classes": as_array(model.classes), "vocabulary": as_array(tuple(model.vocabulary))}
    return {**names, "weights": model.weights, "bias": model.bias}


def _unpacked(arrays: Arrays) -> LinearModel:
    vocabulary = {feature: at for at, feature in enumerate(as_names(arrays["vocabulary"]))}
    return LinearModel(as_names(arrays["classes"]), vocabulary, arrays["weights"], arrays["bias"])
