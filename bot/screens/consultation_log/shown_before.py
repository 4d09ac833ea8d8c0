"""What is about to be written into the consultation log, shown before; and what in it does not add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.typed_people import TypedPeople
from bot.centres.centre import Centre
from bot.region.outcomes import Outcome, title_of
from bot.region.topics import Topic
from bot.russian.calendar_words import MONTHS, WEEKDAYS_ACCUSATIVE
from bot.russian.words import plural
from bot.screens.common_buttons import HOME
from bot.screens.consultation_log.actions import AnswerHelped, DropHelped, HelpedAt, ShowLog, WriteHelped
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Screen, column, numbered, row
from bot.screens.time_codes import day_code

WRITE, REST, TOPICS, FIX, INSTEAD, BESIDE = "write", "rest", "topics", "fix", "instead", "beside"
NO_TOPIC_NAMED, GONE = "без темы", "тема, которой больше нет"


def visits_of(people: int) -> str:
    """«12 посещений»."""
    return plural(people, "посещение", "посещения", "посещений")


def of_day(day: date) -> str:
    """«за 3 декабря»."""
    return f"за {day.day} {MONTHS[day.month - 1]}"


def named(one: HelpedPeople, topics: Sequence[Topic]) -> str:
    """«Помощь со входом и паролем, по телефону: 3», not yet escaped."""
    topic = next((topic.title for topic in topics if topic.id == one.topic), GONE) if one.topic else NO_TOPIC_NAMED
    by_phone = ", по телефону" if one.kind is HelpKind.PHONE else ""
    return f"{topic[0].upper()}{topic[1:]}{by_phone}: {one.people}"


@dataclass(frozen=True, slots=True)
class LogLists:
    """What the region's files call topics and outcomes, and the day of the centre now."""

    topics: Sequence[Topic]
    outcomes: Sequence[Outcome]
    today: date


def shall_one_topic(centre: Centre, day: date, helped: HelpedPeople, lists: LogLists, sure: WriteHelped) -> Screen:
    """Several people with one topic as they were understood; nothing is written before «да»."""
    text = paragraphs(head_of(centre, day, helped.people, lists.today), line_of(helped, lists))
    return Screen(text, (row(_yes(helped.people, sure), drop_button(centre)), row(TODAY, HOME)))


def shall_all(centre: Centre, day: date, helped: Sequence[HelpedPeople], lists: LogLists) -> Screen:
    """Several topics as they were understood; nothing is written before «да»."""
    people = sum(one.people for one in helped)
    lines = "\n".join(line_of(one, lists) for one in helped)
    head = head_of(centre, day, people, lists.today)
    text = paragraphs(head, lines, "Не так — напишите ещё раз, новое заменит показанное.")
    return Screen(text, (row(_yes(people, AnswerHelped(WRITE)), drop_button(centre)), row(TODAY, HOME)))


def do_not_add(typed: TypedPeople, day: date) -> Screen:
    """The total and the topics do not add: whose number is true is asked."""
    more, people = typed.without_topic, typed.people
    text = f"<b>Суммы {of_day(day)} не сходятся</b>\n\nВсего {typed.total}, а по темам {people}. Как записать?"
    first = Button(f"Ещё {more} без темы", AnswerHelped(REST)) if more > 0 else _by_topics(people)
    fix = Button("Исправить", AnswerHelped(FIX))
    return Screen(text, (*column((first, fix)), row(TODAY, HOME)), choices=(first.action, fix.action))


def _by_topics(people: int) -> Button:
    return Button(f"Верно по темам: {people}", AnswerHelped(TOPICS))


def unknown(typed: TypedPeople) -> Screen:
    """Names what of the words is neither a topic nor a number; the whole is still awaited."""
    pieces = ", ".join(f"«{escape(piece)}»" for piece in typed.unknown)
    text = (
        f"Не понял: {pieces}. Ничего не записал.\n\n"
        "Напишите всё ещё раз: сколько и с чем, например «7, паспорт 2, пароль 3». Темы — как на листе, "
        "«без темы 2» тоже можно."
    )
    return Screen(text, (row(TODAY, HOME),))


def told_in_part(typed: TypedPeople) -> Screen:
    """The words count several times and are not all read: nothing is guessed, all of it is asked once more."""
    pieces = ", ".join(f"«{escape(piece)}»" for piece in typed.unknown)
    text = paragraphs(
        f"Не всё понял{f': {pieces}' if pieces else ''}. Ничего не записал.",
        "Напишите всё ещё раз: сколько и с чем, например «7, паспорт 2, пароль 3».",
    )
    return Screen(text, (row(TODAY, HOME),))


def nobody_named() -> Screen:
    """The words count nobody."""
    text = "Сколько человек и с чем? Напишите, например «7, паспорт 2, пароль 3»."
    return Screen(text, (row(TODAY, HOME),))


def not_written(centre: Centre, day: date) -> Screen:
    """Says that what was shown is left unwritten."""
    ways = (Button("Журнал дня", ShowLog(centre.id, day_code(day))), TODAY)
    return Screen("Хорошо, ничего не записал.", (row(*ways), row(HOME)))


def over() -> Screen:
    """Answers a button of what was shown before: it has been written, or other words have taken its place."""
    return Screen(
        "Это уже записано или заменено другим. Что стоит в журнале: /walkin, «Журнал дня».", (row(TODAY, HOME),)
    )


def told_of_which_centre(centres: Sequence[Centre]) -> Screen:
    """Asks at which of several centres the people were helped."""
    choices = tuple(HelpedAt(centre.id) for centre in centres)
    buttons = numbered([centre.short_name for centre in centres], choices)
    return Screen("В каком центре помогли? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=choices)


def head_of(centre: Centre, day: date, people: int, today: date) -> str:
    """«Записать 12 посещений за 3 декабря?» and the centre."""
    weekday = "" if day == today else f"{WEEKDAYS_ACCUSATIVE[day.weekday()]}, "
    on = f"за {weekday}{day.day} {MONTHS[day.month - 1]}"
    return f"<b>Записать {visits_of(people)} {on}?</b>\n{escape(centre.short_name)}"


def line_of(one: HelpedPeople, lists: LogLists) -> str:
    """«Паспорт: 2. Объяснили», escaped."""
    ended = title_of(lists.outcomes, one.outcome) if one.outcome else None
    return escape(f"{named(one, lists.topics)}{f'. {ended}' if ended else ''}")


def drop_button(centre: Centre) -> Button:
    """«Не записывать», which leaves what is shown unwritten."""
    return Button("Не записывать", DropHelped(centre.id))


def _yes(people: int, action: AnswerHelped | WriteHelped) -> Button:
    return Button(f"Да, записать: {people}", action)
