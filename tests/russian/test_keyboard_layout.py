"""Russian typed on Latin keys."""

from bot.russian.keyboard_layout import from_latin_keys, from_transliteration, other_readings


def test_the_same_keys_on_the_russian_layout() -> None:
    assert from_latin_keys("gfhjkm r dhfxe {jhjij") == "пароль к врачу хорошо"


def test_latin_letters_that_sound_alike() -> None:
    assert (
        from_transliteration("zagranpasport shchetchik zaregistrirovatsya") == "загранпаспорт щетчик зарегистрироватся"
    )


def test_what_latin_letters_leave_open_is_tried() -> None:
    assert "детские" in other_readings("децкие")
    assert "личность" in other_readings("личност")
