"""Those whose visits a closure meets: before it, and what became of them after it."""

from collections.abc import Iterator, Sequence
from html import escape

from bot.booking.closures.call_list import Call
from bot.russian.words import plural

NAMED = 10  # people in a preview


def who_is_met(met: Sequence[Call]) -> str:
    """Who is booked in the hours to be closed, and who of them cannot be written to."""
    if not met:
        return "На это время никто не записан."
    reached, silent = [one for one in met if one.reached], [one for one in met if not one.reached]
    said = [f"{_counted(met)}: {_names(met)}."]
    if reached:
        whom = "Предложу" if len(met) == 1 else f"{'Остальным' if silent else 'Каждому'} предложу"
        said.append(f"{whom} другое время, до трёх на выбор.")
    if silent:
        said.append(f"Написать не смогу: {_names(silent)}. Позвоните: список будет под кнопкой «Кому позвонить».")
    return " ".join(said)


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
