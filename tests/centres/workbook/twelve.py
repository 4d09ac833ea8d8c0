"""Twelve libraries of a region of which nothing is known, and twelve people who fill the workbook each in their way."""

from collections.abc import Mapping
from datetime import datetime

from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.workbook.filled import Fill

_PLACES = ("Липки", "Сосны", "Ольхи", "Ивы", "Клёны", "Вязы", "Буки", "Рябины", "Берёзы", "Тополя", "Дубы", "Ели")
IDS = tuple(f"lib-{number:02}" for number in range(1, 13))
MUNICIPALITIES = """\
- id: lipki
  name: Липкинский муниципальный округ
  short: Липкинский округ
  seat: Липки
- id: sosny
  name: Сосновский муниципальный округ
  short: Сосновский округ
  seat: Сосны
"""
FILES: Mapping[str, str] = {
    "municipalities.yaml": MUNICIPALITIES,
    "settlements.csv": "name,other_names,district,lat,lon,population\n"
    + "".join(f"{place},,Липкинский муниципальный округ,,,\n" for place in (*_PLACES, "Дубрава") if place != "Сосны")
    + "Сосны,,Сосновский муниципальный округ,,,\nДубрава,,Сосновский муниципальный округ,,,\n",
    "centres.yaml": "".join(
        f"- id: {id_}\n  name: Библиотека посёлка {place}\n  short_name: Библиотека «{place}»\n  kind: library\n"
        f"  municipality: {'Сосновский' if place == 'Сосны' else 'Липкинский'} муниципальный округ\n"
        f"  settlement: {place}\n\n"
        for id_, place in zip(IDS, _PLACES, strict=True)
    ),
}
FILLED: Mapping[str, Fill] = {
    # 1. Reads the notes first.
    "lib-01": {
        Column.ADDRESS: "ул. Речная, д. 1",
        Column.PHONE: "8 (81100) 2-11-01",
        Column.SITE: "vk.com/lipki_lib",
        Column.HOURS: "пн-пт 9-18, обед 13-14, сб 10-16, вс выходной",
        Column.SERVICES: "консультации по Госуслугам; компьютеры; интернет",
        Column.RECEIVES: "да",
        Column.RECEPTION: "вт, чт 11-17, обед 13-14",
        Column.DESKS: 1,
        Column.MINUTES: 30,
    },
    # 2. As on the door; the number as neighbours dial it.
    "lib-02": {
        Column.PHONE: "2-13-45",
        Column.HOURS: "с 9.00 до 17.00, сб., вс. - вых.",
        Column.SERVICES: "Консультации по Госуслугам",
        Column.RECEIVES: "нет",
    },
    # 3. «You know us».
    "lib-03": {
        Column.PHONE: "8-921-123-45-67 (Ирина)",
        Column.HOURS: "как обычно",
        Column.SERVICES: "всё",
        Column.RECEIVES: "по звонку",
    },
    # 4. With the capitals of the order.
    "lib-04": {
        Column.HOURS: "ПН-ПТ 10:00-19:00 БЕЗ ОБЕДА, ВС 10-16, СБ ВЫХОДНОЙ, последний четверг месяца - санитарный день",
        Column.PHONE: "+7 (81100) 2-14-00; 8 (81100) 2-14-01 (абонемент)",
        Column.SERVICES: "Госуслуги, юрист, на дому",
    },
    # 5. Winter and summer.
    "lib-05": {
        Column.HOURS: "с 1 сентября по 31 мая вт-сб 10-18, вс 10-16, пн выходной; с 1 июня по 31 августа пн-пт 9-17",
        Column.RECEIVES: "Да",
        Column.RECEPTION: "среда с 14 до 17",
        Column.DESKS: "2 стола",
        Column.MINUTES: "по 40 мин",
    },
    # 6. What Excel makes of it.
    "lib-06": {
        Column.PHONE: 88110021106,
        Column.HOURS: datetime(2026, 9, 18),  # noqa: DTZ001 - Excel knows no zones
        Column.RECEIVES: "да",
        Column.RECEPTION: "пн-пт 10-12",
        Column.DESKS: 2.0,
        Column.MINUTES: 500,
    },
    # 7. A number from the sheet beside it.
    "lib-07": {Column.PHONE: "=Лист2!A1", Column.ADDRESS: "пл. Победы, 2", Column.HOURS: "ежедневно 10-18"},
    # 8. Under repair.
    "lib-08": {
        Column.ANNOUNCEMENT: "Закрыто на ремонт до 1 марта 2027",
        Column.PHONE: "не знаю",
        Column.REMARK: "Спросите Нину Петровну, она в отпуске до среды",
    },
    # 9. Only says that people may come.
    "lib-09": {Column.RECEIVES: "да", Column.HOURS: "вт-пт 12-17", Column.SITE: "нет сайта"},
    # 10. Hours of reception, but nothing of whether.
    "lib-10": {Column.RECEPTION: "чт 10-13", Column.HOURS: "вторник, четверг, суббота с 10 до 15"},
    # 11. An address copied from another region.
    "lib-11": {Column.ADDRESS: "Ленинградская обл., г. Сланцы, ул. Мира, 4", Column.HOURS: "пн-чт 9-17, пт 9-16"},
    # 12. Corrects what a librarian has changed in the meantime.
    "lib-12": {
        Column.PHONE: "8 (81100) 2-12-12",
        Column.HOURS: "пн-сб 9-17",
        Column.SERVICES: "компьютеры, ксерокс",
    },
}
NEW: tuple[Fill, ...] = (
    {
        Column.NAME: "Дубравская сельская библиотека-филиал № 7",
        Column.MUNICIPALITY: "Липкинский муниципальный округ",
        Column.SETTLEMENT: "д. Дубрава",
        Column.HOURS: "вт, чт 12-16",
    },
    {
        Column.NAME: "Сланцевская библиотека",
        Column.SETTLEMENT: "Сланцы",
        Column.ADDRESS: "Ленинградская область, г. Сланцы, ул. Мира, 4",
    },
)
