"""What should never be sent to a bot is found and hidden; what is nobody's secret is left alone."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.masking import Secret, find, is_bare_code, mask

DIGITS = st.text("0123456789", min_size=1)
PIECES = st.sampled_from(
    ["код ", "смс ", "пароль ", "паспорт ", "снилс ", "серия ", "номер ", "ошибка ", "заявление ", "[код] ", "8 800 ",
     "+7", "@", ".", "-", " ", "(", ")", "\n", "№", "qwerty", "я", "г", "4111 1111 1111 1111", "112-233-445 95", "９"]
)  # fmt: skip
MESSAGES = st.lists(PIECES | DIGITS | st.text(max_size=4), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "hidden", "kind"),
    [
        ("код 4821", "код [код]", Secret.CODE),
        ("Код: 4821.", "Код: [код].", Secret.CODE),
        ("КОД ИЗ СМС 123456", "КОД ИЗ СМС [код]", Secret.CODE),
        ("Пришло СМС 123456", "Пришло СМС [код]", Secret.CODE),
        ("пришла sms\n123456", "пришла sms\n[код]", Secret.CODE),
        ("смс4821", "смс[код]", Secret.CODE),
        ("код подтверждения 48-21", "код подтверждения [код]", Secret.CODE),
        ("код визита 482913", "код визита [код]", Secret.CODE),
        ("код записи 1580", "код записи [код]", Secret.CODE),
        ("код 123 456 верный?", "код [код] верный?", Secret.CODE),
        ("123456 — это код", "[код] — это код", Secret.CODE),
        ("4821 код из смс", "[код] код из смс", Secret.CODE),
        ("коды 1234 и 5678", "коды [код] и [код]", Secret.CODE),
        ("код ４８２１", "код [код]", Secret.CODE),
        ("пин-код 1234", "пин-код [код]", Secret.CODE),
        ("ПИН 1234", "ПИН [код]", Secret.CODE),
        ("CVV 123", "CVV [код]", Secret.CODE),
        ("ошибка, мой код 482193 неверный", "ошибка, мой код [код] неверный", Secret.CODE),
        ("мой пароль qwerty12", "мой пароль [пароль]", Secret.PASSWORD),
        ("Пароль: Qwerty!2", "Пароль: [пароль]", Secret.PASSWORD),
        ("пароль — qwerty12, не подходит", "пароль — [пароль], не подходит", Secret.PASSWORD),
        ("пароль такой: солнце85", "пароль такой: [пароль]", Secret.PASSWORD),
        ("пароль «qwerty»", "пароль [пароль]", Secret.PASSWORD),
        ("пароль\nqwerty12", "пароль\n[пароль]", Secret.PASSWORD),
        ("пароль 1234", "пароль [пароль]", Secret.PASSWORD),
        ("пароль111111", "пароль[пароль]", Secret.PASSWORD),
        ("ПАРОЛЕМ IVANOV", "ПАРОЛЕМ [пароль]", Secret.PASSWORD),
        ("password hunter", "password [пароль]", Secret.PASSWORD),
        ("пассворд: секрет@дом", "пассворд: [пароль]", Secret.PASSWORD),
        ("карта 4111 1111 1111 1111", "карта [карта]", Secret.CARD),
        ("4111111111111111", "[карта]", Secret.CARD),
        ("4111-1111-1111-1111", "[карта]", Secret.CARD),
        ("мир 2200 0000 0000 0000 04", "мир [карта]", Secret.CARD),
        ("номер карты 4276 3800 1234 5674 не принимает", "номер карты [карта] не принимает", Secret.CARD),
        ("4276 3800 1234 5674", "[карта]", Secret.CARD),
        ("4276-3800-1234-5674", "[карта]", Secret.CARD),
        ("карта 4111 1111 1111 1112", "карта [карта]", Secret.CARD),
        ("4276380012345674 не принимает", "[карта] не принимает", Secret.CARD),
        ("карточка 42 76 38 00 12 34 56 74", "карточка [карта]", Secret.CARD),
        ("на карту 427638001234567 переведите", "на карту [карта] переведите", Secret.CARD),
        ("visa 4276 3800 1234 5674", "visa [карта]", Secret.CARD),
        ("инн 60117435548", "инн [ИНН]", Secret.INN),
        ("по ИННу 601174355481", "по ИННу [ИНН]", Secret.INN),
        ("полис 605404600721421", "полис [полис]", Secret.POLICY),
        ("полис ОМС 6058 7712 0410 05766", "полис ОМС [полис]", Secret.POLICY),
        ("енп 6058771204100576", "енп [полис]", Secret.POLICY),
        ("счёт 3081781040000123456", "счёт [счёт]", Secret.ACCOUNT),
        ("112-233-445 95", "[СНИЛС]", Secret.SNILS),
        ("112-233-445 99", "[СНИЛС]", Secret.SNILS),
        ("11223344595", "[СНИЛС]", Secret.SNILS),
        ("112 233 445 95", "[СНИЛС]", Secret.SNILS),
        ("112–233–445\u00a095", "[СНИЛС]", Secret.SNILS),
        ("СНИЛС 11223344599", "СНИЛС [СНИЛС]", Secret.SNILS),
        ("5804 123456", "[паспорт]", Secret.PASSPORT),
        ("58 04 № 123456", "[паспорт]", Secret.PASSPORT),
        ("5804123456", "[паспорт]", Secret.PASSPORT),
        ("Паспорт серия 58 04, номер 123456", "Паспорт серия [паспорт]", Secret.PASSPORT),
        ("СЕРИЯ 5804 № 123456", "СЕРИЯ [паспорт]", Secret.PASSPORT),
        ("номер паспорта 123456", "номер паспорта [паспорт]", Secret.PASSPORT),
        ("загранпаспорт 71 1234567", "загранпаспорт [паспорт]", Secret.PASSPORT),
        ("инн 500100732259", "инн [ИНН]", Secret.INN),
        ("+7 (911) 123-45-67", "[телефон]", Secret.PHONE),
        ("8 911 123 45 67", "[телефон]", Secret.PHONE),
        ("тел.89111234567,", "тел.[телефон],", Secret.PHONE),
        ("79111234567", "[телефон]", Secret.PHONE),
        ("911 123-45-67", "[телефон]", Secret.PHONE),
        ("почта ivan.petrov@mail.ru.", "почта [почта].", Secret.EMAIL),
        ("иван@яндекс.рф", "[почта]", Secret.EMAIL),
    ],
)
def test_what_is_personal_is_found_and_hidden(text: str, hidden: str, kind: Secret) -> None:
    assert (mask(text), find(text)) == (hidden, frozenset({kind}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "указ 1234",
        "в 2026 году",
        "115",
        "8 800 100-70-10",
        "8 (800) 100-70-10",
        "8-800-100-70-10",
        "88001007010",
        "форма 1-П",
        "стоит 3500 рублей",
        "1 234 567 руб.",
        "23.11.2026 в 15:00",
        "Единый номер 115, закон 210-ФЗ",
        "8 (8112) 72-84-01",
        "индекс 180000",
        "заявление № 5123456789 не исполнено",
        "номер заявления 1234567890",
        "инн организации 7707083893",
        "УИН 18810060220012345678",
        "11223344596",
        "за 2021 2022 2023 2024",
        "заявление 4276380012345674",
        "номер обращения 1234567890123456",
        "УИН 1881 0060 2200 1234 5678",
        "счётчик 12345678901234567890",
        "500100732250",
        "код не приходит 3 дня",
        "код не приходит с 2024 года",
        "смс не приходит с 2024",
        "код из 6 цифр",
        "код 404",
        "код ошибки 5020",
        "ошибка с кодом 1004",
        "ошибка 1004",
        "код подразделения 600-001",
        "код региона 60",
        "код визита 4234",
        "Код моей записи: 2346, перенесите",
        "код посетителя 9999",
        "почтовый код 180000",
        "кодекс 1234 статьи",
        "пришла смс с номера 0919",
        "смс о штрафе 1500 рублей",
        "пароль не подходит",
        "забыла пароль",
        "пароль забыла!",
        "пароль неверный!!!",
        "пароль, который я придумал в 2024",
        "пароль 2024 года",
        "пароль 8-16 символов",
        "пароль 10.10.2026 меняла",
        "пароль из 8 цифр",
        "пароль-то забыла",
        "паспорт 2012 года",
        "паспорт выдан 12.04.2012 600001",
        "@username",
        "собака @ в адресе",
    ],
)
def test_what_is_nobodys_secret_is_left_as_it_is(text: str) -> None:
    assert (mask(text), find(text)) == (text, frozenset())


def test_everything_in_a_long_message_is_hidden_and_the_rest_stays() -> None:
    text = (
        "Я Анна, СНИЛС 112-233-445 95, паспорт 5804 123456, тел 89111234567, a@b.ru. Пароль qwerty12, код 4821. Почему?"
    )

    assert mask(text) == (
        "Я Анна, СНИЛС [СНИЛС], паспорт [паспорт], тел [телефон], [почта]. Пароль [пароль], код [код]. Почему?"
    )
    assert find(text) == {
        Secret.SNILS,
        Secret.PASSPORT,
        Secret.PHONE,
        Secret.EMAIL,
        Secret.PASSWORD,
        Secret.CODE,
    }


def test_only_the_secret_is_replaced_where_the_same_signs_stand_before_it() -> None:
    assert mask("пароль1 1234 пароль1") == "пароль1 1234 пароль1"
    assert mask("парол1ь код1 код 1111") == "парол1ь код1 код [код]"


@given(MESSAGES)
def test_masking_twice_is_masking_once_and_finds_nothing_more(text: str) -> None:
    masked = mask(text)

    assert mask(masked) == masked
    assert find(masked) == frozenset()
    assert (masked == text) == (find(text) == frozenset())


@given(MESSAGES)
def test_masking_invents_no_digits(text: str) -> None:
    left = iter(re.findall(r"\d", text))

    assert [digit for digit in re.findall(r"\d", mask(text)) if digit not in left] == []


def with_check_sum(nine: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(9, 0, -1), strict=True))
    return f"{nine}{total % 101 % 100:02}"


BEFORE = st.sampled_from(["", "вот: ", "мой ", "я (", "ё", "паспорт, "])
AFTER = st.sampled_from(["", ".", ", что делать?", ")", " спасибо", "\nпочему"])


@given(BEFORE, st.from_regex(r"[0-7][0-9]{8}", fullmatch=True).map(with_check_sum), AFTER)
def test_any_snils_is_hidden_whole(before: str, snils: str, after: str) -> None:
    assert re.search(r"\d", mask(before + snils + after)) is None


MOBILE = r"(\+7|8|7)[ -]?\(?9[0-9]{2}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}"


@given(BEFORE, st.from_regex(MOBILE, fullmatch=True), AFTER)
def test_any_mobile_number_is_hidden_whole(before: str, phone: str, after: str) -> None:
    assert re.search(r"\d", mask(before + phone + after)) is None


@given(st.sampled_from(["код ", "Код: ", "смс ", "код из смс — "]), st.from_regex(r"[0-9]{4,8}", fullmatch=True), AFTER)
def test_any_code_is_hidden_whole(before: str, code: str, after: str) -> None:
    assert re.search(r"\d", mask(before + code + after)) is None


@given(st.from_regex(r"8[ -]?800[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}", fullmatch=True))
def test_no_line_of_the_state_is_taken_for_a_secret(line: str) -> None:
    assert mask(f"звонила на {line}, не отвечают") == f"звонила на {line}, не отвечают"


@pytest.mark.parametrize("words", ["код пароль снилс паспорт 12 ", "код ", "1", "a", "12 ", "парол ", "9@."])
def test_the_longest_message_is_read_in_a_blink(words: str) -> None:
    text = (words * 4096)[:4095] + "1"
    before = perf_counter()

    mask(text)

    assert perf_counter() - before < 2.0


@pytest.mark.parametrize("text", ["180000", "25 000", "5000"])
def test_whole_thousands_are_an_amount(text: str) -> None:
    assert not is_bare_code(text)


@pytest.mark.parametrize("text", ["180001", "4821", "000000", "481 516"])
def test_other_figures_alone_are_a_code(text: str) -> None:
    assert is_bare_code(text)
