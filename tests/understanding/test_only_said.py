"""What asks of a deed, denies it or tells of it is told apart from what orders it."""

import pytest

from bot.understanding import only_said
from bot.understanding.only_said import closes_nothing, is_asked, keeps_visit


@pytest.mark.parametrize("text", ["а если опоздаю?", "Анна пришла?", "пришла ли Анна", "если задержусь на полчаса"])
def test_a_question_notes_nothing(text: str) -> None:
    assert is_asked(text)


@pytest.mark.parametrize("text", ["опаздываю на 10 минут", "333М пришёл", "Лиля пришла", "была Юлия"])
def test_what_is_told_plainly_is_no_question(text: str) -> None:
    assert not is_asked(text)


@pytest.mark.parametrize(
    "text", ["не отменяйте мою запись", "я передумала отменять", "хотела отменить но не стала", "не надо отменять"]
)
def test_a_visit_that_is_kept_is_not_cancelled(text: str) -> None:
    assert keeps_visit(text)


@pytest.mark.parametrize("text", ["отмените запись", "я передумала, отмените", "не приду, отменяйте"])
def test_an_order_to_cancel_is_one(text: str) -> None:
    assert not keeps_visit(text)


@pytest.mark.parametrize("text", ["мы в пятницу не закрыты", "в пятницу было закрыто", "в пятницу не работаем?"])
def test_what_denies_or_tells_closes_nothing(text: str) -> None:
    assert closes_nothing(text)


@pytest.mark.parametrize("text", ["в пятницу закрыто", "закройте завтра с 13", "не работаем в среду"])
def test_what_closes_does(text: str) -> None:
    assert not closes_nothing(text)


@pytest.mark.parametrize(
    "text", ["успеваю", "Передумал, приду вовремя!", "не опоздаю", "всё-таки успею к началу", "нет, успела"]
)
def test_who_comes_in_time_is_not_late(text: str) -> None:
    assert only_said.comes_in_time(text)


@pytest.mark.parametrize(
    "text", ["не успеваю", "боюсь, что не успею вовремя", "приду", "буду позже", "к вам вовремя никак"]
)
def test_who_is_late_or_only_comes_does_not_come_in_time(text: str) -> None:
    assert not only_said.comes_in_time(text)
