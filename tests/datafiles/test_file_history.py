"""What was changed is listed with its author and comes back whole, or not at all."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.history import former_as_shown, former_version
from bot.datafiles.live_folder.upgrade import ConflictGoneError, LiveFolder, RefusedMergeError
from bot.datafiles.live_folder.versions import forget_editor, former_versions, keep_version
from tests.hand_clock import NOON

NAME = "faq/signin/password.md"
LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A file that was changed twice: «один» by 7, «два» by 8; now it says «три»."""
    file = tmp_path / "data" / NAME
    file.parent.mkdir(parents=True)
    for text, at, by in (("один", NOON, "telegram-7"), ("два", LATER, "telegram-8")):
        file.write_text(text)
        keep_version(tmp_path / "data", NAME, at, by)
    file.write_text("три")
    return tmp_path / "data"


def folder(live: Path, problems: Sequence[FileProblem] = ()) -> LiveFolder:
    """`problems` are those of a folder in which the file says «один»."""

    def check(trial: Path) -> Sequence[FileProblem]:
        file = trial / NAME
        return problems if file.exists() and file.read_text() == "один" else ()

    return LiveFolder(live, dict, check)


def test_changes_are_listed_the_newest_first_with_who_made_them(live: Path) -> None:
    assert [(one.name, one.at, one.by) for one in former_versions(live)] == [
        (NAME, LATER, "telegram-8"),
        (NAME, NOON, "telegram-7"),
    ]


def test_of_a_forgotten_person_nothing_is_listed_but_the_change(live: Path) -> None:
    forget_editor(live, "telegram-8")

    assert [one.by for one in former_versions(live)] == ["", "telegram-7"]


def test_a_former_version_comes_back_and_what_stood_there_is_kept(live: Path) -> None:
    _, merge = former_version(live, former_versions(live)[1].mark)

    folder(live).bring_back(merge, LATER + timedelta(minutes=1), "telegram-9")

    assert (live / NAME).read_text() == "один"
    assert former_versions(live)[0].kept.read_text() == "три"


def test_a_removed_file_comes_back(live: Path) -> None:
    (live / NAME).unlink()

    folder(live).bring_back(former_version(live, former_versions(live)[0].mark)[1], NOON, "telegram-9")

    assert (live / NAME).read_text() == "два"


def test_a_version_with_faults_stays_away(live: Path) -> None:
    problem = FileProblem(live / NAME, 1, "ошибка.", "исправьте.")
    _, merge = former_version(live, former_versions(live)[1].mark)

    with pytest.raises(RefusedMergeError):
        folder(live, [problem]).bring_back(merge, NOON, "telegram-9")

    assert (live / NAME).read_text() == "три"


def test_a_file_that_was_edited_meanwhile_is_left_alone(live: Path) -> None:
    _, merge = former_version(live, former_versions(live)[1].mark)
    (live / NAME).write_text("четыре")

    with pytest.raises(ConflictGoneError):
        folder(live).bring_back(merge, NOON, "telegram-9")

    assert (live / NAME).read_text() == "четыре"


def test_a_version_that_is_kept_no_longer_is_told_to_be_gone(live: Path) -> None:
    with pytest.raises(ConflictGoneError):
        former_version(live, "0" * 12)


def test_work_of_others_that_was_not_shown_is_not_replaced(live: Path) -> None:
    mark = former_versions(live)[1].mark
    _, shown = former_version(live, mark)
    assert former_as_shown(live, mark, shown.mark) == shown

    (live / NAME).write_text("четыре")

    for seen in (shown.mark, ""):
        with pytest.raises(ConflictGoneError):
            former_as_shown(live, mark, seen)
