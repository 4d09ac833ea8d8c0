"""Records are read field by field; every fault is noted at its line and none stops the reading."""

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import Mapping, parse
from bot.datafiles.yaml_record import YamlRecord

FILE = Path("f.yaml")


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Record:
    """Fields of a text, with the faults found so far."""

    def __init__(self, text: str) -> None:
        tree = parse(text, FILE)
        assert isinstance(tree, Mapping)
        self.problems: list[FileProblem] = []
        self.fields = YamlRecord(tree, FILE, self.problems)

    @property
    def faults(self) -> list[tuple[int, str]]:
        return [(problem.line, problem.reason) for problem in self.problems]


def test_a_text_loses_the_blanks_around_it_and_may_be_absent() -> None:
    record = Record('a: "  слово  "\nb: null\nc: ""\n')

    assert [record.fields.text(name) for name in "abcd"] == ["слово", None, None, None]
    assert record.faults == []


def test_a_list_where_one_value_belongs_is_a_fault() -> None:
    record = Record("x: 1\na: [1, 2]\n")

    assert record.fields.text("a") is None
    assert record.faults == [(2, "в поле «a» ожидается одно значение.")]


@pytest.mark.parametrize(
    ("text", "line"), [("x: 1\na:\n", 2), ('x: 1\na: ""\n', 2), ('x: 1\na: "  "\n', 2), ("\nx: 1\n", 2)]
)
def test_a_required_field_that_is_empty_or_missing_is_a_fault(text: str, line: int) -> None:
    record = Record(text)

    assert record.fields.required("a") == ""
    assert record.problems == [FileProblem(FILE, line, "поле «a» пустое.", "впишите «a: …».")]


def test_a_list_of_texts_leaves_out_what_is_empty() -> None:
    record = Record('a: [" один ", два, null, ""]\nb: null\nc: []\n')

    assert [record.fields.texts(name) for name in "abcd"] == [("один", "два"), (), (), ()]
    assert record.faults == []


@pytest.mark.parametrize("value", ["слово", "{b: 1}", "[{b: 1}]", "[[1]]"])
def test_anything_but_a_list_of_texts_is_a_fault(value: str) -> None:
    record = Record(f"x: 1\na: {value}\n")

    assert record.fields.texts("a") == ()
    assert record.faults == [(2, "в поле «a» ожидается список.")]


def test_records_are_read_like_the_whole_and_report_to_the_same_list() -> None:
    record = Record("a:\n  - b: 1\n  - c: 2\n")

    found = [item.required("b") for item in record.fields.records("a")]

    assert found == ["1", ""]
    assert record.faults == [(3, "поле «b» пустое.")]


def test_no_records_are_no_fault() -> None:
    record = Record("a: null\n")

    assert (record.fields.records("a"), record.fields.records("b"), record.faults) == ((), (), [])


@pytest.mark.parametrize("value", ["слово", "[слово]", "{b: 1}"])
def test_anything_but_a_list_of_records_is_a_fault(value: str) -> None:
    record = Record(f"x: 1\na: {value}\n")

    assert record.fields.records("a") == ()
    assert record.faults == [(2, "в поле «a» ожидается список записей.")]


def test_a_day_is_written_year_month_day() -> None:
    record = Record("a: 2026-11-23\nb: null\n")

    assert (record.fields.day("a"), record.fields.day("b"), record.faults) == (date(2026, 11, 23), None, [])


@pytest.mark.parametrize("value", ["23.11.2026", "2026-11-31", "вчера", "2026-13-01", "2026"])
def test_any_other_day_is_a_fault(value: str) -> None:
    record = Record(f"x: 1\na: {value}\n")

    assert record.fields.day("a") is None
    assert record.faults == [(2, f"«{value}» — не дата.")]


def test_a_choice_is_one_of_its_words_or_the_default() -> None:
    record = Record("a: large\n")

    assert (record.fields.choice("a", Size, Size.SMALL), record.fields.choice("b", Size, Size.SMALL)) == (
        Size.LARGE,
        Size.SMALL,
    )


def test_a_choice_of_another_word_is_a_fault_that_names_the_words() -> None:
    record = Record("x: 1\na: huge\n")

    assert record.fields.choice("a", Size, Size.SMALL) is Size.SMALL
    assert record.problems == [FileProblem(FILE, 2, "«huge» здесь не бывает.", "выберите: small, large.")]


def test_a_field_nobody_asked_for_is_a_fault_that_names_those_that_exist() -> None:
    record = Record("title: а\ntitel: б\nzzz: в\n")
    record.fields.text("title")
    record.fields.text("variants")

    record.fields.done()

    cure = "проверьте имя поля: title, variants."
    assert record.problems == [
        FileProblem(FILE, 2, "поле «titel» неизвестно.", cure),
        FileProblem(FILE, 3, "поле «zzz» неизвестно.", cure),
    ]
