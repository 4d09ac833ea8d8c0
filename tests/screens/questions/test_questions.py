"""A question to a librarian is told alike on both sides, and no word of it can break the message."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.people import Address
from bot.questions.question import Question, QuestionId
from bot.questions.service import MAX_TEXT, Audience
from bot.screens.actions import AnswerQuestion, StopAsking
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.questions import questions
from bot.screens.screen import Button, Screen, row
from tests.faq.telegrams_html import TelegramsHtml
from tests.hand_clock import NOON
from tests.screens.region import PHONES, REGION

VERA = Address("telegram", 2001)
QUESTION = Question(
    QuestionId(7), Address("telegram", 1), "Где <код> & ключ?", NOON, answer="Вот <он> & всё", answered_by=VERA.id
)
AT = datetime(2026, 11, 24, 12, 0, tzinfo=timezone(timedelta(hours=3)))
CANCEL = row(Button("Отменить", StopAsking()))
OUT = row(SHELVES, HOME)


def test_the_librarian_gets_the_question_with_its_time_and_a_button() -> None:
    assert questions.question_came(QUESTION, AT, "Ответ <1>") == Screen(
        "<b>Вопрос № 7</b>, вторник, 24 ноября, 12:00\n\n"
        "Человек читал ответ «Ответ &lt;1&gt;».\n\nГде &lt;код&gt; &amp; ключ?",
        (row(Button("Ответить", AnswerQuestion(7))),),
    )


def test_a_question_about_no_answer_names_none() -> None:
    text = "<b>Вопрос № 7</b>, вторник, 24 ноября, 12:00\n\nГде &lt;код&gt; &amp; ключ?"

    assert questions.question_came(QUESTION, AT, None).text == text


def test_the_citizen_gets_the_answer_with_the_question() -> None:
    assert questions.librarian_answers(QUESTION) == Screen(
        "<b>Ответ библиотекаря</b> на ваш вопрос «Где &lt;код&gt; &amp; ключ?»:\n\nВот &lt;он&gt; &amp; всё", (OUT,)
    )


def test_the_longest_question_and_answer_still_fit_a_message() -> None:
    longest = Question(QuestionId(2**53), QUESTION.citizen, "я & " * (MAX_TEXT // 4), NOON, answer="<" * MAX_TEXT)

    screens = (
        questions.librarian_answers(longest),
        questions.question_came(longest, AT, "я" * 80),
        questions.write_the_answer(longest),
    )

    assert max(len(TelegramsHtml(screen.text).visible) for screen in screens) <= 4096


def test_the_librarian_is_asked_for_the_answer_and_can_stop() -> None:
    assert questions.write_the_answer(QUESTION) == Screen(
        "Вопрос № 7: «Где &lt;код&gt; &amp; ключ?»\n\nНапишите ответ одним сообщением: я передам его человеку.",
        (CANCEL,),
    )


@pytest.mark.parametrize(("limit", "words"), [(1, "1 ваш вопрос"), (3, "3 ваших вопроса"), (5, "5 ваших вопросов")])
def test_too_many_open_questions_are_counted_in_good_russian(limit: int, words: str) -> None:
    assert questions.too_many_open(limit) == Screen(
        f"У библиотекаря уже {words} без ответа. Дождитесь его: он придёт сюда.", (OUT,)
    )


def test_where_nobody_can_be_asked_the_phones_are_told() -> None:
    assert questions.nobody_to_ask(REGION) == Screen(
        "Передать вопрос библиотекарю здесь пока нельзя. Я отвечу сам, если смогу: напишите вопрос.\n\n" + PHONES,
        (OUT,),
    )


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        (questions.what_to_ask(), "одним сообщением"),
        (questions.handed_over(Audience.ON_DUTY, REGION), "Передал ваш вопрос"),
        (questions.handed_over(Audience.NOBODY, REGION), PHONES),
        (questions.too_long(3500), "до 3500 знаков"),
        (questions.answer_sent(QUESTION), "Ответ на вопрос № 7 передан"),
        (questions.already_answered(QUESTION, VERA), "На вопрос № 7 вы уже ответили: «Вот &lt;он&gt; &amp; всё»"),
        (questions.already_answered(QUESTION, QUESTION.citizen), "На вопрос № 7 уже ответил другой библиотекарь: «Вот"),
        (
            questions.already_answered(QUESTION, VERA, unsent=True),
            "То, что вы сейчас написали, человеку не отправлено.",
        ),
        (questions.question_gone(), "больше нет"),
        (questions.librarians_only(), "для библиотекарей"),
        (questions.unreachable(QUESTION), "№ 7 не дошёл"),
    ],
)
def test_each_moment_has_its_words(screen: Screen, words: str) -> None:
    assert words in screen.text
