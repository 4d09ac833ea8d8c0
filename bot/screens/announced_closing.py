"""What an announcement that speaks of being closed does, and does not: said before it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.centres.centre import Centre
from bot.centres.closing_words import may_be_now, speaks_of_closing
from bot.screens.hours_actions import AnnounceClosed, CloseAnnounced
from bot.screens.screen import Button, Row, row
from bot.screens.words import day_in_full
from bot.staff.change import Change


@dataclass(frozen=True, slots=True)
class Asked:
    """Words and buttons of the question; none where the change closes nothing and nobody would think so."""

    words: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def of(change: Change, centre: Centre) -> Asked:
    """The question about an announcement of that kind."""
    notice = change.fields.get("notice")
    if not isinstance(notice, Mapping):
        return Asked()
    if notice["closed"]:
        only = row(Button("Не закрывать, только объявление", AnnounceClosed(change.id, closed=False)))
        return Asked((_closed(notice["until"]),), (only, *_days(change, centre)))
    if not speaks_of_closing(change.words):
        return Asked()
    now = (row(Button("Центр закрыт уже сейчас", AnnounceClosed(change.id, closed=True))),)
    return Asked((_open(centre),), (*_days(change, centre), *(now if may_be_now(change.words) else ())))


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


def _days(change: Change, centre: Centre) -> tuple[Row, ...]:
    return (row(Button("Закрыть дни", CloseAnnounced(centre.id, change.id))),) if centre.consultations else ()
