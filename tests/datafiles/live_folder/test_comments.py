"""A release that changes only the comments of a YAML file asks nobody to decide."""

from pathlib import Path

import pytest

from bot.datafiles.live_folder.upgrade import UpgradeReport
from tests.datafiles.live_folder.release import Release
from tests.hand_clock import NOON


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return Release(tmp_path)


def names(report: UpgradeReport) -> tuple[list[str], list[str]]:
    return list(report.taken), [merge.name for merge in report.conflicts]


COMMENTED = "# как писать\ncentres:\n- id: a # главный\n  phone: null\n"


@pytest.mark.parametrize(
    ("shipped", "conflicts"),
    [
        (COMMENTED.replace("как писать", "как писать, подробнее"), []),
        (COMMENTED.replace(" # главный", "") + "\n# конец\n", []),
        (COMMENTED.replace("null", "8 8112 00-00-00"), ["centres.yaml"]),
        (COMMENTED + "  - broken", ["centres.yaml"]),
    ],
)
def test_comments_of_a_release_are_no_conflict_with_what_people_changed(
    release: Release, shipped: str, conflicts: list[str]
) -> None:
    release.ship(centres=COMMENTED)
    release.folder.upgrade(NOON)
    own = COMMENTED.replace("phone: null", "phone: 8 8112 11-11-11")
    release.edit(centres=own)
    release.ship(centres=shipped)

    assert names(release.folder.upgrade(NOON)) == ([], conflicts)
    assert release.live_texts()["centres.yaml"] == own


def test_comments_of_a_release_are_taken_where_nobody_touched_the_file(release: Release) -> None:
    release.ship(centres=COMMENTED)
    release.folder.upgrade(NOON)
    release.ship(centres=f"# ещё\n{COMMENTED}")

    assert names(release.folder.upgrade(NOON)) == (["centres.yaml"], [])
