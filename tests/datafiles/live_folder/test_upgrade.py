"""An upgrade takes what only the release changed, keeps what people changed, and shows an admin the rest."""

import errno
from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder import upgrade
from bot.datafiles.live_folder.places import SHIPPED_COPY, files_in
from bot.datafiles.live_folder.upgrade import ConflictGoneError, LiveFolder, RefusedMergeError, UpgradeReport
from bot.datafiles.live_folder.versions import versions_of
from bot.datafiles.whole_write import write_whole
from tests.datafiles.live_folder.release import FILES, NAMES, Release, write
from tests.hand_clock import NOON

NOTHING = UpgradeReport()


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return Release(tmp_path)


def names(report: UpgradeReport) -> tuple[list[str], list[str]]:
    return list(report.taken), [merge.name for merge in report.conflicts]


def test_nothing_is_done_where_nothing_is_new(release: Release) -> None:
    release.edit(centres="мои", new="мой")

    assert release.folder.upgrade(NOON) == NOTHING
    assert release.live_texts() == FILES | {"centres.yaml": "мои", NAMES["new"]: "мой"}


def test_a_file_that_nobody_touched_is_taken_and_its_former_version_kept(release: Release) -> None:
    release.ship(forgot="новый")

    assert names(release.folder.upgrade(NOON)) == ([NAMES["forgot"]], [])
    assert release.live_texts() == FILES | {NAMES["forgot"]: "новый"}
    (kept,) = versions_of(release.live, NAMES["forgot"])
    assert (kept.name, kept.read_text()) == ("20261124T090000000000_upgrade.md", "forgot")
    assert release.folder.upgrade(NOON) == NOTHING


def test_a_file_that_only_people_changed_stays(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(code="новый")

    assert names(release.folder.upgrade(NOON)) == ([NAMES["code"]], [])
    assert release.live_texts()[NAMES["forgot"]] == "мой"


def test_a_file_that_both_changed_stays_live_and_is_listed_until_decided(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="новый")

    assert names(release.folder.upgrade(NOON)) == ([], [NAMES["forgot"]])
    assert names(release.folder.upgrade(NOON)) == ([], [NAMES["forgot"]])
    assert release.live_texts()[NAMES["forgot"]] == "мой"


def test_a_file_that_both_changed_alike_is_no_conflict(release: Release) -> None:
    release.edit(forgot="одинаковый")
    release.ship(forgot="одинаковый")

    assert release.folder.upgrade(NOON) == NOTHING
    assert files_in(release.live / SHIPPED_COPY)[NAMES["forgot"]].decode() == "одинаковый"


def test_a_new_file_is_added_and_one_of_the_same_name_is_a_conflict(release: Release) -> None:
    release.ship(new="новый")

    assert names(release.folder.upgrade(NOON)) == ([NAMES["new"]], [])
    assert release.live_texts()[NAMES["new"]] == "новый"


def test_a_new_file_does_not_bury_one_of_peoples_own(release: Release) -> None:
    release.edit(new="мой")
    release.ship(new="новый")

    assert names(release.folder.upgrade(NOON)) == ([], [NAMES["new"]])
    assert release.live_texts()[NAMES["new"]] == "мой"


def test_a_file_that_is_no_longer_shipped_goes_only_where_nobody_touched_it(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot=None, code=None)

    assert names(release.folder.upgrade(NOON)) == ([NAMES["code"]], [NAMES["forgot"]])
    assert release.live_texts() == {"centres.yaml": "centres", NAMES["forgot"]: "мой"}
    assert [kept.read_text() for kept in versions_of(release.live, NAMES["code"])] == ["code"]


def test_a_file_that_people_deleted_does_not_come_back_by_itself(release: Release) -> None:
    release.edit(forgot=None)
    release.ship(code="новый")
    release.folder.upgrade(NOON)
    assert NAMES["forgot"] not in release.live_texts()

    release.ship(forgot="новый")
    assert names(release.folder.upgrade(NOON)) == ([], [NAMES["forgot"]])
    assert NAMES["forgot"] not in release.live_texts()


def test_a_file_that_would_bring_a_fault_is_held_back_alone(release: Release) -> None:
    release.ship(forgot="сломано", code="новый")

    report = release.folder.upgrade(NOON)

    assert (names(report)[0], report.held) == ([NAMES["code"]], (NAMES["forgot"],))
    assert [str(problem) for problem in report.problems] == [
        f"{release.live / NAMES['forgot']}:1: сломано. Что сделать: почините."
    ]
    assert release.live_texts() == FILES | {NAMES["code"]: "новый"}
    release.ship(forgot="починено")
    assert names(release.folder.upgrade(NOON)) == ([NAMES["forgot"]], [])


def test_faults_that_people_made_hold_back_nothing_of_a_release(release: Release) -> None:
    release.edit(forgot="мой, сломано")
    release.ship(code="новый")

    report = release.folder.upgrade(NOON)

    assert (names(report), report.held, report.problems) == (([NAMES["code"]], []), (), ())
    assert release.live_texts()[NAMES["forgot"]] == "мой, сломано"


def test_all_is_held_back_where_the_fault_would_be_in_a_file_that_stays(release: Release) -> None:
    def needs_code(folder: Path) -> list[FileProblem]:
        is_there = (folder / NAMES["code"]).exists()
        return [] if is_there else [FileProblem(folder / NAMES["forgot"], 1, "нет code.", "верните.")]

    release.ship(code=None, new="новый")
    folder = LiveFolder(release.live, lambda: files_in(release.shipped), needs_code)

    assert set(folder.upgrade(NOON).held) == {NAMES["code"], NAMES["new"]}
    assert release.live_texts() == FILES


def test_taking_the_new_one_keeps_ones_own_which_can_be_put_back(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="новый")
    (conflict,) = release.folder.look().conflicts

    release.folder.take_shipped(conflict.mark, NOON, "telegram-3001")
    assert release.live_texts()[NAMES["forgot"]] == "новый"
    assert release.folder.upgrade(NOON) == NOTHING
    assert versions_of(release.live, NAMES["forgot"])[0].name == "20261124T090000000000_telegram-3001.md"

    release.folder.put_back(conflict.mark, NOON, "telegram-3001")
    assert release.live_texts()[NAMES["forgot"]] == "мой"
    assert release.folder.upgrade(NOON) == NOTHING


def test_keeping_ones_own_ends_the_conflict_and_the_new_one_can_still_be_taken(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="новый")
    (conflict,) = release.folder.look().conflicts

    release.folder.keep_own(conflict.mark)
    assert release.folder.upgrade(NOON) == NOTHING
    assert release.live_texts()[NAMES["forgot"]] == "мой"

    release.folder.take_shipped(conflict.mark, NOON, "telegram-3001")
    assert release.live_texts()[NAMES["forgot"]] == "новый"


def test_a_button_of_contents_that_changed_since_does_nothing(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="новый")
    (conflict,) = release.folder.look().conflicts
    release.edit(forgot="уже другой")

    with pytest.raises(ConflictGoneError):
        release.folder.take_shipped(conflict.mark, NOON, "")
    with pytest.raises(ConflictGoneError):
        release.folder.keep_own(conflict.mark)
    with pytest.raises(ConflictGoneError):
        release.folder.put_back(conflict.mark, NOON, "")
    assert release.live_texts()[NAMES["forgot"]] == "уже другой"


def test_ones_own_comes_back_also_where_the_release_had_removed_the_file(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot=None)
    (conflict,) = release.folder.look().conflicts
    release.folder.take_shipped(conflict.mark, NOON, "telegram-3001")
    assert NAMES["forgot"] not in release.live_texts()

    release.folder.put_back(conflict.mark, NOON, "telegram-3001")

    assert release.live_texts()[NAMES["forgot"]] == "мой"
    assert release.folder.upgrade(NOON) == NOTHING
    with pytest.raises(ConflictGoneError):
        release.folder.put_back(conflict.mark, NOON, "telegram-3001")


@pytest.mark.parametrize("back", [False, True], ids=["take", "put back"])
def test_what_is_edited_while_the_folder_is_checked_is_not_overwritten(release: Release, *, back: bool) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="новый")
    (conflict,) = release.folder.look().conflicts
    if back:
        release.folder.take_shipped(conflict.mark, NOON, "")

    def edited_meanwhile(_: Path) -> list[FileProblem]:
        release.edit(forgot="только что")
        return []

    folder = LiveFolder(release.live, lambda: files_in(release.shipped), edited_meanwhile)
    with pytest.raises(ConflictGoneError):
        (folder.put_back if back else folder.take_shipped)(conflict.mark, NOON, "")
    assert release.live_texts()[NAMES["forgot"]] == "только что"


