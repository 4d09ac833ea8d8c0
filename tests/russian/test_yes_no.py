"""The same «да» and «нет» at every question."""

import pytest

from bot.russian.yes_no import BOOK_IT, COME, is_cancel, is_no, is_unsent, is_unwanted, is_wrong, is_yes, is_yes_to


@pytest.mark.parametrize("text", ["да", "Давайте!", "ладно", "Хорошо.", "конечно", "ага", "Да, всё верно", "ОК 👍"])
def test_words_of_assent(text: str) -> None:
    assert is_yes(text)
    assert not any(other(text) for other in (is_no, is_wrong, is_unwanted, is_cancel))


@pytest.mark.parametrize("text", ["да?", "верно?", "да Коста", "записать", "не верно", "", "!"])
def test_what_is_no_assent(text: str) -> None:
    assert not is_yes(text)


def test_the_word_of_the_deed_is_assent_only_where_it_was_asked() -> None:
    assert is_yes("Да, записать", BOOK_IT)
    assert is_yes("приеду", COME)
    assert not is_yes("приеду", BOOK_IT)


def test_a_deed_whose_word_alone_means_something_else_needs_its_yes() -> None:
    assert is_yes_to("да, отменить", "отменить")
    assert is_yes_to("давайте", "отменить")
    assert not is_yes_to("отменить", "отменить")
    assert not is_yes_to("да, отменить?", "отменить")


@pytest.mark.parametrize(
    ("text", "no", "wrong", "unwanted"),
    [
        ("Нет.", True, True, False),
        ("нет, спасибо", True, False, True),
        ("нет, не надо", True, False, True),
        ("не хочу", True, False, True),
        ("не смогу", True, False, False),
        ("Нет, неверно", False, True, False),
        ("нет, передумала", False, False, True),
        ("спасибо", False, False, False),
    ],
)
def test_no_has_three_meanings(text: str, no: bool, wrong: bool, unwanted: bool) -> None:  # noqa: FBT001 - a table
    assert (is_no(text), is_wrong(text), is_unwanted(text)) == (no, wrong, unwanted)


@pytest.mark.parametrize("text", ["Отмена", "отменить.", "стоп!"])
def test_cancel_at_any_question(text: str) -> None:
    assert is_cancel(text)


@pytest.mark.parametrize("text", ["Отменить?", "нет?", "не нужно?", "неверно?", "передумал?"])
def test_a_question_decides_nothing(text: str) -> None:
    assert not any(decides(text) for decides in (is_yes, is_no, is_wrong, is_unwanted, is_cancel))


@pytest.mark.parametrize("text", ["Не отправлять", "нет, не отправляйте!", "не посылай"])
def test_words_that_leave_a_message_unsent(text: str) -> None:
    assert is_unsent(text)
    assert not any(other(text) for other in (is_yes, is_no, is_wrong, is_unwanted, is_cancel))


@pytest.mark.parametrize("text", ["не отправлять?", "не отправляйте документы почтой", "отправить"])
def test_what_sends_or_speaks_of_sending(text: str) -> None:
    assert not is_unsent(text)
