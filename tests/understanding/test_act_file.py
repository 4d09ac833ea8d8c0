"""Files of acts: what they must hold, and what is said where they do not."""

from pathlib import Path

import pytest

from bot.understanding.act_files.act_entry import ActEntry, Speaker
from bot.understanding.act_files.act_file import read_act
from bot.understanding.act_files.act_library import load_acts
from bot.understanding.acts import ActName
from bot.understanding.turns import AskedFor

EIGHT = "".join(f"- опаздываю на {number} минут\n" for number in range(1, 9))


def written(folder: Path, text: str, name: str = "late") -> Path:
    file = folder / "acts" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_an_act_is_read_with_all_its_fields(tmp_path: Path) -> None:
    head = "act: late\nrole: citizen\nafter: [reminder]\ncues: [опаздывать]\nnot_with: [поезд]\nslots: [minutes]\n"

    entry, problems = read_act(written(tmp_path, f"---\n{head}---\n{EIGHT}"))

    assert problems == []
    assert entry == ActEntry(
        id="late",
        act=ActName.LATE,
        wordings=tuple(line.removeprefix("- ") for line in EIGHT.splitlines()),
        role=Speaker.CITIZEN,
        after=frozenset({AskedFor.REMINDER}),
        cues=frozenset({"опаздывать"}),
        not_with=frozenset({"поезд"}),
        slots=frozenset({"minutes"}),
    )


@pytest.mark.parametrize("cue", ["отчёт", "Отчёты", "отчету"])
def test_the_own_words_of_an_act_are_compared_in_whatever_form_they_are_written(tmp_path: Path, cue: str) -> None:
    entry, _ = read_act(written(tmp_path, f"---\nact: late\ncues: [{cue}]\n---\n{EIGHT}"))

    assert entry
    assert entry.cues == {"отчет"}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (EIGHT, 1, "нет шапки"),
        (f"---\nact: fly\n---\n{EIGHT}", 2, "«fly» здесь не бывает"),
        (f"---\nact: faq\n---\n{EIGHT}", 2, "нет своего файла"),
        ("---\nact: late\n---\n- опаздываю\n", 2, "формулировок 1: мало"),
        (f"---\nact: late\nafter: [dinner]\n---\n{EIGHT}", 3, "«dinner» здесь не бывает"),
        (f"---\nact: late\nslots: [hat]\n---\n{EIGHT}", 3, "слота «hat» нет"),
        (f"---\nact: late\nrole: tsar\n---\n{EIGHT}", 3, "«tsar» здесь не бывает"),
        (f"---\nact: late\n---\n{EIGHT}опоздаю\n", 12, "не формулировка"),
        (f"---\nact: late\n---\n{EIGHT}- {'о' * 301}\n", 12, "слишком длинная"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    entry, problems = read_act(written(tmp_path, text))

    assert entry is None
    assert (problems[0].line, reason in problems[0].reason) == (line, True)


def test_a_wording_of_two_acts_is_a_fault(tmp_path: Path) -> None:
    written(tmp_path, f"---\nact: late\n---\n{EIGHT}")
    written(tmp_path, f"---\nact: move\n---\n- Опаздываю на 3 минут!\n{EIGHT.replace('опаздываю', 'сдвиньте')}", "move")

    _, problems = load_acts(tmp_path)

    assert [(problem.file.name, problem.line, problem.reason) for problem in problems] == [
        ("move.md", 4, "«Опаздываю на 3 минут!» уже есть в «late.md».")
    ]


def test_an_article_that_says_the_same_must_be_there(tmp_path: Path) -> None:
    written(tmp_path, f"---\nact: late\nsame_as: [gone]\n---\n{EIGHT}")

    _, problems = load_acts(tmp_path, lambda id_: id_ == "here")

    assert [problem.reason for problem in problems] == ["статьи «gone» нет."]


def test_the_shipped_acts_have_no_fault() -> None:
    entries, problems = load_acts(Path("data"))

    assert problems == []
    assert {entry.act for entry in entries} == set(ActName) - {
        ActName.FAQ, ActName.FOLLOW_UP, ActName.DANGER, ActName.CRISIS
    }  # fmt: skip
