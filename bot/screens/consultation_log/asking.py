"""Who was helped without a booking, on which day and with what: the questions."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.screens.action import Action
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.consultation_log.actions import (
    NO_TOPIC,
    AskHelped,
    AskHelpedDay,
    AskHelpedTopic,
    HelpedAt,
    ShowLog,
    WriteHelped,
)
from bot.screens.consultation_log.helped_code import HelpedOn
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, numbered, row
from bot.screens.time_codes import day_code

NO_SUCH_TOPIC = "Такой темы я не нашёл."
_DAY = timedelta(days=1)


def ways_of_day(centre: Centre, day: date, today: date) -> tuple[tuple[str, Action], ...]:
    """What can be written down of a day besides a booking, with the words for it."""
    on = day_code(day)
    by_phone = ("Помогли по телефону", AskHelpedTopic(centre.id, HelpedOn(day, by_phone=True).signs))
    log = ("Журнал дня" if day == today else "Журнал того дня", ShowLog(centre.id, on))
    return (by_phone, ("За другой день", AskHelpedDay(centre.id)), log)


def whom(centre: Centre, day: date, today: date) -> Screen:
    """Asks how the people of that day were helped: at the centre or by phone."""
    came = ("Человек пришёл", AskHelpedTopic(centre.id, HelpedOn(day).signs))
    titles, choices = zip(*(came, *ways_of_day(centre, day, today)), strict=True)
    text = paragraphs(
        f"<b>Без записи{on_day(day, today)}</b>\n{escape(centre.short_name)}",
        "Кто обратился? Нажмите или напишите номер. Людей может быть и несколько: об этом спрошу дальше.",
    )
    return Screen(text, (*numbered(titles, choices), row(TODAY, HOME)), choices=tuple(choices))


def which_day(centre: Centre, today: date, note: str = "") -> Screen:
    """Asks for the day; a note says why the one before will not do."""
    yesterday = AskHelped(centre.id, day_code(today - _DAY))
    text = paragraphs(
        f"<b>Без записи</b>\n{escape(centre.short_name)}", note, "За какой день? Напишите, например «3 декабря»."
    )
    return Screen(text, (row(Button("Вчера", yesterday)), row(TODAY, HOME)))


def with_what(  # noqa: PLR0913 - the day, the kind, how many, and what was wrong before
    centre: Centre, topics: Sequence[Topic], day: date, today: date, people: int, note: str = "", *, by_phone: bool
) -> Screen:
    """Asks for the topic; one topic for all of them, or each with its number in words."""
    on = HelpedOn(day, people, by_phone).signs
    ids = (*(topic.id for topic in topics), NO_TOPIC)
    choices = tuple(WriteHelped(one, centre.id, on) for one in ids)
    head = "Помогли по телефону" if by_phone else "Человек пришёл" if people == 1 else f"Пришли без записи: {people}"
    text = paragraphs(
        f"<b>{head}{on_day(day, today)}</b>\n{escape(centre.short_name)}",
        note,
        "С чем? Нажмите или напишите номер. Несколько человек — напишите: «паспорт × 12» или «пароль 3, пенсия 2».",
    )
    titles = (*(topic.title for topic in topics), "Тема неизвестна")
    return Screen(text, (*numbered(titles, choices), row(TODAY, HOME)), choices=choices)


def whose_sheet(centres: Sequence[Centre]) -> Screen:
    """Asks to which of several centres the words belong."""
    choices = tuple(HelpedAt(centre.id) for centre in centres)
    buttons = numbered([centre.short_name for centre in centres], choices)
    return Screen("Какого центра лист? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=choices)


def sheet_of_which_centre() -> Screen:
    """Says to an admin of many centres where the sheet of one is written down."""
    text = "Лист пишут в журнал центра. Откройте /walkin, выберите центр, «За другой день» и пришлите лист ещё раз."
    return Screen(text, (row(HOME),))


def on_day(day: date, today: date) -> str:
    """«, вчера, четверг, 3 декабря» after a heading; nothing for today."""
    if day == today:
        return ""
    return f", вчера, {day_of(day)}" if day == today - _DAY else f", {day_of(day)}"


def log_row(centre: Centre, day: date) -> Row:
    """The buttons of the day's log and of the beginning."""
    return row(Button("Журнал дня", ShowLog(centre.id, day_code(day))), HOME)
