"""The code a visitor says is taken for no other, however it is typed."""

import re

import pytest

from bot.booking.visit_code import LENGTH, SIGNS, new_code, read_code


def test_a_code_has_no_vowels_and_no_signs_that_look_like_others() -> None:
    code = new_code()

    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert not re.search("[0158ABOI АВЕОУЗЧБ]", SIGNS)


def test_no_new_code_is_of_digits_alone() -> None:
    codes = {new_code() for _ in range(3000)}

    assert [code for code in codes if code.isdigit()] == []
    assert {place for code in codes for place, sign in enumerate(code) if sign.isdigit()} == set(range(LENGTH))


@pytest.mark.parametrize(
    "typed",
    [
        "4234",
        "код визита 4234",
        "визит 4234",
        "Визит № 4234",
        "код записи: 4234",
        "найди визит 4234",
        "визит код 42-34",
        "код 4234",
    ],
)
def test_an_old_code_of_digits_is_still_read(typed: str) -> None:
    assert read_code(typed) == "4234"


@pytest.mark.parametrize(
    "typed", ["7КМ2", "7км2", " 7-км 2", "7KM2", "7km2", "7rv2", "7КM2.", "код 7км2", "Код визита: 7 км2"]
)
def test_a_code_is_read_from_either_case_and_keyboard(typed: str) -> None:
    assert read_code(typed) == "7КМ2"


@pytest.mark.parametrize(("typed", "code"), [("47HC", "47НС"), ("4rhc", "4КРС"), ("y[n6", "НХТ6"), ("479V", "479М")])
def test_letters_are_taken_for_what_they_look_like_unless_the_keyboard_was_the_other(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize(
    "typed",
    ["", "7КМ", "7КМ22", "7КМЯ", "7КМ0", "٧КМ2", "код", "визит", "визит завтра", "код записи", "3.4.26", "24:36"],
)
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_code(typed) is None
