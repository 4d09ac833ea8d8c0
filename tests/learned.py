"""What the bot learns from its files, learned once for all runs of the tests on a machine."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from bot.datafiles.kept_weights import keep_weights, read_weights
from bot.datafiles.program_print import program_print
from bot.safety.danger_file import DANGER, Dangers, load_dangers, trained
from bot.safety.live_dangers import DANGER_WEIGHTS, LiveDangers
from bot.safety.threat_model import ThreatModel, model_of_arrays
from bot.understanding.linear.linear_file import learned_file
from tests.followed import unfollowed
from tests.stage import ACTS_LEARNED, DATA, the_acts

DISK = Path(tempfile.gettempdir())


def learned_once(dangers: Dangers) -> ThreatModel:
    """The model of danger, learned by the first test session after a change and read by those that follow."""
    key = dangers.lessons.key
    kept = _danger_weights(key)
    with _alone(kept):  # of the workers one learns, and the others wait for it
        if (arrays := read_weights(kept, key)) is not None:
            return model_of_arrays(arrays)
        with unfollowed():
            model = trained(dangers)
        keep_weights(kept, key, model.arrays())
        return model


@contextmanager
def _alone(kept: Path) -> Iterator[None]:
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def keep_learned_in(folder: Path) -> None:
    """Puts the learned weights beside the database of a process: some hundred starts would each take seconds more."""
    folder.mkdir(exist_ok=True)
    for kept, name in _weights().items():
        if not (folder / name).exists():
            shutil.copyfile(kept, folder / name)


@cache
def _weights() -> dict[Path, str]:
    the_acts()
    dangers, _ = load_dangers(DATA / DANGER, model_for=learned_once)
    assert dangers
    weights = _danger_weights(dangers.lessons.key)
    tried = weights.with_stem(f"{weights.stem}-{program_print()[:16]}")
    with _alone(tried):
        if not tried.exists():
            shutil.copyfile(weights, tried)
            LiveDangers(DATA, kept=tried)  # notes that all lines are met
    return {ACTS_LEARNED: learned_file(Path("bot.sqlite3")).name, tried: DANGER_WEIGHTS}


def _danger_weights(key: str) -> Path:
    return DISK / f"bibliogos-danger-{key[:16]}.npz"
