"""Keeps the learned weights in a file beside the database, so that a start need not learn them again."""

import hashlib
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import structlog

from bot import __version__
from bot.datafiles.whole_write import write_whole
from bot.understanding.linear import LinearModel, train

_log = structlog.get_logger(of="understanding")


def learned_file(database: Path) -> Path:
    """Where the weights of the bot with that database are kept."""
    return database.with_name(f"{database.stem or database.name}.learned.npz")


def learn(texts: Sequence[Sequence[str]], labels: Sequence[str], kept: Path | None) -> LinearModel:
    """The weights for these texts: as kept for just them and this version, or learned anew; some seconds."""
    key = _key(texts, labels)
    if kept and (model := _read(kept, key)):
        return model
    model = train(texts, labels)
    if kept:
        try:
            write_whole(kept, _packed(model, key))
        except OSError as error:  # the next start learns again
            _log.warning("learned.not_kept", reason=str(error))
    return model


def _key(texts: Iterable[Sequence[str]], labels: Iterable[str]) -> str:
    told = hashlib.sha256(f"{__version__} {np.__version__}\n".encode())
    for features, label in zip(texts, labels, strict=True):
        told.update(f"{label}\t{' '.join(features)}\n".encode())
    return told.hexdigest()


def _packed(model: LinearModel, key: str) -> bytes:
    packed = io.BytesIO()
    np.savez(
        packed,
        key=np.array(key),
        classes=np.array(model.classes),
        vocabulary=np.array("\n".join(model.vocabulary)),
        weights=model.weights,
        bias=model.bias,
    )
    return packed.getvalue()


def _read(file: Path, key: str) -> LinearModel | None:
    """The kept weights; None where they are of other texts, or the file is no good."""
    try:
        with np.load(file, allow_pickle=False) as kept:
            if str(kept["key"]) != key:
                return None
            vocabulary = {feature: at for at, feature in enumerate(str(kept["vocabulary"]).split("\n"))}
            return LinearModel(tuple(map(str, kept["classes"])), vocabulary, kept["weights"], kept["bias"])
    except (OSError, ValueError, KeyError, EOFError):
        return None
