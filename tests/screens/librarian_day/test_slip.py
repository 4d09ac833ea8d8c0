"""The slip tells day, place, code and what to bring, and what is not known is said to be unknown."""

from dataclasses import replace

import pytest

from bot.booking.booking import BookingState, Origin, Visitor
from bot.centres.phones import PhoneNumber
from bot.region.topics import Topic
from bot.screens.librarian_day.slip import given, slip, slip_row
from bot.screens.librarian_day.slip_pdf import slip_pdf
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.librarian_day.visit_slip import VisitSlip
from bot.screens.screen import Paper
from tests.booking.visiting import AT, a_booking
from tests.screens.librarian_day.day_samples import CENTRE, TOPIC, a_visit


def phoned(**changes: object) -> DayVisit:
    booking = replace(a_booking(origin=Origin.PHONE, citizen=None, visitor=Visitor("Зинаида")), **changes)  # type: ignore[arg-type]  # - any field of a booking
    return a_visit(booking)


def told(slip_: VisitSlip) -> dict[str, str]:
    return dict(slip_.lines)


def test_the_slip_says_who_when_where_with_what_and_the_code() -> None:
    made = slip(
        replace(phoned(), centre=replace(CENTRE, address="ул. Лесная, 1", phones=(PhoneNumber("8 (81131) 2-15-15"),)))
    )

    assert told(made) == {
        "Кому": "Зинаида",
        "Когда": "Среда, 25 ноября, 10:00",
        "Куда": "Липки, ул. Лесная, 1",
        "С чем": "Паспорт",
        "Код": "КМ47",
        "Телефон": "8 (81131) 2-15-15",
    }
    assert made.bring == ("паспорт",)
    assert "позвоните" in made.foot[0]


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    made = slip(replace(phoned(visitor=Visitor("")), centre=replace(CENTRE, phones=()), topic=None))

    assert told(made)["Телефон"] == "неизвестен"
    assert "Кому" not in told(made)
    assert made.bring == ()
    assert "передайте в библиотеку" in made.foot[0]


def test_a_centre_that_is_gone_is_no_place_to_go() -> None:
    made = slip(replace(phoned(), centre=None))

    assert told(made)["Куда"] == "центра нет в справочнике, уточните"


def test_things_of_somebody_else_are_theirs() -> None:
    topic = Topic("recovery", "Вход", 30, ("свой телефон",), ())

    assert slip(replace(phoned(visitor=Visitor("мама", for_other=True)), topic=topic)).bring == ("телефон мамы",)


@pytest.mark.parametrize(
    ("visit", "offered"),
    [
        (phoned(), True),
        (a_visit(a_booking()), False),  # the bot writes to them
        (phoned(origin=Origin.WALK_IN), False),  # is here already
        (phoned(state=BookingState.CANCELLED), False),
        (phoned(state=BookingState.DISPLACED), False),  # has no time
        (replace(phoned(), now=AT), False),
    ],
)
def test_it_is_offered_where_the_bot_will_not_write_to_who_is_expected(visit: DayVisit, *, offered: bool) -> None:
    assert bool(slip_row(visit)) is offered


def test_the_words_to_copy_are_shown_as_they_are_typed() -> None:
    shown = given(phoned(visitor=Visitor("<b>Зинаида & Ко</b>")))

    assert "Кому: &lt;b&gt;Зинаида &amp; Ко&lt;/b&gt;" in shown.text
    assert isinstance(shown.attached, Paper)
    assert shown.attached.name == "памятка-КМ47.pdf"


def test_the_paper_is_one_page_also_with_much_to_bring_and_the_same_each_time() -> None:
    topic = replace(TOPIC, bring=tuple(f"документ номер {number}, подлинник и копия" for number in range(12)))
    long = slip(replace(phoned(visitor=Visitor("Зинаида 😀" * 6)), topic=topic))

    assert slip_pdf(long).count(b"/Type /Page\n") == 1
    assert slip_pdf(long) == slip_pdf(long)
    assert b"/MediaBox [0 0 595.28 841.89]" in slip_pdf(long)
