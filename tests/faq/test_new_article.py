"""A new article: its id, its file, and what is refused before anything is written."""

from pathlib import Path

import pytest

from bot.faq.article import ArticleId, Confidence, GroupId
from bot.faq.article_file import MAX_TITLE, MAX_VARIANT, read_article
from bot.faq.edits.edit_errors import RefusedEditError, TwinError
from bot.faq.edits.editing import ArticleEditor
from bot.faq.edits.new_article import ArticleDraft, free_id, missing, questions_in
from bot.faq.edits.takeovers import takeovers_by
from bot.faq.library import Library, load
from bot.faq.live_faq import build_engine
from tests.faq.small_shelves import Shelves
from tests.hand_clock import NOON

COAL = ArticleDraft(
    "Где купить уголь?",
    ("купить уголь", "уголь для печки", "где продают уголь", "топливо: уголь, дрова"),
    GroupId("health"),
    "Уголь продаёт **топливный склад**.\n\n1. Позвоните.\n2. Приезжайте.",
)


@pytest.fixture
def library(shelves: Shelves) -> Library:
    shelves.article("signin/password", "Пароль")
    shelves.article("health/doctor", "Врач")
    return load(shelves.folder)[0]


def test_what_is_written_is_read_back_as_it_was_said(shelves: Shelves, library: Library) -> None:
    ArticleEditor(shelves.folder).create(COAL, ArticleId("coal"), library)

    article, problems = read_article(shelves.folder / "health/coal.md")
    assert (article, problems) == (COAL.as_article(ArticleId("coal")), [])
    assert article
    assert (article.confidence, article.checked, article.sources) == (Confidence.ADVICE, None, ())


def test_words_of_another_article_are_refused_and_nothing_is_written(shelves: Shelves, library: Library) -> None:
    draft = ArticleDraft("ВРАЧ!", COAL.variants, COAL.group, COAL.body)

    with pytest.raises(TwinError):
        ArticleEditor(shelves.folder).create(draft, ArticleId("coal"), library)

    assert not (shelves.folder / "health/coal.md").exists()


@pytest.mark.parametrize("body", ["", "слово " * 80, "<b>жирно"])
def test_a_faulty_text_is_refused_and_nothing_is_written(shelves: Shelves, library: Library, body: str) -> None:
    draft = ArticleDraft(COAL.title, COAL.variants, COAL.group, body)

    with pytest.raises(RefusedEditError):
        ArticleEditor(shelves.folder).create(draft, ArticleId("coal"), library)

    assert not (shelves.folder / "health/coal.md").exists()


def test_a_file_that_people_are_writing_is_never_overwritten(shelves: Shelves, library: Library) -> None:
    begun = shelves.write("health/coal.md", "черновик")

    with pytest.raises(FileExistsError):
        ArticleEditor(shelves.folder).create(COAL, ArticleId("coal"), library)

    assert begun.read_text() == "черновик"


def test_a_removed_article_is_kept_as_a_former_version(shelves: Shelves, library: Library) -> None:
    doctor = library.article("doctor")
    assert doctor
    before = (shelves.folder / "health/doctor.md").read_text()

    ArticleEditor(shelves.folder).remove(doctor, (), NOON, "telegram-7")

    kept = list((shelves.folder.parent / "previous").rglob("*_telegram-7.md"))
    assert not (shelves.folder / "health/doctor.md").exists()
    assert [file.read_text() for file in kept] == [before]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Где купить уголь?", "gde-kupit-ugol"),
        ("doctor", "doctor-2"),
        ("!!!", "otvet"),
        ("Я", "ya"),
        ("Щ" * MAX_TITLE, "shch" * 8 + "shc"),
    ],
)
def test_an_id_is_made_of_the_title_and_taken_by_nobody(library: Library, title: str, id_: str) -> None:
    assert free_id(title, library) == id_


def test_questions_stand_on_lines_of_their_own() -> None:
    said = "1. купить уголь\n- уголь для печки; купить уголь\n\n2) где  продают"

    assert questions_in(said) == ("купить уголь", "уголь для печки", "где продают")
    assert (missing(questions_in(said)), missing(COAL.variants)) == (1, 0)


def test_a_new_article_is_told_to_take_questions_of_others(library: Library) -> None:
    thief = ArticleDraft(
        "Пароли", ("паролем один", "паролей два", "один пароль", "два пароля"), GroupId("health"), "Да."
    )

    taken = takeovers_by(library, build_engine(library), thief.as_article(ArticleId("thief")), thief.variants)

    assert {(one.before.id, one.after.id) for one in taken} == {("password", "thief")}


def test_a_new_article_of_words_nobody_uses_takes_nothing(library: Library) -> None:
    article = COAL.as_article(ArticleId("coal"))

    assert takeovers_by(library, build_engine(library), article, COAL.variants) == ()


def test_limits_of_titles_and_wordings_are_those_of_the_files(shelves: Shelves, library: Library) -> None:
    long = ArticleDraft("а" * (MAX_TITLE + 1), ("б" * (MAX_VARIANT + 1), *COAL.variants), COAL.group, COAL.body)

    problems = ArticleEditor(shelves.folder).faults_of_new(long, ArticleId("coal"))

    assert {problem.file for problem in problems} == {Path(shelves.folder / "health/coal.md")}
    assert len(problems) == 2
    assert library.article("coal") is None