def test_a_faulty_new_one_is_not_taken(release: Release) -> None:
    release.edit(forgot="мой")
    release.ship(forgot="сломано")
    (conflict,) = release.folder.look().conflicts

    with pytest.raises(RefusedMergeError):
        release.folder.take_shipped(conflict.mark, NOON, "")
    assert release.live_texts()[NAMES["forgot"]] == "мой"


@pytest.mark.parametrize("writes", range(6))
def test_a_disk_that_fills_up_changes_nothing_and_the_next_start_goes_on(
    release: Release, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    release.ship(forgot="новый", code="новый", centres="новый")
    left, whole = writes, write_whole

    def on_full_disk(file: Path, content: bytes) -> None:
        nonlocal left
        if left == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        left -= 1
        whole(file, content)

    monkeypatch.setattr(upgrade, "write_whole", on_full_disk)
    monkeypatch.setattr(release.folder.__class__, "_faults_of", lambda *_: ())
    with pytest.raises(OSError, match="space"):
        release.folder.upgrade(NOON)
    assert (release.live_texts(), files_in(release.live / SHIPPED_COPY)) == (
        FILES,
        {name: text.encode() for name, text in FILES.items()},
    )
    assert not (release.live / ".staged").exists()

    monkeypatch.undo()
    assert len(release.folder.upgrade(NOON).taken) == 3
    assert release.folder.upgrade(NOON) == NOTHING


def test_killed_between_the_live_file_and_the_shipped_one_it_goes_on(release: Release) -> None:
    release.ship(forgot="новый")
    write(release.live / NAMES["forgot"], "новый")  # as far as the killed upgrade came

    assert release.folder.upgrade(NOON) == NOTHING
    assert files_in(release.live / SHIPPED_COPY)[NAMES["forgot"]].decode() == "новый"


def test_a_folder_of_somebodys_own_has_nothing_to_merge(release: Release) -> None:
    release.ship(forgot="новый")
    (release.live / SHIPPED_COPY).rename(release.live.parent / "elsewhere")

    assert release.folder.look() == NOTHING
