"""`backup`, `restore`, `migrate` say what was done or what to do, and their code tells which."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.screens.maintenance.database_text import unusable
from tests.commands.terminal import Terminal
from tests.storage.rows import filled, texts


def test_a_copy_is_taken_and_its_size_told(terminal: Terminal, tmp_path: Path) -> None:
    asyncio.run(filled(tmp_path / "bot.sqlite3", "вопрос"))

    code, out, err = terminal.run("backup", "copy.sqlite3")

    size = (tmp_path / "copy.sqlite3").stat().st_size // 1024
    assert (code, out, err) == (0, f"Копия снята и проверена: copy.sqlite3 ({size} кБ).\n", "")
    assert asyncio.run(texts(tmp_path / "copy.sqlite3")) == ["вопрос"]


def test_where_no_copy_can_be_taken_it_says_why(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite3"

    assert terminal.run("backup", "copy.sqlite3") == (
        4,
        "",
        f"Копия не снята. {database}: такого файла нет. Проверьте место на диске и путь.\n",
    )


def test_a_copy_is_put_back_and_the_former_file_named(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite3"
    asyncio.run(filled(database, "нынешнее"))
    asyncio.run(filled(tmp_path / "copy.sqlite3", "из копии"))

    code, out, err = terminal.run("restore", "copy.sqlite3")

    aside = f"Прежняя база лежит рядом: {database}.before-restore."
    assert (code, out, err) == (0, f"База возвращена из copy.sqlite3. {aside} Теперь запустите бота.\n", "")
    assert asyncio.run(texts(database)) == ["из копии"]


def test_the_first_database_is_restored_without_a_former_one(terminal: Terminal, tmp_path: Path) -> None:
    asyncio.run(filled(tmp_path / "copy.sqlite3"))

    assert terminal.run("restore", "copy.sqlite3") == (
        0,
        "База возвращена из copy.sqlite3. Теперь запустите бота.\n",
        "",
    )


def test_rubbish_is_not_restored(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite3").write_text("не база", encoding="utf-8")

    code, out, err = terminal.run("restore", "copy.sqlite3")

    assert (code, out) == (4, "")
    assert err == "База не тронута. copy.sqlite3: это не база данных. Возьмите другую копию.\n"


def test_a_database_is_brought_to_this_release(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite3"

    assert terminal.run("migrate") == (0, f"База {database} соответствует этой версии программы.\n", "")
    assert asyncio.run(texts(database)) == []


def test_a_file_that_cannot_be_migrated_is_told(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite3"
    database.write_text("не база" * 999, encoding="utf-8")

    words = f"{unusable(database, 'это не база данных')}\n"
    assert terminal.run("migrate") == (4, "", words)


def test_a_copy_holds_the_live_data_and_gives_it_back(terminal: Terminal, data: Path, tmp_path: Path) -> None:
    database = tmp_path / "bot.sqlite3"
    asyncio.run(filled(database, "вопрос"))
    topics = (data / "topics.yaml").read_bytes()
    assert terminal.run("backup", "copy.sqlite3")[0] == 0
    (data / "topics.yaml").write_text("испорчено", encoding="utf-8")

    code, out, err = terminal.run("restore", "copy.sqlite3")

    assert (code, err) == (0, "")
    assert f" Папка данных возвращена: {data}, прежняя лежит рядом: {data}.before-restore. " in out
    assert (data / "topics.yaml").read_bytes() == topics
    assert (tmp_path / "data.before-restore" / "topics.yaml").read_text(encoding="utf-8") == "испорчено"
    assert tables(database).isdisjoint({"live_data_archive"})
    with closing(sqlite3.connect(database)) as restored:
        assert restored.execute("pragma freelist_count").fetchone() == (0,)  # nor does its room stay empty in the file


def test_a_copy_with_spoilt_data_is_not_restored(terminal: Terminal, tmp_path: Path) -> None:
    asyncio.run(filled(tmp_path / "bot.sqlite3", "нынешнее"))
    assert terminal.run("backup", "copy.sqlite3")[0] == 0
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy, copy:
        copy.execute("update live_data_archive set content = x'00'")

    code, _, err = terminal.run("restore", "copy.sqlite3")

    assert code == 4
    assert "папка данных в копии испорчена" in err
    assert not (tmp_path / "data.before-restore").exists()


def tables(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        return {name for (name,) in connection.execute("select name from sqlite_schema")}
