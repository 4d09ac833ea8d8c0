"""District admins and methodists: offered a role, welcomed, listed, taken off."""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

from bot.centres.places.municipality import Municipality
from bot.russian.words import moment
from bot.screens.common_buttons import HOME
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen, column, row
from bot.screens.staff.actions import WHOLE_REGION, EndAppointment, OfferRole, PickDistrict, ShowAppointed, ShowStaff
from bot.staff.appointments import Appointment
from bot.staff.rights import Role

SHOWN = 8
APPOINTED = "Администраторы округов и методисты"
_CALLED = {Role.DISTRICT: "администратор округа", Role.METHODIST: "методист"}
_MAY = {
    Role.DISTRICT: (
        "увидит и сможет делать всё, что библиотекарь, но только в центрах своего округа: отвечать на вопросы о них, "
        "закрывать часы, править и сверять карточки, смотреть показатели, приглашать и убирать их библиотекарей"
    ),
    Role.METHODIST: "увидит показатели всех центров и книгу для отчёта: /stats, /report. Больше ничего",
}
_NO_MORE = {Role.DISTRICT: "администратором округа", Role.METHODIST: "методистом"}
DistrictName = Callable[[str], str]


def called(role: Role, district: str, name_of: DistrictName) -> str:
    """«администратор округа: Гдовский муниципальный округ», «методист»."""
    return f"{_CALLED[role]}: {name_of(district)}" if district else _CALLED[role]


def no_more(role: Role, district: str, name_of: DistrictName) -> str:
    """Of whom it is said that they will be that no more: «администратором округа: Гдовский муниципальный округ»."""
    return f"{_NO_MORE[role]}: {name_of(district)}" if district else _NO_MORE[role]


def choose_district(districts: Sequence[Municipality], page: int) -> Screen:
    """An admin picks the district of the new role."""
    here = Page(len(districts), SHOWN, page)
    actions = tuple(OfferRole(Role.DISTRICT, one.id, sure=False) for one in here.of(districts))
    buttons = column(
        Button(f"{number}. {one.short}", action)
        for number, (one, action) in enumerate(zip(here.of(districts), actions, strict=True), 1)
    )
    text = "Администратор какого округа? Нажмите или напишите номер."
    return Screen(text, (*buttons, *here.turning(PickDistrict), row(HOME)), choices=actions)


def sure_to_offer(role: Role, district: str, name_of: DistrictName) -> Screen:
    """The second press: what the role may do, before there is a link."""
    who = escape(called(role, district, name_of))
    text = f"Пригласить: {who}?\n\nЭтот человек {_MAY[role]}. Об этом узнают все администраторы."
    yes = Button("Да, сделать ссылку", OfferRole(role, district or WHOLE_REGION, sure=True))
    return Screen(text, (row(yes), row(Button("Нет", ShowStaff()))))


def offer(role: Role, district: str, link: str, until: datetime, name_of: DistrictName) -> Screen:
    """How to use the link, then a message to pass on as it is; `until` is in the zone of the region."""
    who = escape(called(role, district, name_of))
    how = (
        f"Ссылка готова: {who}. Перешлите следующее сообщение лично, не в общий чат.\n\n"
        f"Она сработает один раз и действует 7 дней. Последний срок: {moment(until)}."
    )
    text = f"Здравствуйте! Приглашаю вас в БиблиоГос: {who}. Откройте ссылку и нажмите «Начать»:\n{link}"
    return Screen(text, before=(how,))


def welcome(taken: Appointment, name_of: DistrictName) -> Screen:
    """The first words to somebody who has taken a role."""
    who = escape(called(taken.role, taken.district, name_of))
    ways = {
        Role.DISTRICT: (
            "Ваше — центры вашего округа, чужие не видны. /today — кто придёт. /questions — вопросы о ваших центрах. "
            "/close — закрыть день. /hours — карточки. /review — сверить их. /invite и /staff — библиотекари. "
            "/stats — показатели. /log — кто что сделал."
        ),
        Role.METHODIST: "Показатели всех центров — /stats, книга для отчёта — /report.",
    }
    rest = "Администраторы видят ваше имя в Telegram. Люди его не видят. Стереть всё о себе: /forget."
    return Screen(f"Здравствуйте! Теперь вы {who}.\n\n{ways[taken.role]}\n\n{rest}", menu=True)


def own_offer() -> Screen:
    """The maker has opened the link."""
    return Screen("Это ваша ссылка. Она ещё действует: перешлите её тому, кого приглашаете.", menu=True)


def not_taken() -> Screen:
    """The link gives nobody a role."""
    return Screen("Эта ссылка не действует: она на один раз и на 7 дней. Попросите у администратора новую.", menu=True)


def told_of_offer(role: Role, district: str, name_of: DistrictName) -> Screen:
    """To the other admins: a link was made."""
    who = escape(called(role, district, name_of))
    return Screen(
        f"Другой администратор сделал ссылку: {who}. Кто по ней придёт, я напишу.",
        (row(Button(APPOINTED, ShowAppointed())),),
    )


def told_of_taking(role: Role, district: str, name: str, name_of: DistrictName) -> Screen:
    """To every admin: somebody has the role now."""
    who = escape(called(role, district, name_of))
    text = f"Теперь {who} — {escape(name)}.\n\nЕсли это не тот человек, уберите его."
    return Screen(text, (row(Button(APPOINTED, ShowAppointed())),))


def told_of_ending(role: Role, district: str, name: str, name_of: DistrictName, *, own: bool) -> Screen:
    """To the person, and to the other admins: the role is over."""
    who = escape(called(role, district, name_of))
    if own:
        return Screen(f"Вы больше не {who}. Спрашивать меня о Госуслугах можно как прежде.", menu=True)
    return Screen(f"Больше не {who}: {escape(name)}. Так решил другой администратор.")


def appointed(all_: Sequence[Appointment], page: int, name_of: DistrictName) -> Screen:
    """Who has a role, each with a button that takes it."""
    if not all_:
        return Screen(f"<b>{APPOINTED}</b>\n\nНикого нет. Пригласить: /invite.", (row(HOME),))
    here = Page(len(all_), SHOWN, page)
    lines = [f"{escape(one.name)}: {escape(called(one.role, one.district, name_of))}" for one in here.of(all_)]
    buttons = column(Button(f"Убрать: {one.name}", EndAppointment(one.id, sure=False)) for one in here.of(all_))
    head = f"<b>{APPOINTED}</b>, всего {len(all_)}. Пригласить ещё: /invite."
    return Screen("\n".join((head, "", *lines)), (*buttons, *here.turning(ShowAppointed), row(HOME)))


def sure_to_end(one: Appointment, name_of: DistrictName) -> Screen:
    """Asked once more before somebody loses the role."""
    who = escape(called(one.role, one.district, name_of))
    text = f"Убрать: {escape(one.name)}, {who}? Об этом узнают этот человек и все администраторы."
    yes = Button("Да, убрать", EndAppointment(one.id, sure=True))
    return Screen(text, (row(yes), row(Button("Нет, оставить", ShowAppointed()))))


def ended(one: Appointment, name_of: DistrictName) -> Screen:
    """Confirms that the role is over."""
    who = escape(called(one.role, one.district, name_of))
    return Screen(f"Готово: {escape(one.name)} больше не {who}.", (row(Button(APPOINTED, ShowAppointed())), row(HOME)))


def appointment_gone() -> Screen:
    """The role was taken before."""
    return Screen("Этого человека уже убрали.", (row(Button(APPOINTED, ShowAppointed())), row(HOME)))
