"""Twelve other people fill the same workbook: how clerks, retired librarians and hurried heads of branches write."""

from collections.abc import Mapping

from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.workbook.filled import Fill

FILLED: Mapping[str, Fill] = {
    # 1. As it is spoken.
    "lib-01": {
        Column.HOURS: "с 10 до 18 без обеда, суббота до четырёх, воскресенье не работаем",
        Column.PHONE: "8-(81148)-2-14-55",
        Column.RECEIVES: "да, конечно",
        Column.RECEPTION: "по средам с двух до пяти",
    },
    # 2. «You know».
    "lib-02": {Column.HOURS: "как обычно", Column.PHONE: "как был", Column.SERVICES: "как раньше"},
    # 3. The number without the code of the town, and a second one.
    "lib-03": {Column.PHONE: "21-455, моб. 8 911 000 11 22 (заведующая)", Column.HOURS: "вт.-сб. 11.00-19.00"},
    # 4. In a column, line by line.
    "lib-04": {
        Column.HOURS: "Понедельник - пятница: 9:00 - 17:00\nПерерыв: 13:00 - 14:00\nСуббота, воскресенье: выходной",
        Column.SERVICES: "Консультации по Госуслугам,\nКомпьютеры,\nИнтернет",
    },
    # 5. A clerk.
    "lib-05": {
        Column.HOURS: "Пн.–Чт. с 09.00 до 18.00, Пт. с 09.00 до 17.00, перерыв с 13.00 до 13.48, "
        "Сб., Вс. – выходные дни",
        Column.PHONE: "+7 811 482-14-55 доб. 3",
        Column.RECEIVES: "Нет",
    },
    # 6. Open every other day.
    "lib-06": {Column.HOURS: "через день с 9 до 15", Column.PHONE: "88114821455"},
    # 7. Reception of the other kind.
    "lib-07": {
        Column.RECEIVES: "+",
        Column.RECEPTION: "вторник и четверг до обеда",
        Column.DESKS: "два",
        Column.MINUTES: "полчаса",
        Column.HOURS: "пн-пт 8-16",
    },
    # 8. Closed for a while.
    "lib-08": {Column.ANNOUNCEMENT: "в отпуске с 1 по 14 декабря", Column.HOURS: "вт, чт, сб 12-17"},
    # 9. Answers for a neighbour.
    "lib-09": {Column.NAME: "Библиотека посёлка Дубы", Column.PHONE: "8 (81148) 2-19-99"},
    # 10. Nothing is known.
    "lib-10": {Column.HOURS: "?", Column.PHONE: "-", Column.ADDRESS: "не знаю", Column.RECEIVES: "пока нет"},
    # 11. The mail where the site belongs, and a mistyped number.
    "lib-11": {
        Column.SITE: "biblioteka@mail.ru",
        Column.PHONE: "8 (81148) 2-14-5",
        Column.HOURS: "пн-пт 10-18, сб 25-30",
    },
    # 12. All at once, with thanks.
    "lib-12": {
        Column.HOURS: "Работаем ежедневно, кроме понедельника, с 10:00 до 19:00. "
        "Последний день месяца — санитарный. Спасибо!",
        Column.ADDRESS: "с. Ели, ул. Школьная, 5 (здание клуба, второй этаж)",
        Column.SERVICES: "госуслуги компьютер интернет",
    },
}
