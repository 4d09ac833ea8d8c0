"""Screens of admins: unanswered questions, the list of librarians."""

from collections.abc import Callable, Sequence
from html import escape
from textwrap import shorten

from bot.faq.edits.article_edits import mark_of
from bot.russian.words import plural
from bot.screens.common_buttons import HOME
from bot.screens.faq.editing_actions import PlaceGap
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen, column, row
from bot.screens.staff.actions import RemoveLibrarian, ShowAppointed, ShowStaff
from bot.staff.roster import Member

SHOWN = 20
LETTERS = 150  # of a question, so that all of them fit one message
MEMBERS_SHOWN = 10

NameOf = Callable[[str], str]  # the short name of a centre by its id


def unanswered(gaps: Sequence[tuple[str, int]]) -> Screen:
    """Lists unanswered questions, the most frequent first: what to write next."""
    if not gaps:
        return Screen("Вопросов без ответа пока нет.", menu=True)
    lines = "\n".join(
        f"{number}. {escape(shorten(text, LETTERS, placeholder='…'))} — {plural(times, 'раз', 'раза', 'раз')}"
        for number, (text, times) in enumerate(gaps, 1)
    )
    text = (
        f"<b>Вопросы без ответа</b>, самые частые первыми:\n\n{lines}\n\n"
        "Ответ на такой вопрос уже есть? Напишите номер вопроса: я запомню, что так тоже спрашивают. "
        "Под вопросом — «Новый ответ» и «Это не вопрос». Личное в вопросах скрыто."
    )
    return Screen(text, menu=True, choices=tuple(PlaceGap(mark_of(text)) for text, _ in gaps))


def admins_only() -> Screen:
    """Says that the command is for admins."""
    return Screen("Эта команда для администраторов. Напишите вопрос своими словами.", menu=True)


def other_district() -> Screen:
    """Says that a centre lies in another district."""
    return Screen("Этот центр не вашего округа. О нём решают администратор и библиотекари центра.", menu=True)


def staff_only() -> Screen:
    """Says that the command is for those who work here."""
    text = "Эта команда для библиотекарей. Если вы библиотекарь, попросите у администратора приглашение."
    return Screen(text, menu=True, for_presser=True)


def roster(members: Sequence[Member], name_of: NameOf, page: int, *, admin: bool = True) -> Screen:
    """Lists librarians by centre, each with a button that removes them; an admin may see those with other roles."""
    others = (row(Button("Администраторы округов и методисты", ShowAppointed())),) if admin else ()
    if not members:
        return Screen("Библиотекарей пока нет. Пригласить: /invite.", (*others, row(HOME)))
    ordered = sorted(members, key=lambda member: (name_of(member.centre), member.id))
    here = Page(len(ordered), MEMBERS_SHOWN, page)
    shown = here.of(ordered)
    lines = [f"{escape(name_of(one.centre))}: {escape(one.name)}" for one in shown]
    head = f"<b>Библиотекари</b>, всего {len(ordered)}. Пригласить ещё: /invite."
    buttons = column(Button(f"Убрать: {one.name}", RemoveLibrarian(one.id, sure=False)) for one in shown)
    return Screen("\n".join((head, "", *lines)), (*buttons, *here.turning(ShowStaff), *others, row(HOME)))


def remove_first(member: Member, centre: str, *, is_last: bool) -> Screen:
    """Asks once more; the last librarian of a centre leaves nobody who learns of its bookings."""
    text = f"Убрать библиотекаря: {escape(member.name)}, {escape(centre)}? Вопросы людей перестанут к нему приходить."
    if is_last:
        text += (
            "\n\nДругих библиотекарей в этом центре нет: о новых записях никто не узнает. "
            "Сначала пригласите другого: /invite."
        )
    sure = Button("Да, убрать", RemoveLibrarian(member.id, sure=True))
    return Screen(text, (row(sure), row(Button("Нет, оставить", ShowStaff()))))


def removed(member: Member, centre: str, *, nobody_left: bool) -> Screen:
    """Confirms the removal; the librarian is told by a notice."""
    text = f"Готово: {escape(member.name)} больше не библиотекарь здесь: {escape(centre)}."
    if nobody_left:
        text += (
            "\n\nБиблиотекарей в этом центре больше нет. Пригласить: /invite. "
            "Если принимать там некому, уберите часы записи: /hours."
        )
    return Screen(text, (row(Button("Все библиотекари", ShowStaff())), row(HOME)))


def member_gone() -> Screen:
    """Says that the librarian was removed before."""
    return Screen("Этого библиотекаря уже убрали.", (row(Button("Все библиотекари", ShowStaff())), row(HOME)))
