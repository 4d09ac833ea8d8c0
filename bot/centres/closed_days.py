"""The closed days of an announcement as its file has them: «2026-12-28..2026-12-30, 2027-01-04..2027-01-08»."""

from collections.abc import Iterable, Sequence
from datetime import date

Run = tuple[date, date]  # both ends included


def closed_fields(runs: Sequence[Run]) -> dict[str, str | int | None]:
    """The fields of an announcement that closes these runs of days; of several they are named one by one."""
    several = {"closed_days": written_runs(runs)} if len(runs) > 1 else {}
    return {"since": runs[0][0].isoformat(), "until": runs[-1][1].isoformat(), "closed": True, **several}


def written_runs(runs: Iterable[Run]) -> str:
    """The runs in one line; a single day stands by itself."""
    return ", ".join(f"{first}..{last}" if first < last else str(first) for first, last in runs)


def read_runs(text: str) -> tuple[Run, ...]:
    """The runs of such a line. Raises ValueError where one is no date, or ends before it begins."""
    runs = []
    for written in filter(None, map(str.strip, text.split(","))):
        first, _, last = written.partition("..")
        run = date.fromisoformat(first), date.fromisoformat(last or first)
        if run[0] > run[1]:
            raise ValueError(written)
        runs.append(run)
    return tuple(runs)
