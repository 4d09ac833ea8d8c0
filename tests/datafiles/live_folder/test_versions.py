"""Former versions of a file are bounded, and the last one kept is there whatever the clock says."""

from datetime import timedelta
from pathlib import Path

from bot.datafiles.live_folder.versions import MOST_KEPT, keep_version, versions_of
from tests.hand_clock import NOON

NAME = "region.yaml"


def kept_as(folder: Path, text: str, minutes: int) -> Path:
    (folder / NAME).write_text(text, encoding="utf-8")
    return keep_version(folder, NAME, NOON + timedelta(minutes=minutes))


def test_of_many_versions_the_oldest_go(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 2):
        kept_as(tmp_path, f"{number}", number)

    assert [file.read_text() for file in versions_of(tmp_path, NAME)] == [f"{n}" for n in range(2, MOST_KEPT + 2)]


def test_a_clock_that_is_set_back_buries_no_version(tmp_path: Path) -> None:
    for number in range(MOST_KEPT):
        kept_as(tmp_path, "до перевода часов", number)

    assert kept_as(tmp_path, "после", -60).read_text(encoding="utf-8") == "после"
    assert len(versions_of(tmp_path, NAME)) == MOST_KEPT
