"""What the running bot answers to lines about places, each the first message of a citizen nobody has seen before.

python -m benchmarks.place_lines FILE [--json]

FILE has {"id", "said", "right"} a line; `right` is printed beside the answer for a person to judge. The whole
dispatcher answers, over the real files and a new database; --json prints a record a line instead.
"""

import argparse
import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from bot.centres.places.place import Match
from bot.centres.places.place_question import read_place_question
from bot.understanding.turns import NO_TURNS
from tests.stage import StraightStage, straight_stage

_FIRST_PERSON = 700_000
_LONGEST = 400  # signs of an answer that are printed
_CENTRE = re.compile(r"^\d\. ")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What was understood of a line, and what its author would see."""

    acts: tuple[str, ...]
    wants: str
    places: tuple[str, ...]
    centres: tuple[str, ...]  # the words of numbered buttons
    said: tuple[str, ...]  # every message, as it is seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="JSON Lines with id, said and right")
    parser.add_argument("--json", action="store_true", help="a record a line")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    answered = asyncio.run(_answer_all([row["said"] for row in rows]))
    for row, answer in zip(rows, answered, strict=True):
        print(_record(row, answer) if options.json else "\n".join(_lines(row, answer)), flush=True)


async def _answer_all(texts: list[str]) -> list[Answered]:
    people = count(_FIRST_PERSON)
    with TemporaryDirectory() as folder:
        async with straight_stage(Path(folder)) as stage:
            return [await _answered(stage, text, person) for text, person in zip(texts, people, strict=False)]


async def _answered(stage: StraightStage, text: str, person: int) -> Answered:
    name = {"id": person, "first_name": "Анна"}
    message = {
        "message_id": 1,
        "date": int(stage.clock.now().timestamp()),
        "chat": {**name, "type": "private"},
        "from": {**name, "is_bot": False},
        "text": text,
    }
    await stage.feed(message=message)
    shown = tuple(stage.wire.inbox.pop(person, ()))
    files = stage.app.services.files
    understood = files.understanding.understand(text, NO_TURNS, _local(stage, files.directory.zone))
    question = read_place_question(text, files.directory.now.find_place)
    acts = understood.choice or understood.acts
    return Answered(
        tuple(str(act.name) for act in acts),
        ", ".join(map(str, question.wants)) if question else "",
        _places(question.match if question else files.directory.now.find_place(text)),
        tuple(label for one in shown for label in one.labels if _CENTRE.match(label)),
        tuple(one.text for one in shown),
    )


def _local(stage: StraightStage, zone: ZoneInfo) -> datetime:
    return stage.clock.now().astimezone(zone)


def _places(match: Match) -> tuple[str, ...]:
    """The places that are named: «~» before one that was guessed, the region after one of another region."""
    found = [f"{'~' if match.guessed else ''}{one.name} ({one.municipality.short})" for one in match.places]
    return (*found, *([f"{match.elsewhere.name}: {match.elsewhere.region}"] if match.elsewhere else []))


def _lines(row: Row, answer: Answered) -> Iterator[str]:
    yield f"{row['id']}  {row['said']}"
    right = row["right"]
    yield f"    right:  {right if isinstance(right, str) else json.dumps(right, ensure_ascii=False)}"
    yield f"    act:    {', '.join(answer.acts)}{f' / {answer.wants}' if answer.wants else ''}"
    yield f"    place:  {'; '.join(answer.places) or '-'}"
    yield f"    centre: {'; '.join(answer.centres) or '-'}"
    for said in answer.said:
        yield f"    says:   {' ⏎ '.join(line for line in said.splitlines() if line)[:_LONGEST]}"


def _record(row: Row, answer: Answered) -> str:
    told = {"id": row["id"], "said": row["said"], "right": row["right"], "acts": answer.acts, "wants": answer.wants}
    return json.dumps(
        {**told, "places": answer.places, "centres": answer.centres, "answer": answer.said}, ensure_ascii=False
    )


if __name__ == "__main__":
    main()
