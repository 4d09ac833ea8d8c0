"""What people really type becomes words the FAQ knows."""

import pytest

from bot.faq.search.spelling import Speller
from bot.faq.search.text_cleaner import MOST_MENDED, MOST_WORDS, Cleaned, Mended, Repair, TextCleaner, plain, words_of
from bot.russian.morphology import russian

FAQ_WORDS = """
    забыл забыла пароль восстановить госуслуги госуслугах зарегистрироваться запись записаться врачу штраф штрафы
    паспорт
    консультацию сделать загранпаспорт снилс max судимости войти код не приходит как в на к
"""


@pytest.fixture(scope="module")
def cleaner() -> TextCleaner:
    return TextCleaner(Speller(dict.fromkeys(FAQ_WORDS.split(), 1)), russian())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Забыла ПАРОЛЬ!", "забыла пароль"),
        ("pf,sk gfhjkm", "забыл пароль"),
        ("inhfas", "штрафы"),
        ("pfgbcm yf rjycekmnfwb.", "запись на консультацию"),
        ("djqnb.", "войти"),
        ("zabyl parol", "забыл пароль"),
        ("kak zaregistrirovatsya na gosuslugah", "как зарегистрироваться на госуслугах"),
        ("забыл пороль", "забыл пароль"),
        ("востановить пороль", "восстановить пароль"),
        ("зделать загран пасспорт", "сделать загран паспорт"),
        ("забылпароль", "забыл пароль"),
        ("снилса нет", "снилс нет"),
        ("за гранпаспорт", "загранпаспорт"),
        ("не приходит код max", "не приходит код max"),
        ("пароль 14 лет 9876543210", "пароль 14 лет"),
        ("пa\u00adроль", "пароль"),
        ("лдваыоладыв", "лдваыоладыв"),
        ("asdfgh", "asdfgh"),
        ("", ""),
    ],
)
def test_repairs(cleaner: TextCleaner, typed: str, read: str) -> None:
    assert " ".join(cleaner.clean(typed).words) == read


def test_every_repair_is_told(cleaner: TextCleaner) -> None:
    cleaned = cleaner.clean("gfhjkm пороль")

    assert cleaned == Cleaned(
        ("пароль", "пароль"),
        (Mended("gfhjkm", "пароль", Repair.LAYOUT), Mended("пороль", "пароль", Repair.SPELLING)),
    )


def test_good_russian_words_are_left_alone_though_the_faq_has_none(cleaner: TextCleaner) -> None:
    assert cleaner.clean("король варит борщ").mended == ()


def test_noise_is_cut_short(cleaner: TextCleaner) -> None:
    noise = " ".join(f"паролл{'ъ' * (n % 2)}" for n in range(500))

    cleaned = cleaner.clean(noise)

    assert (len(cleaned.words), len(cleaned.mended)) == (MOST_WORDS, MOST_MENDED)


def test_stress_marks_and_yo_do_not_matter() -> None:
    assert words_of("паро́ль Ёлка") == ["пароль", "елка"]
    assert plain("ＡБВ\u200bГ") == "aбвг"
