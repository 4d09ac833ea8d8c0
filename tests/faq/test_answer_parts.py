"""An answer in pieces: nothing is torn from what belongs to it."""

import pytest

from bot.faq.answer_parts import HEAD, AnswerStep, parts_of, visible
from bot.faq.article import Article, ArticleId, GroupId


def article(body: str, short: str | None = None) -> Article:
    return Article(ArticleId("a"), GroupId("g"), "Вопрос?", (), body, short)


def test_a_short_answer_has_no_rest() -> None:
    parts = parts_of(article("Раз.\n\nДва."))

    assert (parts.short, parts.head, parts.rest) == ("Раз.", ("Раз.", "Два."), ())


def test_a_list_is_cut_between_its_steps() -> None:
    steps = [f"{number}. {'я' * 200}" for number in (1, 2, 3, 4)]
    parts = parts_of(article("Раз.\n\n" + "\n".join(steps)))

    assert parts.head == ("Раз.", "\n".join(steps[:2]))
    assert parts.rest == ("\n".join(steps[2:]),)
    assert visible("".join(parts.head)) <= HEAD


def test_a_heading_goes_with_what_it_heads() -> None:
    parts = parts_of(article(f"Раз.\n\n{'я' * 500}\n\n**Если не вышло:**\n\n- {'ю' * 200}"))

    assert [piece[:3] for piece in parts.rest] == ["<b>", "• ю"]


def test_the_editor_may_say_where_the_rest_begins() -> None:
    parts = parts_of(article("Раз.\n\nДва.\n\n<!-- more -->\n\nТри."))

    assert (parts.head, parts.rest) == (("Раз.", "Два."), ("Три.",))


def test_a_first_paragraph_longer_than_a_screen_is_not_cut() -> None:
    parts = parts_of(article("я" * 900 + "\n\nДва."))

    assert (len(parts.head), parts.rest) == (1, ("Два.",))


@pytest.mark.parametrize(
    ("short", "first"), [(None, "Это оно."), ("Пароль <меняют> здесь.", "Пароль &lt;меняют&gt; здесь.")]
)
def test_the_short_answer_stands_in_place_of_the_first_paragraph(short: str | None, first: str) -> None:
    assert parts_of(article("Это оно.\n\nДва.", short)).head == (first, "Два.")


def test_a_list_that_is_cut_goes_on_under_its_heading() -> None:
    steps = [f"{number}. {'я' * 200}" for number in (1, 2, 3, 4)]
    parts = parts_of(article("Раз.\n\n**Если код уже назвали:**\n" + "\n".join(steps) + "\n\nВсё."))

    assert parts.head == ("Раз.", "<b>Если код уже назвали:</b>", "\n".join(steps[:2]))
    assert parts.rest == ("<b>Если код уже назвали:</b>", "\n".join(steps[2:]), "Всё.")
    assert parts.after_short == ("<b>Если код уже назвали:</b>", "\n".join(steps), "Всё.")


def test_a_heading_without_a_colon_goes_with_its_list_too() -> None:
    parts = parts_of(article(f"Раз.\n\n{'я' * 560}\n\n**Войти потом**\n\n1. {'ю' * 200}"))

    assert parts.rest == ("<b>Войти потом</b>", "1. " + "ю" * 200)


def test_steps_are_told_without_their_numbers() -> None:
    assert parts_of(article("Раз.\n\n1. Откройте **сайт**.\n2. Войдите.")).steps == (
        AnswerStep("Откройте <b>сайт</b>.", heading="", number=1, count=2),
        AnswerStep("Войдите.", heading="", number=2, count=2),
    )


def test_each_list_counts_anew_under_its_own_heading() -> None:
    body = "Раз.\n\n**На портале**\n\n1. Заплатите.\n\nИли так.\n\n**Есть вход?** Сделайте:\n\n1. Раз.\n2. Два."

    assert parts_of(article(body)).steps == (
        AnswerStep("Заплатите.", heading="<b>На портале</b>", number=1, count=1),
        AnswerStep("Раз.", heading="<b>Есть вход?</b> Сделайте:", number=1, count=2),
        AnswerStep("Два.", heading="<b>Есть вход?</b> Сделайте:", number=2, count=2),
    )


def test_a_paragraph_that_only_stands_above_a_list_is_no_heading_of_it() -> None:
    steps = parts_of(article("Раз:\n\n1. Войдите.\n\nЭто бесплатно.\n\n1. Спросите.")).steps

    assert [step.heading for step in steps] == ["", ""]
