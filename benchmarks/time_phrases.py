"""What the running bot makes of phrases about time, a line each, so that a person can judge a list it has not seen.

python -m benchmarks.time_phrases FILE.jsonl [--brief]

A line of FILE: {"id", "use", "said", "right", "today", "visit"}.
  use     visit (a free time is chosen) | move (another time for a visit) | closure, absence (typed to /close)
          | announcement (typed as the announcement of a card) | period (typed to /stats) | hours (typed to /hours)
  said    the words
  right   what is meant, in any form; only shown beside what was found
  today   optional, «2026-11-30» or «2026-11-30T10:00»; Monday 2026-11-30 10:00 where it is missing
  visit   optional, of «move»: when the visit that is moved is now; Thursday 2026-12-03 10:00 where it is missing

Each line is shown as one of
  understood  the days and hours (of an announcement the days shown closed) by which the bot would go on
  asked       the question it would ask instead
  elsewhere   nothing of this use was found: the words go on to the understanding of sentences, or close nothing
--brief prints a line of JSON each: {"id", "state", "found", "right", "said"}.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.booking.typed.typed_closure import read_closure
from bot.centres import card_edits
from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.centre import Centre
from bot.centres.directory import load as load_directory
from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_hours import read_hours
from bot.centres.typed_announcement import announcement_of
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import FAR, Days, TimeWish
from bot.russian.time.visits import read_move, read_when
from bot.screens.closures.closures import unclear
from bot.screens.unsure import question
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, typed_period

DATA = Path("data")
ZONE = ZoneInfo("Europe/Moscow")
TODAY = datetime(2026, 11, 30, 10, tzinfo=ZONE)
VISIT = datetime(2026, 12, 3, 10, tzinfo=ZONE)
DAY = timedelta(days=1)
UNDERSTOOD, ASKED, ELSEWHERE = "understood", "asked", "elsewhere"
_AHEAD = 420  # days of an announcement that are looked at

Found = tuple[str, str]


def main() -> None:
    """Reads the list and prints what was found, then how often what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--brief", action="store_true")
    options = parser.parse_args()
    centre = load_directory(DATA, ZONE)[0].centres[0]
    counted: Counter[tuple[str, str]] = Counter()
    for line in filter(str.strip, options.file.read_text("utf-8").splitlines()):
        row = json.loads(line)
        state, found = found_in(row, centre)
        counted[row["use"], state] += 1
        print(_brief(row, state, found) if options.brief else _lines(row, state, found))
    if not options.brief:
        for (use, state), count in sorted(counted.items()):
            print(f"{use:13} {state:11} {count}")


def found_in(row: Mapping[str, Any], centre: Centre) -> Found:
    """One of the three states, and what was found in words."""
    now = _moment(row.get("today"), TODAY)
    return _USES[row["use"]](row, now, centre)


def _visit(row: Mapping[str, Any], now: datetime, _: Centre) -> Found:
    return _of_wish(read_when(row["said"], now))


def _move(row: Mapping[str, Any], now: datetime, _: Centre) -> Found:
    return _of_wish(read_move(row["said"], now, _moment(row.get("visit"), VISIT)))


def _of_wish(read: TimeWish | Unsure) -> Found:
    if isinstance(read, Unsure):
        return (ELSEWHERE if read.doubt is Doubt.NOTHING else ASKED), _asked(read, question(read))
    guessed = "" if read.sure else " (a word was mended: free times are offered, nothing is taken)"
    hours = f"at {read.at:%H:%M}" if read.at else _hours(read.since, read.until)
    return UNDERSTOOD, f"{_days(read.days)} {hours}".strip() + guessed


def _closure(row: Mapping[str, Any], now: datetime, centre: Centre) -> Found:
    read = read_closure(row["said"], centre, now)
    if isinstance(read, Unsure):
        return ASKED, _asked(read, unclear(read).text.partition("\n\n")[0])
    spans = ((one.start.astimezone(centre.zone), one.end.astimezone(centre.zone)) for one in read)
    return UNDERSTOOD, "; ".join(_span(start, end) for start, end in spans)


