"""The raw rows, one for each interaction: for a workbook and for CSV."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from bot.russian.words import plural
from bot.screens.stats.names import Names
from bot.stats.export.sheet import Cell, Column, Form, WorkbookSheet
from bot.stats.interaction import ROWS_KEPT, InteractionRow

OTHER = "прочее"  # a word of a later release; no reader knows the program's own
KINDS = {
    "answer": "ответ бота",
    "suggestion": "бот предложил ответы",
    "nothing_found": "ответа не нашлось",
    "read": "открыт ответ",
    "opinion": "мнение об ответе",
    "question": "вопрос библиотекарю",
    "reply": "ответ библиотекаря",
    "centre_found": "найден центр",
    "booking": "запись",
    "consultation": "консультация",
    "event": "мероприятие",
    "talk": "разговор",
    "odd": "не текст",
}
STATES = {
    "made": "сделана",
    "booked": "назначена",
    "arrived": "состоялась",
    "no_show": "не пришёл",
    "cancelled": "отменена",
    "displaced": "центр закрыл часы",
    "struck": "вычеркнута",
}
CHANNELS = {
    "telegram": "Telegram",
    "phone": "записан по телефону",
    "walk_in": "без записи",
    "phone_help": "помогли по телефону",
}
_COLUMNS = (
    Column("Когда", Form.MOMENT, 18),
    Column("Канал", width=20),
    Column("Что", width=24),
    Column("Центр", width=36),
    Column("Тема", width=30),
    Column("Ответ", width=40),
    Column("Состояние", width=18),
    Column("Результат", width=30),
    Column("Минуты", Form.COUNT, 10),
    Column("Дней от записи", Form.COUNT, 10),
    Column("Оценка", Form.COUNT, 10),
    Column("Впервые", width=10),
    Column("Человек, номер", Form.COUNT, 12),
)


def rows_sheet(
    rows: Sequence[InteractionRow], names: Names, under: str, zone: tzinfo | None, *, left_out: bool
) -> WorkbookSheet:
    """Without names and words: a person is a number that leads to nobody."""
    notes = [
        "Одна строка – одно обращение. Имён, телефонов и текста здесь нет; номер человека ни к кому не ведёт.",
        f"Строки хранятся {ROWS_KEPT.days} дней. Более ранние обращения остались только в суммах на других листах.",
    ]
    if left_out:
        shown = plural(len(rows), "строка", "строки", "строк")
        notes.append(f"Помещается {shown} с начала, остальные не показаны. Возьмите период короче.")
    return WorkbookSheet("Строки", f"Все обращения: {under}", _COLUMNS, _cells(rows, names, zone), tuple(notes))


def _cells(rows: Sequence[InteractionRow], names: Names, zone: tzinfo | None) -> Iterator[tuple[Cell, ...]]:
    return (
        (
            row.at.astimezone(zone).replace(tzinfo=None, microsecond=0) if row.is_timed else row.day,
            CHANNELS.get(row.channel, OTHER),
            KINDS.get(row.kind, OTHER),
            names.centre(row.centre) if row.centre else None,
            names.topic(row.topic) if row.topic else None,
            names.article(row.article) if row.article else None,
            STATES.get(row.state, OTHER) if row.state else None,
            names.outcome(row.outcome) if row.outcome else None,
            row.minutes,
            row.lead_days,
            row.rating,
            None if row.first is None else ("да" if row.first else "нет"),
            row.person,
        )
        for row in rows
    )
