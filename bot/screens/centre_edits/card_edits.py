"""A librarian reports what is wrong on a card; an admin accepts or refuses the edit."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from bot.centres.card_edits import CardPart, UnclearChangeError, changed
from bot.centres.centre import Centre
from bot.screens.actions import StopAsking
from bot.screens.centre_edits import announced_closing, consultation_hours, waiting_edits
from bot.screens.centre_edits.actions import DecideChange, MendCard, NamePart, ReportChange, SendChange
from bot.screens.centre_edits.field_values import value
from bot.screens.centre_edits.hours_errors import hours_error
from bot.screens.centre_edits.passed_words import passed_in
from bot.screens.centres.actions import ShowCentre
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Row, Screen, column, row
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId

_REPORTED = {part: title for part, title in waiting_edits.PARTS.items() if part is not CardPart.CONSULTATIONS}
EXAMPLES = {
    CardPart.HOURS: "Напишите все часы: «пн-пт 9-18, обед 13-14, сб 10-16, вс выходной».",
    CardPart.PHONE: "Напишите номер с кодом города: «8 (495) 123-45-67». Телефона нет — напишите «нет».",
    CardPart.ADDRESS: "Напишите адрес целиком: «г. Сосны, ул. Лесная, д. 5».",
    CardPart.SITE: "Напишите адрес сайта: «библиотека.рф» или «vk.com/biblioteka». Сайта нет — напишите «нет».",
    CardPart.ANNOUNCEMENT: (
        "Напишите объявление и его последний день: «Закрыто на ремонт до 31 декабря» или «Вход со двора до 15 марта». "
        "Снять объявление — напишите «снять»."
    ),
    CardPart.SERVICES: (
        "Напишите через запятую, что у вас есть: «консультации по Госуслугам, помощь с учётной записью, компьютеры, "
        "интернет». Не помогаете — напишите «нет»."
    ),
    CardPart.OTHER: "Напишите, что неверно и как правильно. Прочитает администратор.",
}
_ADDED = "Только новый сезон или санитарный день можно написать отдельно: я добавлю их к нынешним часам."
_STOP = row(Button("Отменить", StopAsking()))


def which_part(centre: Centre) -> Screen:
    """Asks which part of the card is wrong."""
    actions = tuple(NamePart(centre.id, part) for part in _REPORTED)
    buttons = [
        Button(f"{number}. {title}", action)
        for number, (title, action) in enumerate(zip(_REPORTED.values(), actions, strict=True), 1)
    ]
    text = f"<b>{escape(centre.short_name)}</b>\n\nЧто на карточке неверно? Нажмите или напишите номер."
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Screen(text, (*pairs, row(Button("К карточке", MendCard(centre.id)), HOME)), choices=actions)


def ask_value(centre: Centre, part: CardPart, now: datetime) -> Screen:
    """How it is now, and how to write what is right."""
    head = f"<b>{waiting_edits.PARTS[part]}: {escape(centre.short_name)}</b>"
    current = f"Сейчас: {escape(value(centre, part, now))}" if part is not CardPart.OTHER else ""
    added = _ADDED if part is CardPart.HOURS and centre.hours else ""
    return Screen("\n\n".join(filter(None, (head, current, EXAMPLES[part], added))), (_STOP,))


def kept(centre: Centre, part: CardPart) -> Screen:
    """The part stays as it is."""
    text = f"Ничего не поменял. {waiting_edits.PARTS[part]}: осталось как было."
    return Screen(text, (row(Button("К карточке", MendCard(centre.id)), HOME),))


def unclear(error: UnclearChangeError) -> Screen:
    """Not understood; the words are still awaited."""
    if error.part is CardPart.CONSULTATIONS:
        return consultation_hours.unclear(error)
    reason = "Я не понял."
    if error.hours:
        reason = hours_error(error.hours)
    return Screen(f"{reason}\n\n{EXAMPLES[error.part]}", (_STOP,))


def preview(
    change: CardEdit, centre: Centre, now: datetime, *, at_once: bool, met: int = 0, warnings: Sequence[str] = ()
) -> Screen:
    """What was understood, before anybody else sees it; an admin's change needs nobody else.

    `met` people are booked on the days that an announcement closes; warnings are about hours of booking.
    """
    closing = announced_closing.of(change, centre, met)
    parts = (
        f"<b>{waiting_edits.PARTS[change.part]}: {escape(centre.short_name)}</b>",
        _difference(change, centre, now),
        *closing.words,
        *warnings,
        *passed_in(change),
        "Всё верно?",
    )
    send = Button("✅ Записать" if at_once else "✅ Отправить", SendChange(change.id))
    again = Button("Написать иначе", NamePart(centre.id, change.part))
    back = row(Button("Не менять", MendCard(centre.id)), HOME)
    return Screen("\n\n".join(parts), (row(send), *closing.rows, row(again), back))


def change_sent(centre: Centre, *, told: bool) -> Screen:
    """The report is on its way to the admins, or waits until one of them can be reached."""
    text = "Спасибо. Передал администратору: когда он примет правку, её увидят все."
    if not told:
        text = (
            "Спасибо, записал. Но администратор пока не на связи с ботом: правку он получит, когда напишет боту. "
            "Попросите его нажать «Начать»."
        )
    return Screen(text, _card_and_home(centre))


def change_to_decide(change: CardEdit, centre: Centre, now: datetime, newer: datetime | None = None) -> Screen:
    """An admin sees the librarian's words and, where they became a field, its old and new value.

    `newer` is when another edit of the same part was accepted after this one was written.
    """
    head = f"<b>Правка карточки № {change.id}: {escape(centre.short_name)}</b>"
    text = "\n\n".join((head, *waiting_edits.older(change, newer, centre.zone), _difference(change, centre, now)))
    if change.fields:
        text += f"\n\nБиблиотекарь пишет: «{escape(change.words)}»"
    return Screen(text, (decision(change.id), row(HOME)))


def change_decided(change: CardEdit, centre: Centre) -> Screen:
    """Tells the admin who decided what became of the edit."""
    if change.part is CardPart.CONSULTATIONS:
        return consultation_hours.saved(centre)
    name = escape(centre.short_name)
    if change.stage is CardEditStage.REFUSED:
        text = f"Правку карточки «{name}» ({waiting_edits.PARTS[change.part].lower()}) не приняли."
    elif change.fields:
        text = f"Готово: карточка «{name}» исправлена. Прежняя версия файла сохранена."
    else:
        text = f"Сообщение о карточке «{name}» принято. Само оно карточку не меняет: поправьте её, если нужно."
    return Screen(text, _card_and_home(centre))


def answer_to_author(change: CardEdit, centre: Centre) -> Screen:
    """Tells the librarian the decision; a refused edit may be reported again."""
    name = escape(centre.short_name)
    if change.stage is CardEditStage.REFUSED:
        part = waiting_edits.PARTS[change.part].lower()
        text = f"Вашу правку карточки «{name}» ({part}) не приняли. Если она верна, напишите подробнее."
        return Screen(text, (row(Button("Написать ещё раз", ReportChange(centre.id))), *_card_and_home(centre)))
    done = "исправлена, её уже видят все" if change.fields else "будет поправлена администратором"
    return Screen(f"Спасибо! Вашу правку приняли: карточка «{name}» {done}.", _card_and_home(centre))


def seen_by_author(change: CardEdit, centre: Centre, now: datetime) -> Screen:
    """An edit that waits, as its author and the librarians of the centre see it."""
    head = f"<b>Правка карточки № {change.id}: {escape(centre.short_name)}</b>"
    text = f"{head}\n\n{_difference(change, centre, now)}\n\nЖдёт решения администратора."
    return Screen(text, _card_and_home(centre))


def _difference(change: CardEdit, centre: Centre, now: datetime) -> str:
    if not change.fields:
        return f"«{escape(change.words)}»"
    before, after = value(centre, change.part, now), value(changed(centre, change.fields), change.part, now)
    return f"Сейчас: {escape(before)}\n\nСтанет: {escape(after)}"


def decision(id_: ChangeId) -> Row:
    """The buttons of an admin who decides the edit."""
    accept, refuse = DecideChange(id_, accept=True), DecideChange(id_, accept=False)
    return row(Button("✅ Принять", accept), Button("Не принимать", refuse))


def _card_and_home(centre: Centre) -> tuple[Row, ...]:
    return column([Button("Показать карточку", ShowCentre(centre.id)), HOME])
