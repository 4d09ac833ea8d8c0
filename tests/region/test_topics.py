"""Topics of consultations: the good ones can be used, the others say what is wrong."""

from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.region.topics import Topic, load_topics

MISSING = "верните его из прежней версии или проверьте DATA_DIR."
CURE = "сохраните его в UTF-8: в Excel — «CSV UTF-8», в Блокноте — «Кодировка: UTF-8»."


GOOD = """- id: fines
  title: Штрафы
  minutes: 20
  bring: [паспорт, телефон]
  librarian_may_not:
    - платить за вас
- id: other
  title: Другое
  minutes: 240
"""
FINES = Topic("fines", "Штрафы", 20, ("паспорт", "телефон"), ("платить за вас",))
OTHER = Topic("other", "Другое", 240, (), ())
SHORT = "напишите слово или два: «знак ГТО»."


def written(folder: Path, text: str) -> Path:
    file = folder / "topics.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def told(problems: list[FileProblem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in problems]


def test_a_good_file_becomes_the_topics_in_their_order(tmp_path: Path) -> None:
    assert load_topics(written(tmp_path, GOOD)) == ((FINES, OTHER), [])


@pytest.mark.parametrize("minutes", ["0", "241", "-5", "20.5", "полчаса", "²0", "٣", "9" * 5000, "null"])
def test_minutes_are_a_number_a_consultation_can_take(tmp_path: Path, minutes: str) -> None:
    topics, problems = load_topics(written(tmp_path, GOOD.replace("minutes: 20", f"minutes: {minutes}")))

    assert topics == (OTHER,)
    assert (problems[0].line, problems[0].reason) == (3, "длительность непонятна.")


@pytest.mark.parametrize(
    ("text", "good", "faults"),
    [
        (GOOD.replace("  title: Штрафы\n", ""), (OTHER,), [(1, "поле «title» пустое.")]),
        (GOOD.replace("bring:", "brings:"), (OTHER,), [(4, "поле «brings» неизвестно.")]),
        (GOOD.replace("id: fines", "id: Штрафы"), (OTHER,), [(1, "«Штрафы» не подходит для id.")]),
        (GOOD.replace("id: fines", "id:"), (OTHER,), [(1, "поле «id» пустое.")]),
        (GOOD.replace("id: other", "id: fines"), (FINES,), [(7, "тема «fines» уже есть выше.")]),
        (GOOD + "- просто слово\n", (FINES, OTHER), [(10, "это не тема.")]),
    ],
)
def test_a_faulty_topic_is_told_and_left_out(
    tmp_path: Path, text: str, good: tuple[Topic, ...], faults: list[tuple[int, str]]
) -> None:
    topics, problems = load_topics(written(tmp_path, text))

    assert (topics, told(problems)) == (good, faults)


@pytest.mark.parametrize("text", ["", "[]", "id: fines\n", "слово"])
def test_a_file_without_a_list_is_a_problem(tmp_path: Path, text: str) -> None:
    topics, problems = load_topics(written(tmp_path, text))

    assert (topics, told(problems)) == ((), [(1, "здесь должен быть список тем.")])


def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    topics, problems = load_topics(written(tmp_path, GOOD + "\t- id: x\n"))

    assert (topics, [problem.line for problem in problems]) == ((), [10])


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "topics.yaml"

    assert load_topics(file) == ((), [FileProblem(file, 1, "файла нет.", MISSING)])


def test_a_file_of_another_encoding_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "topics.yaml"
    file.write_bytes(GOOD.encode("cp1251"))

    assert load_topics(file) == ((), [FileProblem(file, 2, "файл в старой кодировке Windows (cp1251).", CURE)])


def test_a_topic_may_have_other_wordings(tmp_path: Path) -> None:
    topics, problems = load_topics(written(tmp_path, GOOD + "  wordings: [знак ГТО, нормативы]\n"))

    assert (topics[1].wordings, problems) == (("знак ГТО", "нормативы"), [])


def test_a_wording_that_says_nothing_is_named(tmp_path: Path) -> None:
    topics, problems = load_topics(written(tmp_path, GOOD + "  wordings: [да]\n"))

    assert ([one.id for one in topics], [one.cure for one in problems]) == (["fines"], [SHORT])
