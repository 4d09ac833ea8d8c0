"""What a librarian types while an answer to a citizen is awaited: an order to the bot, or the answer."""

import pytest

from bot.understanding.librarian_orders import is_order_of_librarian


@pytest.mark.parametrize(
    "text",
    [
        "покажи записи на завтра",
        "Дайте список на пятницу",
        "дай мне статистику за ноябрь",
        "напечатай лист дня",
        "список на завтра",
        "статистика за сегодня",
        "кто придёт в понедельник",
        "сколько у нас записано",
    ],
)
def test_lists_and_figures_are_ordered(text: str) -> None:
    assert is_order_of_librarian(text)


@pytest.mark.parametrize(
    "text",
    [
        "дайте паспорт и СНИЛС",
        "Дайте паспорт сотруднику МФЦ",
        "покажите паспорт на входе",
        "напечатайте заявление дома",
        "список документов есть на портале",
        "список нужных справок пришлю",
        "статистика не нужна",
        "дай вам бог здоровья",
    ],
)
def test_an_answer_is_no_order(text: str) -> None:
    assert not is_order_of_librarian(text)
