"""Why something cannot be written into the consultation log or taken out of it."""

from bot.booking.consultation_log import log_refusals as refusals
from bot.booking.consultation_log.open_days import REPORTED_ON
from bot.booking.refusals import Refusal
from bot.russian.words import day_in_full
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day import navigation
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.screen import Screen, row


def not_written(no: Refusal) -> Screen:
    """The words of the refusal; those of other rules are said as on the other screens of the day."""
    match no:
        case refusals.FutureDay() | refusals.MonthClosed() | refusals.BeforeBeginning():
            words = f"{_of_the_day(no)} Ничего не записал."
        case refusals.NotThatMany(people, most):
            words = f"{_of_the_people(people, most)} Ничего не записал."
        case refusals.NotToStrike():
            words = "Вычеркнуть строку может только тот, кто её записал, и не позже чем через неделю."
        case refusals.StruckTooLate(day, first_open):
            words = (
                f"{day_in_full(day)}: отчёт за этот месяц закрыт {REPORTED_ON}-го числа, вычеркнуть уже нельзя. "
                f"Сейчас — дни с {day_in_full(first_open)}. Ничего не изменил."
            )
        case refusals.EntryGone():
            words = "Этой строки в журнале больше нет: её вычеркнули."
        case _:
            return navigation.refused(no)
    return Screen(words, (row(TODAY, HOME),))


def _of_the_day(no: refusals.FutureDay | refusals.MonthClosed | refusals.BeforeBeginning) -> str:
    day = day_in_full(no.day)
    match no:
        case refusals.FutureDay():
            return f"{day} ещё впереди: записывают тех, кому уже помогли."
        case refusals.MonthClosed(_, first_open):
            until = f"Прошлый месяц можно дописать до {REPORTED_ON}-го числа"
            return f"{day}: отчёт за этот месяц закрыт. {until}, сейчас — дни с {day_in_full(first_open)}."
        case refusals.BeforeBeginning(_, began):
            return f"{day} бота в библиотеках ещё не было: он считает с {day_in_full(began)}."


def _of_the_people(people: int, most: int) -> str:
    if people < 1:
        return "Ноль человек не записывают. Напишите, сколько пришло."
    return f"{people} — слишком много для одного раза: можно до {most}. Проверьте число."
