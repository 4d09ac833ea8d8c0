"""Cancelling a booking: asked once more, done, and why, if the person likes to say."""

from collections.abc import Mapping

from bot.booking.booking import BookingId, BookingState
from bot.screens.common_buttons import HOME, visit_library
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, SayWhy, ShowVisit
from bot.screens.my_bookings.own_visit import MINE, BookingView, about, capital, near_title, paragraphs
from bot.screens.screen import Button, Screen, column, row

# By the name on the button; the words are what librarians read.
REASONS: Mapping[str, str] = {
    "not-needed": "Больше не нужно",
    "ill": "Болезнь",
    "solved": "Вопрос уже решён",
}
IN_WORDS, NOTHING = "words", "nothing"


def sure(visit: BookingView) -> Screen:
    """Asks once more before cancelling."""
    id_, is_displaced = visit.booking.id, visit.booking.state is BookingState.DISPLACED
    text = paragraphs(
        "<b>Отменить эту запись?</b>",
        capital(near_title(visit)),
        "\n".join(about(visit)),
        "Библиотека отменила приём на это время. Можно выбрать другое время или отменить запись совсем."
        if is_displaced
        else "Место достанется другому. Если нужно другое время, лучше перенести.",
    )
    yes = Button("Да, отменить", CancelVisit(id_, sure=True))
    keep = () if is_displaced else (Button("Нет, оставить", ShowVisit(id_)),)
    return Screen(text, (row(yes, *keep), row(Button("Перенести", MoveVisit(id_))), row(HOME)))


def cancelled(visit: BookingView) -> Screen:
    """Confirms the cancellation; the reason is welcome, not demanded."""
    id_ = visit.booking.id
    text = (
        f"Запись отменена: {near_title(visit)}. Приходить не нужно, напоминаний не будет.\n\n"
        "Если хотите, скажите почему: это поможет библиотеке. Можно и не отвечать."
    )
    actions = tuple(SayWhy(id_, why) for why in (*REASONS, IN_WORDS))
    labels = (*REASONS.values(), "Другое: напишу словами")
    numbered = enumerate(zip(labels, actions, strict=True), 1)
    buttons = column(Button(f"{number}. {label}", action) for number, (label, action) in numbered)
    again = row(visit_library(visit.booking.topic))
    return Screen(text, (*buttons, again, row(MINE, HOME)), choices=actions)


def write_why(booking: BookingId) -> Screen:
    """Asks for the reason in words."""
    text = "Напишите одним сообщением, почему отменили. Фамилию и номера документов не пишите."
    return Screen(text, (row(Button("Не буду писать", SayWhy(booking, NOTHING))),))


def thanks() -> Screen:
    """Thanks for the reason of a cancellation."""
    return Screen("Спасибо, записал.", (row(visit_library()), row(MINE, HOME)))
