"""Short answers of the directory: a telephone, hours, an address, the way, an office; the first line is the answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from bot.centres.centre import Centre, CentreKind
from bot.centres.directory import Directory
from bot.centres.places.elsewhere import ElsewhereTown
from bot.centres.places.geo import Near
from bot.centres.places.place import Place
from bot.centres.places.place_question import DirectoryQuestion, Want
from bot.faq.article import Article
from bot.region.region import Region
from bot.screens.actions import ShowArticle
from bot.screens.centres.actions import ShowCentre
from bot.screens.centres.centre_card import distance, help_hours, route_link, settled, standing
from bot.screens.centres.hours_text import week_in_words
from bot.screens.centres.place_choice import near, title
from bot.screens.common_buttons import HOME, phones
from bot.screens.screen import Button, LinkButton, Row, Screen, column, row

SHOWN = 3
_MAP_OF_OFFICES = "Адреса и часы всех МФЦ — на карте map.gosuslugi.ru."

_NAMES = {CentreKind.LIBRARY: "библиотеки", CentreKind.MFC: "МФЦ", None: "библиотеки или МФЦ"}
_SEVERAL = {
    CentreKind.LIBRARY: "Библиотек много, у каждой своё",
    CentreKind.MFC: "МФЦ много, у каждого своё",
    None: "Я бот и отвечаю всегда, а библиотек и МФЦ много, у каждого своё",
}
_UNKNOWN = {
    Want.PHONE: "телефон неизвестен",
    Want.HOURS: "часы неизвестны",
    Want.ADDRESS: "точный адрес неизвестен",
    Want.NEAREST: "точный адрес неизвестен",
    Want.WAY: "точный адрес неизвестен",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    question: DirectoryQuestion
    place: Place
    now: datetime


def ask_place(question: DirectoryQuestion) -> Screen:
    """Asks where, for each centre has its own hours and telephone."""
    if question.match.by_street:
        return Screen("В каком городе эта улица? Напишите город или деревню.", menu=True, asks_place=True)
    if question.unknown:
        text = f"Не знаю, где это: {_named(question)}. Напишите район или ближайший город."
        return Screen(text, menu=True, asks_place=True)
    several = _SEVERAL[question.kind]
    text = f"{several}. Где вы? Напишите город, деревню или район. Или нажмите внизу «Отправить моё место»."
    return Screen(text, menu=True, asks_place=True)


def another_region(town: ElsewhereTown, region: Region) -> Screen:
    """Says that the town is of another region, and what helps there."""
    told = f"{town.name} — это {town.region}." if town.region != town.name else f"{town.name} — это другая область."
    text = (
        f"{escape(told)} Я знаю библиотеки и МФЦ только {escape(region.of_region)}. "
        f"Напишите город или деревню здесь.\n\n{_MAP_OF_OFFICES}\n{phones(region)}"
    )
    return Screen(text, menu=True, asks_place=True)


def _named(question: DirectoryQuestion) -> str:
    return ", ".join(f"«{escape(name)}»" for name in question.unknown)


def with_unknown(screen: Screen, question: DirectoryQuestion) -> Screen:
    """The same screen, the names that are none of ours said before it."""
    if not question.unknown:
        return screen
    told = f"Не знаю, где это: {_named(question)}. Показываю то, что знаю: {escape(title(question.match.places[0]))}."
    return replace(screen, text=f"{told}\n\n{screen.text}")


def place_answer(
    directory: Directory, question: DirectoryQuestion, now: datetime, region: Region, more: Sequence[Article] = ()
) -> Screen:
    """What the directory knows of what is asked, and where to ask what it does not know."""
    asked = _Asked(question, question.match.places[0], now)
    here, nearest = directory.of_kind(asked.place, question.kind)
    known = [centre for centre in here if all(_fact(want, centre, now) for want in question.wants)]
    shown = (known or here)[:SHOWN]
    lines = [*(_told(centre, asked) for centre in shown)] or [_none_here(asked)]
    lines += _others(len(here) - len(shown))
    others = [nearest] if nearest and not here else []
    lines += [_elsewhere(one, asked) for one in others]
    centres = [*shown, *(one.what for one in others)]
    lines += _to_ask(centres, asked, region)
    return _screen(lines, centres, asked, more)


def where_to_confirm(
    directory: Directory, question: DirectoryQuestion, now: datetime, region: Region, more: Sequence[Article] = ()
) -> Screen:
    """Offices, libraries and banks around a place, as far as they are known."""
    asked = _Asked(question, question.match.places[0], now)
    offices, nearest = directory.of_kind(asked.place, CentreKind.MFC)
    libraries, _ = directory.of_kind(asked.place, CentreKind.LIBRARY)
    shown = offices[:2] or ((nearest.what,) if nearest else ())
    lines = ["Личность подтверждают в МФЦ и в некоторых банках. С собой: паспорт и СНИЛС."]
    lines += [_told(office, asked, Want.ADDRESS) for office in offices[:2]]
    lines += [] if offices else [_none_here(asked, CentreKind.MFC)]
    lines += [_elsewhere(nearest, asked, Want.ADDRESS)] if nearest and not offices else []
    names = ", ".join(escape(one.short_name) for one in libraries[:2])
    lines += [f"Рядом помогут разобраться, но личность не подтвердят: {names}."] if names else []
    lines.append(
        "Отделений банков в справочнике нет. Спросите в своём банке: многие подтверждают прямо в своём приложении."
    )
    lines.append(f"{_MAP_OF_OFFICES}\n{phones(region)}")
    return _screen(lines, [*shown, *libraries[:1]], asked, more)


def _told(centre: Centre, asked: _Asked, *wants: Want) -> str:
    """The facts first, then whose they are."""
    facts = [_fact(want, centre, asked.now) or _UNKNOWN[want].capitalize() for want in (wants or asked.question.wants)]
    return "\n".join([*facts, f"{escape(centre.short_name)}, {escape(settled(centre))}"])


def _none_here(asked: _Asked, kind: CentreKind | None = None) -> str:
    return f"{escape(title(asked.place))}: {_NAMES[kind or asked.question.kind]} в справочнике нет."


def _others(rest: int) -> list[str]:
    return [f"И ещё {rest}: кнопка «Все центры рядом»."] if rest > 0 else []


def _elsewhere(one: Near[Centre], asked: _Asked, *wants: Want) -> str:
    from_seat = not asked.place.exact and one.km is not None and one.km < 1
    far = "в центре округа" if from_seat else distance(one.km, one.what)
    return f"Ближайшее из того, что знаю, {far}:\n{_told(one.what, asked, *wants)}"


def _to_ask(centres: Sequence[Centre], asked: _Asked, region: Region) -> list[str]:
    wants = asked.question.wants
    if centres and all(_fact(want, centre, asked.now) for centre in centres for want in wants):
        return []
    has_office = any(centre.kind is CentreKind.MFC for centre in centres) or asked.question.kind is CentreKind.MFC
    ask = [_MAP_OF_OFFICES] if has_office else []
    return ["\n".join(["Чего не знаю, можно спросить по телефону или в самом центре.", *ask, phones(region)])]


def _fact(want: Want, centre: Centre, now: datetime) -> str:
    """The answer to one want in a line or two; empty where it is not known."""
    return _FACTS[want](centre, now)


def _phone(centre: Centre, _: datetime) -> str:
    told = (f"<b>{escape(one.written)}</b>" + (f" ({escape(one.note)})" if one.note else "") for one in centre.phones)
    return "Телефон: " + "; ".join(told) if centre.phones else ""


def _address(centre: Centre, _: datetime) -> str:
    return f"Адрес: <b>{escape(centre.address)}</b>" if centre.address else ""


def _hours(centre: Centre, now: datetime) -> str:
    return "\n".join(filter(None, (_opening_hours(centre, now), help_hours(centre, now))))


def _opening_hours(centre: Centre, now: datetime) -> str:
    words = standing(centre, now)
    if centre.hours is None:
        return ""
    week = escape("; ".join(week_in_words(centre.hours, centre.day(now))))
    if centre.has_old_hours(now):
        return f"{words[0].upper()}{words[1:]}: {week}"
    return f"<b>{escape(words[0].upper() + words[1:])}</b>\nЧасы: {week}"


_FACTS: Mapping[Want, Callable[[Centre, datetime], str]] = {
    Want.PHONE: _phone,
    Want.HOURS: _hours,
    Want.ADDRESS: _address,
    Want.NEAREST: _address,
    Want.WAY: _address,
}


def _screen(lines: Sequence[str], centres: Sequence[Centre], asked: _Asked, more: Sequence[Article]) -> Screen:
    guess = f"Место я понял так: {escape(title(asked.place))}. Если другое, напишите его ещё раз."
    text = "\n\n".join([*lines, *([guess] if asked.question.match.guessed else [])])
    choices = tuple(ShowCentre(centre.id) for centre in centres)
    named = zip(centres, choices, strict=True)
    buttons = column(Button(f"{number}. {one.short_name}", card) for number, (one, card) in enumerate(named, 1))
    articles = column(Button(article.title, ShowArticle(article.id, "s")) for article in more)
    around = row(Button(f"Все центры рядом: {asked.place.name}", near(asked.place, 0)))
    return Screen(text, (*buttons, *_ways(centres, asked), *articles, around, row(HOME)), choices=choices)


def _ways(centres: Sequence[Centre], asked: _Asked) -> Iterator[Row]:
    if Want.WAY in asked.question.wants:
        for centre in centres[:1]:
            if link := route_link(centre):
                yield row(LinkButton("Как добраться", link))
