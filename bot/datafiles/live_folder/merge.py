"""The three sides of each file — shipped before, shipped now, live — and what an upgrade makes of them."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from bot.datafiles.live_folder.places import SHIPPED_COPY, Files, files_in

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class MergeState(StrEnum):
    """What is to be done with a file."""

    KEEP = "keep"  # the release did not change it, or only its comments where people changed it too
    TAKE = "take"  # only the release changed it
    SAME = "same"  # both say the same
    CONFLICT = "conflict"  # both changed it: stays as it is live, until an admin decides


@dataclass(frozen=True, slots=True)
class FileMerge:
    """One file on its three sides; None where the file is not there."""

    name: str
    before: bytes | None
    now: bytes | None
    live: bytes | None

    @property
    def state(self) -> MergeState:
        """What an upgrade does with the file."""
        if self.live == self.now:
            return MergeState.SAME
        if self.now == self.before:
            return MergeState.KEEP
        if self.live == self.before:
            return MergeState.TAKE
        return MergeState.KEEP if _differ_in_comments_only(self) else MergeState.CONFLICT

    @property
    def mark(self) -> str:
        """Names the file with both of its contents, short enough for a button; other contents have another mark."""
        return mark_of(self.name, self.now, self.live)


def _differ_in_comments_only(merge: FileMerge) -> bool:
    """Whether the release changed no value of a YAML file: nobody need decide on a comment."""
    if merge.before is None or merge.now is None or not merge.name.endswith(".yaml"):
        return False
    try:
        before, now = (yaml.load(text, Loader=_Loader) for text in (merge.before, merge.now))  # noqa: S506 - plain text alone
    except yaml.YAMLError:
        return False
    return bool(before == now)


def mark_of(name: str, now: bytes | None, live: bytes | None) -> str:
    """The mark of a file with these contents."""
    digest = hashlib.sha256(name.encode())
    for content in (now, live):
        digest.update(b"\0" if content is None else b"\1" + hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


def three_sides(live: Path, now: Files) -> list[FileMerge]:
    """Every file that was or is shipped; files that are only live are nobody's business here."""
    before, mine = files_in(live / SHIPPED_COPY), files_in(live)
    return [FileMerge(name, before.get(name), now.get(name), mine.get(name)) for name in sorted({*before, *now})]
