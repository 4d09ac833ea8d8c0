"""From the command to the first poll: seconds and memory, against `import aiogram` alone in the same run.

python -m benchmarks.startup [--quick]
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from benchmarks.contestants import ThinApi, processor_seconds, running, thin_api
from benchmarks.measuring import interleaved, quick, ratio, table

AIOGRAM, OURS = "import aiogram", "python -m bot run"
ONLY_AIOGRAM = "import sys, aiogram; print(len(sys.modules), flush=True); sys.stdin.read()"
STEPS = """
from time import process_time as now
marks = [("настройки и команда", now())]
import aiogram
marks.append(("import aiogram", now()))
import bot.app.runner, bot.commands.run, uvloop
marks.append(("остальные модули", now()))
from pathlib import Path
from bot.faq.library import load
from bot.faq.live_faq import build_engine
library, _ = load(Path("data/faq"))
marks.append((f"прочитать справочник ({len(library.articles)} статей)", now()))
build_engine(library)
marks.append(("построить поиск", now()))
for (_, before), (name, after) in zip(marks, marks[1:]):
    print(f"{name}\\t{after - before}")
"""
_TOKENS = (f"{number}:start" for number in count(1))


class Start(NamedTuple):
    """What one start cost."""

    wall: float  # seconds
    processor: float  # seconds
    megabytes: float  # resident


def main() -> None:
    rounds = 2 if quick() else 5
    with TemporaryDirectory() as place, thin_api() as api:
        measures: dict[str, Callable[[], Start]] = {AIOGRAM: _only_aiogram, OURS: partial(_ours, api, Path(place))}
        for measure in measures.values():
            measure()  # the first round reads the files from the disk and is thrown away
        taken = interleaved(measures, rounds)
    print(f"от запуска до первого getUpdates; кругов: {rounds}")
    table(("", "секунд", "секунд процессора", "МБ"), [*_rows(taken), ("отношение", *_ratios(taken))])
    where_the_time_goes()


def _rows(taken: Mapping[str, Sequence[Start]]) -> Iterator[tuple[str, ...]]:
    for name, starts in taken.items():
        wall, processor, megabytes = (median(column) for column in zip(*starts, strict=True))
        yield name, f"{wall:.2f}", f"{processor:.2f}", f"{megabytes:.0f}"


def _ratios(taken: Mapping[str, Sequence[Start]]) -> list[str]:
    columns = zip(zip(*taken[OURS], strict=True), zip(*taken[AIOGRAM], strict=True), strict=True)
    return [f"{ratio(ours, theirs):.2f}" for ours, theirs in columns]


def _only_aiogram() -> Start:
    started = perf_counter()
    command = [sys.executable, "-c", ONLY_AIOGRAM]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdout is None:
            raise SystemExit("the process has no output")
        process.stdout.readline()
        return _seen(process.pid, perf_counter() - started)


def _ours(api: ThinApi, folder: Path) -> Start:
    token = next(_TOKENS)
    with _fresh(folder, token) as own:
        started = perf_counter()
        with running(["-m", "bot", "run", "--new"], own, BOT_TOKEN=token, BOT_API_URL=api.url) as bot:
            api.when(token, lambda seen: seen["polled"])
            return _seen(bot.pid, perf_counter() - started)


@contextmanager
def _fresh(folder: Path, token: str) -> Iterator[Path]:
    own = folder / token.partition(":")[0]
    own.mkdir()
    yield own


def _seen(pid: int, wall: float) -> Start:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return Start(wall, processor_seconds(pid), kilobytes / 1000)


def where_the_time_goes() -> None:
    """The steps of a start, and the packages that cost most to import."""
    steps = subprocess.run([sys.executable, "-c", STEPS], capture_output=True, text=True, check=True).stdout
    print("из чего складывается запуск, секунд процессора")
    table(("", "с"), [(name, f"{float(spent):.2f}") for name, spent in (row.split("\t") for row in steps.splitlines())])
    command = [sys.executable, "-X", "importtime", "-c", "import bot.app.runner, bot.commands.run, uvloop"]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    print("модули по пакетам, их собственное время")
    table(("", "мс"), [(name, f"{spent / 1000:.0f}") for name, spent in _by_package(report).most_common(12)])


def _by_package(report: str) -> Counter[str]:
    spent: Counter[str] = Counter()
    for line in report.splitlines()[1:]:
        own, _, name = line.removeprefix("import time:").split("|")
        spent[name.strip().split(".")[0]] += int(own)
    return spent


if __name__ == "__main__":
    main()
