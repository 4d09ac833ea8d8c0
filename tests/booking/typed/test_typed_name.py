"""What a visitor is to be called, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import LONGEST_NAME, Visitor
from bot.booking.typed.typed_name import NameFault, read_name, says_self


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("Анна", Visitor("Анна")),
        ("  анна   петровна. ", Visitor("анна петровна")),
        ("меня зовут Пётр", Visitor("Пётр")),
        ("Зовите меня Вера", Visitor("Вера")),
        ("Я Вера", Visitor("Вера")),
        ("Яна", Visitor("Яна")),
        ("Анна-Мария О'Нил", Visitor("Анна-Мария О'Нил")),
        ("<b>Аня</b>", Visitor("Аня")),
        ("\u202eАня", Visitor("Аня")),
        ("мама", Visitor("мама", for_other=True)),
        ("маму", Visitor("мама", for_other=True)),
        ("для мамы", Visitor("мама", for_other=True)),
        ("моя бабушка", Visitor("бабушка", for_other=True)),
        ("запишите мою бабушку", Visitor("бабушка", for_other=True)),
        ("за деда", Visitor("дедушка", for_other=True)),
        ("для Пети", Visitor("Пети", for_other=True)),
        ("для мужа Петра", Visitor("муж", for_other=True)),
        ("маму Анну", Visitor("мама", for_other=True)),
        ("баба Нюра", Visitor("баба Нюра")),
        ("мама Анна", Visitor("мама Анна")),
        ("Петрова А. И.", Visitor("Петрова А. И")),
        ("Пётр I", Visitor("Пётр I")),
        ("анна петровна иванова", Visitor("анна петровна иванова")),
        ("Ася❤️👩🏽", Visitor("Ася")),
        ("Ольга и Николай", Visitor("Ольга и Николай")),
        ("Вера да Коста", Visitor("Вера да Коста")),
    ],
)
def test_a_name_is_taken_out_of_what_is_said_around_it(text: str, visitor: Visitor) -> None:
    assert read_name(text) == visitor


def test_where_somebody_else_is_asked_for_any_name_is_his() -> None:
    assert read_name("Пётр", for_other=True) == Visitor("Пётр", for_other=True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NameFault.NO_NAME),
        ("😀😀", NameFault.NO_NAME),
        ("=1+1", NameFault.NO_NAME),
        ("<b></b>", NameFault.NO_NAME),
        ("https://example.org/a", NameFault.NO_NAME),
        ("Пишите на anna@", NameFault.NO_NAME),
        ("мой пароль qwerty123", NameFault.SECRET),
        ("Анна, +7 911 123-45-67", NameFault.SECRET),
        ("Мария 5804 123456", NameFault.SECRET),
        ("Зоя карта 2202176365104652", NameFault.SECRET),
        ("Анна 482913", NameFault.NOT_ONLY_NAME),
        ("для Пети 4829", NameFault.NOT_ONLY_NAME),
        ("A²", NameFault.NOT_ONLY_NAME),
        ("Читатель 5", NameFault.NOT_ONLY_NAME),
        ("Анна, 65 лет", NameFault.NOT_ONLY_NAME),
        ("Анна. Приду пораньше", NameFault.NOT_ONLY_NAME),
        ("хочу узнать про пенсию", NameFault.NOT_ONLY_NAME),
        ("анна петровна иванова псковская", NameFault.NOT_ONLY_NAME),
        ("Анна Петровна Иванова из Острова", NameFault.NOT_ONLY_NAME),
        ("да", NameFault.NOT_ONLY_NAME),
        ("Нет.", NameFault.NOT_ONLY_NAME),
        ("Анна " * 9, NameFault.TOO_LONG),
        ("а" * 500, NameFault.TOO_LONG),
    ],
)
def test_what_is_no_name_is_said_with_its_reason(text: str, fault: NameFault) -> None:
    assert read_name(text) == fault


@given(st.text(max_size=500), st.booleans())
def test_whatever_is_typed_a_name_is_short_and_has_letters(text: str, for_other: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    found = read_name(text, for_other=for_other)

    assert isinstance(found, NameFault) or (
        0 < len(found.called) <= LONGEST_NAME
        and any(sign.isalpha() for sign in found.called)
        and not any(sign.isdigit() for sign in found.called)
    )


@pytest.mark.parametrize(
    "text", ["для меня", "Для себя.", "за себя", "запишите меня", "на меня", "сама приду", "я сам", "мне", "сам"]
)
def test_who_writes_is_no_name(text: str) -> None:
    assert says_self(text)


@pytest.mark.parametrize("text", ["Я Вера", "меня зовут Пётр", "для мамы", "Сам Самыч", "запишите меня и маму", "Яна"])
def test_a_name_or_another_person_is_not_who_writes(text: str) -> None:
    assert not says_self(text)
