"""Answers: the first line is the answer, at most three rows stand under it, none repeats the main menu."""

from dataclasses import replace
from datetime import date

from bot.faq.article import Article, ArticleId, Confidence, GroupId
from bot.faq.last_answers import SaidPart
from bot.screens.actions import BookVisit, NextTitles, Rate, ReadMore, ShowArticle, ShowSimilar
from bot.screens.faq import answers
from bot.screens.screen import Button, LinkButton, Screen, row


def article(id_: str, title: str = "Вопрос <1>?", body: str = "Ответ & **всё**.") -> Article:
    return Article(ArticleId(id_), GroupId("signin"), title, (), body)


ONE = article("one")
OTHER = article("other", "Другой?")
THIRD = article("third", "Третий?")
LONG = article("long", body="Сначала это.\n\n1. Раз.\n2. Два.\n\n" + "я" * 590 + "\n\nИ всё.")
RATING = row(Button("👍 Помогло", Rate("one", helped=True)), Button("👎 Не помогло", Rate("one", helped=False)))
VISIT = row(Button("📅 С этим вопросом — в библиотеку", BookVisit("recovery")))
SIMILAR = Button("Похожие вопросы", ShowSimilar("one"))
ASKED = "<i>Это ответ на вопрос: Вопрос &lt;1&gt;?</i>"


def test_an_answer_begins_with_the_answer_and_has_three_rows() -> None:
    screen = answers.answer(replace(ONE, topic="recovery"), (OTHER,))

    assert screen == Screen(f"Ответ &amp; <b>всё</b>.\n\n{ASKED}", (row(SIMILAR), VISIT, RATING), keeps_numbers=True)


def test_what_does_not_fit_stands_behind_more() -> None:
    screen = answers.answer(LONG, ())

    assert screen.rows[0] == row(Button("Подробнее", ReadMore("long", SaidPart.HEAD)))
    assert screen.text.startswith("Сначала это.\n\n1. Раз.\n2. Два.\n\n<i>")
    assert answers.rest(LONG, (), SaidPart.HEAD).text == "я" * 590 + "\n\nИ всё."


def test_the_short_answer_of_the_file_stands_for_the_first_paragraph() -> None:
    assert answers.answer(replace(ONE, short="Коротко & ясно."), ()).text == f"Коротко &amp; ясно.\n\n{ASKED}"


def test_where_there_is_no_booking_the_next_step_is_the_neighbouring_question() -> None:
    screen = answers.answer(replace(ONE, topic="recovery"), (OTHER, THIRD), can_book=False)

    assert screen.rows == (row(SIMILAR), row(Button("Другой?", ShowArticle("other", "r"))), RATING)


def test_an_article_of_no_topic_sends_nobody_to_the_library() -> None:
    assert answers.answer(replace(ONE, topic="other"), ()).rows == (RATING,)


def test_a_checked_answer_says_so_and_shows_its_official_link() -> None:
    screen = answers.answer(replace(ONE, topic="recovery", checked=date(2026, 11, 23), link="https://a.b"), ())

    assert screen.text.endswith("\n\n<i>Проверено: 23 ноября 2026</i>")
    assert screen.rows == (row(LinkButton("Открыть на официальном сайте", "https://a.b")), RATING)


def test_a_link_that_nobody_has_checked_is_not_shown() -> None:
    assert answers.answer(replace(ONE, link="https://a.b"), ()) == answers.answer(ONE, ())


def test_a_section_that_two_sources_name_stands_under_the_answer_as_an_address() -> None:
    named = replace(ONE, link="https://www.gosuslugi.ru/feedback", is_link_named_twice=True)

    shown = answers.answer(named, ())

    assert shown.text.endswith('На портале: <a href="https://www.gosuslugi.ru/feedback">gosuslugi.ru/feedback</a>')
    assert shown.rows == answers.answer(ONE, ()).rows


def test_a_single_service_stays_hidden_until_a_person_has_opened_it() -> None:
    service = replace(ONE, link="https://www.gosuslugi.ru/600302/1/form", is_link_named_twice=True)

    assert answers.answer(service, ()) == answers.answer(ONE, ())


