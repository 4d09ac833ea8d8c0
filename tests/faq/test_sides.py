"""Short questions of one side of an answer that stands above."""

from dataclasses import replace

import pytest

from bot.faq.article import Article
from bot.faq.side_patterns import SideKind
from bot.faq.sides import asked_of, is_bare_side
from bot.faq.told_sides import ToldSides
from tests.stage import the_faq


def _article(body: str, title: str = "Как получить охранную грамоту?") -> Article:
    return replace(the_faq().library.articles[0], body=body, short=None, title=title)


def _told(article: Article, question: str) -> tuple[str, ...]:
    asked = asked_of(question)
    assert asked
    return ToldSides(the_faq().engine.reader.names).told_of(article, asked)


@pytest.mark.parametrize(
    "text",
    ["как заплатить госпошлину", "можно ли вернуть пошлину", "где взять реквизиты пошлины", "как оплатить пошлину"],
)
def test_what_is_done_with_a_duty_asks_no_price_of_the_answer_above(text: str) -> None:
    asked = asked_of(text)

    assert asked
    assert asked.side is None or asked.side.kind is not SideKind.PRICE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("а сколько ждать", SideKind.WAITING),
        ("долго делают?", SideKind.WAITING),
        ("а сколько её ждать", SideKind.WAITING),
        ("когда начинается", SideKind.TIME),
        ("на сколько её дают", SideKind.VALID),
        ("а это платно?", SideKind.PRICE),
        ("сколько госпошлина", SideKind.PRICE),
        ("а какие бумаги нужны", SideKind.PAPERS),
        ("что с собой взять", SideKind.PAPERS),
        ("какой номер", SideKind.NUMBER),
        ("а по телефону можно?", SideKind.BY_TELEPHONE),
        ("а в МФЦ можно?", SideKind.IN_MFC),
        ("а без смартфона", SideKind.WITHOUT_DEVICE),
        ("куда идти", SideKind.WHERE_TO_GO),
        ("где это нажать", SideKind.WHERE_TO_PRESS),
        ("а если отказали", SideKind.REFUSED),
        ("а мошенники так не делают?", SideKind.FRAUD),
        ("а для ребёнка", SideKind.CHILDREN),
        ("а маме?", SideKind.FOR_ANOTHER),
        ("мне 82, мне положено?", SideKind.ENTITLED),
        ("а если нет паспорта", SideKind.WITHOUT_PAPER),
        ("а у вас можно?", SideKind.IN_LIBRARY),
    ],
)
def test_a_side_of_the_answer_is_asked_for(text: str, kind: SideKind) -> None:
    asked = asked_of(text)

    assert asked
    assert asked.side
    assert asked.side.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "забыла пароль",
        "запишите маму",
        "запишите меня бесплатно",
        "где МФЦ в Порхове",
        "как поменять паспорт ребёнку в школьные годы",
        "сколько стоит билет на автобус",
    ],
)
def test_a_question_of_its_own_is_no_bare_side(text: str) -> None:
    assert not is_bare_side(text)


def test_the_sentences_that_tell_it_are_told() -> None:
    article = _article("Подайте заявление. Готовят месяц.\n\nСтоит 2000 рублей. Детям — 1000 рублей.")

    assert _told(article, "сколько стоит") == ("Стоит 2000 рублей.", "Детям — 1000 рублей.")
    assert _told(article, "сколько ждать") == ("Готовят месяц.",)


def test_what_is_not_told_is_not_guessed() -> None:
    assert _told(_article("Подайте заявление на портале."), "какой номер") == ()


def test_a_thing_beside_the_side_has_to_be_told_too() -> None:
    article = _article("Стоит 2000 рублей.\n\nКопия стоит 100 рублей.")

    assert _told(article, "а сколько стоит копия") == ("Копия стоит 100 рублей.",)
    assert _told(article, "а сколько стоит билет") == ()


def test_words_of_no_side_find_the_lines_that_have_them() -> None:
    article = _article("Подайте заявление.\n\n**Получаете пенсию?** Сначала спросите в Соцфонде.")

    assert _told(article, "а если я пенсионер") == ("Получаете пенсию? Сначала спросите в Соцфонде.",)
    assert _told(article, "а если я студент") == ()


def test_a_paper_that_is_lacking_is_told_where_it_is_needed() -> None:
    article = _article("Паспорт на 5 лет готовят месяц.\n\nПридите в МФЦ с паспортом.")

    assert _told(article, "а без паспорта") == ("Придите в МФЦ с паспортом.",)


def test_a_span_of_time_is_no_waiting() -> None:
    article = _article("Через 6 месяцев подайте снова.\n\nОтвечают за 10 дней.")

    assert _told(article, "долго?") == ("Отвечают за 10 дней.",)


def test_a_short_word_is_found_in_a_longer_one() -> None:
    assert _told(_article("Возьмите две фотографии."), "а фото нужно") == ("Возьмите две фотографии.",)
