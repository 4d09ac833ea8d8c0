"""Who receives a visitor: taken on, given back, or a colleague's."""

from html import escape

from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit, TakeOn
from bot.screens.librarian_day.navigation import day_of_visit, opened
from bot.screens.librarian_day.visit import ADMIN, DayVisit, may_not, particulars, remarks, title
from bot.screens.librarian_day.visit_card import card, give_back_button, place_of, ways_to_take
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Screen, row


def taken(visit: DayVisit) -> Screen:
    """Says that the visit is assigned to whoever pressed; named, for in a group others read it too."""
    text = paragraphs(
        f"Записал. Этого посетителя принимает {escape(visit.taken_by or ADMIN)}.",
        "\n".join((capital(title(visit)), place_of(visit))),
        "\n".join((*particulars(visit), *remarks(visit))),
        may_not(visit),
        "Коллеги увидят это в списке дня.",
    )
    return Screen(text, (row(opened(visit), give_back_button(visit)), day_of_visit(visit)))


def given_back(visit: DayVisit) -> Screen:
    """Says that the visit is no longer assigned to whoever pressed; a colleague's stays the colleague's."""
    if not visit.taken_by:
        return card(visit, "Записал: пока никто не принимает")
    text = (
        f"Ничего не изменилось: этого посетителя принимает {escape(visit.taken_by)}, отказаться может только тот, "
        "кто принимает. Примете сами — «Принять вместо коллеги»."
    )
    return Screen(text, (*ways_to_take(visit), row(opened(visit)), row(HOME)), for_presser=True)


def taken_before(visit: DayVisit) -> Screen:
    """Says that a colleague has the visit; it may still be taken over."""
    text = paragraphs(
        f"Этого посетителя уже принимает {escape(visit.taken_by or ADMIN)}.",
        f"{capital(title(visit))}, {escape(visit.called)}",
        "Принять вместо коллеги?",
    )
    over = Button("Да, приму я", TakeOn(visit.booking.id, over=True))
    return Screen(
        text,
        (row(over), row(Button("Нет, оставить", OpenVisit(visit.booking.id))), day_of_visit(visit)),
    )
