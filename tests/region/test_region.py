"""The region's file becomes a Region, or says what is wrong with it."""

from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.region.region import Region, ServicePhone, load_region

MISSING = "верните его из прежней версии или проверьте DATA_DIR."
CURE = "сохраните его в UTF-8: в Excel — «CSV UTF-8», в Блокноте — «Кодировка: UTF-8»."


GOOD = """name: Псковская область
of_region: Псковской области
phones:
  - title: Линия помощи
    number: 8 800 100-70-10
    note: бесплатно
  - title: Коротко
    number: "115"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "region.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_becomes_the_region(tmp_path: Path) -> None:
    phones = (ServicePhone("Линия помощи", "8 800 100-70-10", "бесплатно"), ServicePhone("Коротко", "115"))

    assert load_region(written(tmp_path, GOOD)) == (Region("Псковская область", "Псковской области", phones), [])


def test_a_region_without_phones_is_good(tmp_path: Path) -> None:
    text = "name: а\nof_region: б\nphones: null\n"

    assert load_region(written(tmp_path, text)) == (Region("а", "б"), [])


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD.replace("name: Псковская область", "name:"), 1, "поле «name» пустое."),
        (GOOD.replace("of_region", "ofregion"), 1, "поле «of_region» пустое."),
        (GOOD.replace("number: 8", "nomber: 8"), 4, "поле «number» пустое."),
        (GOOD + "flag: синий\n", 9, "поле «flag» неизвестно."),
        (GOOD + "name: ещё\n", 9, "поле «name» записано дважды."),
        ("- список\n", 1, "в файле нет полей."),
        ("", 1, "в файле нет полей."),
    ],
)
def test_a_faulty_file_gives_no_region_but_the_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    file = written(tmp_path, text)

    region, problems = load_region(file)

    assert region is None
    assert (problems[0].file, problems[0].line, problems[0].reason) == (file, line, reason)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"

    assert load_region(file) == (None, [FileProblem(file, 1, "файла нет.", MISSING)])


def test_a_file_of_another_encoding_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_bytes(GOOD.encode("cp1251"))

    assert load_region(file) == (None, [FileProblem(file, 1, "файл в старой кодировке Windows (cp1251).", CURE)])


def test_the_file_may_come_from_windows(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))

    assert load_region(file) == load_region(written(tmp_path, GOOD))
