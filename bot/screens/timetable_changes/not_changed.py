"""Why the timetable was not changed for some days."""

from bot.booking.refusals import ClosedDay, Gone, NobodyReceives, NotBookable, Refusal, TooFar, TooLate
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import capital
from bot.screens.screen import Screen, row


def not_done(refusal: Refusal) -> Screen:
    """Why the timetable was not changed."""
    match refusal:
        case TooLate():
            text = "Эти дни уже прошли."
        case TooFar():
            text = "Это слишком далеко. Проверьте дни: до года вперёд."
        case NotBookable():
            text = "Запись в этот центр не открыта. Часы записи можно указать так: /hours."
        case ClosedDay():
            text = "В объявлении этот день закрыт. Сначала исправьте объявление: /hours."
        case NobodyReceives(day=day):
            text = (
                f"{capital(day_of(day))}: принимать некому, все, кто принимает, отмечены отсутствующими. "
                "Записаться никто не сможет, поэтому ничего не открыто. Кто-то всё же выйдет — пусть снимет "
                "отсутствие (/desk), тогда откройте."
            )
        case Gone():
            text = "Здесь уже нечего делать: всё снова по обычному расписанию."
        case _:
            text = "Это могут только библиотекари этого центра."
    return Screen(text, (row(HOME),))
