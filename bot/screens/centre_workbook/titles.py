"""The columns of the workbook: their titles, what else people call them, and how to fill them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.centres.workbook.table import CentreColumn


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """A column in words; the width is in letters, the hint stands beside the cell that is being filled."""

    title: str
    width: int
    hint: str
    also: tuple[str, ...] = ()


COLUMNS: Mapping[CentreColumn, ColumnWords] = {
    CentreColumn.ID: ColumnWords("Номер в боте", 4, "Не меняйте: по нему бот узнаёт библиотеку.", ("id", "номер")),
    CentreColumn.NAME: ColumnWords(
        "Библиотека",
        34,
        "Полное название новой библиотеки.",
        ("Название", "Наименование", "Название библиотеки", "Наименование библиотеки", "Центр", "Учреждение"),
    ),
    CentreColumn.MUNICIPALITY: ColumnWords(
        "Округ",
        24,
        "Выберите из списка.",
        ("Муниципальное образование", "Муниципалитет", "Район", "Муниципальный округ"),
    ),
    CentreColumn.SETTLEMENT: ColumnWords(
        "Населённый пункт", 16, "Город, посёлок или деревня.", ("Город", "Место", "Населенный пункт")
    ),
    CentreColumn.ADDRESS: ColumnWords("Адрес", 28, "Например: ул. Ленина, д. 5.", ("Адрес библиотеки",)),
    CentreColumn.PHONE: ColumnWords(
        "Телефон", 20, "С кодом города: 8 (8112) 72-42-53. Два номера — через «;».", ("Телефоны", "Тел")
    ),
    CentreColumn.SITE: ColumnWords(
        "Сайт", 22, "Адрес сайта или страницы, например vk.com/biblioteka.", ("Сайт, группа",)
    ),
    CentreColumn.HOURS: ColumnWords(
        "Часы работы",
        34,
        "Словами: пн-пт 9-18, обед 13-14, сб 10-16, вс выходной.",
        ("Режим работы", "График работы", "Время работы", "Часы"),
    ),
    CentreColumn.SERVICES: ColumnWords(
        "С чем помогаем",
        30,
        "Выберите из списка. Несколько — напишите через «;».",
        ("Услуги", "Чем помогаем", "С чем помогаете"),
    ),
    CentreColumn.RECEIVES: ColumnWords(
        "Приём по записи",
        10,
        "да — люди записываются в боте; нет — не записываются.",
        ("Принимаем по записи", "Запись"),
    ),
    CentreColumn.RECEPTION: ColumnWords(
        "Часы приёма", 26, "Когда консультируете: вт, чт 11-17, обед 13-14.", ("Часы записи", "Часы консультаций")
    ),
    CentreColumn.DESKS: ColumnWords("Мест", 7, "Сколько людей сразу: 1, 2…", ("Рабочих мест", "Сколько сразу")),
    CentreColumn.MINUTES: ColumnWords("Минут", 7, "Сколько длится приём: 30.", ("Минут на приём", "Длительность")),
    CentreColumn.ANNOUNCEMENT: ColumnWords(
        "Закрыто или объявление",
        30,
        "Например: закрыто на ремонт до 15 марта. Снять — напишите «снять».",
        ("Объявление", "Закрыто", "Временно закрыто"),
    ),
    CentreColumn.REMARK: ColumnWords(
        "Замечание", 30, "Для администратора, в боте не видно.", ("Примечание", "Комментарий")
    ),
}
# What people may have above a column: our own title and what others call it.
TITLES: Mapping[str, CentreColumn] = {
    title: column for column, words in COLUMNS.items() for title in (words.title, *words.also)
}
