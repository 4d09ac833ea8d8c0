"""Kinds of messages of which a part used to be taken for the whole: letters, ordinals, ages, callers, two visits."""

from datetime import datetime, timedelta

import pytest

from bot.understanding.acts import ActName, SpeakerRole
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import NO_TURNS, AskedFor, OwnVisit, Turns
from bot.understanding.whose_booking import whose_booking

LISTED = Turns(
    asked=AskedFor.LINE, options=("1. Вход обрывается", "2. Забыли пароль", "3. Как войти на портал", "Нет, другое")
)


@pytest.mark.parametrize(
    "text",
    [
        "передайте библиотекарю, можно ли прийти на консультацию с внуком",
        "спросите библиотекаря, возьмут ли мою маму на приём без паспорта",
        "хочу спросить у специалиста, запишут ли меня на среду без телефона",
        "вопрос библиотекарю: где у вас записывают к врачу",
        "здравствуйте, передайте вашей заведующей, что приём был отличный",
    ],
)
def test_a_letter_is_a_letter_whatever_it_speaks_of(text: str, understanding: Understanding, monday: datetime) -> None:
    understood = understanding.understand(text, NO_TURNS, monday)

    assert [act.name for act in understood.acts] == [ActName.ASK_LIBRARIAN]
    assert understood.choice == ()


def test_what_stands_before_a_letter_is_served_too(understanding: Understanding, monday: datetime) -> None:
    own = Turns(own=(OwnVisit(monday + timedelta(days=1), "Псков", "passport"),))

    understood = understanding.understand("отмените запись и передайте библиотекарю, что я заболела", own, monday)

    assert [act.name for act in understood.acts] == [ActName.CANCEL, ActName.ASK_LIBRARIAN]


@pytest.mark.parametrize(
    "text",
    ["третий день не могу войти", "первый раз захожу на портал", "вторая группа инвалидности у меня", "два года жду"],
)
def test_an_ordinal_of_something_else_chooses_no_line(
    text: str, understanding: Understanding, monday: datetime
) -> None:
    understood = understanding.understand(text, LISTED, monday)

    assert all(act.slots.n is None for act in understood.acts)


@pytest.mark.parametrize(
    ("text", "line"),
    [("третье", 3), ("второй вариант пожалуйста", 2), ("второе, про пароль", 2), ("ну первое", 1)],
)
def test_words_of_the_choice_choose_a_line(
    text: str, line: int, understanding: Understanding, monday: datetime
) -> None:
    understood = understanding.understand(text, LISTED, monday)

    assert [(act.name, act.slots.n) for act in understood.acts] == [(ActName.CHOOSE, line)]


@pytest.mark.parametrize(
    "text", ["запишите Иванову по телефону на завтра в 10", "позвонила Иванова, запишите её на завтра в 10"]
)
def test_whom_to_book_is_not_asked_where_a_caller_is_named(
    text: str, understanding: Understanding, monday: datetime
) -> None:
    understood = understanding.understand(text, Turns(role=SpeakerRole.LIBRARIAN), monday)

    assert whose_booking(understood, text) is None
    assert (understood.first.name, understood.choice) == (ActName.PHONE_BOOKING, ())


def test_two_visits_are_two_wishes(understanding: Understanding, monday: datetime) -> None:
    days = (1, 3)
    own = Turns(own=tuple(OwnVisit(monday + timedelta(days=day), "Псков", "passport") for day in days))

    understood = understanding.understand("первую отмените, а на вторую приду", own, monday)

    told = [(act.name, act.slots.n, act.slots.value) for act in understood.acts]
    assert told == [(ActName.CANCEL, 1, None), (ActName.CONFIRM_COMING, 2, "yes")]
