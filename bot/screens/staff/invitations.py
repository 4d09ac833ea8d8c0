"""How somebody becomes a librarian here, and which centre is meant."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from html import escape

from bot.centres.centre import Centre
from bot.russian.words import moment
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.centre_edits.actions import BeginNewCentre, MendCard
from bot.screens.centres.actions import SendPoster
from bot.screens.closures.actions import CloseWhat
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row
from bot.screens.staff.actions import WHOLE_REGION, InviteTo, NameCentre, OfferRole, PickDistrict, ShowStaff
from bot.screens.stats.actions import ShowSpan
from bot.staff.invitations import (
    AlreadyThereError,
    ExpiredInvitationError,
    InvitationError,
    OwnInvitationError,
    UsedInvitationError,
)
from bot.staff.rights import Role
from bot.stats.named_periods import NamedPeriod

CENTRES_SHOWN = 6


class Purpose(StrEnum):
    """What a centre is chosen for."""

    INVITE = "invite"
    CARD = "card"
    POSTER = "poster"
    CLOSE = "close"
    FIGURES = "figures"


_ACTION: dict[Purpose, Callable[[str], Action]] = {
    Purpose.INVITE: InviteTo,
    Purpose.CARD: MendCard,
    Purpose.POSTER: SendPoster,
    Purpose.CLOSE: CloseWhat,
    Purpose.FIGURES: lambda centre: ShowSpan(NamedPeriod.YEAR, centre),
}
_FOR = {
    Purpose.INVITE: "Для какого центра приглашение?",
    Purpose.CARD: "Какой центр?",
    Purpose.POSTER: "Плакат какого центра?",
    Purpose.CLOSE: "Часы какого центра закрыть?",
    Purpose.FIGURES: "Показатели какого центра?",
}


def which_centre(purpose: Purpose) -> Screen:
    """An admin is asked for the centre."""
    text = f"{_FOR[purpose]}\n\nНапишите город, деревню, район или улицу. Передумали — напишите «отмена»."
    new = (row(Button("Новый центр", BeginNewCentre())),) if purpose is Purpose.CARD else ()
    if purpose is Purpose.INVITE:
        methodist = Button("Методист", OfferRole(Role.METHODIST, WHOLE_REGION, sure=False))
        new = (row(Button("Администратор округа", PickDistrict()), methodist),)
    return Screen(text, (*new, row(Button("Отменить", StopAsking()))))


def choose_centre(centres: Sequence[Centre], purpose: Purpose, *, another: bool) -> Screen:
    """One of several; `another` is for admins, who may take any."""
    actions = tuple(_ACTION[purpose](centre.id) for centre in centres)
    buttons = column(
        Button(f"{number}. {centre.short_name}", action)
        for number, (centre, action) in enumerate(zip(centres, actions, strict=True), 1)
    )
    more = (row(Button("Другой центр", NameCentre(purpose))),) if another else ()
    return Screen(f"{_FOR[purpose]} Нажмите или напишите номер.", (*buttons, *more, row(HOME)), choices=actions)


def no_such_centre(purpose: Purpose) -> Screen:
    """The words named no place."""
    text = f"Такого места я не знаю. {_FOR[purpose]} Напишите иначе: город, деревню, район или улицу."
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def invitation(centre: Centre, link: str, until: datetime) -> Screen:
    """How to use the link, then a message to pass on as it is; `until` is in the centre's zone."""
    how = (
        f"Приглашение готово: {escape(centre.short_name)}. Перешлите библиотекарю следующее сообщение.\n\n"
        f"Ссылка сработает один раз и действует 7 дней. Последний срок: {moment(until)}."
    )
    text = (
        f"Здравствуйте! Приглашаю вас в БиблиоГос библиотекарем: {escape(centre.short_name)}. "
        f"Откройте ссылку и нажмите «Начать»:\n{link}"
    )
    return Screen(text, before=(how,))


def joined(centre: Centre | None) -> Screen:
    """Welcomes a new librarian and tells how to begin."""
    where = escape(centre.short_name) if centre else "ваш центр"
    text = (
        f"Здравствуйте! Теперь вы библиотекарь здесь: {where}.\n\n"
        "1. Сейчас спрошу о вашем центре. Любой вопрос можно пропустить, исправить потом — /hours.\n"
        "2. Записи и вопросы людей будут приходить сюда. На вопрос нажмите «Ответить».\n"
        "3. /today — кто придёт сегодня. /walkin — записать того, кто пришёл сам или звонит.\n"
        "4. /close — закрыть день или часы. /poster — плакат для двери.\n\n"
        "Все команды: /help. "
        "Администратор видит ваше имя в Telegram. Люди его не видят. Стереть всё о себе: /forget."
    )
    return Screen(text, menu=True)


def not_let_in(refused: InvitationError, centre: Centre | None) -> Screen:
    """Why the link lets nobody in, and what to do."""
    where = escape(centre.short_name) if centre else "этот центр"
    match refused:
        case OwnInvitationError():
            text = f"Это ваше приглашение ({where}). Оно ещё действует: перешлите ссылку библиотекарю."
        case AlreadyThereError():
            text = f"Вы уже библиотекарь здесь: {where}. Карточка центра — /hours."
        case UsedInvitationError():
            text = "Этим приглашением уже воспользовались: оно на один раз. Попросите у администратора новое."
        case ExpiredInvitationError():
            text = "Срок приглашения вышел. Попросите у администратора новое."
        case _:
            text = "Такого приглашения нет. Проверьте, вся ли ссылка открылась, или попросите у администратора новую."
    return Screen(text, menu=True)


def newcomer(name: str, centre: str) -> Screen:
    """Tells the admin who made the link that somebody has joined."""
    text = (
        f"По вашему приглашению пришёл библиотекарь: {escape(name)}, {escape(centre)}.\n\n"
        "Если это не тот человек, уберите его из списка."
    )
    return Screen(text, (row(Button("Все библиотекари", ShowStaff())),))


def left(centre: str) -> Screen:
    """Tells the person who was removed as a librarian."""
    text = f"Вы больше не библиотекарь здесь: {escape(centre)}. Спрашивать меня о Госуслугах можно как прежде."
    return Screen(text, menu=True)


def made_before() -> Screen:
    """The button was pressed twice: one link is enough."""
    text = "По этой кнопке ссылка уже сделана, она в сообщении выше. Нужна ещё одна — /invite."
    return Screen(text, (row(HOME),))
