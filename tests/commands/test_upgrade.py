"""`upgrade` tells what it takes, what waits for a person, and what it is refused for; its code tells which."""

import re
import shutil
from pathlib import Path

import pytest

from bot.datafiles.live_folder.first_copy import prepare_folder
from bot.datafiles.live_folder.places import SHIPPED_COPY
from tests.commands.terminal import Terminal

TOPICS = "topics.yaml"


@pytest.fixture
def live(terminal: Terminal, tmp_path: Path) -> Path:
    """The live folder of this release beside the database."""
    del terminal.environment["DATA_DIR"]
    folder = tmp_path / "bot.data"
    prepare_folder(folder)
    return folder


def edit(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_nothing_new_is_told(terminal: Terminal, live: Path) -> None:
    assert terminal.run("upgrade") == (0, f"{live}: всё из этого выпуска уже здесь.\n", "")


def test_before_the_first_run_there_is_nothing_to_upgrade(terminal: Terminal, live: Path) -> None:
    shutil.rmtree(live)

    assert terminal.run("upgrade") == (5, "", f"Папки {live} ещё нет: её сделает первый запуск (python -m bot run).\n")


def test_a_file_of_the_release_is_shown_and_then_taken(terminal: Terminal, live: Path) -> None:
    for file in (live / TOPICS, live / SHIPPED_COPY / TOPICS):
        edit(file, "\n# как было в прежнем выпуске\n")

    shown = terminal.run("upgrade", "--dry-run")
    taken = terminal.run("upgrade")

    assert shown == (0, f"{live}: upgrade возьмёт 1 файл.\n  {TOPICS}\n", "")
    assert taken == (0, f"{live}: из нового выпуска 1 файл.\n  {TOPICS}\n", "")
    assert "в прежнем выпуске" not in (live / TOPICS).read_text(encoding="utf-8")


def test_a_conflict_is_told_with_where_to_decide(terminal: Terminal, live: Path) -> None:
    edit(live / SHIPPED_COPY / TOPICS, "\n- id: former\n  title: Из прежнего выпуска\n  minutes: 15\n")
    edit(live / TOPICS, "\n- id: own\n  title: Своя тема\n  minutes: 15\n")

    code, out, err = terminal.run("upgrade")

    assert (code, out) == (1, "")
    assert err == f"Изменили и вы, и выпуск; осталось ваше, решите в чате командой /data:\n  {TOPICS}\n"


def test_a_fault_of_ones_own_holds_back_nothing(terminal: Terminal, live: Path) -> None:
    for file in (live / TOPICS, live / SHIPPED_COPY / TOPICS):
        edit(file, "\n# как было в прежнем выпуске\n")
    edit(live / "region.yaml", "\nчужое: поле\n")

    assert terminal.run("upgrade") == (0, f"{live}: из нового выпуска 1 файл.\n  {TOPICS}\n", "")


def test_what_would_bring_a_fault_is_held_back_and_named(terminal: Terminal, live: Path) -> None:
    former = "\n- id: former\n  title: Из прежнего выпуска\n  minutes: 15\n"
    for file in (live / TOPICS, live / SHIPPED_COPY / TOPICS):
        edit(file, former)
    article = next(file for file in live.glob("faq/*/*.md") if "\ntopic:" in file.read_text(encoding="utf-8"))
    article.write_text(re.sub("topic: .*", "topic: former", article.read_text(encoding="utf-8")), encoding="utf-8")

    code, _, err = terminal.run("upgrade")

    assert code == 1
    assert err.startswith(f"Из нового выпуска не взято, потому что в {live} появились бы ошибки")
    assert f"{article}:" in err
    assert former in (live / TOPICS).read_text(encoding="utf-8")


def test_somebodys_own_folder_and_the_release_itself_are_left_alone(terminal: Terminal, data: Path) -> None:
    terminal.environment["DATA_DIR"] = str(data)
    own = terminal.run("upgrade")
    terminal.environment["DATA_DIR"] = str(Path(__file__).parents[2] / "data")
    release = terminal.run("upgrade")

    assert (own[0], "ваша собственная папка" in own[2]) == (1, True)
    assert (release[0], "Уберите строку DATA_DIR" in release[2]) == (1, True)
