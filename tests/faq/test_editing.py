"""Articles are mended in their files: what was not touched stays, a faulty change is refused, the rest is kept."""

from pathlib import Path

import pytest

from bot.faq.article import Article
from bot.faq.article_file import read_article
from bot.faq.edits.edit_errors import RefusedEditError, TwinError
from bot.faq.edits.edited_file import edited
from bot.faq.edits.editing import ArticleEditor
from bot.faq.library import Library, load
from tests.faq.small_shelves import Shelves
from tests.hand_clock import NOON

REMARKS = "tags: [врач]  # так пишут одни\nchecked: 2026-01-02\nlink: https://www.gosuslugi.ru\n"


@pytest.fixture
def doctor(shelves: Shelves) -> Path:
    shelves.article("signin/password", "Пароль")
    return shelves.article("health/doctor", "Врач", REMARKS)


def library(shelves: Shelves) -> Library:
    return load(shelves.folder)[0]


def article(shelves: Shelves, id_: str = "doctor") -> Article:
    found = library(shelves).article(id_)
    assert found
    return found


def test_a_wording_is_added_and_nothing_else_changes(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()

    ArticleEditor(shelves.folder).add_wording(article(shelves), "к терапевту", library(shelves), NOON)

    assert doctor.read_text() == before.replace("  - Врач четыре\n", "  - Врач четыре\n  - к терапевту\n")


def test_the_file_before_is_kept_beside_the_answers(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()

    ArticleEditor(shelves.folder).change_text(article(shelves), "Позвоните.", NOON)

    kept = list((shelves.folder.parent / "previous").rglob("*_.md"))
    assert [file.read_text() for file in kept] == [before]


def test_a_wording_of_another_article_is_refused_and_named(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()

    with pytest.raises(TwinError) as twin:
        ArticleEditor(shelves.folder).add_wording(article(shelves), "ПАРОЛЬ, один!", library(shelves), NOON)

    assert (twin.value.article.id, doctor.read_text()) == ("password", before)


@pytest.mark.usefixtures("doctor")
def test_a_wording_is_dropped_unless_that_leaves_too_few(shelves: Shelves) -> None:
    editor = ArticleEditor(shelves.folder)
    editor.add_wording(article(shelves), "к терапевту", library(shelves), NOON)

    editor.drop_wording(article(shelves), "Врач два", NOON)
    with pytest.raises(RefusedEditError, match="меньше 4 вариантов"):
        editor.drop_wording(article(shelves), "Врач один", NOON)

    assert article(shelves).variants == ("Врач один", "Врач три", "Врач четыре", "к терапевту")


def test_dropping_a_wording_that_is_gone_changes_nothing(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()

    ArticleEditor(shelves.folder).drop_wording(article(shelves), "нет такого", NOON)

    assert doctor.read_text() == before


def test_a_new_text_is_no_longer_checked(shelves: Shelves, doctor: Path) -> None:
    text = "Позвоните в **поликлинику**.\n\n1. Назовите имя."

    ArticleEditor(shelves.folder).change_text(article(shelves), text, NOON)

    mended, problems = read_article(doctor)
    assert mended
    assert problems == []
    assert (mended.body, mended.checked) == (text, None)


@pytest.mark.parametrize("text", ["# Заголовок", "", "<script>", "д" * 400])
def test_a_text_that_a_chat_cannot_show_is_refused_and_the_file_stays(
    shelves: Shelves, doctor: Path, text: str
) -> None:
    before = doctor.read_text()
    editor = ArticleEditor(shelves.folder)

    faults = editor.faults(article(shelves), text)
    with pytest.raises(RefusedEditError) as refused:
        editor.change_text(article(shelves), text, NOON)

    assert refused.value.problems == faults != ()
    assert doctor.read_text() == before


@pytest.mark.usefixtures("doctor")
def test_the_day_of_checking_is_written(shelves: Shelves) -> None:
    ArticleEditor(shelves.folder).mark_checked(article(shelves), NOON.date(), NOON)

    assert article(shelves).checked == NOON.date()


def test_a_file_spoilt_meanwhile_is_not_written_over(shelves: Shelves, doctor: Path) -> None:
    known = article(shelves)
    doctor.write_text("без шапки")

    with pytest.raises(RefusedEditError, match="файл сейчас с ошибкой"):
        ArticleEditor(shelves.folder).mark_checked(known, NOON.date(), NOON)

    assert doctor.read_text() == "без шапки"


def test_a_link_of_the_sandbox_is_replaced_and_the_owners_file_stays(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()
    own = shelves.folder.parent / "own.md"
    doctor.rename(own)
    doctor.symlink_to(own)

    ArticleEditor(shelves.folder).mark_checked(article(shelves), NOON.date(), NOON)

    assert (own.read_text(), article(shelves).checked) == (before, NOON.date())


def test_every_real_article_is_written_as_it_was_read(tmp_path: Path) -> None:
    """An editor that reformats a file would hide the one change among a hundred."""
    shelves = Shelves(tmp_path / "faq")
    for file in Path("data/faq").glob("*/*.md"):
        shelves.write(f"{file.parent.name}/{file.name}", file.read_text())
    files = (tmp_path / "faq").glob("*/*.md")

    written = {file.stem: edited(file, lambda _, body: body, None)[0] for file in files}

    assert written == {file.stem: file.read_text() for file in Path("data/faq").glob("*/*.md")}


def test_another_title_keeps_the_old_one_as_a_wording(shelves: Shelves, doctor: Path) -> None:
    ArticleEditor(shelves.folder).change_title(article(shelves), "К врачу", library(shelves), NOON)

    changed = article(shelves)
    assert (changed.title, changed.variants) == (
        "К врачу",
        ("Врач один", "Врач два", "Врач три", "Врач четыре", "Врач"),
    )
    assert "# так пишут одни" in doctor.read_text()


@pytest.mark.usefixtures("doctor")
def test_a_wording_of_its_own_becomes_the_title_and_is_no_wording_any_more(shelves: Shelves) -> None:
    ArticleEditor(shelves.folder).change_title(article(shelves), "врач два", library(shelves), NOON)

    assert article(shelves).variants == ("Врач один", "Врач три", "Врач четыре", "Врач")


def test_a_title_of_another_article_is_refused(shelves: Shelves, doctor: Path) -> None:
    before = doctor.read_text()

    with pytest.raises(TwinError):
        ArticleEditor(shelves.folder).change_title(article(shelves), "Пароль", library(shelves), NOON)

    assert doctor.read_text() == before
