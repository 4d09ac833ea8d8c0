"""A question to a librarian is told alike on both sides, and no word of it can break the message."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.people import Address
from bot.questions.question import EntryId, EntryKind, Question, QuestionId, ThreadEntry
from bot.questions.routing import Audience
from bot.questions.service import MAX_TEXT
from bot.screens.actions import AnswerQuestion, StopAsking
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.questions import librarian, notices, own, questions
from bot.screens.questions.actions import AskBack
from bot.screens.screen import Button, Screen, row
from tests.faq.telegrams_html import TelegramsHtml
from tests.hand_clock import NOON
from tests.screens.region import PHONES, REGION

ANNA, VERA = Address("telegram", 1), Address("telegram", 2001)
ZONE = ZoneInfo("Europe/Moscow")
QUESTION = Question(QuestionId(7), ANNA, "Где <код> & ключ?", NOON, answer="Вот <он> & всё", answered_by=VERA)
ENTRY = ThreadEntry(EntryId(3), QUESTION.id, EntryKind.ANSWER, "Вот <он> & всё", NOON, VERA)
CANCEL = row(Button("Отменить", StopAsking()))
OUT = row(SHELVES, HOME)


def test_the_librarian_gets_the_question_with_its_time_and_the_ways_to_answer() -> None:
    shown = notices.question_came(QUESTION, (), ZONE, about="Ответ <1>", centre="Центр <2>")

    assert shown.text == (
        "<b>Вопрос № 7</b>, вторник, 24 ноября, 12:00\n\nЦентр &lt;2&gt;\n\n"
        "Человек читал ответ «Ответ &lt;1&gt;».\n\nГде &lt;код&gt; &amp; ключ?"
    )
    assert shown.rows[0] == row(Button("Ответить", AnswerQuestion(7)), Button("Переспросить", AskBack(7)))


def test_a_question_about_no_answer_names_none() -> None:
    text = "<b>Вопрос № 7</b>, вторник, 24 ноября, 12:00\n\nГде &lt;код&gt; &amp; ключ?"

    assert notices.question_came(QUESTION, (), ZONE, about=None, centre=None).text == text


def test_the_citizen_gets_the_answer_with_the_question() -> None:
    assert notices.librarian_answers(QUESTION, None).text == (
        "<b>Ответ библиотекаря</b> на ваш вопрос «Где &lt;код&gt; &amp; ключ?»:\n\nВот &lt;он&gt; &amp; всё"
    )


def test_the_longest_question_and_answer_still_fit_a_message() -> None:
    words = "я & " * (MAX_TEXT // 4)
    longest = replace(QUESTION, id=QuestionId(2**53), text=words, answer="<" * MAX_TEXT, promised_at=NOON)
    entry = ThreadEntry(EntryId(1), longest.id, EntryKind.ANSWER, "<" * MAX_TEXT, NOON, VERA)
    said = [replace(entry, kind=kind, text=words) for kind in EntryKind] * 4

    screens = (
        notices.librarian_answers(longest, entry),
        notices.question_came(longest, said, ZONE, about="я" * 80, centre="я" * 60),
        notices.question_added(longest, replace(entry, kind=EntryKind.ADDITION)),
        notices.reminder(longest, ZONE),
        notices.overdue(longest, "Вера", "я" * 60),
        notices.proposed_article(longest),
        librarian.write_the_answer(longest, tuple(said)),
        librarian.write_the_inquiry(longest, tuple(said)),
        own.own([longest] * 3, ZONE, can_ask=True),
    )

    assert max(len(TelegramsHtml(screen.text).visible) for screen in screens) <= 4096


def test_the_librarian_is_asked_for_the_answer_and_can_stop() -> None:
    shown = librarian.write_the_answer(QUESTION)

    assert shown.text.startswith("Вопрос № 7: «Где &lt;код&gt; &amp; ключ?»\n\nНапишите ответ одним сообщением")
    assert shown.rows[-1] == CANCEL


@pytest.mark.parametrize(
    ("name", "words"),
    [("Вера", "ответила Вера"), ("Глеб <b>", "ответил Глеб &lt;b&gt;"), ("Саша", "есть ответ: Саша"), (None, "другой")],
)
def test_a_colleague_is_named_in_good_russian(name: str | None, words: str) -> None:
    assert words in librarian.already_answered(QUESTION, ANNA, name).text


@pytest.mark.parametrize(("limit", "words"), [(1, "1 ваш вопрос"), (3, "3 ваших вопроса"), (5, "5 ваших вопросов")])
def test_too_many_open_questions_are_counted_in_good_russian(limit: int, words: str) -> None:
    assert f"У библиотекаря уже {words} без ответа." in questions.too_many_open(limit).text


def test_where_nobody_can_be_asked_the_phones_are_told() -> None:
    assert questions.nobody_to_ask(REGION) == Screen(
        "Передать вопрос библиотекарю здесь пока нельзя. Я отвечу сам, если смогу: напишите вопрос.\n\n" + PHONES,
        (OUT,),
    )


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        (questions.what_to_ask(), "одним сообщением"),
        (questions.handed_over(QUESTION, Audience.ON_DUTY, REGION, ZONE), "Номер вопроса — 7. Когда именно"),
        (questions.handed_over(QUESTION, Audience.NOBODY, REGION, ZONE), PHONES),
        (questions.too_long(3500), "до 3500 знаков"),
        (librarian.answer_sent(QUESTION, ENTRY), "Ответ на вопрос № 7 передан"),
        (librarian.answer_sent(QUESTION, ENTRY, is_reached=False), "сообщение придёт ему, если он вернётся"),
        (librarian.already_answered(QUESTION, VERA), "На вопрос № 7 вы уже ответили: «Вот &lt;он&gt; &amp; всё»"),
        (librarian.already_answered(QUESTION, ANNA), "На вопрос № 7 уже ответил другой библиотекарь: «Вот"),
        (librarian.question_gone(), "больше нет"),
        (librarian.librarians_only(), "для библиотекарей"),
        (notices.undelivered(QUESTION), "№ 7 не дошёл"),
    ],
)
def test_each_moment_has_its_words(screen: Screen, words: str) -> None:
    assert words in screen.text
