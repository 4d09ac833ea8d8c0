"""How a run ends, said in words and codes, without a process of its own."""

from pathlib import Path

import pytest

from bot.app.failures import Exit
from bot.app.runner import serve
from tests.stage import DATA, settings


async def test_a_region_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "region.yaml").write_text("name: Область\n", encoding="utf-8")

    code = await serve(settings(tmp_path, data_dir=tmp_path / "data"), new=True)

    assert code == Exit.DATA
    assert "region.yaml:1: поле «of_region» пустое." in capsys.readouterr().err


async def test_missing_shelves_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "region.yaml").write_text("name: Область\nof_region: области\n", encoding="utf-8")

    code = await serve(settings(tmp_path, data_dir=tmp_path / "data"), new=True)

    assert code == Exit.DATA
    assert "groups.yaml" in capsys.readouterr().err


async def test_a_key_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bot.sqlite3.key").mkdir()

    code = await serve(settings(tmp_path, data_dir=DATA, statistics_key=None), new=True)

    assert code == Exit.DATA
    assert f"Не открывается {tmp_path / 'bot.sqlite3.key'}" in capsys.readouterr().err
