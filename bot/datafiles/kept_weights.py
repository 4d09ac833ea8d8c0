"""Weights trained at one start and kept in a file for the next; an earlier key or a broken file counts as none."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.datafiles.whole_write import write_whole

Arrays = Mapping[str, NDArray[Any]]

_KEY = "key"


def read_weights(file: Path, key: str) -> Arrays | None:
    """The arrays that were kept under this key; `key` names what they were trained from and how."""
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
            return dict(kept) if _KEY in kept and str(kept[_KEY]) == key else None
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return None


def keep_weights(file: Path, key: str, arrays: Arrays) -> None:
    """Writes the arrays in place of those that were kept before. Raises OSError."""
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **{_KEY: np.array(key), **arrays})
    write_whole(file, content.getvalue())


def as_array(names: Sequence[str]) -> NDArray[np.uint8]:
    """Names without line breaks as an array: four times smaller than numpy's own texts."""
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def as_names(array: NDArray[np.uint8]) -> tuple[str, ...]:
    """The names that `as_array` was given; of none, none."""
    text = array.tobytes().decode()
    return tuple(text.split("\n")) if text else ()
