"""Watched files: what is good is taken in, what is faulty leaves the last good value."""

import asyncio
import os
import threading
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.watched import WatchedFiles, fingerprint


class Numbers(WatchedFiles[int]):
    """The number in a file; words are a fault."""

    def __init__(self, file: Path) -> None:
        self.loaded = 0

        def load() -> tuple[int, list[FileProblem]]:
            self.loaded += 1
            text = file.read_text()
            return (
                (int(text), []) if text.isdigit() else (0, [FileProblem(file, 1, "это не число.", "напишите число.")])
            )

        super().__init__("numbers", lambda: (file,), load)


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def remove(file: Path) -> None:
    file.unlink()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "n").write_text("1")
    return tmp_path / "n"


async def test_an_unchanged_file_is_not_loaded_again(file: Path) -> None:
    numbers = Numbers(file)

    assert (await numbers.refresh(), numbers.now, numbers.loaded) == (False, 1, 1)


async def test_a_changed_file_is_taken_in_once(file: Path) -> None:
    numbers = Numbers(file)
    write(file, "22")

    assert (await numbers.refresh(), await numbers.refresh(), numbers.now) == (True, False, 22)


async def test_a_faulty_file_leaves_the_last_good_value_and_tells_why(file: Path) -> None:
    numbers = Numbers(file)
    write(file, "два")

    with capture_logs() as logged:
        changed = await numbers.refresh()

    assert (changed, numbers.now, [problem.reason for problem in numbers.problems]) == (False, 1, ["это не число."])
    assert [entry["event"] for entry in logged] == ["files.problem"]
    write(file, "333")
    assert (await numbers.refresh(), numbers.now, numbers.problems) == (True, 333, [])


async def test_a_file_that_vanished_leaves_the_last_good_value_until_it_is_back(file: Path) -> None:
    numbers = Numbers(file)
    remove(file)

    assert (await numbers.refresh(), numbers.now) == (False, 1)
    write(file, "4")
    assert (await numbers.refresh(), numbers.now) == (True, 4)


async def test_a_file_that_may_be_read_again_is_taken_in_though_it_did_not_change(file: Path) -> None:
    refused = False

    def load() -> tuple[str, list[FileProblem]]:
        if refused:
            raise PermissionError(13, "Permission denied", str(file))
        return file.read_text(), []

    texts = WatchedFiles("texts", lambda: (file,), load)
    write(file, "новое")
    refused = True
    with capture_logs() as logged:
        assert (await texts.refresh(), await texts.refresh(), texts.now) == (False, False, "1")
    refused = False

    assert (await texts.refresh(), texts.now) == (True, "новое")
    assert [entry["event"] for entry in logged] == ["files.unreadable"]


def test_a_file_deleted_between_the_listing_and_the_look_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    (tmp_path / "b.yaml").touch()
    os.utime(tmp_path / "b.yaml", ns=(5, 7))

    assert fingerprint(sorted(tmp_path.iterdir())) == ((str(tmp_path / "b.yaml"), 7, 0),)


async def test_another_size_is_noticed_where_the_clock_of_the_disk_is_coarse(file: Path) -> None:
    numbers, ((_, written, _),) = Numbers(file), fingerprint((file,))
    write(file, "22")
    os.utime(file, ns=(written, written))

    assert (await numbers.refresh(), numbers.now) == (True, 22)


class SlowNumbers(WatchedFiles[int]):
    """Reads the file, and then waits until it may go on."""

    def __init__(self, file: Path) -> None:
        self.has_read, self.may_go_on = threading.Event(), threading.Event()
        self.may_go_on.set()

        def load() -> tuple[int, list[FileProblem]]:
            number = int(file.read_text())
            self.has_read.set()
            self.may_go_on.wait(10)
            return number, []

        super().__init__("numbers", lambda: (file,), load)

    async def started(self) -> "asyncio.Task[bool]":
        """A refresh that has read the file and has not ended."""
        self.has_read.clear()
        self.may_go_on.clear()
        first = asyncio.create_task(self.refresh())
        await asyncio.to_thread(self.has_read.wait, 10)
        return first


async def test_who_asks_while_files_are_read_has_them_too(file: Path) -> None:
    numbers = SlowNumbers(file)
    write(file, "22")
    first = await numbers.started()

    second = asyncio.create_task(numbers.refresh())
    await asyncio.sleep(0)
    numbers.may_go_on.set()
    await second

    assert numbers.now == 22
    await first


async def test_a_reading_begun_earlier_brings_nothing_older_back(file: Path) -> None:
    numbers = SlowNumbers(file)
    write(file, "22")
    first = await numbers.started()
    write(file, "333")

    second = asyncio.create_task(numbers.refresh())
    await asyncio.sleep(0)
    numbers.may_go_on.set()
    await asyncio.gather(first, second)

    assert numbers.now == 333


async def test_faults_that_the_bot_started_with_hold_nothing_else_back(tmp_path: Path) -> None:
    files = (tmp_path / "a", tmp_path / "b")
    write(files[0], "один")
    write(files[1], "2")

    def load() -> tuple[list[int], list[FileProblem]]:
        told = [(file, file.read_text()) for file in files]
        faulty = [
            FileProblem(file, 1, f"«{text}» не число.", "напишите число.") for file, text in told if text.isalpha()
        ]
        return [int(text) for _, text in told if text.isdigit()], faulty

    numbers = WatchedFiles("numbers", lambda: files, load, is_partial=True)
    write(files[1], "22")

    assert (await numbers.refresh(), numbers.now, numbers.is_behind) == (True, [22], False)
    write(files[1], "три")
    assert (await numbers.refresh(), numbers.now, [one.file.name for one in numbers.held_by]) == (False, [22], ["b"])
    write(files[1], "4")
    assert (await numbers.refresh(), numbers.now, numbers.is_behind) == (True, [4], False)
