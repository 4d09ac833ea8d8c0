"""Whoever writes into a data folder waits for whoever is at work in it, whichever services these are."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from pathlib import Path

import pytest

from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.datafiles.folder_lock import alone_in
from bot.datafiles.live_folder.history import former_version
from bot.datafiles.live_folder.upgrade import LiveFolder
from bot.datafiles.live_folder.versions import former_versions, keep_version
from bot.faq.article import ArticleId, GroupId
from bot.faq.edits.editing import ArticleEditor
from bot.faq.edits.new_article import ArticleDraft
from bot.faq.library import load
from tests.centres.small_region import TOWN, ZONE, write
from tests.faq.small_shelves import Shelves
from tests.hand_clock import NOON

DRAFT = ArticleDraft("Где уголь?", ("уголь", "купить уголь", "уголь зимой", "дрова и уголь"), GroupId("health"), "Там.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write(tmp_path, {"centres.yaml": TOWN})
    Shelves(folder / "faq").article("health/doctor", "Врач")
    return folder


def change_text(folder: Path) -> None:
    (doctor,) = load(folder / "faq")[0].articles
    ArticleEditor(folder / "faq").change_text(doctor, "Позвоните.", NOON)


def remove(folder: Path) -> None:
    (doctor,) = load(folder / "faq")[0].articles
    ArticleEditor(folder / "faq").remove(doctor, (), NOON)


def create(folder: Path) -> None:
    library = load(folder / "faq")[0]
    ArticleEditor(folder / "faq").create(DRAFT, ArticleId("coal"), library)


def change_centre(folder: Path) -> None:
    Editor(folder, ZONE).change_centre(CentreId("lipki-main"), {"address": "ул. Новая, 1"}, NOON)


def state(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("change", [change_text, remove, create, change_centre])
def test_a_change_waits_for_whoever_is_at_work(folder: Path, change: Callable[[Path], None]) -> None:
    before = state(folder)

    with ThreadPoolExecutor() as others:
        with alone_in(folder):
            waiting = others.submit(change, folder)
            with pytest.raises(StillWaiting):
                waiting.result(timeout=0.3)
            while_held = state(folder)
        waiting.result(timeout=5)

    assert while_held == before
    assert state(folder) != before


def test_a_former_version_waits_for_whoever_is_at_work(folder: Path) -> None:
    doctor = folder / "faq/health/doctor.md"
    keep_version(folder, "faq/health/doctor.md", NOON)
    doctor.write_text("стало")
    _, merge = former_version(folder, former_versions(folder)[0].mark)

    with ThreadPoolExecutor() as others:
        with alone_in(folder):
            waiting = others.submit(LiveFolder(folder, dict, lambda _: ()).bring_back, merge, NOON, "telegram-1")
            with pytest.raises(StillWaiting):
                waiting.result(timeout=0.3)
            while_held = doctor.read_text()
        waiting.result(timeout=5)

    assert while_held == "стало"
    assert doctor.read_text() != "стало"


def test_nothing_is_left_in_the_folder(folder: Path) -> None:
    before = state(folder)

    with alone_in(folder):
        pass

    assert state(folder) == before
