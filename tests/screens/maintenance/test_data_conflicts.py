"""What is said of a file that people or the release have deleted is true of it, and each button has something to do."""

from bot.datafiles.live_folder.merge import FileMerge
from bot.screens.maintenance import data_conflicts
from bot.screens.screen import Button, Screen

DELETED_HERE = FileMerge("faq/a.md", b"old", b"new", None)
DELETED_THERE = FileMerge("faq/a.md", b"old", None, b"own")


def labels(screen: Screen) -> list[str]:
    return [one.label for line in screen.rows for one in line if isinstance(one, Button)]


def test_of_a_file_that_people_deleted_nothing_is_kept_and_nothing_comes_back() -> None:
    taken = data_conflicts.taken("m", DELETED_HERE)

    assert taken.text == "Взял из нового выпуска: faq/a.md. Уже отвечаю по нему."
    assert "Вернуть своё" not in labels(taken)
    assert "сохранится" not in data_conflicts.difference(DELETED_HERE).text
    assert data_conflicts.kept("m", DELETED_HERE).text.startswith("Файла faq/a.md по-прежнему нет.")


def test_of_a_file_that_the_release_removed_there_is_nothing_new_to_take() -> None:
    taken, kept = data_conflicts.taken("m", DELETED_THERE), data_conflicts.kept("m", DELETED_THERE)

    assert taken.text == "Убрал файл faq/a.md. Ваш прежний файл сохранён."
    assert "Вернуть своё" in labels(taken)
    assert kept.text == "Оставил ваше: faq/a.md. Больше о нём не спрошу."
    assert "Взять новое" not in labels(kept)
