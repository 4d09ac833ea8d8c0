"""Copies can be trusted; putting one back loses neither the copy nor the former file."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bot.storage import backup
from bot.storage.backup import back_up, restore, verify
from bot.storage.database import Database, UnusableDatabaseError
from bot.storage.migration import known
from tests.storage.rows import filled, gap, spoil_pages, texts


def refusal(work: object, *paths: Path) -> UnusableDatabaseError:
    with pytest.raises(UnusableDatabaseError) as error:
        work(*paths)  # type: ignore[operator]  # - one of the functions under test
    return error.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


async def spoilt(folder: Path, kind: str) -> Path:
    """A file that must never become the database."""
    copy = folder / "copy.sqlite3"
    if kind == "text":
        copy.write_text("не база", encoding="utf-8")
    elif kind != "missing":
        await filled(copy)
        with closing(sqlite3.connect(copy)) as db:
            db.execute("pragma journal_mode = delete")
            db.executescript(SPOILING.get(kind, ""))
        half = copy.read_bytes()[:20_000]
        copy.write_bytes(half if kind == "cut" else copy.read_bytes())
    return copy


SPOILING = {
    "empty": "pragma user_version = 0",
    "newer": f"pragma user_version = {known()[-1].number + 1}",
    "negative": "pragma user_version = -1",
    "foreign": "drop table outbox",
    "inconsistent": """
        insert into question (channel, citizen, text, asked_at) values ('telegram', 1, 'как', '');
        pragma writable_schema = on;
        update sqlite_schema set sql = replace(sql, 'article text,', 'article text not null,') where name = 'question';
    """,
}
KINDS = ["text", "missing", "cut", *SPOILING]


async def test_a_copy_of_the_open_database_holds_what_was_committed(file: Path, tmp_path: Path) -> None:
    async with await Database.open(file) as database:
        await database.write(lambda db: gap(db, "только в журнале"))
        back_up(file, tmp_path / "new" / "copy.sqlite3")

    assert await texts(tmp_path / "new" / "copy.sqlite3") == ["только в журнале"]


def pair(db: sqlite3.Connection, number: int) -> None:
    gap(db, f"{number} раз")
    gap(db, f"{number} два")


async def write_on(database: Database) -> None:
    for number in range(10_000):
        await database.write(partial(pair, number=number))


async def copies_taken(file: Path, folder: Path) -> list[int]:
    """How many rows each copy holds that was taken while the bot wrote pairs of them."""
    copies = [folder / f"copy-{number}.sqlite3" for number in range(3)]
    async with await Database.open(file) as database:
        writing = asyncio.create_task(write_on(database))
        for copy in copies:
            await asyncio.sleep(0.02)
            await asyncio.to_thread(back_up, file, copy)
        writing.cancel()
        await asyncio.wait([writing])
    return [len(await texts(copy)) for copy in copies]


async def test_a_copy_taken_while_the_bot_writes_is_whole(file: Path, tmp_path: Path) -> None:
    found = await copies_taken(file, tmp_path)

    assert (found == sorted(found), found[0] > 0, [number % 2 for number in found]) == (True, True, [0, 0, 0])


async def test_an_older_copy_is_replaced_only_by_a_good_one(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    await filled(file, "новое")
    await filled(copy, "прежнее")

    back_up(file, copy)

    assert (await texts(copy), names(tmp_path)) == (["новое"], ["bot.sqlite3", "copy.sqlite3"])


async def test_leftovers_of_a_copy_that_was_cut_off_are_replaced(file: Path, tmp_path: Path) -> None:
    await filled(file)
    (tmp_path / "copy.sqlite3.part").write_text("обрывок", encoding="utf-8")

    back_up(file, tmp_path / "copy.sqlite3")

    assert names(tmp_path) == ["bot.sqlite3", "copy.sqlite3"]


@pytest.mark.parametrize("folder", ["a#b", "a?mode=memory", "100%25", "с пробелом"])
async def test_signs_of_an_address_in_a_path_are_part_of_the_path(tmp_path: Path, folder: str) -> None:
    file, copy = tmp_path / folder / "bot.sqlite3", tmp_path / folder / "copy.sqlite3"
    await filled(file)

    back_up(file, copy)
    restore(copy, file)

    assert await texts(file) == ["было"]


async def test_the_database_itself_is_no_place_for_its_copy(file: Path, tmp_path: Path) -> None:
    await filled(file)
    (tmp_path / "link").symlink_to(file)

    assert refusal(back_up, file, tmp_path / "link").reason == "это сама база, а не место для её копии"
    assert refusal(restore, file, file).reason == "это сама база, а не её копия"
    assert await texts(file) == ["было"]


def test_what_is_not_there_cannot_be_copied(file: Path, tmp_path: Path) -> None:
    error = refusal(back_up, file, tmp_path / "copy.sqlite3")

    assert (error.path, error.reason, names(tmp_path)) == (file, "такого файла нет", [])


async def test_a_place_that_cannot_hold_the_copy_is_told_and_nothing_is_left(file: Path, tmp_path: Path) -> None:
    await filled(file)
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    below_a_file = refusal(back_up, file, tmp_path / "file" / "copy.sqlite3")
    on_a_folder = refusal(back_up, file, tmp_path / "folder")

    assert (below_a_file.reason, on_a_folder.reason) == ("на этом месте уже что-то есть", "это папка, а нужен файл")
    assert names(tmp_path) == ["bot.sqlite3", "file", "folder"]


async def test_a_spoilt_database_is_not_copied_over_a_good_copy(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    await filled(copy, "хорошая копия")
    await filled(file)
    spoil_pages(file)

    refusal(back_up, file, copy)

    assert (await texts(copy), names(tmp_path)) == (["хорошая копия"], ["bot.sqlite3", "copy.sqlite3"])


async def test_a_copy_is_put_back_and_the_former_file_is_kept_aside(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    await filled(file, "нынешнее")
    await filled(copy, "из копии")

    former = restore(copy, file)

    assert former == tmp_path / "bot.sqlite3.before-restore"
    assert (await texts(file), await texts(former), await texts(copy)) == (["из копии"], ["нынешнее"], ["из копии"])


async def test_where_there_was_no_database_the_copy_becomes_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    await filled(copy)

    assert restore(copy, tmp_path / "new" / "bot.sqlite3") is None
    assert await texts(tmp_path / "new" / "bot.sqlite3") == ["было"]


async def test_a_second_restore_does_not_bury_what_the_first_set_aside(file: Path, tmp_path: Path) -> None:
    copies = [tmp_path / f"copy-{number}.sqlite3" for number in (1, 2)]
    await filled(file, "самое первое")
    await filled(copies[0], "копия 1")
    await filled(copies[1], "копия 2")

    formers = [restore(copy, file) for copy in copies]

    assert [former and former.name for former in formers] == [
        "bot.sqlite3.before-restore",
        "bot.sqlite3.before-restore-2",
    ]
    assert [await texts(former) for former in formers if former] == [["самое первое"], ["копия 1"]]


def killed(file: Path, text: str) -> None:
    """A database whose last change stands only in its journal, as after a kill."""
    live = file.with_name("live.sqlite3")
    db = sqlite3.connect(live, isolation_level=None)
    db.execute("pragma journal_mode = wal")
    db.executescript("".join(f"begin;{one.sql};pragma user_version = {one.number};commit;" for one in known()))
    db.execute("pragma wal_checkpoint(truncate)")
    gap(db, text)
    file.write_bytes(live.read_bytes())
    file.with_name(f"{file.name}-wal").write_bytes(live.with_name("live.sqlite3-wal").read_bytes())
    db.close()
    live.unlink()


async def test_the_journal_of_a_killed_bot_goes_aside_with_its_file(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    killed(file, "из журнала")
    await filled(copy, "из копии")

    former = restore(copy, file)

    assert former is not None
    assert (await texts(file), await texts(former)) == (["из копии"], ["из журнала"])


async def test_a_copy_with_a_journal_beside_it_is_restored_with_its_last_words(file: Path, tmp_path: Path) -> None:
    killed(tmp_path / "copy.sqlite3", "из журнала")

    restore(tmp_path / "copy.sqlite3", file)

    assert await texts(file) == ["из журнала"]


def left_alone(file: Path) -> None:
    """The journal of a file that somebody has deleted."""
    killed(file, "из журнала")
    file.unlink()


async def test_a_journal_that_outlived_its_file_is_not_replayed_into_the_copy(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    left_alone(file)
    await filled(copy, "из копии")

    assert restore(copy, file) is None
    assert await texts(file) == ["из копии"]
    assert (tmp_path / "bot.sqlite3.before-restore-wal").is_file()


async def test_a_file_that_another_process_has_open_is_left_alone(file: Path, tmp_path: Path) -> None:
    await filled(tmp_path / "copy.sqlite3", "из копии")
    async with await Database.open(file) as idle:
        await idle.write(lambda db: gap(db, "нынешнее"))

        error = refusal(restore, tmp_path / "copy.sqlite3", file)
        await idle.write(lambda db: gap(db, "и следующее"))

    assert "держит открытой другой процесс" in error.reason
    assert (await texts(file), names(tmp_path)) == (["и следующее", "нынешнее"], ["bot.sqlite3", "copy.sqlite3"])


async def test_copies_are_their_owners_alone(file: Path, tmp_path: Path) -> None:
    await filled(file)

    back_up(file, tmp_path / "copies" / "copy.sqlite3")
    restore(tmp_path / "copies" / "copy.sqlite3", file)

    found = (tmp_path / "copies", tmp_path / "copies" / "copy.sqlite3", file)
    assert [stat.S_IMODE(path.stat().st_mode) for path in found] == [0o700, 0o600, 0o600]


@pytest.mark.parametrize("kind", KINDS)
async def test_rubbish_is_refused_and_nothing_is_changed(file: Path, tmp_path: Path, kind: str) -> None:
    await filled(file)
    copy = await spoilt(tmp_path, kind)
    before = names(tmp_path)

    error = refusal(restore, copy, file)

    assert (error.path, error.reason != "") == (copy, True)
    assert (await texts(file), names(tmp_path)) == (["было"], before)


async def test_where_the_former_file_cannot_be_moved_nothing_is_changed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    await filled(file)
    await filled(tmp_path / "copy.sqlite3", "из копии")
    monkeypatch.setattr(backup, "_set_aside", busy)

    error = refusal(restore, tmp_path / "copy.sqlite3", file)

    assert (error.path, "нет прав" in error.reason, await texts(file)) == (file, True, ["было"])
    assert names(tmp_path) == ["bot.sqlite3", "copy.sqlite3"]


async def test_a_good_copy_is_good(file: Path) -> None:
    await filled(file)

    verify(file)
