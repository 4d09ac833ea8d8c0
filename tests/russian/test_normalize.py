"""The same words in one spelling."""

from bot.russian.normalize import bare_words, fold, fold_compatible, fold_spaces


def test_fold_changes_no_length() -> None:
    assert fold("Ёлка, ЕЩЁ  раз") == "елка, еще  раз"


def test_odd_signs_become_plain() -> None:
    assert fold_compatible("Ｇосуслуги е\u0308 №") == "gосуслуги е no"


def test_spaces_and_lines_become_one_space() -> None:
    assert fold_spaces(" Моё\n\tимя ") == "мое имя"


def test_bare_words_have_no_marks() -> None:
    assert bare_words("«Да, — всё… верно!» 👍🏽 й") == "да все верно й"
