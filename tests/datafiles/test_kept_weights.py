"""Weights are read back under the key they were kept under, and only under it."""

from pathlib import Path

import numpy as np
import pytest

from bot.datafiles.kept_weights import as_array, as_names, keep_weights, read_weights

WEIGHTS = np.array([[1.5, -2.0]], np.float32)


def test_weights_are_read_back_with_their_names(tmp_path: Path) -> None:
    file = tmp_path / "beside" / "weights.npz"

    keep_weights(file, "v1", {"weights": WEIGHTS, "names": as_array(["код", "банк"])})
    kept = read_weights(file, "v1")

    assert kept is not None
    assert kept["weights"].tolist() == WEIGHTS.tolist()
    assert as_names(kept["names"]) == ("код", "банк")
    assert as_names(as_array([])) == ()


def test_weights_of_another_key_are_none_and_are_written_over(tmp_path: Path) -> None:
    file = tmp_path / "weights.npz"
    keep_weights(file, "v1", {"weights": WEIGHTS})

    assert read_weights(file, "v2") is None
    keep_weights(file, "v2", {"weights": WEIGHTS})
    assert read_weights(file, "v2") is not None


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off", b"words"])
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "weights.npz"
    if content is not None:
        file.write_bytes(content)

    assert read_weights(file, "v1") is None


def test_half_a_file_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "weights.npz"
    keep_weights(file, "v1", {"weights": WEIGHTS})
    file.write_bytes(file.read_bytes()[:-100])

    assert read_weights(file, "v1") is None
