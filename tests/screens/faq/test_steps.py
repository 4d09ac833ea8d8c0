"""Steps one by one: lists of different cases are never told as one row."""

from dataclasses import replace

from bot.faq.article import Article, ArticleId, GroupId
from bot.screens.actions import BookVisit, Rate, ShowStep
from bot.screens.faq import steps
from bot.screens.screen import Button, Screen, row


def article(id_: str, body: str) -> Article:
    return Article(ArticleId(id_), GroupId("signin"), "Вопрос?", (), body)


ONE = article("one", "Ответ & **всё**.")
LONG = article("long", "Сначала это.\n\n1. Раз.\n2. Два.\n\nИ всё.")


def test_simpler_is_a_sentence_a_line_and_then_the_steps_one_by_one() -> None:
    simple = steps.simpler(replace(LONG, short="Раз. Два."))

    assert simple.text == "Раз.\nДва.\n\nПройдём по шагам, по одному. Напишите «дальше»."
    assert simple.rows == (row(Button("Дальше", ShowStep("long", 1))),)
    assert steps.step(LONG, 1).text == "Шаг 1 из 2.\n\nРаз.\n\nСделали? Напишите «дальше»."
    assert steps.step(LONG, 2).text == "Шаг 2 из 2.\n\nДва.\n\nЭто последний шаг."


TWO_LISTS = article("two", "Нет.\n\n**Если просят сейчас:**\n1. Трубку.\n2. Сайт.\n\n**Если уже назвали:**\n1. Пароль.")
WHICH_LIST = (
    row(Button("1. Если просят сейчас", ShowStep("two", 1))),
    row(Button("2. Если уже назвали", ShowStep("two", 3))),
)


def test_of_several_lists_the_person_chooses_one() -> None:
    simple = steps.simpler(replace(TWO_LISTS, topic="safety"))

    assert simple == Screen(
        "Нет.\n\nПройдём по шагам, по одному. Какие шаги нужны? Нажмите на строку или напишите её номер.",
        (*WHICH_LIST, row(Button("📅 С этим вопросом — в библиотеку", BookVisit("safety")))),
        choices=(ShowStep("two", 1), ShowStep("two", 3)),
    )


def test_a_list_without_heading_is_chosen_as_the_beginning() -> None:
    body = "Откройте.\n\n1. Войдите.\n\n**Есть чужой вход:**\n1. Смените."

    assert [each[0].label for each in steps.simpler(article("who", body)).rows] == [
        "1. С начала",
        "2. Есть чужой вход",
    ]


def test_each_step_is_told_under_the_heading_of_its_list() -> None:
    assert steps.step(TWO_LISTS, 1).text == (
        "<b>Если просят сейчас:</b>\nШаг 1 из 2.\n\nТрубку.\n\nСделали? Напишите «дальше»."
    )
    assert steps.step(TWO_LISTS, 3).text == ("<b>Если уже назвали:</b>\nШаг 1 из 1.\n\nПароль.\n\nЭто последний шаг.")


def test_the_last_step_of_a_list_offers_the_next_list_by_its_heading() -> None:
    screen = steps.step(TWO_LISTS, 2)

    assert screen.text == (
        "<b>Если просят сейчас:</b>\nШаг 2 из 2.\n\nСайт.\n\n"
        "Здесь это последний шаг. Есть ещё «Если уже назвали»: нужно — напишите «дальше»."
    )
    assert screen.rows == (
        row(Button("Если уже назвали", ShowStep("two", 3))),
        row(Button("👍 Помогло", Rate("two", helped=True)), Button("👎 Не помогло", Rate("two", helped=False))),
    )


def test_an_answer_without_steps_is_only_said_in_short_lines() -> None:
    assert steps.simpler(ONE).text == "Ответ &amp; <b>всё</b>."
