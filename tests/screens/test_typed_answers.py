"""What is on a button can be typed: its number, its words, «да» and «нет», or how the line of a list begins."""

import pytest

from bot.dialog_state import NOTHING_OFFERED, TypedOptions
from bot.screens.actions import Browse, GoHome, StopAsking
from bot.screens.callback_data import pack
from bot.screens.common_buttons import visit_library
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, ShowVisit, WillCome
from bot.screens.screen import Button, LinkButton, Screen, row
from bot.screens.typed_answers import by_assent, by_beginning, by_number, by_words, offered

COMING = Screen(
    "Вы придёте?",
    (
        row(Button("Приду", WillCome(1))),
        row(Button("Перенести", MoveVisit(1)), Button("Отменить", CancelVisit(1, sure=False))),
        row(Button("Не приду", CancelVisit(1, sure=True))),
        row(LinkButton("На карте", "https://example.org")),
    ),
)
TOPICS = Screen(
    "С чем?",
    (
        row(Button("1. Пособия и льготы", ShowVisit(1))),
        row(Button("2. Паспорт", ShowVisit(2))),
        row(Button("🏠 В начало", GoHome())),
    ),
    choices=(ShowVisit(1), ShowVisit(2)),
)
ANSWER = Screen("Ответ", (row(Button("👍 Помогло", Browse(1)), Button("👎 Не помогло", Browse(2))),))


@pytest.mark.parametrize(
    ("typed", "pressed"),
    [("1", ShowVisit(1)), (" 2. ", ShowVisit(2)), ("2)", ShowVisit(2))],
)
def test_a_number_is_a_line(typed: str, pressed: ShowVisit) -> None:
    assert by_number(typed, offered(TOPICS)) == pack(pressed)


@pytest.mark.parametrize("typed", ["0", "3", "²", "１", "12345", "", "один"])
def test_other_numbers_are_none(typed: str) -> None:
    assert by_number(typed, offered(TOPICS)) is None


@pytest.mark.parametrize(
    ("typed", "pressed"),
    [("перенести", MoveVisit(1)), ("ОТМЕНИТЬ!", CancelVisit(1, sure=False)), ("приду.", WillCome(1))],
)
def test_the_words_of_a_button_press_it(typed: str, pressed: WillCome) -> None:
    assert by_words(typed, offered(COMING)) == pack(pressed)


@pytest.mark.parametrize("typed", ["", "!", "на карте", "перенести на пятницу"])
def test_other_words_press_nothing(typed: str) -> None:
    assert by_words(typed, offered(COMING)) is None


@pytest.mark.parametrize("typed", ["да", "Да, приду", "ага", "хорошо"])
def test_assent_is_the_button_that_says_so(typed: str) -> None:
    assert by_assent(typed, offered(COMING)) == pack(WillCome(1))


@pytest.mark.parametrize("typed", ["нет", "не надо", "Не смогу"])
def test_dissent_is_the_button_that_says_so(typed: str) -> None:
    assert by_assent(typed, offered(COMING)) == pack(CancelVisit(1, sure=True))


@pytest.mark.parametrize("typed", ["да", "нет", "не надо"])
def test_nothing_is_agreed_to_where_nothing_was_asked(typed: str) -> None:
    """«Не помогло» under an answer is no «нет»."""
    assert by_assent(typed, offered(ANSWER)) is None


def test_to_book_is_not_to_write_down() -> None:
    assert by_assent("да", offered(Screen("…", (row(visit_library()),)))) is None


def test_the_beginning_of_a_line_is_enough_where_it_is_the_only_one() -> None:
    assert by_beginning("пособия", offered(TOPICS)) == pack(ShowVisit(1))
    assert by_beginning("Паспорт", offered(TOPICS)) == pack(ShowVisit(2))


@pytest.mark.parametrize("typed", ["пос", "посо", "льготы", "пенсия"])
def test_less_than_the_first_word_is_not(typed: str) -> None:
    assert by_beginning(typed, offered(TOPICS)) is None


def test_two_lines_that_begin_alike_are_not_chosen_between() -> None:
    doubled = Screen(
        "?", (row(Button("1. Псков, центр", ShowVisit(1))), row(Button("2. Псков, Завеличье", ShowVisit(2))))
    )

    offer = TypedOptions(("a", "b"), offered(doubled).named)

    assert by_beginning("псков", offer) is None


def test_without_a_list_the_beginning_is_not_read() -> None:
    assert by_beginning("перенести", offered(COMING)) is None


def test_nothing_offered_is_nothing_typed() -> None:
    typed = ("1", "да", "отменить")

    assert [
        read(text, NOTHING_OFFERED) for read, text in zip((by_number, by_assent, by_words), typed, strict=True)
    ] == [None, None, None]


def test_the_buttons_are_offered_with_their_words() -> None:
    screen = Screen("?", (row(Button("Отменить", StopAsking()), Button("🏠 В начало", GoHome())),))

    assert offered(screen) == TypedOptions((), (("x", "Отменить"), ("h", "🏠 В начало")))
