"""The code a visitor says is taken for no other, however it is typed."""

import re

import pytest

from bot.booking.visit_code import LENGTH, SIGNS, new_code, read_code


def test_a_code_has_no_vowels_and_no_signs_that_look_like_others() -> None:
    code = new_code()

    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert not re.search("[0158ABOI АВЕОУЗЧБ]", SIGNS)


@pytest.mark.parametrize(
    "typed", ["7КМ2", "7км2", " 7-км 2", "7KM2", "7km2", "7rv2", "7КM2.", "код 7км2", "Код визита: 7 км2"]
)
def test_a_code_is_read_from_either_case_and_keyboard(typed: str) -> None:
    assert read_code(typed) == "7КМ2"


@pytest.mark.parametrize(("typed", "code"), [("47HC", "47НС"), ("4rhc", "4КРС"), ("y[n6", "НХТ6"), ("479V", "479М")])
def test_letters_are_taken_for_what_they_look_like_unless_the_keyboard_was_the_other(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "7КМ", "7КМ22", "7КМЯ", "7КМ0", "٧КМ2", "код", "3.4.26", "24:36"])
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_code(typed) is None
