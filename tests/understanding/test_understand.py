"""What people type is understood with what they said in it, in its talk."""

from datetime import datetime
from typing import Any

import pytest

from bot.safety.threat import Kind, Level, Threat
from bot.understanding.acts import ActName, SpeakerRole
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import NO_TURNS, AskedFor, OwnVisit, Turns
from tests.stage import the_acts
from tests.understanding.conftest import MONDAY, directory

VISIT = OwnVisit(MONDAY.replace(month=12, day=3), "Псков", "recovery")


def heard(understanding: Understanding, text: str, turns: Turns, now: datetime) -> list[dict[str, Any]]:
    return [act.as_record() for act in understanding.understand(text, turns, now).acts]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("хочу записать маму на завтра в 10, тема пароль", {"act": "book", "for_whom": "мама", "topic": "recovery"}),
        ("запишите завтра в 10 в Остров", {"act": "book", "day": "2026-12-01", "time": "10:00", "place": "Остров"}),
        ("запишите как можно скорее", {"act": "book", "soonest": True}),
        ("перенесите мою запись с завтра на пятницу", {"act": "move", "day": "2026-12-04"}),
        ("отмените запись 7К2М", {"act": "cancel", "code": "7К2М"}),
        ("опаздываю на 10 минут", {"act": "late", "minutes": 10}),
        ("опоздаю на полчаса", {"act": "late", "minutes": 30}),
        ("опоздаю минут на 15", {"act": "late", "minutes": 15}),
        ("во сколько мне завтра приходить", {"act": "my_bookings", "want": "time"}),
        ("адрес напомни, где я записана", {"act": "my_bookings", "want": "address"}),
        ("телефон библиотеки в Гдове", {"act": "place", "place": "Гдов", "want": "phone"}),
        ("навасакольники", {"act": "place", "place": "Новосокольники", "want": "nearest"}),
        ("читай вслух, я плохо вижу", {"act": "settings", "want": "aloud", "value": "on"}),
        ("отключите напоминания", {"act": "settings", "want": "reminders", "value": "off"}),
        ("продлите мне книгу ещё на неделю", {"act": "other_library_service", "want": "renew_book"}),
        ("привіт, запишіть мене на завтра", {"act": "other_language", "lang": "uk"}),
        ("б**** да сколько можно", {"act": "abuse"}),
        ("zapishite menya na zavtra v ostrov", {"act": "book", "day": "2026-12-01", "place": "Остров"}),
    ],
)  # fmt: skip
def test_a_citizen_is_understood_without_any_talk(
    understanding: Understanding, monday: datetime, text: str, said: dict[str, Any]
) -> None:
    first = heard(understanding, text, NO_TURNS, monday)[0]

    assert {name: first.get(name) for name in said} == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("кто у меня завтра", {"act": "day_list", "day": "2026-12-01"}),
        ("333М пришёл", {"act": "mark", "code": "333М", "value": "arrived"}),
        ("закрыть завтра с 13 до 18", {"act": "close", "day": "2026-12-01", "times": "13:00-18:00"}),
        ("3, 4 и 7 декабря не принимаем", {"act": "close", "dates": "2026-12-03,2026-12-04,2026-12-07"}),
        ("отчёт за октябрь", {"act": "figures", "from": "2026-10-01", "to": "2026-10-31"}),
        ("двое без записи по паспорту вчера", {"act": "walk_in", "count": 2, "topic": "passport", "day": "2026-11-29"}),
        ("я в отпуске с 1 по 14 декабря", {"act": "absence", "from": "2026-12-01", "to": "2026-12-14"}),
        ("ответ на вопрос 12: пусть приходит с паспортом", {"act": "answer_question", "n": 12}),
        ("сними меня с дежурства", {"act": "duty", "value": "off"}),
    ],
)
def test_a_librarian_is_understood(
    understanding: Understanding, monday: datetime, text: str, said: dict[str, Any]
) -> None:
    first = heard(understanding, text, Turns(role=SpeakerRole.LIBRARIAN), monday)[0]

    assert {name: first.get(name) for name in said} == said


