"""The folder of the FAQ is read whole: what is good can be used, what is not is told."""

from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.faq.library import MissingFilesError, load
from tests.faq.small_shelves import GROUPS, Shelves


def told(problems: list[FileProblem]) -> list[tuple[str, int, str]]:
    return [(problem.file.name, problem.line, problem.reason) for problem in problems]


def test_shelves_stand_in_their_order_and_articles_in_the_order_of_names(shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач")
    shelves.article("signin/b-two", "Второй")
    shelves.article("signin/a-one", "Первый")

    library, problems = load(shelves.folder)

    assert [(group.id, group.title, [a.id for a in group.articles]) for group in library.groups] == [
        ("signin", "Вход", ["a-one", "b-two"]),
        ("health", "Здоровье", ["doctor"]),
    ]
    assert [article.id for article in library.articles] == ["a-one", "b-two", "doctor"]
    assert (library.synonyms, problems) == ({}, [])


def test_an_article_is_found_by_its_name_and_by_what_it_covers(shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач", "covers: [dentist, child-doctor]\n")

    library, _ = load(shelves.folder)

    assert library.article("doctor") == library.article("dentist") == library.articles[0]
    assert library.article("nobody") is None


def test_a_shelf_is_found_by_its_name_and_an_empty_one_is_not_shown(shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач")

    library, _ = load(shelves.folder)

    assert library.group("health") == library.groups[0]
    assert library.group("signin") is None


def test_synonyms_are_read_by_their_main_word(shelves: Shelves) -> None:
    shelves.write("synonyms.yaml", "врач: [доктор, терапевт]\nпустое:\n")

    assert load(shelves.folder)[0].synonyms == {"врач": ("доктор", "терапевт"), "пустое": ()}


def test_a_faulty_article_is_left_out_and_told(shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач")
    shelves.article("health/nurse", "Сестра", "link: нет\n")

    library, problems = load(shelves.folder)

    assert [article.id for article in library.articles] == ["doctor"]
    assert told(problems) == [("nurse.md", 8, "это не адрес страницы.")]


def test_a_folder_without_a_shelf_is_told(shelves: Shelves) -> None:
    shelves.article("taxes/tax", "Налог")

    library, problems = load(shelves.folder)

    assert (library.articles, told(problems)) == ((), [("tax.md", 1, "папки «taxes» нет среди полок.")])


def test_the_same_name_twice_is_told_and_the_first_stays(shelves: Shelves) -> None:
    shelves.article("health/card", "Карта врача")
    shelves.article("signin/card", "Карта входа")
    shelves.article("signin/late", "Поздний", "covers: [card]\n")

    library, problems = load(shelves.folder)

    assert library.by_id["card"].title == "Карта врача"  # type: ignore[index]  # - a plain name is enough here
    assert told(problems) == [
        ("card.md", 1, "на «card» уже отвечает «health/card»."),
        ("late.md", 1, "на «card» уже отвечает «health/card»."),
    ]


@pytest.mark.parametrize(
    ("groups", "line", "reason"),
    [
        ("", 1, "здесь должен быть список полок."),
        ("signin: Вход\n", 1, "здесь должен быть список полок."),
        (GROUPS + "a: 1\n", 5, "запись не читается: пункт списка сдвинут не так, как соседние."),
        (GROUPS + "- просто слово\n", 5, "это не полка."),
        (GROUPS + "- id: signin\n  title: Опять\n", 5, "полка «signin» уже есть выше."),
        (GROUPS + "- id: Врач\n  title: Врач\n", 5, "«Врач» не подходит для id."),
        (GROUPS + "- id: taxes\n", 5, "поле «title» пустое."),
        (GROUPS + "- title: Налоги\n", 5, "поле «id» пустое."),
        (GROUPS + "- id: taxes\n  title: Налоги\n  order: 5\n", 7, "поле «order» неизвестно."),
    ],
)
def test_faulty_shelves_are_told_once_with_their_line(shelves: Shelves, groups: str, line: int, reason: str) -> None:
    shelves.write("groups.yaml", groups)
    shelves.article("health/doctor", "Врач")

    _, problems = load(shelves.folder)

    assert told(problems) == [("groups.yaml", line, reason)]


def test_a_shelf_without_a_title_shows_its_name(shelves: Shelves) -> None:
    shelves.write("groups.yaml", "- id: health\n")
    shelves.article("health/doctor", "Врач")

    assert [group.title for group in load(shelves.folder)[0].groups] == ["health"]


@pytest.mark.parametrize(
    ("synonyms", "faults"),
    [
        ("- врач\n", [(1, "здесь должны быть строки «слово: [слова]».")]),
        ("врач: доктор\n", [(1, "в поле «врач» ожидается список.")]),
        ("а: [б]\nа: [в]\n", [(2, "поле «а» записано дважды.")]),
    ],
)
def test_faulty_synonyms_are_told(shelves: Shelves, synonyms: str, faults: list[tuple[int, str]]) -> None:
    shelves.write("synonyms.yaml", synonyms)

    assert told(load(shelves.folder)[1]) == [("synonyms.yaml", line, reason) for line, reason in faults]


@pytest.mark.parametrize("name", ["groups.yaml", "synonyms.yaml"])
def test_a_file_of_another_encoding_is_one_problem(shelves: Shelves, name: str) -> None:
    shelves.write(name, "- id: вход\n", "cp1251")

    library, problems = load(shelves.folder)

    assert library.articles == ()
    assert told(problems) == [(name, 1, "файл в старой кодировке Windows (cp1251).")]


def test_what_editors_and_desktops_leave_behind_is_not_read(shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач")
    shelves.write("health/._doctor.md", "\x00\x05")
    shelves.write(".trash/old.md", "---")
    (shelves.folder / "health" / ".#doctor.md").symlink_to("nowhere")

    library, problems = load(shelves.folder)

    assert ([article.id for article in library.articles], problems) == (["doctor"], [])


def test_a_missing_folder_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(MissingFilesError) as missing:
        load(tmp_path / "nowhere")

    assert missing.value.path == tmp_path / "nowhere" / "groups.yaml"
