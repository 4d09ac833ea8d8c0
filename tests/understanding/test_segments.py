"""A message is cut where a wish of its own may begin, and nowhere else."""

import pytest

from bot.understanding.segments import MOST, segments_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("опаздываю на 10 минут и напомните адрес", ("опаздываю на 10 минут", "напомните адрес")),
        ("спасибо! а ещё как записаться к врачу", ("спасибо", "как записаться к врачу")),
        ("1) как узнать стаж 2) где субсидия", ("как узнать стаж", "где субсидия")),
        ("как подтвердить запись и долго ли", ("как подтвердить запись", "долго ли")),
        ("3, 4 и 7 декабря не принимаем", ("3, 4 и 7 декабря не принимаем",)),
        ("запишите маму и папу на завтра", ("запишите маму и папу на завтра",)),
        ("приём с 10.30 до 12", ("приём с 10.30 до 12",)),
        ("?", ("?",)),
    ],
)
def test_a_message_is_cut_into_wishes(text: str, pieces: tuple[str, ...]) -> None:
    assert segments_of(text) == pieces


def test_no_more_pieces_are_read_than_a_person_asks() -> None:
    assert len(segments_of("как войти? " * 100)) == MOST