@pytest.mark.parametrize(
    ("asked", "options", "text", "said"),
    [
        (AskedFor.CHECK, (), "ага", {"act": "yes"}),
        (AskedFor.CHECK, (), "конечно записывайте милая", {"act": "yes"}),
        (AskedFor.CHECK, (), "нет, не надо", {"act": "no"}),
        (AskedFor.CHECK, (), "всё так, только не в 11 а в 12", {"act": "book", "time": "12:00"}),
        (AskedFor.YES_NO, ("Да, стереть всё",), "стирай", {"act": "yes"}),
        (AskedFor.YES_NO, (), "lf", {"act": "yes"}),
        (AskedFor.LINE, ("Полис", "Медкарта", "Врач"), "последнее", {"act": "choose", "n": 3}),
        (AskedFor.LINE, ("Полис", "Медкарта", "Врач"), "медкарта", {"act": "choose", "n": 2}),
        (AskedFor.LINE, ("Полис", "Медкарта", "Врач"), "средний", {"act": "choose", "n": 2}),
        (AskedFor.PLACE_TO_BOOK, (), "ну в бежаницы куда ж ещё", {"act": "book", "place": "Бежаницы"}),
        (AskedFor.PLACE_TO_FIND, (), "бижаницы", {"act": "place", "place": "Бежаницы"}),
        (AskedFor.DAY, (), "после обеда в среду часа в два", {"act": "book", "day": "2026-12-02", "time": "14:00"}),
        (AskedFor.DAY, (), "завтра не могу, вот на выходных бы", {"act": "book", "day": "2026-12-05"}),
        (AskedFor.NAME, (), "это для мамы её Ниной зовут", {"act": "book", "for_whom": "мама", "name": "Нина"}),
        (AskedFor.NAME, (), "отбой, передумала", {"act": "stop"}),
        (AskedFor.REMINDER, (), "угу", {"act": "confirm_coming", "value": "yes"}),
        (AskedFor.REMINDER, (), "приду но на 15 минут позже", {"act": "late", "minutes": 15}),
        (AskedFor.QUESTION, (), "где мне взять справку", {"act": "ask_librarian"}),
    ],
)  # fmt: skip
def test_the_last_question_owns_short_answers(
    understanding: Understanding,
    monday: datetime,
    asked: AskedFor,
    options: tuple[str, ...],
    text: str,
    said: dict[str, Any],
) -> None:
    first = heard(understanding, text, Turns(asked=asked, options=options), monday)[0]

    assert {name: first.get(name) for name in said} == said


def test_another_wish_under_a_question_is_something_new(understanding: Understanding, monday: datetime) -> None:
    acts = heard(understanding, "а где у вас библиотека в Гдове и до скольки", Turns(asked=AskedFor.NAME), monday)

    assert acts[0]["act"] == "place"


def test_a_reply_and_a_wish_beside_it_are_both_heard(understanding: Understanding, monday: datetime) -> None:
    acts = heard(
        understanding, "приду приду, а что с собой взять?", Turns(asked=AskedFor.REMINDER, own=(VISIT,)), monday
    )

    assert [act["act"] for act in acts] == ["confirm_coming", "my_bookings"]


def test_several_wishes_are_served_in_their_order(understanding: Understanding, monday: datetime) -> None:
    acts = heard(understanding, "опаздываю на 10 минут и напомните адрес пожалуйста", NO_TURNS, monday)

    assert [act["act"] for act in acts] == ["late", "my_bookings"]


def test_an_hour_later_counts_from_the_visit_that_is_shown(understanding: Understanding, monday: datetime) -> None:
    acts = heard(understanding, "можно попозже на часок?", Turns(asked=AskedFor.VISIT, own=(VISIT,)), monday)

    assert acts == [{"act": "move", "time": "11:00"}]


def test_danger_goes_first_and_a_wish_beside_it_is_kept(understanding: Understanding, monday: datetime) -> None:
    acts = heard(understanding, "с карты деньги сняли!! и ещё отмените мою запись на 1 декабря", NO_TURNS, monday)

    assert [act["act"] for act in acts] == ["danger", "cancel"]


def test_contradictory_times_are_never_acted_upon(understanding: Understanding, monday: datetime) -> None:
    act = understanding.understand("запишите меня завтра в субботу", NO_TURNS, monday).first

    assert (act.name, act.slots.day) == (ActName.BOOK, None)
    assert "unsure: завтра в субботу" in act.reasons


def test_a_thing_with_another_owner_makes_booking_a_question(understanding: Understanding, monday: datetime) -> None:
    assert heard(understanding, "запишите меня к стоматологу", NO_TURNS, monday)[0]["act"] == "faq"


