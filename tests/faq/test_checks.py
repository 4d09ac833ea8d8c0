"""Single good files make a good whole, or the check says where they do not."""

import shutil
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.checks import check
from bot.datafiles.file_problem import FileProblem
from bot.faq import checks, markup
from bot.faq.answer_parts import HEAD, parts_of, visible
from bot.faq.last_answers import SaidPart
from bot.faq.library import Library, load
from bot.faq.live_faq import build_engine
from bot.screens.faq import answers
from tests.faq.small_shelves import Shelves
from tests.faq.telegrams_html import TelegramsHtml
from tests.stage import the_faq

DATA = Path("data")
ZONE = ZoneInfo("Europe/Moscow")


def read(shelves: Shelves) -> Library:
    library, problems = load(shelves.folder)
    assert problems == []
    return library


def test_a_broken_file_is_told_once_and_not_by_all_that_lead_to_it(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход", "related: [password]\n")
    shelves.write("signin/password.md", "---\ntitle: [\n---\nОтвет.\n")

    library, problems = load(shelves.folder)

    assert [problem.file.name for problem in problems] == ["password.md"]
    assert list(checks.links(library, shelves.folder)) == []
    assert (library.knows("password"), library.knows("nobody")) == (True, False)


def test_files_that_nobody_reads_are_named(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход")
    odd = ["signin/password.md.txt", "ответы.docx", "lost.md", "signin/old/code.md", "groups.yml"]
    files = [shelves.write(name, "x") for name in odd]
    shelves.write(".git/config", "x")
    shelves.write("signin/.login.md.swp", "x")

    assert {problem.file for problem in checks.unread_files(shelves.folder)} == set(files)


def test_all_shipped_files_of_answers_are_read() -> None:
    assert list(checks.unread_files(DATA / "faq")) == []


def test_a_link_between_articles_that_leads_nowhere_is_told_at_its_line(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход", "tags: [code]\nrelated: [password, code]\n")
    file = shelves.article("signin/password", "Пароль", "tags:\n  - nobody\nrelated:\n  - login\n  - nobody\n")
    login = shelves.folder / "signin" / "login.md"

    assert list(checks.links(read(shelves), shelves.folder)) == [
        FileProblem(login, 9, "в related названа статья «code», а такой нет.", "исправьте id или уберите его."),
        FileProblem(file, 12, "в related названа статья «nobody», а такой нет.", "исправьте id или уберите его."),
    ]


def test_a_link_to_what_an_article_covers_is_good(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход", "covers: [enter]\n")
    shelves.article("signin/password", "Пароль", "related: [enter]\n")

    assert list(checks.links(read(shelves), shelves.folder)) == []


def test_an_unknown_topic_is_told_at_its_line_with_those_that_exist(shelves: Shelves) -> None:
    file = shelves.article("signin/login", "Вход", "topic: logins\n")
    shelves.article("signin/password", "Пароль", "topic: login\n")
    shelves.article("signin/other", "Другое")

    assert list(checks.topics(read(shelves), shelves.folder, frozenset({"login", "fines"}))) == [
        FileProblem(file, 8, "темы «logins» нет в topics.yaml.", "выберите: fines, login.")
    ]


def test_the_same_wording_in_two_articles_is_told_at_its_line_whatever_its_letters(shelves: Shelves) -> None:
    shelves.article("signin/account", "Чей ЁЖ?")
    file = shelves.article("signin/hedgehog", "А чей еж сегодня", "tags: [чей еж]\n", "чей еж - вот.\n")
    text = file.read_text(encoding="utf-8").replace("  - А чей еж сегодня два", '  - "чей  ёж!"')
    file.write_text(text, encoding="utf-8")

    assert list(checks.twins(read(shelves), shelves.folder)) == [
        FileProblem(file, 5, "«чей  ёж!» есть и в статье «account».", "оставьте в той, где ответ полнее.")
    ]


def test_the_same_wording_in_other_order_and_endings_is_a_twin(shelves: Shelves) -> None:
    shelves.article("signin/account", "Как поменять пароль учётной записи?")
    file = shelves.article("signin/login", "Пароли учётной записи, как поменять")

    (first, *_) = checks.twins(read(shelves), shelves.folder)

    assert (first.file, first.line, first.reason) == (
        file,
        2,
        (
            "«Пароли учётной записи, как поменять» есть и в статье «account» другими словами: "
            "«Как поменять пароль учётной записи?»."
        ),
    )


TWIN = """---
title: Как восстановить пароль, если его забыл?
variants:
  - не помню пароль от портала госуслуг
  - вылетел из головы пароль
  - забытый пароль госуслуг
  - вспомнить пароль не могу никак
confidence: advice
---
Придите в библиотеку.
"""


def test_a_question_that_another_article_answers_already_is_asked_about(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    faq = tmp_path / "data" / "faq"
    (faq / "signin" / "a-twin.md").write_text(TWIN, encoding="utf-8")
    library, _ = load(faq)

    (found,) = checks.alike(library, build_engine(library), faq)

    assert found.file == faq / "signin" / "a-twin.md"
    assert "почти так же находится «login-forgot»: вопрос один и тот же?" in found.reason


def test_no_shipped_answers_are_alike() -> None:
    library, _ = load(DATA / "faq")

    assert list(checks.alike(library, build_engine(library), DATA / "faq")) == []


def test_an_answer_without_a_first_paragraph_is_told(shelves: Shelves) -> None:
    file = shelves.article("signin/login", "Вход", body="1. Нажмите.\n2. Войдите.\n")
    shelves.article("signin/other", "Выход", "short: Нажмите.\n", body="- Нажмите.\n- Выйдите.\n")

    assert [(one.file, one.line, one.reason) for one in checks.shapeless(read(shelves), shelves.folder)] == [
        (file, 9, "ответ начинается со списка: первого абзаца нет.")
    ]


def test_an_answer_of_ten_thousand_signs_is_told(shelves: Shelves) -> None:
    file = shelves.article("signin/login", "Вход", body="Нажмите кнопку.\n" + ("\n" + "Слово и дело. " * 80 + "\n") * 9)

    assert [(one.file, one.reason) for one in checks.shapeless(read(shelves), shelves.folder)] == [
        (file, "ответ — 10095 знаков, столько в чате не читают.")
    ]


def test_a_wording_repeated_within_one_article_is_no_twin(shelves: Shelves) -> None:
    file = shelves.article("signin/login", "Вход")
    file.write_text(file.read_text(encoding="utf-8").replace("Вход два", "вход один"), encoding="utf-8")

    assert list(checks.twins(read(shelves), shelves.folder)) == []


def test_an_article_that_no_other_leads_to_is_told(shelves: Shelves) -> None:
    shelves.article("signin/a-one", "Первый", "covers: [uno]\nrelated: [b-two]\n")
    shelves.article("signin/b-two", "Второй", "related: [uno]\n")
    lonely = shelves.article("signin/c-three", "Третий", "related: [c-three]\n")
    bare = shelves.article("signin/d-four", "Четвёртый")

    cure = "добавьте её в related соседней."
    assert list(checks.unreachable(read(shelves), shelves.folder)) == [
        FileProblem(lonely, 8, "на статью не ссылается ни одна другая.", cure),
        FileProblem(bare, 1, "на статью не ссылается ни одна другая.", cure),
    ]


def test_a_wording_that_finds_another_article_or_none_is_told_at_its_line(shelves: Shelves) -> None:
    shelves.article("signin/password", "Забыл пароль от Госуслуг")
    file = shelves.article("signin/doctor", "Записаться к врачу")
    text = file.read_text(encoding="utf-8")
    text = text.replace("Записаться к врачу два", "забыл пароль от госуслуг").replace("Записаться к врачу три", "???")
    file.write_text(text, encoding="utf-8")
    library = read(shelves)

    assert list(checks.lost(library, build_engine(library), shelves.folder)) == [
        FileProblem(
            file,
            5,
            "по словам «забыл пароль от госуслуг» находится «password», а не эта статья.",
            "сделайте вариант точнее или перенесите его.",
        ),
        FileProblem(
            file,
            6,
            "по словам «???» находится «ничего», а не эта статья.",
            "сделайте вариант точнее или перенесите его.",
        ),
    ]


def test_a_wording_written_otherwise_in_the_file_is_told_at_the_first_line(shelves: Shelves) -> None:
    shelves.article("signin/account", "Профиль")
    file = shelves.write(
        "signin/profile.md", '---\ntitle: Кабинет\nvariants: ["про\\u0444иль", б, в, г]\n---\nОтвет.\n'
    )

    assert [(problem.file, problem.line) for problem in checks.twins(read(shelves), shelves.folder)] == [(file, 1)]


def test_the_hardest_to_read_come_first(shelves: Shelves) -> None:
    shelves.article("signin/easy", "Лёгкий", body="Раз два. Три четыре!\n")
    shelves.article("signin/hard", "Трудный", body="Раз два три четыре пять шесть.\n")
    shelves.article("signin/long", "Длинный", body="Раз.\n\n- Два три четыре\n- пять, шесть… семь\n")
    shelves.article("signin/none", "Пустой", body="???\n")

    found = checks.readability(read(shelves).articles)

    assert [(reading.article.id, reading.words_a_sentence, reading.longest_sentence) for reading in found] == [
        ("hard", 6.0, 6),
        ("easy", 2.0, 2),
        ("long", 1.75, 3),
        ("none", 0.0, 0),
    ]


def test_a_first_paragraph_longer_than_a_glance_is_told_at_its_line(shelves: Shelves) -> None:
    file = shelves.article("signin/login", "Вход", body="Жмите. " * 30 + "\n\nПотом ждите.\n")
    shelves.article("signin/short", "Пароль", body="Жмите. " * 20 + "\n\n" + "Ждите. " * 50 + "\n")

    found = list(checks.long_leads(read(shelves), shelves.folder))

    assert [(problem.file, problem.line, problem.reason) for problem in found] == [
        (file, 9, "короткий ответ — 209 знаков, а его читают с одного взгляда.")
    ]


def test_the_real_folder_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    code = check.run(DATA, ZONE, date(2026, 11, 30), strict=False)

    assert (code, capsys.readouterr().out.strip().rpartition(" ")[2]) == (0, "0.")


@pytest.mark.parametrize("article", the_faq().library.articles, ids=lambda article: str(article.id))
def test_every_real_answer_fits_telegram(article: object) -> None:
    found = next(known for known in the_faq().library.articles if known is article)
    head, more = answers.answer(found, the_faq().related(found)), answers.rest(found, (), SaidPart.HEAD)

    texts = (head.text, *more.before, more.text)
    read = [TelegramsHtml(text) for text in texts]

    assert [page.wrong for page in read] == [[]] * len(read)
    assert max(len(text) for text in texts) <= answers.TEXT_LIMIT < 4096
    assert len(head.rows) <= 3
    assert visible("\n".join(parts_of(found).head)) <= HEAD
    assert markup.faults(found.body) == []
