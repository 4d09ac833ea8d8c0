"""Latin letters for Russian ones."""

from bot.russian.transliteration import to_latin


def test_signs_of_a_person_stay_and_soft_signs_go() -> None:
    assert to_latin("Очередь_2 объект") == "ochered_2 obekt"
