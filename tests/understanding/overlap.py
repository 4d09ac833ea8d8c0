"""How much of a wording stands in a set of messages that only measures, told by hashes: the set itself stays outside.

Written anew with `python -m tests.understanding.overlap TALK.jsonl` when the set changes: one line a message, its runs
of four letters, three bytes of SHA-1 each in base64; then one line of all its runs of four words.
"""

import json
import re
import sys
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from pathlib import Path

KEPT = Path(__file__).with_name("measured_set.grams")
RUN = 4  # letters, or words
_BYTES = 3
_WORD = re.compile(r"[^\W_]+")

Grams = frozenset[bytes]


def words_in(text: str) -> list[str]:
    """The words without case, «ё» and signs."""
    return _WORD.findall(text.casefold().replace("ё", "е"))


def letter_runs(text: str) -> Grams:
    """The runs of four letters, words parted by «_»."""
    joined = f"_{'_'.join(words_in(text))}_"
    return _hashed(joined[at : at + RUN] for at in range(len(joined) - RUN + 1))


def word_runs(text: str) -> Grams:
    """The runs of four words."""
    words = words_in(text)
    return _hashed(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def overlap(text: str) -> float:
    """The largest share that a wording has in common with a message, 0 to 1.

    Of the runs of letters of both with each message (Jaccard), of the wording's runs of words with all messages.
    """
    kept = _kept()
    letters, words = letter_runs(text), word_runs(text)
    shared = Counter(at for run in letters for at in kept.having.get(run, ()))
    nearest = max((n / (len(letters) + kept.sizes[at] - n) for at, n in shared.items()), default=0.0)
    return max(nearest, len(words & kept.phrases) / len(words) if words else 0.0)


@dataclass(frozen=True)
class _Set:
    having: dict[bytes, list[int]]  # the messages with a run of letters
    sizes: list[int]  # runs of each message
    phrases: Grams


@cache
def _kept() -> _Set:
    *lines, phrases = (_read(line) for line in KEPT.read_text("ascii").splitlines())
    having: dict[bytes, list[int]] = {}
    for at, line in enumerate(lines):
        for run in line:
            having.setdefault(run, []).append(at)
    return _Set(having, list(map(len, lines)), phrases)


def _hashed(runs: Iterable[str]) -> Grams:
    return frozenset(sha1(run.encode(), usedforsecurity=False).digest()[:_BYTES] for run in runs)


def _read(line: str) -> Grams:
    raw = b64decode(line)
    return frozenset(raw[at : at + _BYTES] for at in range(0, len(raw), _BYTES))


def _written(texts: Iterable[str]) -> Iterator[str]:
    phrases: Grams = frozenset()
    for text in texts:
        yield b64encode(b"".join(sorted(letter_runs(text)))).decode()
        phrases |= word_runs(text)
    yield b64encode(b"".join(sorted(phrases))).decode()


if __name__ == "__main__":
    told = Path(sys.argv[1]).read_text("utf-8").splitlines()
    KEPT.write_text("\n".join(_written(json.loads(line)["text"] for line in told if line.strip())) + "\n", "ascii")