def _announcement(row: Mapping[str, Any], now: datetime, centre: Centre) -> Found:
    today = now.date()
    try:
        notice = announcement_of(card_edits.read_change(CardPart.ANNOUNCEMENT, row["said"], centre, today)["notice"])
    except UnclearChangeError:
        return ASKED, "the announcement was not understood"
    days = [today + n * DAY for n in range(_AHEAD) if notice and notice.closes(today + n * DAY)]
    if not days:
        return ELSEWHERE, "closes nothing by itself: «Закрыть дни» is offered"
    return UNDERSTOOD, "closed " + ", ".join(_runs(days))


def _period(row: Mapping[str, Any], now: datetime, _: Centre) -> Found:
    try:
        period = typed_period(row["said"], now.date())
    except UnclearPeriodError as unclear_period:
        return ASKED, _asked(unclear_period.unsure, question(unclear_period.unsure))
    except BackwardsPeriodError as backwards:
        return ASKED, f"order: {backwards}"
    return UNDERSTOOD, f"{period.first}..{period.last}"


def _of_work(row: Mapping[str, Any], _: datetime, centre: Centre) -> Found:
    try:
        return UNDERSTOOD, read_hours(row["said"], centre.zone).expression
    except UnclearHoursError as unclear_hours:
        return ASKED, f"{unclear_hours.doubt}: {unclear_hours}"


_USES: Mapping[str, Callable[[Mapping[str, Any], datetime, Centre], Found]] = {
    "visit": _visit,
    "move": _move,
    "closure": _closure,
    "absence": _closure,
    "announcement": _announcement,
    "period": _period,
    "hours": _of_work,
}


def _asked(read: Unsure, said: str) -> str:
    return f"{read.doubt}: {said}"


def _days(days: Days | None) -> str:
    if days is None:
        return ""
    ends = [f"{one.first}.." + ("" if one.last == FAR else str(one.last)) for one in days.stretches]
    only = f" only {_weekdays(days.weekdays)}" if days.weekdays else ""
    out = [*map(str, sorted(days.without)), *([_weekdays(days.without_weekdays)] if days.without_weekdays else [])]
    if days.last != FAR and not days.weekdays:
        ends = _runs([day for one in days.runs() for day in _each(one.first, one.last)])
    return ", ".join(ends) + only + (f" without {', '.join(out)}" if out else "")


def _weekdays(numbers: frozenset[int]) -> str:
    return ",".join(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")[number] for number in sorted(numbers))


def _each(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def _runs(days: Sequence[date]) -> list[str]:
    """Days that follow one another as «first..last»."""
    firsts = [day for day in days if day - DAY not in days]
    lasts = [day for day in days if day + DAY not in days]
    return [f"{first}..{last}" if first < last else str(first) for first, last in zip(firsts, lasts, strict=True)]


def _hours(since: time | None, until: time | None) -> str:
    return f"{since or time():%H:%M}-{f'{until:%H:%M}' if until else '24:00'}" if since or until else ""


def _span(start: datetime, end: datetime) -> str:
    if start.time() == end.time() == time():
        return ", ".join(_runs(_each(start.date(), end.date() - DAY)))
    return f"{start:%Y-%m-%dT%H:%M}..{end:%Y-%m-%dT%H:%M}"


def _moment(said: str | None, otherwise: datetime) -> datetime:
    if said is None:
        return otherwise
    moment = datetime.fromisoformat(said).replace(tzinfo=ZONE)
    return moment if "T" in said else moment.replace(hour=TODAY.hour)


def _brief(row: Mapping[str, Any], state: str, found: str) -> str:
    shown = {"id": row["id"], "state": state, "found": found, "right": row.get("right"), "said": row["said"]}
    return json.dumps(shown, ensure_ascii=False)


def _lines(row: Mapping[str, Any], state: str, found: str) -> str:
    right = json.dumps(row.get("right"), ensure_ascii=False)
    return f"{row['id']} {row['use']}: {row['said']}\n    {state}: {found}\n    right: {right}\n"


if __name__ == "__main__":
    main()
