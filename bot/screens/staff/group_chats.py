"""Group chats of centres, and duty for citizens' questions."""

from collections.abc import Callable, Sequence
from html import escape

from bot.booking.absences.absence import Absence
from bot.centres.centre import Centre
from bot.screens.absences import absences as absence
from bot.screens.closures.actions import LinkGroupChat, SetDuty, ShowGroupChat, UnlinkGroupChat
from bot.screens.common_buttons import HOME
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen, column, row
from bot.staff.group_chats import GroupChat

SHOWN = 8

NameOf = Callable[[str], str]  # the short name of a centre by its id

_GROUP = (
    "Записи могут приходить в общую группу библиотекарей, а не каждому лично. "
    "Для этого добавьте меня в группу и напишите там /desk."
)


def no_duty(*, of_district: bool) -> Screen:
    """Which questions reach one who is no librarian: an admin, or an admin of a district, has no duty to go off."""
    text = (
        "Вопросы о центрах вашего округа приходят вам, когда в центре не ответили."
        if of_district
        else "Вопросы людей приходят вам как администратору."
    )
    return Screen(f"{text} Дежурства у вас нет: оно у библиотекарей.\n\n{_GROUP}", (row(HOME),))


def duty(*, on: bool, absences: Sequence[Absence] = (), is_away: bool = False) -> Screen:
    """Whether citizens' questions reach the librarian who asks."""
    if on:
        text = "<b>Вы на дежурстве.</b> Вопросы людей приходят вам."
        toggle = Button("Уйти с дежурства", SetDuty(on=False))
    else:
        text = (
            "<b>Вы не на дежурстве.</b> Вопросы людей вам не приходят. "
            "Если не дежурит никто, они придут всем библиотекарям."
        )
        toggle = Button("Выйти на дежурство", SetDuty(on=True))
    if is_away:
        text = "<b>Вас сегодня нет.</b> Вопросы людей вам не приходят."
    noted = "".join(f"\n\n{absence.standing_line(one)}" for one in absences)
    toggling = () if is_away else (row(toggle),)
    ends = [row(absence.end_button(one)) for one in absences]
    text = f"{text} О записях я сообщаю всегда.{noted}\n\n{_GROUP}"
    return Screen(text, (*toggling, *ends, *(() if absences else (row(absence.TELL),)), row(HOME)))


def in_private_only() -> Screen:
    """A button of the private chat, pressed elsewhere."""
    return Screen("Дежурство — дело личное: напишите мне /desk не в группе, а лично.", for_presser=True)


def in_group_only() -> Screen:
    """A button of a group, pressed elsewhere."""
    return Screen("Это делается в группе: добавьте меня туда и напишите там /desk.", (row(HOME),), for_presser=True)


def came() -> Screen:
    """The bot was taken into a group by somebody of the staff."""
    text = (
        "Здравствуйте! Эта группа может стать столом библиотеки: записи на консультации будут приходить сюда.\n\n"
        "Выбрать библиотеку может её библиотекарь или администратор."
    )
    return Screen(text, (row(Button("Выбрать библиотеку", ShowGroupChat())),))


def group(
    linked: Sequence[GroupChat],
    may_be: Sequence[Centre],
    name_of: NameOf,
    page: int,
    forum_topic: int | None = None,
) -> Screen:
    """Shows which centres' notices the group gets, and which it may get, for the one who asks in a topic of it."""
    here = Page(len(may_be), SHOWN, page)
    elsewhere = [one for one in linked if one.forum_topic != forum_topic]
    bring = column(Button(f"Писать в эту тему: {name_of(one.centre)}", LinkGroupChat(one.centre)) for one in elsewhere)
    unlink = column(Button(f"Отключить: {name_of(one.centre)}", UnlinkGroupChat(one.centre)) for one in linked)
    link = column(Button(centre.short_name, LinkGroupChat(centre.id)) for centre in here.of(may_be))
    return Screen(
        _about(linked, may_be, name_of, forum_topic),
        (*bring, *unlink, *link, *here.turning(lambda number: ShowGroupChat(number + 1))),
    )


def linked(name: str, before: GroupChat | None, missing: Sequence[str] = (), *, in_topic: bool = False) -> Screen:
    """Confirms that the group gets the notices of the centre; `missing` are librarians who do not read it."""
    here = "в эту тему" if in_topic else "сюда"
    text = (
        f"Готово. Записи {here}: {escape(name)}. Лично я пишу о них теперь только тем библиотекарям, "
        "кого нет в этой группе.\n\n"
        "Кнопки под записями — только для библиотекарей этого центра."
    )
    if missing:
        text += f"\n\nВ группе не вижу: {escape(', '.join(missing))}. Им пишу лично."
    if before:
        text += f"\n\nДругая группа, «{escape(before.title)}», больше не стол этого центра."
    return Screen(text, (row(Button("Стол этой группы", ShowGroupChat())),))


def topic_lost() -> str:
    """The line over the first notice that comes in the general topic: its own takes none."""
    return (
        "Тема, куда приходили записи, закрыта или удалена. Пишу сюда. Нужна другая тема — напишите /desk в ней "
        "и нажмите «Писать в эту тему»."
    )


def unlinked(name: str, other: GroupChat | None = None) -> Screen:
    """Confirms that librarians get notices one by one again, unless another group has the centre."""
    if other:
        text = f"Эта группа не стол центра {escape(name)}. Записи приходят в группу «{escape(other.title)}»."
        return Screen(text)
    return Screen(f"Готово. {escape(name)}: о записях я снова пишу каждому библиотекарю лично.")


def among_strangers() -> Screen:
    """Says that visitors are named only in private and in the group of the centre."""
    text = "Записи людей я показываю только лично или в группе, которая стала столом центра. Сделать её столом: /desk."
    return Screen(text)


def anonymous() -> Screen:
    """Answers an admin of the group who writes in its name."""
    text = (
        "Вы пишете от имени группы, и я не вижу, кто вы. Уберите «Анонимность» в своих правах администратора группы "
        "и напишите ещё раз — или напишите мне лично. Кнопки под моими сообщениями работают и так."
    )
    return Screen(text)


def not_theirs() -> Screen:
    """Answers somebody who may not change the group, or no longer may."""
    return Screen("Это могут только библиотекари этого центра и администраторы.", for_presser=True)


def lost(name: str, title: str) -> Screen:
    """Tells librarians and admins that the group chat is lost."""
    text = (
        f"Я больше не могу писать в группу «{escape(title)}». {escape(name)}: о записях я снова пишу каждому "
        "библиотекарю лично.\n\nЕсли группа ещё нужна, проверьте: я в ней есть, писать мне разрешено, тема открыта. "
        "Потом напишите там /desk и выберите библиотеку снова."
    )
    return Screen(text, (row(HOME),))


def _about(linked: Sequence[GroupChat], may_be: Sequence[Centre], name_of: NameOf, forum_topic: int | None) -> str:
    here = _names([one for one in linked if one.forum_topic == forum_topic], name_of)
    elsewhere = _names([one for one in linked if one.forum_topic != forum_topic], name_of)
    told = (f"Сюда приходят записи: {here}." if here else "", f"В другую тему: {elsewhere}." if elsewhere else "")
    now = " ".join(filter(None, told)) or "Записи в эту группу пока не приходят."
    if may_be:
        return f"{now}\n\nКакая библиотека должна писать сюда? Нажмите кнопку."
    return now if linked else f"{now} Сначала укажите часы записи своего центра: напишите мне лично /hours."


def _names(desks: Sequence[GroupChat], name_of: NameOf) -> str:
    return ", ".join(escape(name_of(one.centre)) for one in desks)
