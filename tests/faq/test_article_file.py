"""One file of the FAQ becomes exactly its article, or says on which line what is wrong."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.faq.article import Article, ArticleId, Confidence, GroupId, Source
from bot.faq.article_file import read_article

HEAD = """---
title: Забыл пароль. Что делать?
variants:
  - не помню пароль
  - "сбросить: пароль"
  - восстановить вход
  - потерял пароль
covers: [password-lost]
tags: [пароль]
related: [login-code]
topic: recovery
link: https://www.gosuslugi.ru/help
sources:
  - url: https://www.gosuslugi.ru/help/1
    date: 2026-10-01
  - url: https://example.ru/2
checked: 2026-11-23
review_by: 2027-05-23
confidence: partial
may_change: "кнопки меняют: уточните по телефону 115."
---
"""
MAY_CHANGE = 'may_change: "кнопки меняют: уточните по телефону 115."\n'
BODY = """Нажмите **«Забыли пароль?»**.

1. Впишите телефон.
2. Придумайте новый пароль.

Дождитесь письма.
"""
GOOD = HEAD + BODY
WINDOWS = GOOD.replace("\n", "\r\n")
ARTICLE = Article(
    id=ArticleId("forgot-password"),
    group=GroupId("signin"),
    title="Забыл пароль. Что делать?",
    variants=("не помню пароль", "сбросить: пароль", "восстановить вход", "потерял пароль"),
    body=BODY.strip(),
    covers=("password-lost",),
    tags=("пароль",),
    related=(ArticleId("login-code"),),
    topic="recovery",
    link="https://www.gosuslugi.ru/help",
    sources=(Source("https://www.gosuslugi.ru/help/1", "2026-10-01"), Source("https://example.ru/2", "без даты")),
    checked=date(2026, 11, 23),
    review_by=date(2027, 5, 23),
    may_change="кнопки меняют: уточните по телефону 115.",
    confidence=Confidence.PARTIAL,
)
SHORT = "---\ntitle: Вопрос?\nvariants: [а, б, в, г]\n---\nОтвет.\n"


def written(folder: Path, text: str | bytes, name: str = "forgot-password") -> Path:
    file = folder / "signin" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def faults(folder: Path, text: str | bytes, name: str = "forgot-password") -> list[tuple[int, str]]:
    file = written(folder, text, name)
    article, problems = read_article(file)
    assert article is None
    assert {problem.file for problem in problems} == {file}
    return [(problem.line, problem.reason) for problem in problems]


def test_a_good_file_becomes_exactly_its_article(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, GOOD)) == (ARTICLE, [])


@pytest.mark.parametrize(
    "saved", [WINDOWS.encode(), GOOD.encode("utf-8-sig"), WINDOWS.encode("utf-8-sig")], ids=["crlf", "bom", "both"]
)
def test_a_file_saved_on_windows_is_the_same(tmp_path: Path, saved: bytes) -> None:
    assert read_article(written(tmp_path, saved)) == (ARTICLE, [])


def test_a_rescue_service_with_its_number_is_no_fault(tmp_path: Path) -> None:
    text = GOOD.replace("1. Впишите телефон.", "1. Вызывайте скорую: 103 или 112. Всё не на скорую руку.")

    assert read_article(written(tmp_path, text))[1] == []


def test_the_doubt_may_stand_in_the_text_as_files_before_had_it(tmp_path: Path) -> None:
    text = GOOD.replace(MAY_CHANGE, "") + "\nЭто могло измениться: уточните по телефону 115.\n"

    assert read_article(written(tmp_path, text))[1] == []


def test_what_may_be_left_out_is_left_out(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, SHORT, "a1")) == (
        Article(ArticleId("a1"), GroupId("signin"), "Вопрос?", ("а", "б", "в", "г"), "Ответ."),
        [],
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("title: Забыл пароль. Что делать?", "title:", 2, "поле «title» пустое."),
        ("title: Забыл пароль. Что делать?", f"title: {'я' * 81}", 2, "заголовок длиннее 80 знаков."),
        ("title:", "titel:", 2, "поле «title» пустое."),
        ("  - не помню пароль\n", "", 4, "меньше 4 вариантов вопроса."),
        ("  - не помню пароль", f"  - {'я' * 121}", 4, "вариант длиннее 120 знаков."),
        ("variants:\n  - не помню", "variants: слово\nx:\n  - не помню", 3, "в поле «variants» ожидается список."),
        ("topic: recovery", "topic: Вход", 11, "«Вход» не бывает именем темы."),
        ("topic: recovery", "topic: [recovery]", 11, "в поле «topic» ожидается одно значение."),
        ("link: https://www.gosuslugi.ru/help", "link: www.gosuslugi.ru", 12, "это не адрес страницы."),
        ("link: https://www.gosuslugi.ru/help", "link: ftp://gosuslugi.ru", 12, "это не адрес страницы."),
        ("link: https://www.gosuslugi.ru/help", "link: https://локально", 12, "это не адрес страницы."),
        ("link: https://www.gosuslugi.ru/help", "link: https://gosuslugi.ru/a b", 12, "это не адрес страницы."),
        ("link: https://www.gosuslugi.ru/help", 'link: "https://[плохо.ru"', 12, "это не адрес страницы."),
        ("link: https://www.gosuslugi.ru/help", "link: javascript:alert(1)", 12, "это не адрес страницы."),
        ("  - url: https://example.ru/2", "  - дата: вчера", 16, "поле «url» пустое."),
        ("    date: 2026-10-01", "    day: 2026-10-01", 15, "поле «day» неизвестно."),
        ("checked: 2026-11-23", "checked: 23.11.2026", 17, "«23.11.2026» — не дата."),
        ("review_by: 2027-05-23", "review_by: скоро", 18, "«скоро» — не дата."),
        ("confidence: partial", "confidence: sure", 19, "«sure» здесь не бывает."),
        ("confidence: partial", "confidence: partial\ncheked: 2026-11-23", 20, "поле «cheked» неизвестно."),
        ("confidence: partial", "confidence: partial\ntags: [ещё]", 20, "поле «tags» записано дважды."),
        ("confidence: partial", "confidence: *x", 19, "ссылки YAML (& и *) здесь не разрешены."),
        ("tags: [пароль]", "tags: [пароль", 10, "запись не читается: в списке не хватает запятой или скобки «]»."),
        ("Нажмите **«Забыли пароль?»**.", "я" * 301, 22, "первый абзац слишком длинный."),
        (MAY_CHANGE, "", 21, "источники не полны, а ответ об этом молчит."),
        ("1. Впишите телефон.", "# Шаги", 24, "чат не показывает заголовки."),
        ("2. Придумайте новый пароль.", "2. Новый <b>пароль</b>.", 25, "чат не показывает HTML."),
        ("Дождитесь", "Строка\n[а](б) Дождитесь", 28, "чат не показывает ссылки, которые ведут не на страницу."),
        ("1. Впишите телефон.", "1. Вызывайте скорую.", 24, "названа служба спасения («скорую»), а номера рядом нет."),
        (
            "1. Впишите",
            "1. Ждите скорой помощи. Впишите",
            24,
            "названа служба спасения («скорой»), а номера рядом нет.",
        ),
        ("2. Придумайте", "2. Зовите пожарных.", 25, "названа служба спасения («пожарных»), а номера рядом нет."),
        (
            "1. Впишите",
            "1. Скорая: 8 103 5. Газовая служба.",
            24,
            "названа служба спасения («Газовая служба»), а номера рядом нет.",
        ),
        ("2. Придумайте", "2. " + "я" * 1500, 24, "абзац или список слишком длинный."),
    ],
)
def test_each_fault_is_told_at_its_line(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    assert old in GOOD
    assert (line, reason) in faults(tmp_path, GOOD.replace(old, new))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "нет шапки между строками «---»."),
        ("Просто ответ.\n", 1, "нет шапки между строками «---»."),
        ("---\ntitle: Вопрос?\n", 1, "нет шапки между строками «---»."),
        ("\n" + SHORT, 1, "нет шапки между строками «---»."),
        ("---\n# пусто\n---\nОтвет.\n", 2, "в шапке нет полей."),
        ("---\n- список\n---\nОтвет.\n", 2, "в шапке нет полей."),
        ("---\ntitle: Вопрос?\nvariants: [а, б, в, г]\n---\n\n \n", 5, "нет текста ответа."),
        ("---\ntitle: Вопрос?\nvariants: [а, б, в, г]\n---\n-\n", 5, "нет текста ответа."),
        (SHORT.encode("cp1251"), 2, "файл в старой кодировке Windows (cp1251)."),
        (SHORT + "я" * 32_000, 1, "файл слишком большой: 64 кБ, а можно до 64 кБ."),
    ],
)
def test_a_file_that_is_no_article_is_one_problem(tmp_path: Path, text: str | bytes, line: int, reason: str) -> None:
    found = faults(tmp_path, text)

    assert found[0] == (line, reason)


def test_blank_lines_before_the_answer_are_counted(tmp_path: Path) -> None:
    text = SHORT.replace("Ответ.", "\n\nОтвет.\n\n# Заголовок")

    assert faults(tmp_path, text) == [(9, "чат не показывает заголовки.")]


def test_a_line_of_blanks_ends_the_first_paragraph_too(tmp_path: Path) -> None:
    text = SHORT.replace("Ответ.", "Ответ.\n  \n" + "я" * 500)

    assert read_article(written(tmp_path, text))[1] == []


@pytest.mark.parametrize("name", ["Пароль", "UPPER", "a", "a" * 40, "-x", "a_b", "a b"])
def test_a_name_that_fits_no_button_is_refused(tmp_path: Path, name: str) -> None:
    assert faults(tmp_path, SHORT, name) == [(2, "имя файла не подходит для id.")]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = "---\ntitle:\nvariants: [а]\nchecked: вчера\nflag: 1\n---\n> цитата\n"

    assert faults(tmp_path, text) == [
        (2, "поле «title» пустое."),
        (4, "«вчера» — не дата."),
        (5, "поле «flag» неизвестно."),
        (3, "меньше 4 вариантов вопроса."),
        (7, "чат не показывает цитаты."),
    ]


def test_an_unknown_field_names_those_that_exist(tmp_path: Path) -> None:
    _, problems = read_article(written(tmp_path, SHORT.replace("variants", "tegs: [а]\nvariants")))

    names = "checked, confidence, covers, link, may_change, related, review_by, short, sources, tags, title, topic"
    assert [problem.cure for problem in problems] == [f"проверьте имя поля: {names}, variants."]


def test_a_short_answer_of_its_own_may_stand_in_the_head(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD.replace("topic: recovery", "topic: recovery\nshort: Задайте новый пароль."))

    assert read_article(file)[0] == replace(ARTICLE, short="Задайте новый пароль.")


def test_a_long_short_answer_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace("topic: recovery", "topic: recovery\nshort: " + "я" * 301)

    assert [problem.reason for problem in read_article(written(tmp_path, text))[1]] == [
        "короткий ответ длиннее 300 знаков."
    ]


def test_the_line_where_the_rest_begins_is_no_html(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD.replace("1. Впишите", "<!-- more -->\n\n1. Впишите"))

    assert read_article(file)[1] == []
