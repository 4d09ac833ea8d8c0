"""The nearest centres: three on a screen, and what is said when the place is not clear."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TypeAlias

from bot.centres.centre import Centre, CentreId
from bot.centres.directory import Directory, Ranking
from bot.centres.places.geo import Near, Point
from bot.centres.places.place import Match, Place
from bot.region.region import Region
from bot.russian.words import plural
from bot.screens.action import Action
from bot.screens.centres.actions import NearPoint, ShowCentre
from bot.screens.centres.centre_card import card, distance, settled, standing
from bot.screens.centres.hours_text import when
from bot.screens.centres.place_choice import CHOOSE, near, title, unknown_place, which_place, which_town
from bot.screens.centres.point_code import spot
from bot.screens.common_buttons import HOME
from bot.screens.paging import NEARER_AND_ON, Page
from bot.screens.screen import Button, Screen, column, row

SHOWN = 3

# The next free consultation of a centre, where there is one; in the centre's zone.
Visits: TypeAlias = Mapping[CentreId, datetime]
NO_VISITS: Visits = {}


@dataclass(frozen=True, slots=True)
class _Turned:
    """The page asked for, from 0, and where the buttons to the others lead."""

    page: int
    to: Callable[[int], Action]


@dataclass(frozen=True, slots=True)
class _Seen:
    """When and from where the centres are looked at; from the seat where the place itself is not on the map."""

    now: datetime
    point: Point | None
    visits: Visits
    from_seat: bool = False


def near_point(
    directory: Directory, point: Point, now: datetime, region: Region, page: int = 0, visits: Visits = NO_VISITS
) -> Screen:
    """The centres nearest to a shared point; outside the region this is said."""
    head = "<b>Ближайшие к вам центры</b>"
    if directory.is_outside(point):
        km = directory.km_to_region(point) or 0
        head = (
            f"<b>Вы за пределами {escape(region.of_region)}</b>\n\n"
            f"До ближайшего места, которое я здесь знаю, ≈ {km:.0f} км по прямой. "
            "Вот центры, которые к вам ближе всего."
        )
    ranking = directory.from_point(point, (page + 1) * SHOWN)
    shown = {near.what.id for near in ranking.near}
    unmapped = [one for one in directory.unmapped_near(point) if one.id not in shown]
    if page == 0 and unmapped:
        head += "\n\n" + _not_on_map(unmapped)
    # Pages on buttons count from 1, for 0 asks for a new message.
    turned = _Turned(page, lambda number: NearPoint(spot(point), number + 1))
    return _list(head, ranking, _Seen(now, point, visits), turned)


def near_place(
    directory: Directory,
    place: Place,
    now: datetime,
    page: int = 0,
    visits: Visits = NO_VISITS,
    *,
    guessed: bool = False,
) -> Screen:
    """The centres nearest to a named place, its own first."""
    head = [f"<b>{escape(title(place))}</b>"]
    if guessed:
        head.append("Я понял так. Если место другое, напишите его ещё раз.")
    if not place.exact:
        head.append(_measured_from(place))
    ranking = directory.from_place(place, (page + 1) * SHOWN)
    turned = _Turned(page, lambda number: near(place, number + 1))
    return _list("\n\n".join(head), ranking, _Seen(now, place.point, visits, from_seat=_is_seat_rough(place)), turned)


def typed_place(directory: Directory, match: Match, now: datetime, visits: Visits = NO_VISITS) -> Screen:
    """The answer to a typed place, whatever it turned out to mean."""
    if not match.places:
        return unknown_place(directory)
    place = match.only
    if place is None:
        return which_town(directory, match.places) if match.by_street else which_place(match.places, match.elsewhere)
    on_street = [centre for id_ in place.on_street if (centre := directory.centre(id_))]
    if len(on_street) == 1:
        return card(on_street[0], now)
    return near_place(directory, place, now, visits=visits, guessed=match.guessed)


def no_centres() -> Screen:
    """Says that the directory is empty."""
    return Screen("Адресов центров у меня пока нет.", (row(HOME),))


def _list(head: str, ranking: Ranking, seen: _Seen, turned: _Turned) -> Screen:
    page = Page(ranking.total, SHOWN, turned.page)
    shown = page.of(ranking.near)
    if not shown:
        return no_centres()
    entries = [_entry(number, near, seen) for number, near in enumerate(shown, 1)]
    number = spot(seen.point) if seen.point else 0
    choices = tuple(ShowCentre(near.what.id, number) for near in shown)
    buttons = column(
        Button(f"{place}. {near.what.short_name}", action)
        for place, (near, action) in enumerate(zip(shown, choices, strict=True), 1)
    )
    foot = page.line(plural(ranking.total, "центр", "центра", "центров"))
    text = "\n\n".join(filter(None, (head, *entries, foot)))
    turning = page.turning(turned.to, NEARER_AND_ON)
    return Screen(text, (*buttons, *turning, row(CHOOSE), row(HOME)), choices=choices)


def _entry(number: int, near: Near[Centre], seen: _Seen) -> str:
    centre = near.what
    lines = [
        f"{number}. <b>{escape(centre.short_name)}</b>",
        f"{escape(settled(centre))}: {_how_far(near, seen)}",
        escape(_capital(standing(centre, seen.now))),
    ]
    if centre.announces(seen.now):
        lines.append("Есть объявление: откройте карточку")
    if visit := seen.visits.get(centre.id):
        lines.append(f"Ближайшая свободная консультация: {when(visit, seen.now)}")
    return "\n".join(lines)


def _how_far(near: Near[Centre], seen: _Seen) -> str:
    if seen.from_seat and near.km is not None and near.km < 1:
        return "в центре округа"
    return distance(near.km, near.what)


def _not_on_map(centres: Sequence[Centre]) -> str:
    names = ", ".join(f"{escape(one.short_name)} ({escape(settled(one))})" for one in centres)
    return f"Рядом могут быть и центры, точного места которых я не знаю: {names}."


def _is_seat_rough(place: Place) -> bool:
    """Whether distances are told from the seat of a district and not from within the city."""
    return not place.exact and place.municipality.short != place.municipality.seat


def _measured_from(place: Place) -> str:
    seat = place.municipality.seat
    if place.point is None:
        return "Где это на карте, я не знаю, поэтому расстояний нет."
    if place.settlement:
        whole = "города" if place.municipality.short == seat else "округа"
        other = " Если ваше место в другом районе, напишите район."  # villages of one name are many, and few are known
        return f"Где это на карте, я не знаю. Расстояния — от центра {whole}: {escape(seat)}.{other}"
    return f"Расстояния — от центра округа: {escape(seat)}."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
