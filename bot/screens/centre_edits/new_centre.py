"""A new centre, asked of an admin step by step and shown before it is written."""

from collections.abc import Sequence
from html import escape

from bot.centres.centre import Centre, CentreKind
from bot.centres.places.place import Place
from bot.datafiles.file_problem import FileProblem
from bot.screens.actions import StopAsking
from bot.screens.centre_edits.actions import (
    AskCentre,
    BeginNewCentre,
    MendCard,
    SkipAddress,
    TakeSettlement,
    WriteNewCentre,
)
from bot.screens.common_buttons import HOME
from bot.screens.file_faults import fault_lines
from bot.screens.screen import Button, Screen, column, row
from bot.screens.staff.actions import InviteTo

NEW_CENTRE = Button("Новый центр", BeginNewCentre())
_STOP = row(Button("Отменить", StopAsking()))
_KINDS = {CentreKind.LIBRARY: "библиотека", CentreKind.MFC: "МФЦ"}


def ask_name() -> Screen:
    """Asks how the new centre is called."""
    text = "<b>Новый центр</b>\n\nКак он называется? Напишите так, как люди увидят: «Сосновская сельская библиотека»."
    return Screen(text, (_STOP,))


def no_name() -> Screen:
    """The words can be no name."""
    return Screen("Это не похоже на название. Напишите словами, от 5 до 200 знаков.", (_STOP,))


def ask_place(name: str) -> Screen:
    """Asks where the new centre is."""
    text = f"<b>{escape(name)}</b>\n\nГде это? Напишите город, посёлок или деревню, можно с округом."
    return Screen(text, (_STOP,))


def no_place() -> Screen:
    """The words name no settlement of ours."""
    text = (
        "Такого населённого пункта я не знаю. Напишите иначе. "
        "Его и правда нет — добавьте строку в settlements.csv и повторите."
    )
    return Screen(text, (_STOP,))


def which_place(places: Sequence[Place]) -> Screen:
    """Several settlements of that name."""
    actions = tuple(TakeSettlement(place.settlement.id) for place in places if place.settlement)
    titles = [f"{place.name}, {place.municipality.short}" for place in places if place.settlement]
    buttons = column(
        Button(f"{number}. {title}", action)
        for number, (title, action) in enumerate(zip(titles, actions, strict=True), 1)
    )
    return Screen("Таких мест несколько. Нажмите или напишите номер.", (*buttons, _STOP), choices=actions)


def ask_address(name: str, place: Place) -> Screen:
    """Asks for the address of the new centre; it may be skipped."""
    text = f"<b>{escape(name)}</b>\n{escape(_where(place))}\n\nАдрес? Напишите так: «ул. Лесная, д. 5»."
    return Screen(text, (row(Button("Пропустить", SkipAddress())), _STOP))


def no_address() -> Screen:
    """The words can be no address."""
    return Screen(
        "Это не похоже на адрес. Напишите так: «ул. Лесная, д. 5».", (row(Button("Пропустить", SkipAddress())), _STOP)
    )


def preview(centre: Centre, place: Place, address: str, alike: Sequence[Centre]) -> Screen:
    """What would be written; centres that may be the same are named."""
    lines = [
        f"<b>{escape(centre.name)}</b>",
        f"Что это: {_KINDS[centre.kind]}",
        f"Где: {escape(_where(place))}",
        f"Адрес: {escape(address) if address else 'неизвестен'}",
    ]
    twins = "; ".join(escape(one.short_name) for one in alike[:3])
    warning = f"\n\nПохожие там уже есть: {twins}. Проверьте, не тот же ли это центр." if twins else ""
    text = "\n".join(lines) + f"{warning}\n\nЗаписать? Люди увидят его сразу."
    rows = (row(Button("✅ Записать", WriteNewCentre())), row(Button("Начать заново", BeginNewCentre())), _STOP)
    return Screen(text, rows)


def added(centre: Centre, *, can_invite: bool) -> Screen:
    """Written down; what is not known yet can be told at once."""
    text = f"Готово: {escape(centre.name)} есть в справочнике. Часов, телефона и остального пока нет."
    tell = row(Button("Рассказать о нём", AskCentre(centre.id, 1)))
    invite = (row(Button("Пригласить библиотекаря", InviteTo(centre.id))),) if can_invite else ()
    return Screen(text, (tell, *invite, row(Button("Показать карточку", MendCard(centre.id)), HOME)))


def twin(centre: Centre) -> Screen:
    """Says that the directory has such a centre already."""
    text = f"Такой центр уже есть: {escape(centre.name)}."
    return Screen(text, (row(Button("Показать карточку", MendCard(centre.id)), HOME),))


def not_written(reason: str, problems: Sequence[FileProblem]) -> Screen:
    """The file could not be written."""
    told = fault_lines(problems, 3) or escape(reason)
    return Screen(f"Записать не получилось, файл прежний.\n{told}", (row(NEW_CENTRE, HOME),))


def start_again() -> Screen:
    """What was typed is awaited no more."""
    text = "Этот центр уже записан, или прошло слишком много времени."
    return Screen(text, (row(NEW_CENTRE, HOME),))


def _where(place: Place) -> str:
    return f"{place.name}, {place.municipality.name}"
