"""What a sentence that begins with «перенести» or «отменить» wants, and the words that remain."""

import pytest

from bot.booking.typed.spoken_change import Deed, SpokenChange, read_change


@pytest.mark.parametrize(
    ("text", "deed", "rest"),
    [
        ("перенести на чт 10.12 12:00", Deed.MOVE, "чт 10.12 12:00"),
        ("Перенесите на среду в 15", Deed.MOVE, "среду в 15"),
        ("перенесите, пожалуйста, запись на завтра", Deed.MOVE, "завтра"),
        ("можно перенести меня на пятницу?", Deed.MOVE, "пятницу?"),
        ("отмените", Deed.CANCEL, ""),
        ("Отмените, пожалуйста!", Deed.CANCEL, ""),
        ("отменить 1", Deed.CANCEL, "1"),
        ("отменить запись к врачу", Deed.CANCEL, "к врачу"),
    ],
)
def test_the_deed_and_the_rest(text: str, deed: Deed, rest: str) -> None:
    assert read_change(text) == SpokenChange(deed, rest)


@pytest.mark.parametrize(
    "text", ["", "отмена", "не отменяйте", "я перенесла инсульт", "перенос", "завтра", "отмененный"]
)
def test_other_words_want_nothing_of_the_kind(text: str) -> None:
    assert read_change(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("отменить 1", (1, "")),
        ("отменить № 2", (2, "")),
        ("перенести 2 на среду", (2, "среду")),
        ("перенести на 10:30", (None, "10:30")),
        ("перенести на 10 декабря", (None, "10 декабря")),
    ],
)
def test_the_line_it_speaks_of(text: str, line: tuple[int | None, str]) -> None:
    said = read_change(text)

    assert said
    assert said.of_line() == line
