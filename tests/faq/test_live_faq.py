"""The FAQ in memory follows its files, and never falls behind its last good state."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.faq.library import MissingFilesError
from bot.faq.live_faq import Found, LiveFaq
from bot.faq.search.decision import Decision
from tests.faq.faq_of_few import FEW
from tests.faq.small_shelves import Shelves

TITLES = ("Забыл пароль", "Код не приходит")


@pytest.fixture
def reference(shelves: Shelves) -> LiveFaq:
    shelves.article("signin/password", TITLES[0], "related: [code, password, nobody, code]\n")
    shelves.article("signin/code", TITLES[1])
    return LiveFaq(shelves.folder)


def titles(reference: LiveFaq) -> Sequence[str]:
    return [article.title for article in reference.library.articles]


async def test_unchanged_files_are_not_loaded_again(reference: LiveFaq) -> None:
    library, engine = reference.library, reference.engine

    assert not await reference.refresh()

    assert (reference.library is library, reference.engine is engine) == (True, True)


async def test_a_changed_file_is_taken_in(reference: LiveFaq, shelves: Shelves) -> None:
    shelves.article("signin/code", "Где мой код подтверждения")

    assert await reference.refresh()

    assert titles(reference) == ["Где мой код подтверждения", "Забыл пароль"]
    assert reference.search("где мой код подтверждения").articles[0].id == "code"


async def test_a_new_and_a_deleted_file_are_noticed(reference: LiveFaq, shelves: Shelves) -> None:
    shelves.article("health/doctor", "Врач")
    (shelves.folder / "signin" / "code.md").unlink()

    assert await reference.refresh()

    assert titles(reference) == ["Забыл пароль", "Врач"]


async def test_changed_synonyms_are_noticed(reference: LiveFaq, shelves: Shelves) -> None:
    shelves.write("synonyms.yaml", "пароль: [кодовое слово]\n")

    assert await reference.refresh()

    assert reference.library.synonyms == {"пароль": ("кодовое слово",)}


async def test_while_any_file_is_faulty_the_last_good_state_answers(reference: LiveFaq, shelves: Shelves) -> None:
    shelves.article("signin/code", "Код не приходит", "link: нет\n")
    shelves.article("signin/password", "Новый заголовок")

    assert not await reference.refresh()

    assert titles(reference) == ["Код не приходит", "Забыл пароль"]
    assert [problem.reason for problem in reference.problems] == ["это не адрес страницы."]


async def test_a_mended_file_ends_the_waiting(reference: LiveFaq, shelves: Shelves) -> None:
    shelves.article("signin/code", "Код не приходит", "link: нет\n")
    await reference.refresh()
    shelves.article("signin/code", "Код пришёл")

    assert await reference.refresh()

    assert (titles(reference), reference.problems) == (["Код пришёл", "Забыл пароль"], [])


async def test_a_folder_that_vanished_changes_nothing_until_it_is_back(reference: LiveFaq, shelves: Shelves) -> None:
    aside = shelves.folder.with_name("aside")
    shutil.move(shelves.folder, aside)
    gone = await reference.refresh()
    kept = titles(reference)
    shutil.move(aside, shelves.folder)

    assert (gone, await reference.refresh()) == (False, True)

    assert kept == titles(reference) == ["Код не приходит", "Забыл пароль"]


def test_without_its_folder_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(MissingFilesError):
        LiveFaq(tmp_path / "nowhere")


def test_it_starts_with_what_is_good_and_keeps_the_rest_as_problems(shelves: Shelves) -> None:
    shelves.article("signin/code", "Код не приходит")
    shelves.article("signin/bad", "Плохой", "link: нет\n")

    reference = LiveFaq(shelves.folder)

    assert (titles(reference), [problem.line for problem in reference.problems]) == (["Код не приходит"], [8])


def test_related_articles_are_those_that_exist_each_once_and_not_itself(reference: LiveFaq) -> None:
    code, password = reference.library.articles

    assert (reference.related(password), reference.related(code)) == ((code,), ())


@pytest.fixture
def of_few(shelves: Shelves) -> LiveFaq:
    for article in FEW:
        lines = "\n".join(f"  - {variant}" for variant in (*article.variants, article.title))
        head = f"---\ntitle: {article.title}\nvariants:\n{lines}\n---\n"
        shelves.write(f"signin/{article.id}.md", head + article.body)
    return LiveFaq(shelves.folder)


def test_a_clear_question_gets_its_answer_and_what_is_next_is_known(of_few: LiveFaq) -> None:
    found = of_few.search("забыла пароль от госуслуг")

    assert (found.decision, [one.id for one in found.articles]) == (Decision.ANSWER, ["password"])
    assert found.articles[0] not in found.further
    assert found.further


def test_a_doubtful_question_gets_up_to_five_to_choose_from(of_few: LiveFaq) -> None:
    found = of_few.search("удалить врача или штраф, пароль не помню")

    assert found.decision is Decision.SUGGEST
    assert len({*found.articles, *found.further}) == len(found.articles) + len(found.further) == 4


def test_beside_an_article_stand_those_it_names_and_those_its_title_finds(of_few: LiveFaq) -> None:
    password = next(one for one in of_few.library.articles if one.id == "password")
    near = of_few.near(password)

    assert "doctor" in [one.id for one in near]
    assert password not in near


def test_a_strange_question_gets_nothing(of_few: LiveFaq) -> None:
    assert of_few.search("рецепт борща со сметаной") == Found(Decision.NONE)


def test_a_second_question_in_the_message_is_answered_too(of_few: LiveFaq) -> None:
    found = of_few.search("Не помню пароль. Ещё как записать маму к доктору?")

    assert [article.id for article in found.parts] == ["password", "doctor"]
