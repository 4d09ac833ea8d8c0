"""One sentence in the language of the message, with the way to a person that there is."""

import pytest

from bot.screens.home.other_languages import LANGUAGES, in_their_language
from tests.screens.region import REGION


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_language_names_the_button_or_the_telephone(language: str) -> None:
    asked, told = (in_their_language(language, REGION, can_ask=can_ask) for can_ask in (True, False))

    phone = REGION.phones[0].number
    assert phone in asked.text
    assert phone in told.text
    assert asked.text != told.text
    assert (len(asked.rows[0]), len(told.rows[0])) == (2, 1)


def test_any_other_language_is_told_in_russian_and_english() -> None:
    text = in_their_language("fi", REGION, can_ask=True).text

    assert text.startswith("Я отвечаю только по-русски. I answer in Russian")
