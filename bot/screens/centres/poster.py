"""A poster of a centre for the door: when people are helped, the phone, and a square that opens the chat."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.centres.centre import Centre, CentreKind, Service
from bot.region.region import ServicePhone
from bot.screens.centres.centre_card import deep_link, settled
from bot.screens.centres.timetable import opening_seasons, timetable

_TITLE, _HEADING, _LINE, _SMALL = 40, 22, 18, 14  # points, at the usual size of the page
_MOST_PHONES = 2


@dataclass(frozen=True, slots=True)
class PosterLine:
    """A line of a poster: its size in points, and the space above it in millimetres."""

    text: str
    size: float
    bold: bool = False
    above: float = 0


@dataclass(frozen=True, slots=True)
class PosterWords:
    """What stands on a poster above the square, beside it and at the foot."""

    title: str
    lines: tuple[PosterLine, ...]
    invitation: tuple[PosterLine, ...]
    link: str
    foot: tuple[PosterLine, ...]


def poster_words(centre: Centre, bot_name: str, today: date, phones: Iterable[ServicePhone] = ()) -> PosterWords:
    """Everything a citizen needs and nothing meant for those who work there."""
    lines = (*_centre(centre), *_help(centre, today), *_library(centre, today))
    foot = tuple(PosterLine(_phone(one), _SMALL) for one in phones)
    return PosterWords("Помощь с Госуслугами", lines, _invitation(centre), deep_link(centre, bot_name), foot)


def _centre(centre: Centre) -> Iterator[PosterLine]:
    if Service.FREE in centre.services:
        yield PosterLine("Бесплатно", _HEADING + 4, bold=True, above=1)
    yield PosterLine(centre.short_name, _HEADING + 2, bold=True, above=5)
    yield PosterLine(centre.address or settled(centre), _LINE, above=1)
    for phone in centre.phones[:_MOST_PHONES]:
        note = f" ({phone.note})" if phone.note else ""
        yield PosterLine(f"Телефон: {phone.written}{note}", _LINE, bold=True, above=1)


def _help(centre: Centre, today: date) -> Iterator[PosterLine]:
    """The hours of help; where they are not known, lines to write them on with a pen."""
    yield PosterLine("Когда помогают", _HEADING, bold=True, above=8)
    if centre.consultations:
        for season, days in opening_seasons(centre.consultations.hours, today):
            yield from (PosterLine(season, _SMALL, above=1),) if season else ()
            yield from (PosterLine(text, _LINE + 3, bold=True, above=1) for text in days or ("закрыто",))
    else:
        yield from _to_write(2)


def _library(centre: Centre, today: date) -> Iterator[PosterLine]:
    """The hours of the house, unless they are too old to be those of today."""
    yield PosterLine("Часы работы", _LINE, bold=True, above=7)
    if shows_hours(centre, today) and centre.hours:
        for text in timetable(centre.hours, today):
            yield PosterLine(text, _SMALL + 1, above=0.5)
    else:
        yield from _to_write(2)


def shows_hours(centre: Centre, today: date) -> bool:
    """Whether the poster tells the opening hours: not where they are unknown or dated years ago."""
    return centre.hours is not None and not centre.is_dated_before(today)


def _to_write(lines: int) -> Iterator[PosterLine]:
    for _ in range(lines):
        yield PosterLine("_" * 34, _LINE, above=3)


def _invitation(centre: Centre) -> tuple[PosterLine, ...]:
    ask = "Спросите бота библиотеки" if centre.kind is CentreKind.LIBRARY else "Спросите бота"
    what = "Запишитесь на удобное время" if centre.consultations else ask
    return (
        PosterLine(what, _HEADING, bold=True),
        PosterLine("Наведите камеру телефона на квадрат: откроется чат в Telegram", _SMALL, above=1),
    )


def _phone(phone: ServicePhone) -> str:
    return f"{phone.title}: {phone.number}" + (f", {phone.note}" if phone.note else "")