def test_words_of_staff_from_a_citizen_are_a_question(understanding: Understanding, monday: datetime) -> None:
    assert heard(understanding, "статус", NO_TURNS, monday)[0]["act"] == "faq"
    assert heard(understanding, "статус", Turns(role=SpeakerRole.ADMIN), monday)[0]["act"] == "status"


def test_a_short_question_leans_on_the_last_answer(understanding: Understanding, monday: datetime) -> None:
    turns = Turns(asked=AskedFor.HELPED, shown_articles=("conf-mfc",), last_question="как подтвердить учётную запись")

    act = understanding.understand("а если снилса нет?", turns, monday).first

    assert act.name is ActName.FOLLOW_UP
    assert "conf-mfc" in act.slots.articles


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("повтори пожалуйста", "repeat"),
        ("попроще можно?", "simplify"),
        ("сделала, дальше что", "next_step"),
        ("не помогло", "not_helped"),
    ],
)
def test_words_upon_the_last_answer(understanding: Understanding, monday: datetime, text: str, act: str) -> None:
    turns = Turns(asked=AskedFor.HELPED, shown_articles=("conf-mfc",), last_question="как подтвердить учётную запись")

    assert heard(understanding, text, turns, monday)[0]["act"] == act


def test_words_that_no_act_has_used_are_named(understanding: Understanding, monday: datetime) -> None:
    said = understanding.understand("запишите меня на завтра вместе с самоваром", NO_TURNS, monday)

    assert said.unread == ("самоваром",)


@pytest.mark.parametrize("text", ["", " ", "?", "...", "👍", "a" * 4096, "?" * 4096, "как " * 1000, "1 " * 2000])
def test_any_text_is_read_without_harm(understanding: Understanding, monday: datetime, text: str) -> None:
    assert understanding.understand(text, NO_TURNS, monday).acts


def looked_at(level: Level, *, in_reply: bool = True) -> Understanding:
    """An understanding that takes every message for an illness of this moment; replies only where told so."""

    def look(text: str, *, is_reply: bool = False) -> Threat | None:
        return Threat(Kind.MEDICAL, level) if text and (in_reply or not is_reply) else None

    return Understanding(the_acts(), directory, look)


def test_a_caution_of_a_crisis_stands_before_the_wish_and_not_in_its_place(monday: datetime) -> None:
    acts = heard(looked_at(Level.CAUTION), "запишите завтра в 10 в Остров", NO_TURNS, monday)

    assert [act["act"] for act in acts] == ["crisis", "book"]


def test_an_alarm_of_a_crisis_leaves_nothing_beside_it(monday: datetime) -> None:
    acts = heard(looked_at(Level.ALARM), "запишите завтра в 10 в Остров", NO_TURNS, monday)

    assert [act["act"] for act in acts] == ["crisis"]


def test_short_words_in_a_form_are_looked_at_as_a_reply(monday: datetime) -> None:
    understanding = looked_at(Level.ALARM, in_reply=False)

    in_form = heard(understanding, "утром никак, давление", Turns(asked=AskedFor.TIME), monday)
    after_answer = heard(understanding, "утром никак, давление", Turns(asked=AskedFor.HELPED), monday)

    assert "crisis" not in {act["act"] for act in in_form}
    assert [act["act"] for act in after_answer] == ["crisis"]


@pytest.mark.parametrize("text", ["пиринесите пожалуйста ключи", "можно ли атменить пенсию"])
def test_words_for_a_librarian_stay_as_they_were_typed(
    understanding: Understanding, monday: datetime, text: str
) -> None:
    """What is spelt right to be read is never sent so."""
    said = understanding.understand(text, Turns(asked=AskedFor.QUESTION), monday)

    assert said.first.slots.text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("запишите Иванову на завтра", "Иванова"),
        ("запишите Иванову Анну на завтра", "Иванова Анна"),
        ("запишите Сидорову Марию Петровну на пятницу", "Сидорова Мария Петровна"),
        ("запишите Петрова на завтра в 10", "Петров"),
    ],
)
def test_who_is_to_be_booked_is_named_whole(
    understanding: Understanding, monday: datetime, text: str, name: str
) -> None:
    assert heard(understanding, text, NO_TURNS, monday)[0]["name"] == name
