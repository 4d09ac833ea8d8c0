"""A pretended booking by which a librarian learns the buttons: nothing is written, nobody is told."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from html import escape

from bot.region.outcomes import Outcome
from bot.region.topics import Topic
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.practice.actions import Practise
from bot.screens.screen import Button, Row, Screen, column, row

_HEAD = "<b>Тренировка.</b> Человек выдуман: никому ничего не уйдёт, в показатели не попадёт."
_DAY = timedelta(days=1)
_TIMES = ("11:00", "14:30", "15:00")


class PracticeStep(StrEnum):
    """What is done with the pretended booking."""

    BEGIN = "begin"
    TAKE = "take"
    OPEN = "open"
    CAME = "came"
    DONE = "done"
    MISSED = "missed"
    MOVE = "move"
    MOVED = "moved"
    CALL_OFF = "off"
    CALLED_OFF = "gone"
    END = "end"


def step(what: PracticeStep, topic: Topic, today: date, outcomes: Sequence[Outcome] = ()) -> Screen:
    """The screen of one step; the words are those of a real booking, below a line that says it is none."""
    words, ways = _STEPS[what]
    if what is PracticeStep.CAME:
        ways = tuple((one.title, PracticeStep.DONE) for one in outcomes) or _NO_OUTCOMES
    text = paragraphs(_HEAD, words.format(who=_who(topic, today), may_not=_may_not(topic)))
    return Screen(text, (*column(Button(label, Practise(to, topic.id)) for label, to in ways), _foot(what, topic)))


def ended() -> Screen:
    """The practice is over: there is nothing to clear up."""
    text = (
        "Тренировка кончилась. Ничего не записано, убирать нечего.\n\n"
        "Настоящие записи — «Сегодня» или /today. Попробовать снова: /practice"
    )
    return Screen(text, menu=True)


def no_topics() -> Screen:
    """Without topics there are no bookings, real or not."""
    return Screen("Тем консультаций пока нет, и показывать не на чем.", (row(HOME),))


def _who(topic: Topic, today: date) -> str:
    when = capital(f"{day_of(today + _DAY)}, {_TIMES[0]}")
    return f"<b>{when}</b>\nКто: Пётр (выдуман)\nТема: {escape(topic.title)}\nКод визита: ТЕСТ"


def _may_not(topic: Topic) -> str:
    limits: Sequence[str] = topic.librarian_may_not
    return f"\n\nБиблиотекарю нельзя: {escape('; '.join(limits))}." if limits else ""


def _foot(what: PracticeStep, topic: Topic) -> Row:
    again = Button("Сначала", Practise(PracticeStep.BEGIN, topic.id))
    end = Button("Закончить тренировку", Practise(PracticeStep.END, topic.id))
    return row(end) if what is PracticeStep.BEGIN else row(again, end)


_Ways = tuple[tuple[str, PracticeStep], ...]
_OPENED: _Ways = (
    ("Пришёл", PracticeStep.CAME),
    ("Не пришёл", PracticeStep.MISSED),
    ("Перенести", PracticeStep.MOVE),
    ("Отменить", PracticeStep.CALL_OFF),
)
_NO_OUTCOMES: _Ways = (("Открыть запись", PracticeStep.OPEN),)
_STEPS: dict[PracticeStep, tuple[str, _Ways]] = {
    PracticeStep.BEGIN: (
        "Так приходит новая запись:\n\n<b>Новая запись</b>\n{who}{may_not}\n\nНажмите кнопку, как под настоящей.",
        (("Взять на себя", PracticeStep.TAKE), ("Открыть", PracticeStep.OPEN)),
    ),
    PracticeStep.TAKE: (
        "Записал бы: этого посетителя принимаете вы. Коллеги увидели бы это в списке дня. Делать это необязательно.",
        (("Открыть запись", PracticeStep.OPEN),),
    ),
    PracticeStep.OPEN: (
        "{who}\n\nПусть время уже пришло. Чем закончилось?",
        _OPENED,
    ),
    PracticeStep.CAME: (
        "Отмечено: пришёл. Чем кончилась консультация? Итог попадает в отчёт, без имени.",
        (),  # the outcomes of the files
    ),
    PracticeStep.DONE: (
        "Записал бы итог. Ошиблись — откройте запись снова и нажмите другой: считается последний.",
        (("Открыть запись", PracticeStep.OPEN),),
    ),
    PracticeStep.MISSED: (
        "Отмечено: не пришёл. Место снова свободно, его может занять другой. Пришёл позже — отметьте «Пришёл».",
        (("Открыть запись", PracticeStep.OPEN),),
    ),
    PracticeStep.MOVE: (
        "На какое время перенести? Под настоящей записью бот назовёт свободное; можно написать «завтра в 12».",
        tuple((time, PracticeStep.MOVED) for time in _TIMES[1:]),
    ),
    PracticeStep.MOVED: (
        "Перенёс бы. Человеку бот написал бы сам: новое время, код прежний. Записан по телефону — позвоните.",
        (("Открыть запись", PracticeStep.OPEN),),
    ),
    PracticeStep.CALL_OFF: (
        "Отменить запись? Под настоящей можно написать причину: её прочтёт человек.",
        (("Да, отменить", PracticeStep.CALLED_OFF), ("Не отменять", PracticeStep.OPEN)),
    ),
    PracticeStep.CALLED_OFF: (
        "Отменил бы: человек узнал бы об этом сразу, а место досталось бы первому в очереди.",
        (("Открыть запись", PracticeStep.OPEN),),
    ),
}
