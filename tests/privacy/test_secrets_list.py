"""How many secrets are found in lines written by a person who had not seen the rules, and what is found by mistake."""

import json
from hashlib import sha1
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.masking import find, is_bare_code, mask

LINES = [json.loads(line) for line in Path("tests/privacy/secrets.jsonl").read_text("utf-8").splitlines()]
OWN_MESSAGES = [json.loads(line) for line in Path("tests/faq/own_messages.jsonl").read_text("utf-8").splitlines()]
SECRET = [line for line in LINES if line["secrets"]]
INNOCENT = [line["text"] for line in LINES if not line["secrets"]]
ONE_IN_VAIN = {"тел. 9-31-15 деревенский, через коммутатор"}  # as good as any telephone of a library


def is_found(text: str) -> bool:
    return bool(find(text)) or is_bare_code(text)


def half_of(text: str) -> int:
    """0: looked at while the rules were made; 1: looked at after they had been measured on it."""
    return int(sha1(text.encode(), usedforsecurity=False).hexdigest()[0], 16) % 2


@pytest.mark.parametrize("half", [0, 1])
def test_nearly_all_secrets_are_found(half: int) -> None:
    missed = {line["text"] for line in SECRET if half_of(line["text"]) == half and not is_found(line["text"])}

    assert missed <= ONE_IN_VAIN


def test_there_is_enough_to_measure() -> None:
    assert (len(SECRET), len(INNOCENT)) >= (326, 199)


def test_no_innocent_line_is_taken_for_a_secret() -> None:
    assert [text for text in INNOCENT if is_found(text)] == []


def test_no_question_of_our_own_list_is_taken_for_a_secret() -> None:
    assert [one["text"] for one in OWN_MESSAGES if is_found(one["text"])] == []


@pytest.mark.parametrize(
    "text",
    [
        "снилс 112 233 44595",
        "снилс 453/252/487/76",
        "код четыре восемь два девять один три",
        "4829 пришло в смс",
        "код 4️⃣8️⃣2️⃣9️⃣1️⃣3️⃣",
        "пинкод 1 2 3 4",
        "инн 601 174 355 480",
        "права 6012 345678",
        "8 911 12 34 567",
        "rjl 482913",
        "cybkc 11223344595",
        "moy pasport 5804 123456",
        "kartochka 4111 1111 1111 1111",
        "номер 918273 серия 5801",
        "пароль 58О4 12З4О5",
        "логин a@b.ru, пароль 1q2w3e4r, код 4829",
    ],
)
def test_nothing_of_the_secret_is_left(text: str) -> None:
    assert not any(sign.isnumeric() for sign in mask(text))


SAMPLES = st.sampled_from(
    ["снилс 112-233-445 95", "паспорт 5804 123456", "карта 4111 1111 1111 1111", "код из смс 482913", "rjl 482913",
     "инн 500100732259", "полис 6058 7712 0410 0576", "счёт 40817810400001234567", "8 911 123-45-67", "a1@b2.ru",
     "пароль Kot1999", "сто двенадцать двести тридцать три четыреста сорок пять девяносто пять снилс"]
)  # fmt: skip
PLAIN = st.text("абвгдежз иклмн,.!?()«»\n", max_size=60)


@given(PLAIN, SAMPLES, PLAIN)
def test_a_secret_inside_any_words_is_hidden_whole(before: str, secret: str, after: str) -> None:
    masked = mask(f"{before} {secret} {after}")

    assert not any(sign.isdigit() for sign in masked)
    assert "сто двенадцать" not in masked


@given(st.lists(PLAIN | SAMPLES, max_size=8).map(" ".join))
def test_masked_words_hold_no_secret_any_more(text: str) -> None:
    assert find(mask(text)) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте, у меня не приходит код подтверждения уже 3 дня, что делать? Пенсия 23456 рублей в 2026 году",
        "здравствуйте как мне восстановить доступ если забыл пароль и телефон старый а симку потерял помогите мне",
    ],
)
def test_a_message_is_looked_at_in_no_time(text: str) -> None:
    # Some 0.1 ms on a quiet machine; measured with coverage on a busy one it is several times slower.
    assert min(_seconds(text, 100) for _ in range(5)) / 100 < 0.002


@pytest.mark.parametrize(
    "words",
    ["1-", "код 1234 ", "58О4 ", "сто двадцать ", "пароль K o t i ", "a собака ", "a1!", "Kod kod1 ", "112-233-445 95 ",
     "паспорт 5804 123456 ", "abc1 пароль ", "(", "a@", "№ ", "1 потом "],
)  # fmt: skip
def test_the_longest_message_costs_no_more_than_a_blink(words: str) -> None:
    assert _seconds((words * 4096)[:4095] + "1", 1) < 1.5


def _seconds(text: str, times: int) -> float:
    before = process_time()
    for _ in range(times):
        mask(text)
    return process_time() - before


@pytest.mark.parametrize(
    "text",
    [
        "телефон поликлиники 72-00-00",
        "Телефон для справок 72-00-00, звоните",
        "телефон 8 8112 72-00-00",
        "по телефону 8 8112 72 00 00 говорит автоответчик",
        "назовите им телефон +7 8112 72-00-00",
    ],
)
def test_the_telephone_of_an_office_is_no_code(text: str) -> None:
    assert not is_found(text)


@pytest.mark.parametrize("text", ["на телефон пришло 48-29-13", "на телефон 482913", "назвал телефон и 482-913"])
def test_a_code_on_the_telephone_is_still_a_code(text: str) -> None:
    assert is_found(text)
