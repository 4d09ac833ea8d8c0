"""The generated pages show what the program shows today."""

from tests import gallery


async def test_the_page_of_conversations_is_up_to_date() -> None:
    assert gallery.SCREENS.read_text(encoding="utf-8") == await gallery.screens(), "выполните make screens"


def test_the_page_of_answers_is_up_to_date() -> None:
    assert gallery.ANSWERS.read_text(encoding="utf-8") == gallery.answers(), "выполните make screens"
