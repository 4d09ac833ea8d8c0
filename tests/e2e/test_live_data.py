"""The bot as an operator starts it the first time and after a slip of the pen in DATABASE."""

from pathlib import Path

from bot.datafiles.live_folder.places import files_in
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.e2e.process import STARTED, started


async def refused_run(database: Path) -> tuple[int, str]:
    async with started(database.parent, new=False, DATABASE=str(database)) as bot:
        return await bot.ended(), bot.log


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_the_first_run_makes_the_live_folder_and_answers_from_it(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    live = tmp_path / "bot.data"
    async with started(tmp_path, BOT_API_URL=sandbox.url, DATA_DIR="") as bot:
        await bot.logged(STARTED)
        assert await bot.stop() == 0
    assert files_in(live).keys() == files_in(Path("data")).keys()
    assert f"Файлы data скопированы в {live}" in bot.log

    article = live / "faq" / "signin" / "login-forgot.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("\n---\n", "\n---\nОтвет живой папки. ", 1), encoding="utf-8")
    async with started(tmp_path, BOT_API_URL=sandbox.url, DATA_DIR="") as bot:
        await bot.logged(STARTED)
        await anna.say("забыл пароль")
        await anna.wait_for_text("Ответ живой папки.", 60)
        assert await bot.stop() == 0
    assert "скопированы" not in bot.log


async def test_a_mistyped_database_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "bibliogos.sqlite3").touch()

    code, told = await refused_run(place / "biblogos.sqlite3")
    elsewhere, _ = await refused_run(place / "нет" / "bibliogos.sqlite3")

    assert (code, elsewhere) == (9, 9)
    assert "Рядом лежит: bibliogos.sqlite3." in told
    assert "python -m bot run --new" in told
    left = [one for one in names(place) if not one.endswith(".npz") and one != "нет"]
    assert left == ["bibliogos.sqlite3"]
