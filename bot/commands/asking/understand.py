"""The command `understand`: what messages mean, in their talk, as the running bot would understand them."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.centres.directory import load
from bot.centres.places.place_names import read_place_words
from bot.commands.asking.understand_turns import Turn, turns_of
from bot.datafiles.live_folder.places import shipped_folder
from bot.faq.library import MissingFilesError
from bot.faq.live_faq import LiveFaq
from bot.region.topics import Topics
from bot.safety.live_dangers import DANGER_WEIGHTS, LiveDangers
from bot.understanding.act_files.live_acts import LiveActs
from bot.understanding.acts import SpeakerRole
from bot.understanding.explain import explain
from bot.understanding.live_understanding import Understanding

_EXPECTED = 'ожидается {"id": …, "text": "…"} и, если есть, "role", "before", "today"'


def explain_one(folder: Path, zone: ZoneInfo, kept: Path, text: str, now: datetime) -> int:
    """One message, with all that the decision rests on; `folder` is data/."""
    built = _built(folder, zone, kept)
    if built is None:
        return 5
    local = now.astimezone(zone)
    sys.stdout.write(
        explain(text, turns_of((), SpeakerRole.CITIZEN, built.knowledge, local), local, built.knowledge) + "\n"
    )
    return 0


def answer_lines(folder: Path, zone: ZoneInfo, kept: Path, lines: Iterable[str], now: datetime) -> int:
    """`{"id","role","before","text","today"}` a line in, `{"id","acts"}` a line out."""
    built = _built(folder, zone, kept)
    if built is None:
        return 5
    for number, line in enumerate(lines, 1):
        if line.strip():
            sys.stdout.write(_answered(built, line, number, now.astimezone(zone)) + "\n")
    return 0


def _answered(built: Understanding, line: str, number: int, now: datetime) -> str:
    asked = _asked(line)
    if asked is None:
        return json.dumps({"line": number, "error": _EXPECTED}, ensure_ascii=False)
    role, before, moment = (
        asked.get("role", SpeakerRole.CITIZEN),
        asked.get("before", ()),
        _moment(asked.get("today"), now),
    )
    turns = turns_of(
        _turns(before), SpeakerRole(role) if role in set(SpeakerRole) else SpeakerRole.CITIZEN, built.knowledge, moment
    )
    understood = built.understand(asked["text"], turns, moment)
    told: dict[str, Any] = {"id": asked.get("id"), "acts": [act.as_record() for act in understood.acts]}
    if understood.choice:
        told["choice"] = [act.as_record() for act in understood.choice]
    if understood.unread:
        told["unread"] = list(understood.unread)
    return json.dumps(told, ensure_ascii=False)


def _asked(line: str) -> Mapping[str, Any] | None:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return asked if isinstance(asked, dict) and isinstance(asked.get("text"), str) else None


def _turns(before: object) -> Sequence[Turn]:
    turns = before if isinstance(before, list) else []
    return [turn for turn in turns if isinstance(turn, dict) and isinstance(turn.get("text"), str)]


def _moment(told: object, now: datetime) -> datetime:
    """The moment as told on the wall clock of the region; the clock's where none is told."""
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else now
    except ValueError:
        return now
    return moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)


def _built(folder: Path, zone: ZoneInfo, kept: Path) -> Understanding | None:
    """What the running bot has too; weights are kept only where the bot has its place already."""
    try:
        live_faq = LiveFaq(folder / "faq", read_place_words(folder))
    except MissingFilesError as error:
        sys.stderr.write(f"Нет файла {error.path}. Проверьте DATA_DIR.\n")
        return None
    has_place = kept.parent.is_dir()
    live_acts = LiveActs(folder, live_faq, kept if has_place else None, shipped_folder())
    live_acts.learn()
    dangers = LiveDangers(folder, shipped_folder(), kept.with_name(DANGER_WEIGHTS) if has_place else None)
    dangers.learn()
    directory, _ = load(folder, zone)
    topics = Topics(folder)
    return Understanding(live_acts, lambda: directory, dangers.look, lambda: topics.all)
