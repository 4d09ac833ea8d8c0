"""A librarian will not be there: asked for the days, told what is noted and why something is not."""

from collections.abc import Sequence

from bot.booking.absences.absence import Absence
from bot.booking.refusals import Gone, Refusal, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.absences.actions import EndAbsence, PreviewAbsence, TellAbsence
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import number_of
from bot.screens.timetable_changes.desk_words import days_in_words
from bot.screens.unsure import passed_over, question

SHOWN = 8  # visits or runs of days of a list
_EXAMPLES = "Напишите, например: «с 7 по 20 декабря», «сегодня», «до пятницы»."
STOP = row(Button("Не отмечать", StopAsking()), HOME)
TELL = Button("Меня не будет", TellAbsence())


def which_days() -> Screen:
    """Asks for the days."""
    return Screen(f"<b>С какого по какой день вас не будет?</b>\n\n{_EXAMPLES}", (STOP,))


def unclear(unsure: Unsure) -> Screen:
    """The words named no days that are sure; they are still awaited."""
    if unsure.doubt is Doubt.NOTHING:
        return which_days()
    return Screen(f"{question(unsure)}\n\nС какого по какой день вас не будет? {_EXAMPLES}", (STOP,))


def hours_only(close: Row) -> Screen:
    """The words name hours: absences are kept by whole days."""
    text = (
        "Отсутствие я отмечаю целыми днями. Часы, в которые никто не принимает, закройте: "
        "людям предложу другое время.\n\n"
        f"Если вас не будет весь день, напишите день. {_EXAMPLES}"
    )
    return Screen(text, (close, STOP))


def of_another(close: Row) -> Screen:
    """The words are of somebody else: everyone notes their own absence."""
    text = (
        "Похоже, это о коллеге. Своё отсутствие каждый отмечает сам: "
        "пусть напишет мне «я в отпуске с 7 по 20 декабря».\n\n"
        "Если коллега не может, а принимать некому, закройте дни."
    )
    return Screen(text, (close, row(Button("Это обо мне", TellAbsence())), row(HOME)))


def works_nowhere() -> Screen:
    """An admin who works at no centre has no days to be absent on."""
    return Screen("Вы не числитесь ни в одном центре: отмечать нечего.", (row(HOME),))


def several(runs: Sequence[BookableDays], passed: Sequence[str] = ()) -> Screen:
    """Days that do not follow one another are noted by turns; `passed` are typed words that were not made use of."""
    actions = tuple(PreviewAbsence(number_of(one.first), number_of(one.last)) for one in runs[:SHOWN])
    buttons = column(
        Button(f"{number}. {days_in_words(one)}", action)
        for number, (one, action) in enumerate(zip(runs, actions, strict=False), 1)
    )
    text = "Вы назвали дни, между которыми вы на месте. Отметьте их по очереди: нажмите или напишите номер."
    return Screen(paragraphs(text, passed_over(passed)), (*buttons, STOP), choices=actions)


def not_noted(refusal: Refusal) -> Screen:
    """Why an absence was not noted or ended."""
    match refusal:
        case TooLate():
            text = "Эти дни уже прошли: отмечать нечего."
        case TooFar():
            text = "Так далеко и так надолго я не отмечаю. Проверьте дни: до года вперёд, не дольше года."
        case Gone():
            text = "Это отсутствие уже снято или кончилось."
        case _:
            text = "Отсутствие отмечает только тот, кто работает в центре, и только своё."
    return Screen(text, (row(TELL), row(HOME)))


def standing_line(absence: Absence) -> str:
    """The absence among the facts of /desk."""
    return f"Отмечено, что вас не будет: {days_in_words(absence.days)}."


def end_button(absence: Absence) -> Button:
    """Takes the absence back, or ends it today."""
    return Button("Я на месте: снять отсутствие", EndAbsence(absence.id))
