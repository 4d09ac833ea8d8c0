"""What an announcement that speaks of being closed does, and does not: said before it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from textwrap import shorten

from bot.booking.booking import Closure
from bot.centres.centre import Centre
from bot.centres.closing_words import may_be_now, may_mean_closing, speaks_of_closing
from bot.centres.typed_announcement import announcement_of
from bot.russian.time.values import Stretch
from bot.russian.words import day_in_full, plural
from bot.screens.centre_edits.actions import MendCard, SendChange
from bot.screens.closures.actions import AnnounceClosed, CloseAnnounced, Reopen
from bot.screens.closures.closures import ANNOUNCED, CLOSURES_SHOWN, spans
from bot.screens.closures.text import span
from bot.screens.screen import Button, Row, Screen, row
from bot.staff.card_edit import CardEdit


@dataclass(frozen=True, slots=True)
class Asked:
    """Words and buttons of the question; none where the change closes nothing and nobody would think so."""

    words: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def of(change: CardEdit, centre: Centre, met: int = 0) -> Asked:
    """The question about an announcement of that kind; `met` people are booked on the days it names."""
    notice = change.fields.get("notice")
    if not isinstance(notice, Mapping):
        return Asked()
    if notice["closed"]:
        only = row(Button("Не закрывать, только объявление", AnnounceClosed(change.id, closed=False)))
        if runs := days_of(change):
            return Asked((_closed_on(runs, centre, met),), (only,))
        return Asked((_closed(notice["until"]),), (only, *_days(change, centre)))
    if not (speaks_of_closing(change.words) or may_mean_closing(change.words)):
        return Asked()
    now = (row(Button("Центр закрыт уже сейчас", AnnounceClosed(change.id, closed=True))),)
    again = (row(Button("Закрыть центр в эти дни", AnnounceClosed(change.id, closed=True))),)
    way = again if notice.get("since") else (*_days(change, centre), *(now if may_be_now(change.words) else ()))
    return Asked((_open(centre),), way)


def days_of(change: CardEdit) -> tuple[Stretch, ...]:
    """The days ahead that the announcement closes, run by run; none where it closes none, or closes from now on."""
    announced = announcement_of(change.fields.get("notice"))
    if announced is None or not announced.closed or announced.since is None or announced.until is None:
        return ()
    runs = announced.runs or ((announced.since, announced.until),)
    return tuple(Stretch(first, last) for first, last in runs)


def _closed_on(runs: Sequence[Stretch], centre: Centre, met: int) -> str:
    named = " и ".join(map(_run, runs)) + (", только в этот день" if _is_one_day(runs) else "")
    shown = f"Центр будет показан закрытым {named}."
    if centre.consultations is None:
        return shown
    who = f"На это время {_booked(met)}: предложу другое." if met else "На это время никто не записан."
    return f"{shown} Записаться на это время будет нельзя. {who}"


def _is_one_day(runs: Sequence[Stretch]) -> bool:
    return len(runs) == 1 and runs[0].first == runs[0].last


def _run(days: Stretch) -> str:
    if days.first == days.last:
        return day_in_full(days.first)
    return f"с {day_in_full(days.first)} по {day_in_full(days.last)} включительно"


def _booked(met: int) -> str:
    """«записан 1 человек», «записаны 3 человека»."""
    verb = "записан" if met % 10 == 1 and met % 100 != 11 else "записаны"
    return f"{verb} {plural(met, 'человек', 'человека', 'человек')}"


def unsent(shown: Screen, change: CardEdit) -> Screen:
    """The days are closed, and their announcement was not sent yet: asked below what is `shown`."""
    words = escape(shorten(change.words, ANNOUNCED, placeholder="…"))
    notice = change.fields.get("notice")
    now = ""
    if isinstance(notice, Mapping) and notice["closed"] and not days_of(change):
        now = f" {_closed(notice['until'])}"
    text = f"{shown.text}\n\nОбъявление «{words}» ещё не отправлено, люди его не видят.{now} Отправить и его?"
    send = Button("Отправить и объявление", SendChange(change.id))
    leave = Button("Не отправлять", MendCard(change.centre))
    return replace(shown, text=text, rows=(row(send), row(leave), *shown.rows))


def still_closed(shown: Screen, closures: Sequence[Closure], centre: Centre) -> Screen:
    """The announcement was taken down, and hours stay closed: said below what is `shown`, with a way to open them."""
    stay = spans([one.interval for one in closures], centre)
    text = (
        f"{shown.text}\n\nОбъявление снято, но время по-прежнему закрыто, записаться на него нельзя: {stay}. Открыть?"
    )
    first = closures[:CLOSURES_SHOWN]
    ways = tuple(row(Button(f"Открыть: {span(one.interval, centre)}", Reopen(one.id))) for one in first)
    return replace(shown, text=text, rows=(*ways, *shown.rows))


def _closed(until: object) -> str:
    end = (
        f"по {day_in_full(date.fromisoformat(until))} включительно" if isinstance(until, str) else "пока вы не снимете"
    )
    return f"Центр будет показан закрытым с этой минуты, {end}, и записаться будет нельзя."


def _open(centre: Centre) -> str:
    nothing = "Само объявление ничего не закроет: часы на карточке останутся прежними"
    if centre.consultations is None:
        return f"{nothing}."
    return (
        f"{nothing}, и люди смогут записаться. Чтобы закрыть дни, нажмите «Закрыть дни»: "
        "кто уже записан, тому я предложу другое время."
    )


def _days(change: CardEdit, centre: Centre) -> tuple[Row, ...]:
    return (row(Button("Закрыть дни", CloseAnnounced(centre.id, change.id))),) if centre.consultations else ()
