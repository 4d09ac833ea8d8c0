"""The slip for a visitor without Telegram: what stands on it, in print and by hand."""

from collections.abc import Iterator
from html import escape

from bot.booking.booking import BookingState, Origin
from bot.centres.centre import Centre
from bot.screens.centres.short_address import place_of
from bot.screens.librarian_day.actions import GiveSlip
from bot.screens.librarian_day.navigation import day_of_visit, opened
from bot.screens.librarian_day.visit import NO_NAME, DayVisit, title
from bot.screens.librarian_day.visit_slip import VisitSlip
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.my_bookings.things import of_visitor
from bot.screens.screen import Button, Paper, Row, Screen, row

_NOT_KNOWN = "неизвестен"
_SECRET = "Пароли и коды из СМС не говорите никому: ни в библиотеке, ни по телефону."  # noqa: S105 - a warning


def slip_row(visit: DayVisit) -> tuple[Row, ...]:
    """The button of the slip, where the bot will not write to the visitor who is expected."""
    is_needed = visit.booking.origin is Origin.PHONE and visit.booking.state is BookingState.BOOKED and visit.is_ahead
    return (row(Button("Памятка на бумагу", GiveSlip(visit.booking.id))),) if is_needed else ()


def slip(visit: DayVisit) -> VisitSlip:
    """What the visitor needs to know, not escaped; what is not known is said to be unknown."""
    visitor = visit.booking.visitor
    bring = of_visitor(visit.topic.bring, visitor) if visit.topic else []
    return VisitSlip(str(visit.booking.code), visit.day, tuple(_lines(visit)), tuple(bring), _foot(visit.centre))


def given(visit: DayVisit) -> Screen:
    """The slip to print, and in a few lines to be copied by hand."""
    from bot.screens.librarian_day.slip_pdf import slip_pdf  # drawing costs half a second of the start

    made = slip(visit)
    short = "\n".join(f"{name}: {escape(value)}" for name, value in made.lines)
    bring = f"Взять: {escape('; '.join(made.bring))}." if made.bring else ""
    text = paragraphs(
        "Распечатайте памятку или перепишите от руки:", short, bring, "Отдайте её человеку или продиктуйте по телефону."
    )
    paper = Paper(f"памятка-{made.code}.pdf", slip_pdf(made))
    return Screen(text, (row(opened(visit)), day_of_visit(visit)), attached=paper)


def not_given(visit: DayVisit) -> Screen:
    """Nobody is expected at that time any more."""
    text = "Памятка не нужна: эта запись отменена, закрыта или её время прошло."
    return Screen(text, (row(opened(visit)), day_of_visit(visit)))


def _lines(visit: DayVisit) -> Iterator[tuple[str, str]]:
    if visit.called != NO_NAME:
        yield "Кому", visit.called
    yield "Когда", capital(title(visit))
    centre = visit.centre
    yield "Куда", f"{centre.short_name}, {place_of(centre)}" if centre else "центра нет в справочнике, уточните"
    yield "С чем", visit.about
    yield "Код", str(visit.booking.code)
    yield "Телефон", _phone(centre)


def _phone(centre: Centre | None) -> str:
    if centre is None or not centre.phones:
        return _NOT_KNOWN
    phone = centre.phones[0]
    return phone.written + (f" ({phone.note})" if phone.note else "")


def _foot(centre: Centre | None) -> tuple[str, ...]:
    phone = centre is not None and centre.phones
    change = "Не сможете прийти — позвоните." if phone else "Не сможете прийти — передайте в библиотеку."
    return (f"Назовите библиотекарю код. {change}", _SECRET)
