"""The model is learned beside the running bot, kept for the next start, and learned anew when lines change."""

from pathlib import Path

import pytest

from bot.safety import live_dangers
from bot.safety.danger_file import load_dangers
from bot.safety.danger_lessons import Lesson
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Threat
from bot.safety.threat_model import FEWEST
from tests.safety.test_danger_file import GOOD, written

TOLD = [f"выманили сбережения за {thing} номер {n}" for n in range(30) for thing in ("шубу", "дом", "сад", "кота")]
CALM = [
    f"принесла {thing} номер {n} в читальный зал" for n in range(30) for thing in ("книгу", "сумку", "журнал", "чай")
]


@pytest.fixture(autouse=True)
def as_the_program_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undoes what other tests share: here learning itself is tried."""
    monkeypatch.setattr(live_dangers, "load_dangers", load_dangers)


def folder_with_lines(folder: Path, told: list[str] = TOLD) -> Path:
    written(folder, GOOD)
    lines = "".join(f"      - {line}\n" for line in told)
    calm = "".join(f"  - {line}\n" for line in CALM)
    text = f"examples:\n  - kind: money_gone\n    lines:\n{lines}harmless:\n{calm}"
    (folder / "danger_examples.yaml").write_text(text, encoding="utf-8")
    return folder


def tries(monkeypatch: pytest.MonkeyPatch) -> list[Lesson]:
    """The lines that are tried from now."""
    tried: list[Lesson] = []
    is_met_by = Lesson.is_met_by

    def noted(lesson: Lesson, threat: Threat | None) -> bool:
        tried.append(lesson)
        return is_met_by(lesson, threat)

    monkeypatch.setattr(Lesson, "is_met_by", noted)
    return tried


async def test_what_no_rule_knows_is_seen_once_it_was_learned(tmp_path: Path) -> None:
    dangers = LiveDangers(folder_with_lines(tmp_path))
    before = dangers.look("выманили сбережения за дачу")

    assert await dangers.refresh() is True

    assert before is None
    assert dangers.look("выманили сбережения за дачу") is not None
    assert dangers.problems == []
    assert await dangers.refresh() is False


async def test_what_was_learned_at_one_start_serves_the_next(tmp_path: Path) -> None:
    kept = tmp_path / "weights.npz"
    first = LiveDangers(folder_with_lines(tmp_path), kept=kept)
    await first.refresh()

    second = LiveDangers(tmp_path, kept=kept)

    assert second.look("выманили сбережения за дачу") == first.look("выманили сбережения за дачу") is not None


async def test_lines_that_were_met_are_not_tried_again_until_something_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "weights.npz"
    await LiveDangers(folder_with_lines(tmp_path), kept=kept).refresh()
    tried = tries(monkeypatch)

    LiveDangers(tmp_path, kept=kept)
    assert not tried

    (tmp_path / "region.yaml").write_text("hosts: []", encoding="utf-8")
    LiveDangers(tmp_path, kept=kept)
    assert len(tried) > len(TOLD)


async def test_lines_are_tried_by_another_program_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "weights.npz"
    await LiveDangers(folder_with_lines(tmp_path), kept=kept).refresh()
    monkeypatch.setattr(live_dangers, "program_print", lambda: "one that hears otherwise")
    tried = tries(monkeypatch)

    LiveDangers(tmp_path, kept=kept)
    once = len(tried)
    LiveDangers(tmp_path, kept=kept)

    assert 0 < once == len(tried)


async def test_a_line_that_is_missed_is_told_at_every_start(tmp_path: Path) -> None:
    kept = tmp_path / "weights.npz"
    folder = folder_with_lines(tmp_path, [*TOLD, CALM[0]])
    dangers = LiveDangers(folder, kept=kept)
    await dangers.refresh()

    assert dangers.problems
    assert [one.line for one in LiveDangers(folder, kept=kept).problems] == [one.line for one in dangers.problems]


async def test_other_lines_are_learned_anew(tmp_path: Path) -> None:
    kept = tmp_path / "weights.npz"
    dangers = LiveDangers(folder_with_lines(tmp_path), kept=kept)
    await dangers.refresh()
    folder_with_lines(tmp_path, [line.replace("выманили", "увели") for line in TOLD])

    assert await dangers.refresh() is True

    assert dangers.look("увели сбережения за дачу") is not None
    assert dangers.problems == []


async def test_a_place_where_nothing_can_be_kept_stops_no_learning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    dangers = LiveDangers(folder_with_lines(tmp_path), kept=tmp_path / "file" / "weights.npz")

    assert await dangers.refresh() is True
    assert dangers.look("выманили сбережения за дачу") is not None


async def test_the_same_line_on_both_sides_is_told(tmp_path: Path) -> None:
    folder = folder_with_lines(tmp_path, [*TOLD, CALM[0]])

    _, problems = load_dangers(folder / "danger.yaml")

    assert [problem.reason for problem in problems] == [f"«{CALM[0]}» понято как безобидное, а должно быть money_gone."]


def test_few_lines_teach_nothing(tmp_path: Path) -> None:
    dangers, _ = load_dangers(folder_with_lines(tmp_path, TOLD[: FEWEST // 100]) / "danger.yaml")

    assert dangers is not None
    assert dangers.recogniser.model is None
