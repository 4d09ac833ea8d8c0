"""The file of other regions' towns: what can be used of it, and what is told of the rest."""

from pathlib import Path

from bot.centres.places.elsewhere import ElsewhereTown, load_elsewhere
from bot.datafiles.file_problem import FileProblem


def loaded(file: Path, text: str) -> tuple[tuple[ElsewhereTown, ...], list[FileProblem]]:
    problems: list[FileProblem] = []
    file.write_text(text)
    return load_elsewhere(file, problems), problems


def test_towns_are_read_with_their_other_names(tmp_path: Path) -> None:
    towns, problems = loaded(tmp_path / "e.csv", "# чужие\nname,other_names,region\nБорки,Боры|Борок,Лесная область\n")

    borki = ElsewhereTown("Борки", "Лесная область", ("Боры", "Борок"))
    assert (towns, problems) == ((borki, ElsewhereTown("Лесная область", "Лесная область")), [])


def test_a_bad_line_is_told_with_its_number_and_the_rest_is_used(tmp_path: Path) -> None:
    towns, problems = loaded(tmp_path / "e.csv", "name,other_names,region\nБорки,,\nСосны,,Лесная область\n")

    assert [town.name for town in towns] == ["Сосны", "Лесная область"]
    assert [problem.line for problem in problems] == [2]


def test_other_columns_are_a_fault_of_the_whole_file(tmp_path: Path) -> None:
    towns, problems = loaded(tmp_path / "e.csv", "город,область\nБорки,Лесная\n")

    assert (towns, len(problems)) == ((), 1)


def test_a_region_may_do_without_the_file(tmp_path: Path) -> None:
    assert load_elsewhere(tmp_path / "none.csv", []) == ()
