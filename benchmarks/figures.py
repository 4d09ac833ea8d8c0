"""A year's report over ten million contacts, against a bare count of the rows in the same run; what a contact costs.

python -m benchmarks.figures [--quick]
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.measuring import interleaved, quick, ratio, table
from bot.stats.interaction import Interaction, InteractionKind
from bot.stats.period import Period
from bot.storage.database import Database
from bot.storage.migration import migrate
from bot.storage.tables import stats
from bot.storage.tables.interactions import InteractionTable

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
PERIODS = {
    "год": YEAR,
    "с начала года по 24 ноября": Period(date(2026, 1, 1), date(2026, 11, 24)),
    "90 дней посреди года": Period(date(2026, 3, 15), date(2026, 6, 12)),
    "месяц": Period(date(2026, 10, 1), date(2026, 10, 31)),
}
PEOPLE = 400_000  # two thirds of the oblast
CENTRES = 66

# Every column from the number of the row, so that the same rows come each time; products make some values frequent.
_FILL = """
with recursive numbered(i) as (select :first union all select i + 1 from numbered where i < :last),
mixed as (
    select i, (i * 2654435761 + 97) % 1000003 as a, (i * 40503 + 31) % 999983 as b, (i * 69069 + 5) % 999979 as c
    from numbered
),
sorted as (
    select *, case
        when a % 100 < 42 then 'answer' when a % 100 < 55 then 'read' when a % 100 < 62 then 'suggestion'
        when a % 100 < 66 then 'nothing_found' when a % 100 < 74 then 'centre_found'
        when a % 100 < 86 then 'consultation' when a % 100 < 96 then 'booking' else 'talk'
    end as kind, date('2025-01-01', '+' || (i * 730 / :rows) || ' days') as day, 8 + b % 13 as hour
    from mixed
)
insert into contact (at, day, hour, channel, kind, person, centre, topic, article, detail, state, outcome, minutes,
    lead_days, rating)
select
    day || 'T' || substr('0' || hour, -2) || ':00:00+00:00', day, hour,
    case when kind = 'consultation' and c % 10 < 4 then 'walk_in' else 'telegram' end, kind,
    case when kind = 'consultation' and c % 10 < 4 then null else 1 + b % 1000 * (c % 1000) * :people / 1000000 end,
    case when kind in ('consultation', 'booking') then 'centre-' || (b % 100 * (a % 100) * :centres / 10000) end,
    case when kind in ('consultation', 'booking') then 'topic-' || c % 10 end,
    case when kind in ('answer', 'read') then 'article-' || (c % 100 * (b % 100) * 280 / 10000) end,
    case when kind = 'read' and b % 2 then 's' end,
    case when kind = 'consultation' then case when b % 10 < 8 then 'arrived' else 'no_show' end end,
    case when kind = 'consultation' and b % 10 < 8 then 'outcome-' || a % 5 end,
    case when kind = 'consultation' then 30 end, case when kind = 'consultation' then c % 14 end,
    case when kind = 'consultation' and b % 10 < 3 then 1 + c % 5 end
from sorted
"""


def main() -> None:
    rows = 1_000_000 if quick() else 10_000_000
    with TemporaryDirectory() as place:
        contact_price(Path(place))
        with closing(_filled(Path(place) / "year.sqlite3", rows)) as db:
            report_price(db, rows)


def report_price(db: sqlite3.Connection, rows: int) -> None:
    """Half of the rows lie in the year asked for, half in the year it is compared with: a report reads both."""
    count, scan = "select count(*) (по указателю)", "один group by по строкам"
    ways: dict[str, Callable[[], float]] = {
        count: partial(_timed, lambda: db.execute("select count(*) from contact").fetchall()),
        scan: partial(_timed, lambda: db.execute("select kind, count(*) from contact group by kind").fetchall()),
    }
    for name, period in PERIODS.items():
        ways[name] = partial(_timed, partial(stats.report, db, period, None))
    ways["год одного центра"] = partial(_timed, partial(stats.report, db, YEAR, "centre-3"))
    taken = interleaved(ways, 3 if quick() else 5)
    lines = [
        (
            name,
            f"{median(seconds):.3f}",
            f"{median(seconds) * 1_000_000 / rows:.3f}",
            f"{ratio(seconds, taken[count]):.2f}",
            f"{ratio(seconds, taken[scan]):.2f}",
        )
        for name, seconds in taken.items()
    ]
    print(f"{rows} строк за два года, {PEOPLE} человек, {CENTRES} центров; отчёт с тем же временем год назад")
    table(("", "секунд", "на миллион строк", "к count(*)", "к group by"), lines)
    for name in ("contact", "span_sum", "hour_sum", "article_sum", "presence"):
        (number,) = db.execute(f"select count(*) from {name}").fetchone()  # noqa: S608 - tables of the schema
        print(f"  {name}: {number}")


def contact_price(folder: Path) -> None:
    """What a contact costs in processor time, batch and commit included, with the sums and without them."""
    number, together = 4_000, 20
    ways = {
        "без сумм": partial(_microseconds, folder / "bare.sqlite3", number, together, sums=False),
        "с суммами": partial(_microseconds, folder / "sums.sqlite3", number, together, sums=True),
    }
    taken = interleaved(ways, 5)
    print(f"обращение, мкс процессора; пачки по {together}")
    table(("", "мкс", "раз"), [(k, f"{median(v):.0f}", f"{ratio(v, taken['без сумм']):.2f}") for k, v in taken.items()])


def _microseconds(file: Path, number: int, together: int, *, sums: bool) -> float:
    return asyncio.run(_written(file, number, together, sums=sums))


async def _written(file: Path, number: int, together: int, *, sums: bool) -> float:
    async with await Database.open(file) as database:
        if not sums:
            await database.write(_drop_triggers)
        store, at = InteractionTable(database), datetime(2026, 5, 5, 12, tzinfo=UTC)
        contacts = [
            Interaction(
                at + timedelta(seconds=one),
                "telegram",
                InteractionKind.ANSWER,
                f"person-{one * 7919 % 4100}",
                f"a-{one % 280}",
            )
            for one in range(number)
        ]
        started = process_time()
        for first in range(0, number, together):
            await store.add(contacts[first : first + together])
        return (process_time() - started) / number * 1_000_000


def _drop_triggers(db: sqlite3.Connection) -> None:
    for (name,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        db.execute(f"drop trigger {name}")


def _filled(file: Path, rows: int) -> sqlite3.Connection:
    """Through the triggers, as the bot writes them, but without waiting for the disk."""
    db = sqlite3.connect(file, isolation_level=None)
    db.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000")
    migrate(db)
    db.execute("begin")
    db.execute(
        "with recursive numbered(i) as (select 1 union all select i + 1 from numbered where i < ?)"
        " insert into pseudonym (id, name, since)"
        " select i, 'person-' || i, date('2025-01-01', '+' || (i * 729 / ?) || ' days') from numbered",
        (PEOPLE, PEOPLE),
    )
    started = perf_counter()
    numbers = {"rows": rows, "people": PEOPLE, "centres": CENTRES}
    for first in range(0, rows, 1_000_000):
        db.execute(_FILL, numbers | {"first": first, "last": min(first + 1_000_000, rows) - 1})
    db.execute("commit")
    print(f"запись {rows} строк вместе с суммами: {(perf_counter() - started) / rows * 1_000_000:.1f} мкс на строку")
    db.close()
    return sqlite3.connect(file, isolation_level=None)  # with the small cache that the bot has


def _timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    main()
