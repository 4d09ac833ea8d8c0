"""The consultation log of a day and its entries: what stands there, what came of it, how it is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.booking.consultation_log.entry import STRUCK_WITHIN, ConsultationEntry, HelpKind
from bot.centres.centre import Centre
from bot.region.outcomes import Outcome, title_of
from bot.region.topics import Topic
from bot.screens.common_buttons import HOME
from bot.screens.consultation_log.actions import (
    NO_TOPIC,
    AskHelped,
    MarkEntry,
    OpenEntry,
    RestoreEntry,
    ShowLog,
    StrikeEntry,
    WriteHelped,
)
from bot.screens.consultation_log.asking import log_row
from bot.screens.consultation_log.helped_code import HelpedOn
from bot.screens.consultation_log.shown_before import named, of_day, visits_of
from bot.screens.librarian_day.actions import DaySheet
from bot.screens.librarian_day.navigation import TODAY, whole_day
from bot.screens.librarian_day.visit import OUTCOME_GONE
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.paging import Page
from bot.screens.screen import Button, Row, Screen, column, numbered, row
from bot.screens.time_codes import day_code

ENTRIES_SHOWN = 20  # so that they fit one message
_STRUCK_DAYS = STRUCK_WITHIN.days


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry as a librarian sees it, with what the region's files call its topic and outcome."""

    entry: ConsultationEntry
    centre: Centre
    topics: Sequence[Topic]
    outcomes: Sequence[Outcome]
    author: str
    may_strike: bool

    @property
    def line(self) -> str:
        """«Паспорт: 2. Объяснили», escaped."""
        ended = self.entry.helped.outcome
        title = (title_of(self.outcomes, ended) or OUTCOME_GONE) if ended else ""
        return escape(f"{named(self.entry.helped, self.topics)}{f'. {title}' if title else ''}")


def written(seen: Sequence[SeenEntry]) -> Screen:
    """Confirms what was written; one entry may be given its outcome at once."""
    if len(seen) == 1:
        return card(seen[0], "Записал")
    entry, people = seen[0].entry, sum(one.entry.helped.people for one in seen)
    text = paragraphs(
        f"<b>Записал {visits_of(people)} {of_day(entry.day)}</b>\n{escape(seen[0].centre.short_name)}",
        "\n".join(one.line for one in seen),
        "Итог каждой строки отметьте в журнале дня. Там же её можно вычеркнуть.",
    )
    return Screen(text, (log_row(seen[0].centre, entry.day),))


def written_before(seen: Sequence[SeenEntry], *, is_shown: bool = False) -> Screen:
    """Answers the same button pressed again: nothing was written, the same once more is a tap away."""
    head = "Уже записано: второй раз не считаю" if is_shown else "Уже записано: вы нажали эту кнопку ещё раз"
    return (
        card(seen[0], head)
        if len(seen) == 1
        else Screen(f"<b>{head}</b>", (log_row(seen[0].centre, seen[0].entry.day),))
    )


def card(seen: SeenEntry, head: str = "") -> Screen:
    """One entry with everything that can be done with it; `head` is what has just been done."""
    entry = seen.entry
    marks = tuple(MarkEntry(entry.id, one.id) for one in seen.outcomes)
    asked = "Чем закончилось? Нажмите или напишите номер. Не знаете — оставьте: в отчёте будет «неизвестно»."
    text = paragraphs(
        f"<b>{head}: {visits_of(entry.helped.people)} {of_day(entry.day)}</b>" if head else f"<b>{_title(seen)}</b>",
        f"{escape(seen.centre.short_name)}\n{seen.line}\nКто записал: {escape(seen.author)}.",
        asked if entry.helped.outcome is None else "Итог можно поправить: нажмите или напишите номер.",
    )
    buttons = numbered([one.title for one in seen.outcomes], marks)
    return Screen(text, (*buttons, *_ways(seen), log_row(seen.centre, entry.day)), choices=marks)


def _title(seen: SeenEntry) -> str:
    return f"{visits_of(seen.entry.helped.people)} {of_day(seen.entry.day)}".capitalize()