CHANGING = replace(ONE, may_change="сумму меняют 1 февраля. Уточните: 115.")
DOUBT = "\n\n<i>Это могло измениться: сумму меняют 1 февраля. Уточните: 115.</i>"


def test_what_may_change_is_told_where_the_sources_are_partial() -> None:
    assert answers.answer(replace(CHANGING, confidence=Confidence.PARTIAL), ()).text.endswith(DOUBT)


def test_what_may_change_is_told_once_the_day_of_review_has_passed() -> None:
    assert answers.answer(CHANGING, ()) == answers.answer(ONE, ())
    assert answers.answer(CHANGING, (), is_overdue=True).text.endswith(DOUBT)


def test_the_doubt_is_told_with_the_first_long_part_of_an_answer() -> None:
    long = replace(LONG, may_change="сумму меняют 1 февраля. Уточните: 115.")

    assert answers.answer(long, (), is_overdue=True).text.endswith(DOUBT)
    assert "измениться" not in answers.rest(long, (), SaidPart.HEAD, is_overdue=True).text
    assert answers.rest(long, (), SaidPart.SHORT, is_overdue=True).text.endswith(DOUBT)


def test_an_overdue_answer_says_so_even_where_nobody_wrote_what_may_change() -> None:
    assert "давно не перечитывали" in answers.answer(ONE, (), is_overdue=True).text
    assert "перечитывали" not in answers.answer(ONE, ()).text


def test_an_advice_of_the_library_is_told_as_such() -> None:
    screen = answers.answer(replace(ONE, confidence=Confidence.ADVICE), ())

    assert screen.text.endswith("\n\n<i>Это подсказка библиотеки, а не правило портала.</i>")


def test_a_long_rest_is_parted_between_paragraphs_and_the_buttons_stand_under_the_last() -> None:
    paragraph = "я" * 1400
    screen = answers.rest(replace(ONE, body="\n\n".join(["Коротко.", *[paragraph] * 4])), (), SaidPart.HEAD)

    assert (screen.before, screen.text) == ((f"{paragraph}\n\n{paragraph}",), f"{paragraph}\n\n{paragraph}")
    assert screen.rows == (RATING,)


def test_after_the_short_answer_the_rest_is_all_of_the_others() -> None:
    assert answers.rest(LONG, (), SaidPart.SHORT).text.startswith("1. Раз.\n2. Два.")
    assert answers.brief(LONG, ()).rows[0] == row(Button("Подробнее", ReadMore("long", SaidPart.SHORT)))


def test_a_likely_answer_is_short_and_shows_two_others() -> None:
    screen = answers.likely(LONG, (OTHER, THIRD))

    assert screen.text.startswith("Сначала это.\n\n<i>Это ответ на вопрос:")
    assert screen.rows == (
        row(Button("1. Другой?", ShowArticle("other", "s"))),
        row(Button("2. Третий?", ShowArticle("third", "s"))),
        row(Button("Подробнее", ReadMore("long", SaidPart.SHORT)), Button("Нет, другое", NextTitles("long"))),
    )
    assert screen.choices == (ShowArticle("other", "s"), ShowArticle("third", "s"))


def test_suggestions_can_be_pressed_typed_or_refused() -> None:
    assert answers.suggestions((ONE, OTHER)) == Screen(
        "Вы имели в виду что-то из этого?\n\nНажмите на свой вопрос или напишите его номер.",
        (
            row(Button("1. Вопрос <1>?", ShowArticle("one", "s"))),
            row(Button("2. Другой?", ShowArticle("other", "s"))),
            row(Button("Нет, другое", NextTitles("one"))),
        ),
        choices=(ShowArticle("one", "s"), ShowArticle("other", "s")),
    )


def test_similar_questions_stand_as_numbered_lines_and_may_be_typed() -> None:
    screen = answers.similar((ONE, OTHER))

    assert screen.text == (
        "Похожие вопросы:\n1. Вопрос &lt;1&gt;?\n2. Другой?\n\nНажмите на свой или напишите его номер."
    )
    assert screen.choices == (ShowArticle("one", "r"), ShowArticle("other", "r"))


def test_who_was_helped_is_thanked() -> None:
    assert answers.helped() == Screen("Спасибо! Рады, что помогло. Если появится ещё вопрос — просто напишите его.")
