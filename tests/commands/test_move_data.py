"""deploy/move_data.py: ended half way it is finished by another run, and edits that it has not moved stay."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "deploy" / "move_data.py"
ENV = "BOT_TOKEN=t\nDATA_DIR=data\n"
EDITED = {"a.md": "правка", "new.md": "новая"}


def git(folder: Path, *words: str) -> str:
    command = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "safe.directory=*", *words)
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout  # noqa: S603 - fixed words


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of 0.1.0 in which the bot has changed, added and deleted a file."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    git(tmp_path, "init", "--quiet")
    write(tmp_path / "data", {"a.md": "выпуск", "b.md": "выпуск", "gone.md": "выпуск"})
    (tmp_path / ".gitignore").write_text("/.env\n/var/\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "0.1.0")
    (tmp_path / "var").mkdir()
    edit(tmp_path)
    return tmp_path


def edit(checkout: Path) -> None:
    write(checkout / "data", EDITED)
    (checkout / "data" / "gone.md").unlink(missing_ok=True)
    (checkout / ".env").write_text(ENV)


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def run(checkout: Path) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE", "DATA_DIR"}}
    command = (sys.executable, str(SCRIPT))
    done = subprocess.run(command, cwd=checkout, env=environment, check=False, capture_output=True, text=True)  # noqa: S603 - fixed words
    return done.returncode, done.stdout + done.stderr


def live(checkout: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in (checkout / "var" / "bibliogos.data").glob("*.md")}


def test_edits_go_to_the_live_folder_and_the_checkout_is_clean(checkout: Path) -> None:
    code, words = run(checkout)

    assert (code, live(checkout)) == (0, {**EDITED, "b.md": "выпуск"})
    assert "Правки перенесены" in words
    assert git(checkout, "status", "--porcelain") == ""
    assert "# DATA_DIR=data" in (checkout / ".env").read_text()
    assert run(checkout)[1].startswith("var/bibliogos.data уже есть: правки перенесены раньше.")


@pytest.mark.parametrize(
    "reset", [(), ("a.md",), ("a.md", "gone.md")], ids=["nothing", "a file", "all but the new one"]
)
def test_ended_before_data_was_reset_it_is_finished_by_another_run(checkout: Path, reset: tuple[str, ...]) -> None:
    run(checkout)
    edit(checkout)  # as it was left, as far as git had come
    git(checkout, "checkout", "HEAD", "--", *(f"data/{name}" for name in reset or ("b.md",)))

    code, _ = run(checkout)

    assert (code, live(checkout)) == (0, {**EDITED, "b.md": "выпуск"})
    assert git(checkout, "status", "--porcelain") == ""
    assert "# DATA_DIR=data" in (checkout / ".env").read_text()


def test_ended_before_the_setting_was_taken_out_it_is_finished_by_another_run(checkout: Path) -> None:
    run(checkout)
    (checkout / ".env").write_text(ENV)

    assert run(checkout)[0] == 0
    assert "# DATA_DIR=data" in (checkout / ".env").read_text()


def test_an_edit_that_is_not_in_the_live_folder_is_not_thrown_away(checkout: Path) -> None:
    run(checkout)
    edit(checkout)
    write(checkout / "data", {"b.md": "позже"})

    code, words = run(checkout)

    assert code == 1
    assert "а в нём не то, что здесь: data/b.md." in words
    assert (checkout / "data" / "b.md").read_text() == "позже"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_run_by_root_the_folder_belongs_to_the_user_of_the_bot(checkout: Path) -> None:
    os.chown(checkout / "var", 12345, 12345)

    run(checkout)

    folder = checkout / "var" / "bibliogos.data"
    assert {file.stat().st_uid for file in (folder, *folder.rglob("*"))} == {12345}
