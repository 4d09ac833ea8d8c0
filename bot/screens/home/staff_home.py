"""The first words, help and «Ещё» of those who work here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.region.region import Region
from bot.russian.words import plural
from bot.screens.bot_commands import ADMIN_COMMANDS, COMMANDS, DISTRICT_COMMANDS, LIBRARIAN_COMMANDS
from bot.screens.common_buttons import phones
from bot.screens.screen import Screen

_ON_KEYBOARD = frozenset({"today", "questions", "walkin", "close"})
_TASKS = (
    "<b>Как что сделать</b>\n\n"
    "<b>Кто придёт</b> — «Сегодня», на неделю вперёд /week. Человек назвал код — просто напишите код.\n"
    "<b>Пришли или спросили по телефону</b> — «Пришли без записи» или словами: «трое, паспорт».\n"
    "<b>Звонят и хотят прийти</b> — «Записать».\n"
    "<b>Ответить на вопрос</b> — «Вопросы» или прямо ответом на сообщение с вопросом.\n"
    "<b>Закрыть день или часы</b> — «Закрыть» или словами: «закрыть завтра с 14».\n"
    "<b>Открыть ещё один день</b> — «ещё открыть субботу 5 декабря 10–14».\n"
    "<b>Мест на несколько дней меньше или больше</b> — «с 7 по 10 декабря одно место».\n"
    "<b>Вас не будет</b> — напишите: «я в отпуске с 7 по 20 декабря», «болею сегодня», «выйду 21-го».\n"
    "<b>Карточка, часы работы, часы записи</b> — /hours. Что стало с правкой — /changes.\n"
    "<b>Дежурство и общая группа</b> — /desk.\n"
    "<b>Потренироваться</b> на выдуманной записи — /practice.\n"
    "<b>Плакат на дверь</b> — /poster. <b>Показатели</b> — /stats, книга для отчёта — /report."
)


@dataclass(frozen=True, slots=True)
class StaffMorning:
    """What somebody who works here finds: their centres, how many come today, how many questions wait."""

    centres: Sequence[str]
    visits: int | None = None  # None where no centre of theirs receives by booking
    questions: int = 0
    on_duty: bool = True
    districts: Sequence[str] = ()


def staff_welcome(found: StaffMorning) -> Screen:
    """The answer to /start: where they work and what waits; the menu below is that of their work."""
    where, over = "; ".join(map(escape, found.centres)), "; ".join(map(escape, found.districts))
    who = f"Здравствуйте! Вы библиотекарь здесь: {where}." if where else "Здравствуйте! Вы администратор."
    if over:
        who = f"{who.removesuffix('Вы администратор.').strip()} Вы администратор округа: {over}."
    facts = "\n".join(_facts(found))
    how = (
        "Кнопки внизу — для работы, остальное под «Ещё». Как что сделать: /help.\n"
        "О Госуслугах спрашивайте как все: просто напишите вопрос."
    )
    return Screen("\n\n".join(filter(None, (who, facts, how))), menu=True)


def _facts(found: StaffMorning) -> list[str]:
    facts = []
    if found.visits is not None:
        coming = plural(found.visits, "человек", "человека", "человек") if found.visits else "никого"
        facts.append(f"Сегодня в списке: {coming}.")
    if found.questions:
        facts.append(f"Ждут ответа: {plural(found.questions, 'вопрос', 'вопроса', 'вопросов')}.")
    if not found.on_duty:
        facts.append("Вы не на дежурстве: вопросы людей вам не приходят. Выйти на дежурство: /desk.")
    return facts


def staff_help(region: Region, *, admin: bool, over_district: bool = False) -> Screen:
    """How each task of a librarian is done, of an admin too; then what every person may do."""
    admins = _of_admins(admin=admin, over_district=over_district)
    return Screen(f"{_TASKS}\n\n{admins}{_as_citizen()}\n\n{phones(region)}", menu=True)


def _of_admins(*, admin: bool, over_district: bool) -> str:
    if admin:
        return f"<b>Администратору</b>\n{_lines(ADMIN_COMMANDS)}\n\n"
    return f"<b>Администратору округа</b>\n{_lines(DISTRICT_COMMANDS)}\n\n" if over_district else ""


def more(*, admin: bool, over_district: bool = False) -> Screen:
    """Answers «Ещё»: what has no button below."""
    rest = {command: words for command, words in LIBRARIAN_COMMANDS.items() if command not in _ON_KEYBOARD}
    admins = _of_admins(admin=admin, over_district=over_district)
    return Screen(f"<b>Ещё для работы</b>\n{_lines(rest)}\n\n{admins}{_as_citizen()}", menu=True)


def _as_citizen() -> str:
    return f"<b>Как читатель</b>\n{_lines({name: words for name, words in COMMANDS.items() if name != 'start'})}"


def _lines(commands: Mapping[str, str]) -> str:
    return "\n".join(f"/{command} — {words[0].lower()}{words[1:]}" for command, words in commands.items())