def _ways(seen: SeenEntry) -> tuple[Row, ...]:
    entry, helped = seen.entry, seen.entry.helped
    on = HelpedOn(entry.day, by_phone=helped.kind is HelpKind.PHONE, sure=True).signs
    again = WriteHelped(helped.topic or NO_TOPIC, entry.centre, on)
    strike = (row(Button("Вычеркнуть", StrikeEntry(entry.id))),) * seen.may_strike
    return (row(Button("Ещё один с той же темой", again)), *strike)


def struck(seen: SeenEntry) -> Screen:
    """Confirms that the entry is taken back: the figures have never known it."""
    text = f"Вычеркнул: {seen.line}, {of_day(seen.entry.day)}. В отчёте этого больше нет."
    return Screen(text, (row(Button("Вернуть", RestoreEntry(seen.entry.id))), log_row(seen.centre, seen.entry.day)))


def not_to_strike(seen: SeenEntry) -> Screen:
    """Names who may take the line back, and until when."""
    text = (
        "Вычеркнуть строку может только тот, кто её записал, и не позже чем через неделю. "
        f"Кто записал: {escape(seen.author)}."
    )
    return Screen(text, (log_row(seen.centre, seen.entry.day),))


def nothing_to_strike() -> Screen:
    """Says where a line is struck, where none is meant."""
    text = (
        "Вычеркнуть нечего: вчера и сегодня вы в журнал не записывали. "
        "Другой день — напишите «журнал за 3 декабря» и откройте строку."
    )
    return Screen(text, (row(TODAY, HOME),))


def nothing_to_restore() -> Screen:
    """Says that no line was struck that could come back."""
    return Screen("За последние сутки вы в журнале ничего не вычёркивали. Возвращать нечего.", (row(TODAY, HOME),))


def unclear_day() -> Screen:
    """Asks for the day of the log in words that are understood."""
    return Screen("Этого дня я не понял. Напишите, например «журнал за 3 декабря».", (row(TODAY, HOME),))


def log_of_which_centre(centres: Sequence[Centre], day: date) -> Screen:
    """Asks whose log it is, where somebody works at several centres."""
    choices = tuple(ShowLog(centre.id, day_code(day)) for centre in centres)
    buttons = numbered([centre.short_name for centre in centres], choices)
    return Screen(
        f"Журнал какого центра {of_day(day)}? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=choices
    )


def day_log(centre: Centre, day: date, seen: Sequence[SeenEntry]) -> Screen:
    """Everything that was written down of a day, each line with its button."""
    head = f"<b>Журнал {of_day(day)}</b>\n{escape(centre.short_name)}"
    shown = Page(len(seen), ENTRIES_SHOWN, 0).of(seen)
    choices = tuple(OpenEntry(one.entry.id) for one in shown)
    lines = "\n".join(f"{number}. {one.line}" for number, one in enumerate(shown, 1))
    more = len(seen) - len(shown)
    text = paragraphs(
        head,
        f"Без записи: {visits_of(sum(one.entry.helped.people for one in seen))}." if seen else "Без записи: никого.",
        lines,
        f"И ещё строк: {more}." if more > 0 else "",
        "Откройте строку: номером или кнопкой. Итог, «вычеркнуть» — там." if seen else "",
    )
    return Screen(text, (*_opened(shown, choices), *_of_day_ways(centre, day)), choices=choices)


def _opened(shown: Sequence[SeenEntry], choices: Sequence[OpenEntry]) -> tuple[Row, ...]:
    pairs = zip(shown, choices, strict=True)
    return column(
        Button(f"{number}. {named(one.entry.helped, one.topics)}", action)
        for number, (one, action) in enumerate(pairs, 1)
    )


def _of_day_ways(centre: Centre, day: date) -> tuple[Row, ...]:
    add = Button("Записать ещё", AskHelped(centre.id, day_code(day)))
    sheet = Button("Лист для печати", DaySheet(centre.id, day_code(day)))
    return (row(add, sheet), row(whole_day(centre, day)) if centre.consultations else row(TODAY), row(HOME))


def log_button(centre: Centre, day: date, people: int) -> Button:
    """The button of the log on the list of a day."""
    return Button(f"Журнал без записи: {people}", ShowLog(centre.id, day_code(day)))
