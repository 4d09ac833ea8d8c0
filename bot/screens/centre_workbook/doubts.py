"""Why a cell, a row or a file of centres cannot be taken, and what to do about it."""

from collections.abc import Mapping
from html import unescape

from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.hours.hours_doubt import HoursDoubt
from bot.centres.workbook.outcome import AskedCell, CellDoubt, RefusedRow, RowDoubt
from bot.centres.workbook.table import CellFault, TableFault, UnreadableTableError
from bot.screens.centre_edits.hours_errors import hours_error

_CELLS: Mapping[CellDoubt | CellFault, str] = {
    CellFault.FORMULA: "в клетке формула. Вставьте то, что она показывает: «Специальная вставка» → «Значения».",
    CellFault.MERGED: "клетки объединены, и непонятно, ко всем ли это. Разъедините и впишите в каждую.",
    CellFault.DATE: "Excel сделал из этого дату или время. Напишите словами: «с 9 до 18».",
    CellFault.ERROR: "в клетке ошибка Excel. Впишите значение.",
    CellDoubt.CLEARED: "было вписано, а клетка пуста. Оставлено наше; убрать — напишите «нет».",
    CellDoubt.NAME_CHANGED: "название так не меняют. Поправьте name и short_name в centres.yaml.",
    CellDoubt.PLACE_CHANGED: "у нас эта библиотека в другом месте. Переехала — поправьте centres.yaml.",
    CellDoubt.OTHER_REGION: "адрес в другой области. Проверьте, та ли это библиотека.",
    CellDoubt.YES_OR_NO: "нужно «да» или «нет».",
    CellDoubt.CLOSED_OR_NOT: (
        "закрыта ли библиотека, не сказано. В столбце «Закрыто или объявление» напишите «закрыто на ремонт "
        "до 20 декабря» или «ремонт до 20 декабря, работаем», а в часах — обычные часы."
    ),
    CellDoubt.NO_RECEPTION_HOURS: "приём по записи есть, а часов приёма нет. Впишите дни и часы: «вт, чт 11-17».",
    CellDoubt.RECEPTION_UNSAID: "принимают ли по записи, не сказано. Впишите «да» или «нет».",
    CellDoubt.RECEPTION_BOTH: "сказано «нет», а часы приёма вписаны. Оставьте одно.",
}
_HOURS_SAMPLE = "Напишите дни и часы: «пн-пт 9-18, обед 13-14, вс выходной»."
_UNCLEAR = {
    CardPart.PHONE: "номер не полный: нужен код города. Напишите так: «8 (8112) 72-42-53», два номера — через «;».",
    CardPart.ADDRESS: "это не адрес. Напишите так: «ул. Лесная, д. 5».",
    CardPart.SITE: "это не адрес сайта. Напишите так: «библиотека.рф» или «vk.com/biblioteka».",
    CardPart.SERVICES: "такого в списке нет. Выберите из списка; несколько — через «;».",
    CardPart.ANNOUNCEMENT: "объявление непонятно. Напишите так: «закрыто на ремонт до 15 марта».",
}
_ROWS: Mapping[RowDoubt, str] = {
    RowDoubt.NO_NAME: "нет названия библиотеки. Впишите его или удалите строку.",
    RowDoubt.UNKNOWN_ID: "библиотеки с номером «{}» у нас больше нет. Выгрузите таблицу заново.",
    RowDoubt.MIXED_UP: "строка выгружена для другой библиотеки: «{}». Строки перепутались: выгрузите заново.",
    RowDoubt.TWICE: "об одной библиотеке сказано дважды и по-разному, строки {}. Оставьте одну.",
    RowDoubt.UNKNOWN_MUNICIPALITY: "округа «{}» у нас нет. Выберите из списка или проверьте, та ли это область.",
    RowDoubt.UNKNOWN_SETTLEMENT: (
        "«{}» в этом округе не знаем. Проверьте; место новое — прочтите таблицу с --new-places или допишите его "
        "в settlements.csv."
    ),
    RowDoubt.NO_SETTLEMENT: "не сказано, где библиотека. Впишите округ и населённый пункт.",
    RowDoubt.WHICH_MUNICIPALITY: "такое место есть в разных округах: {}. Впишите округ.",
    RowDoubt.WHICH_CENTRE: "похожи несколько наших: {}. Напишите название полностью.",
    RowDoubt.OTHER_REGION: "адрес в другой области, а бот знает только свою: {}.",
    RowDoubt.LONG_NAME: "в названии разметка или оно длиннее 300 знаков. Оставьте обычные слова.",
}
_FILES: Mapping[TableFault, str] = {
    TableFault.MISSING: "Такого файла нет. Проверьте имя и папку.",
    TableFault.UNREADABLE: "Файл не открывается: {}. Проверьте права на него.",
    TableFault.EMPTY: "Файл пуст. Проверьте, тот ли это файл: таблица могла не сохраниться.",
    TableFault.TOO_BIG: "Файл слишком большой для таблицы библиотек. Проверьте, тот ли это файл.",
    TableFault.OLD_EXCEL: (
        "Это книга старого Excel (.xls) или книга под паролем, как бы файл ни назывался. "
        "Откройте её и сохраните как «Книга Excel (.xlsx)» без пароля."
    ),
    TableFault.LIBRE_OFFICE: "Это таблица LibreOffice (.ods). Откройте её и сохраните как «Excel 2007–365 (.xlsx)».",
    TableFault.OTHER_KIND: "Это не таблица{}. Нужна книга Excel (.xlsx) или CSV.",
    TableFault.DAMAGED: "Книга повреждена или скачана не до конца. Откройте её в Excel, сохраните заново и повторите.",
    TableFault.NO_TITLES: (
        "Не нашёл строки с заголовками. Нужны хотя бы «Библиотека», «Населённый пункт» и ещё один столбец, "
        "как в выгрузке: python -m bot export-centres --xlsx ФАЙЛ."
    ),
    TableFault.LOST_LETTERS: "Русские буквы пропали: вместо них «????». Сохраните как «CSV UTF-8» или книгу Excel.",
    TableFault.NO_ROWS: "Под заголовками нет ни одной библиотеки.",
    TableFault.TOO_MANY_ROWS: (
        "В таблице {} строк, столько библиотек в области не бывает. Оставьте одну таблицу и удалите лишние строки."
    ),
}


def file_words(error: UnreadableTableError) -> str:
    """Why the file as a whole cannot be used."""
    detail = error.detail
    if error.fault is TableFault.OTHER_KIND and detail:
        detail = f", а {detail}"
    return _FILES[error.fault].format(detail)


def row_words(refused: RefusedRow) -> str:
    """Why the row goes no further."""
    return _ROWS[refused.why].format(refused.detail)


def cell_words(asked: AskedCell) -> str:
    """What is wrong with the cell."""
    if asked.unclear is None:
        return _CELLS[asked.why]
    return _unclear(asked.unclear)


def _unclear(error: UnclearChangeError) -> str:
    if error.hours:
        reason = unescape(hours_error(error.hours))
        return f"{reason} {_HOURS_SAMPLE}" if error.hours.doubt is HoursDoubt.WORD else reason
    if error.limit:
        return f"нужно число от {error.limit.least} до {error.limit.most}."
    return _UNCLEAR.get(error.part, "не понял.")
