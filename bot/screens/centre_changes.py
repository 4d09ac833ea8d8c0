"""A librarian tells what is wrong on the card; an admin takes the change or not."""

from html import escape

from bot.centres.centre import Centre
from bot.problems import Problem
from bot.screens.actions import DecideChange, ReportChange, ShowCentre, StopAsking
from bot.screens.screen import Button, Screen, row
from bot.screens.ways_out import HOME


def ask_change(centre: Centre) -> Screen:
    """What is wrong, in the librarian's own words."""
    text = (
        f"<b>{escape(centre.short_name)}</b>\n\nЧто на карточке неверно и как правильно? Напишите одним сообщением.\n\n"
        "Например: «с 1 декабря по пятницам до 17:00» или «наш телефон 8 (495) 123-45-67»."
    )
    return Screen(text, (row(Button("Отмена", StopAsking())),))


def change_sent(centre: Centre) -> Screen:
    """The report is on its way to the admins."""
    text = "Спасибо. Передал администратору: когда он примет правку, её увидят все."
    return Screen(text, (row(Button("Показать карточку", ShowCentre(centre.id))), row(HOME)))


def change_to_decide(centre: Centre, number: int, words: str, written: tuple[str, str] | None = None) -> Screen:
    """An admin sees the librarian's words and, where they became one field, its old and new value."""
    text = f"<b>Правка карточки: {escape(centre.short_name)}</b>\n\nБиблиотекарь пишет: «{escape(words)}»"
    if written:
        text += f"\n\nСейчас: {escape(written[0])}\nСтанет: {escape(written[1])}"
    accept = Button("✅ Принять", DecideChange(number, accept=True))
    return Screen(text, (row(accept, Button("Не принимать", DecideChange(number, accept=False))), row(HOME)))


def change_taken(centre: Centre) -> Screen:
    """To the librarian and the admin: the card is changed."""
    text = f"Готово: карточка «{escape(centre.short_name)}» исправлена. Прежняя версия файла сохранена."
    return Screen(text, (row(Button("Показать карточку", ShowCentre(centre.id))), row(HOME)))


def change_refused(centre: Centre) -> Screen:
    """To the librarian: the card stays as it is."""
    text = f"Правку карточки «{escape(centre.short_name)}» пока не приняли. Если она верна, напишите подробнее."
    return Screen(text, (row(Button("Написать ещё раз", ReportChange(centre.id))), row(HOME)))


def change_impossible(problems: tuple[Problem, ...]) -> Screen:
    """To the admin: the file would be faulty, so it was not touched."""
    reasons = "\n".join(f"• {escape(problem.reason)} {escape(problem.cure)}" for problem in problems[:3])
    return Screen(f"Записать не получилось, файл прежний.\n\n{reasons}", (row(HOME),))
