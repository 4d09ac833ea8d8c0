"""YAML is read as text with lines, and nothing in it is guessed or expanded."""

from pathlib import Path

import pytest
import yaml

from bot.datafiles import strict_yaml
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import MAX_CHARACTERS, FaultyYamlError, Listing, Mapping, Scalar, parse

FILE = Path("f.yaml")


def refused(text: str, first_line: int = 1) -> tuple[int, str]:
    with pytest.raises(FaultyYamlError) as fault:
        parse(text, FILE, first_line)
    assert fault.value.problem.file == FILE
    return fault.value.problem.line, fault.value.problem.reason


def test_a_document_becomes_a_tree_that_knows_its_lines() -> None:
    text = "title: Пароль\nvariants:\n  - забыл\n  - потерял\nsource:\n  url: https://a.b\n"

    assert parse(text, FILE) == Mapping(
        {
            "title": Scalar("Пароль", 1),
            "variants": Listing((Scalar("забыл", 3), Scalar("потерял", 4)), 3),
            "source": Mapping({"url": Scalar("https://a.b", 6)}, 6),
        },
        1,
    )


def test_lines_are_counted_from_the_line_where_the_text_stands_in_its_file() -> None:
    assert parse("a: 1\nb: 2\n", FILE, first_line=10) == Mapping({"a": Scalar("1", 10), "b": Scalar("2", 11)}, 10)
    assert refused("a: 1\na: 2\n", first_line=10)[0] == 11


@pytest.mark.parametrize(
    "value", ["on", "no", "yes", "true", "08:30", "8_112", "0x1F", "1e3", "2026-11-23", "1.0", "=", "<<", ".inf"]
)
def test_a_value_stays_the_text_it_is(value: str) -> None:
    assert parse(f"a: {value}\n", FILE) == Mapping({"a": Scalar(value, 1)}, 1)


@pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL", " "])
def test_nothing_is_none(value: str) -> None:
    assert parse(f"a: {value}\n", FILE) == Mapping({"a": Scalar(None, 1)}, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [('"null"', "null"), ("'~'", "~"), ('""', ""), ("|\n  null", "null"), (">\n  два\n  слова", "два слова")],
)
def test_a_quoted_or_block_value_is_text_even_where_it_looks_like_nothing(value: str, text: str) -> None:
    assert parse(f"a: {value}", FILE) == Mapping({"a": Scalar(text, 1)}, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# только примечание\n", "---\n", "--- \n...\n"])
def test_an_empty_document_is_none(text: str) -> None:
    assert parse(text, FILE) in (Scalar(None, 1), Scalar(None, 2))


def test_a_mark_of_byte_order_and_a_directive_do_no_harm() -> None:
    assert parse("\ufeffa: 1\n", FILE) == Mapping({"a": Scalar("1", 1)}, 1)
    assert parse("%YAML 1.1\n---\na: 1\n", FILE) == Mapping({"a": Scalar("1", 3)}, 3)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb:\n\tc: 1\n", 3, "не читается"),
        ("a: 1\nb:\n  c: 2\n\td: 3\n", 4, "табуляция"),
        ("a: 1\nb: c: d\n", 2, "не читается"),
        ("a: 1\nb: [1, 2\n", 3, "не читается"),
        ("a: 1\nb: &x 2\n", 2, "ссылки YAML"),
        ("a: 1\nb: [1]\nc: *x\n", 3, "ссылки YAML"),
        ("a:\n  - &x [1]\n", 2, "ссылки YAML"),
        ("a: 1\n*x : 1\n", 2, "простым словом"),
        ("a: 1\n? [b]\n: 1\n", 2, "простым словом"),
        ("a: 1\nb: 2\na: 3\n", 3, "поле «a» записано дважды"),
        ("a:\n  b: 1\n  b: 2\n", 3, "поле «b» записано дважды"),
        ("a: 1\n---\nb: 2\n", 2, "вторая часть"),
        ("a: 1\nб: я\x07\n", 2, "недопустимый знак"),
        ("a: 1\nб: я\x00\n", 2, "недопустимый знак"),
        ("ё: \U0001f600\nб: ж\n\x1f", 3, "недопустимый знак"),
        ('a: 1\nb: "\\ud800"\n', 2, "не читается"),
        ("a:\n  [[[[[[[[[1]]]]]]]]]\n", 2, "слишком глубокая вложенность"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_line(text: str, line: int, word: str) -> None:
    found, reason = refused(text)

    assert (found, word in reason) == (line, True), reason


def test_eight_levels_are_enough_and_allowed() -> None:
    assert isinstance(parse("a:\n  [[[[[[[1]]]]]]]\n", FILE), Mapping)


@pytest.mark.parametrize("text", ["[" * 20_000, "a: " + "[" * 20_000 + "]" * 20_000, "{a: " * 20_000])
def test_twenty_thousand_brackets_are_refused(text: str) -> None:
    assert refused(text)[0] == 1


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh"))  # noqa: B905 - the letters run on

    assert refused(bomb) == (1, "ссылки YAML (& и *) здесь не разрешены.")


def test_a_text_over_the_limit_is_refused_unread_and_one_at_the_limit_is_read() -> None:
    rest = MAX_CHARACTERS - len("a: ")

    assert parse("a: " + "x" * rest, FILE) == Mapping({"a": Scalar("x" * rest, 1)}, 1)
    assert refused("a: " + "x" * (rest + 1)) == (1, "файл слишком большой.")


def test_tags_of_types_are_not_obeyed() -> None:
    assert parse('a: !!python/object/apply:os.system ["ls"]\nb: !!int "5"\n', FILE) == Mapping(
        {"a": Listing((Scalar("ls", 1),), 1), "b": Scalar("5", 2)}, 1
    )


def test_a_fault_tells_file_line_reason_and_cure() -> None:
    with pytest.raises(FaultyYamlError, match=r"^f\.yaml:2: поле «a» записано дважды\. Что сделать: оставьте одно"):
        parse("a: 1\na: 2\n", FILE)


@pytest.mark.parametrize(("text", "line"), [("a: 1\nб: я\x07\n", 2), ("a: 1\n\tb: 2\n", 2), ("[" * 100, 1)])
def test_the_loader_without_c_says_the_same(monkeypatch: pytest.MonkeyPatch, text: str, line: int) -> None:
    monkeypatch.setattr(strict_yaml, "_Loader", yaml.SafeLoader)

    assert refused(text)[0] == line


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    late, early, other = (
        FileProblem(FILE, 9, "а", ""),
        FileProblem(FILE, 2, "я", ""),
        FileProblem(Path("a.yaml"), 99, "", ""),
    )

    assert sorted([late, early, other]) == [other, early, late]
