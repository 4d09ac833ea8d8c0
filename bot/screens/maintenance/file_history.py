"""Former versions of the data files: what was changed last and by whom, and the way back."""

from collections.abc import Callable, Sequence
from html import escape
from zoneinfo import ZoneInfo

from bot.centres.editing import IMPORT
from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.upgrade import UPGRADE
from bot.datafiles.live_folder.versions import FormerVersion
from bot.faq.markup import pages
from bot.people import Address
from bot.russian.words import moment
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.maintenance.actions import BringBack, ShowData, ShowHistory, ShowVersion
from bot.screens.maintenance.data_conflicts import every_place
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Screen, row
from bot.screens.screen import numbered as numbered_buttons

SHOWN = 10
HISTORY = Button("Прежние версии", ShowHistory())
_DATA = Button("К файлам", ShowData())
_NOBODY = {UPGRADE: "новый выпуск", IMPORT: "загрузка таблицы", "": "кто-то, кого я забыл по просьбе"}

MESSAGES = 5  # of one difference: nobody reads more
_KEPT = "Вернётся весь файл; то, что сейчас, сохранится в «Прежних версиях», и его можно вернуть так же."
_TOO_MUCH = f"Дальше не показываю: разница слишком длинная. {_KEPT}"
_NO_TEXT = f"Одна из версий — не текст, показать разницу нельзя. {_KEPT}"

NameOf = Callable[[Address], str]


def history(versions: Sequence[FormerVersion], zone: ZoneInfo, name_of: NameOf) -> Screen:
    """The last changes, each with the way to what was there before."""
    if not versions:
        return Screen("Файлы ещё никто не менял.", (row(_DATA, HOME),))
    shown = versions[:SHOWN]
    lines = (f"{number}. {_line(one, zone, name_of)}" for number, one in enumerate(shown, 1))
    text = paragraphs(
        "<b>Последние правки файлов</b>",
        "\n".join(lines),
        "Что было до правки и как вернуть — нажмите или напишите номер.",
    )
    choices = tuple(ShowVersion(one.mark) for one in shown)
    return Screen(text, (*numbered_buttons([one.name for one in shown], choices), row(_DATA, HOME)), choices=choices)


def version(found: FormerVersion, merge: FileMerge, zone: ZoneInfo, name_of: NameOf) -> Screen:
    """What stood in the file before that change, beside what stands there now."""
    head = f"<b>{_line(found, zone, name_of)}</b>"
    if merge.live == merge.now:
        return Screen(paragraphs(head, "Сейчас файл такой же: возвращать нечего."), (row(HISTORY, HOME),))
    shown = pages((head, *_told(merge)), TEXT_LIMIT)
    if len(shown) > MESSAGES:
        shown = (*shown[: MESSAGES - 1], _TOO_MUCH)
    back = row(Button("Вернуть прежнее", BringBack(found.mark, merge.mark)))
    return Screen(shown[-1], (back, row(HISTORY, HOME)), before=shown[:-1])


def _told(merge: FileMerge) -> Sequence[str]:
    if merge.live is None:
        return ("Сейчас этого файла нет. «Вернуть прежнее» поставит его на место.",)
    whole = every_place(merge.live, merge.now or b"", "Сейчас", "Было")
    return (_NO_TEXT,) if whole is None else whole


def brought_back(merge: FileMerge) -> Screen:
    """Confirms that the former version stands again."""
    text = f"Вернул: {escape(merge.name)}. Уже отвечаю по нему. То, что было сейчас, сохранено: «Прежние версии»."
    return Screen(text, (row(HISTORY, HOME),))


def _line(one: FormerVersion, zone: ZoneInfo, name_of: NameOf) -> str:
    return f"{moment(one.at.astimezone(zone))}, {_who(one.by, name_of)}: {escape(one.name)}"


def _who(by: str, name_of: NameOf) -> str:
    if by in _NOBODY:
        return _NOBODY[by]
    channel, _, number = by.rpartition("-")
    return escape(name_of(Address(channel, int(number)))) if number.isdigit() else "не человек, а программа"
