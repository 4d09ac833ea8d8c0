"""The generated pages show what the program shows today."""

from tests import gallery

SHOWN = gallery.SCREENS.read_text(encoding="utf-8")


async def test_the_page_of_conversations_is_up_to_date() -> None:
    assert await gallery.screens(gallery.FILES) == SHOWN, "выполните make screens"


def test_the_page_of_answers_is_up_to_date() -> None:
    assert gallery.ANSWERS.read_text(encoding="utf-8") == gallery.answers(), "выполните make screens"
