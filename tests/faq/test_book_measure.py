"""The measure of the whole book names what stands out, and leaves alone what is of the promised shape."""

from bot.faq.book_measure import BookMeasure, measure_book
from bot.faq.library import load
from tests.faq.small_shelves import Shelves

STEPS = "Нажмите кнопку.\n\n1. Раз.\n2. Два.\n"
LONG = " ".join(["слово"] * 21) + ".\n"


def measured(shelves: Shelves) -> BookMeasure:
    library, problems = load(shelves.folder)
    assert problems == []
    return measure_book(library.articles)


def test_words_and_minutes_are_of_the_whole_book(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход", body="Раз два три.\n")
    shelves.article("signin/other", "Выход", body="Да.\n\n" + "Слово и дело. " * 79)

    measure = measured(shelves)

    assert (measure.answers, measure.words, measure.minutes) == (2, 241, 2)


def test_a_sentence_of_more_than_twenty_words_is_named(shelves: Shelves) -> None:
    shelves.article("signin/login", "Вход", body=LONG)
    shelves.article("signin/other", "Выход", body=LONG.replace("слово ", "", 1))

    assert measured(shelves).long_sentences == ("login",)


def test_steps_without_a_way_out_are_named(shelves: Shelves) -> None:
    shelves.article("signin/bare", "Вход", body=STEPS)
    shelves.article("signin/branch", "Выход", body=f"{STEPS}\n**Не получилось?** Придите к нам.\n")
    shelves.article("signin/nested", "Обход", body=f"{STEPS}3. Кода нет? Подождите минуту.\n")
    shelves.article("signin/plain", "Проход", body="Нажмите кнопку.\n")

    measure = measured(shelves)

    assert (measure.with_steps, measure.without_branch) == (3, ("bare",))


def test_an_abbreviation_that_nobody_explains_is_named(shelves: Shelves) -> None:
    shelves.article("signin/bare", "Вход", body="Возьмите УКЭП и СНИЛС.\n")
    shelves.article("signin/told", "Выход", body="Возьмите усиленную подпись (УКЭП). МСЭ — это экспертиза.\n")

    assert measured(shelves).unexplained == (("bare", "УКЭП"),)
