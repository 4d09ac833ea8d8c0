"""Those whose visits a closure meets: before it, and what became of them after it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import escape

from bot.booking.booking import Booking, Interval
from bot.booking.closures.call_list import Call
from bot.centres.centre import Centre
from bot.russian.words import moment, plural
from bot.screens.centres.hours_text import clock

NAMED = 10  # people in a preview


def who_is_met(met: Sequence[Call], hours: Interval, centre: Centre) -> str:
    """Who is booked in the hours to be closed and when, and who of them cannot be written to.

    A visit that begins before the hours goes on into them: its end is named, for it is displaced as well.
    """
    if not met:
        return "На это время никто не записан."
    reached, silent = [one for one in met if one.reached], [one for one in met if not one.reached]
    said = [f"{_counted(met)}: {_visits(met, hours, centre)}."]
    if reached:
        whom = "Предложу" if len(met) == 1 else f"{'Остальным' if silent else 'Каждому'} предложу"
        said.append(f"{whom} другое время, до трёх на выбор.")
    if silent:
        said.append(f"Написать не смогу: {_names(silent)}. Позвоните: список будет под кнопкой «Кому позвонить».")
    return " ".join(said)


def _visits(met: Sequence[Call], hours: Interval, centre: Centre) -> str:
    """«14:00 мама (приём длится до 15:00), 15:30 Борис»; with their days where several days are closed."""
    first, last = (at.astimezone(centre.zone).date() for at in (hours.start, hours.end - timedelta(seconds=1)))
    told = [_visit(one.booking, hours, centre, with_day=first != last) for one in met[:NAMED]]
    more = f" и ещё {len(met) - NAMED}" if len(met) > NAMED else ""
    return ("; " if first != last else ", ").join(told) + more


def _visit(booking: Booking, hours: Interval, centre: Centre, *, with_day: bool) -> str:
    starts, ends = (at.astimezone(centre.zone) for at in (booking.starts_at, booking.ends_at))
    beyond = f" (приём длится до {clock(ends)})" if booking.starts_at < hours.start else ""
    return f"{moment(starts) if with_day else clock(starts)} {escape(booking.visitor.called)}{beyond}"


def _names(met: Sequence[Call]) -> str:
    names = ", ".join(escape(one.booking.visitor.called) for one in met[:NAMED])
    return f"{names} и ещё {len(met) - NAMED}" if len(met) > NAMED else names


def what_became(met: Sequence[Call]) -> Iterator[str]:
    """Who was written to, and who cannot be: booked by phone, or gone from the chat with the bot."""
    if not met:
        yield "На это время никто не записан."
        return
    if told := sum(one.reached for one in met):
        people = plural(told, "человеку", "человекам", "человекам")
        yield f"Я предложил другое время: {people}. Кто не ответит, останется в списке «Кому позвонить»."
    if by_phone := sum(one.booking.citizen is None for one in met):
        yield f"По телефону записано: {people_counted(by_phone)}. Написать туда я не могу, позвоните."
    if gone := len(met) - told - by_phone:
        yield f"Остановили бота: {people_counted(gone)}. Моё сообщение не дойдёт, позвоните."


def _counted(met: Sequence[Call]) -> str:
    """«Записан 1 человек», «Записаны 2 человека», «Записано 5 человек»."""
    number = len(met)
    verb, people = plural(number, "Записан человек", "Записаны человека", "Записано человек").split(" ", 1)[1].split()
    return f"{verb} {number} {people}"


def people_counted(number: int) -> str:
    """«1 человек», «2 человека», «5 человек»."""
    return plural(number, "человек", "человека", "человек")
