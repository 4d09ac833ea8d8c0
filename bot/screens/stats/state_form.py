"""Sheets in the shape of the forms that libraries fill in."""

from collections.abc import Sequence

from bot.centres.centre import Centre, CentreKind, Service
from bot.stats.export.sheet import Cell, Column, Form, WorkbookSheet
from bot.stats.figures import CentreFigures
from bot.stats.report import Report

_ABOUT_FORM = (
    (
        "Как в форме 6-НК, раздел «Библиотечно-информационное обслуживание пользователей». "
        "Номера строк и граф сверьте с формой вашего года: они меняются."
    ),
    "Справки и консультации здесь – только те, что прошли через бота и записаны в нём.",
    "Ответы бота стоят отдельно. Считать ли их справками, решает библиотека со своим методическим центром.",
    "Возраста бот не спрашивает, поэтому строки о детях и молодёжи пусты.",
)
_ABOUT_CENTRES = (
    (
        "Запросы библиотеки – консультации, которые в ней прошли, и ответы её библиотекарей на вопросы в чате. "
        "Ответы администраторов, которые нигде не работают, – только в сводке."
    ),
    "МФЦ здесь нет, поэтому сумма может быть меньше, чем в сводке. Все центры – на листе «Центры».",
    "«Да» стоит там, где это есть на карточке центра. Мероприятий бот не знает.",
    "Форма вашей таблицы может отличаться: порядок столбцов сверьте с ней.",
)


def state_form(report: Report, under: str) -> WorkbookSheet:
    """As the two columns «справки и консультации» of form 6-НК, section 5.

    The columns are those of the form's text of 2015, the ages those of a later one; newer orders were not at hand.
    What the bot answers by itself stands apart: whether it counts is for the library to say.
    """
    now = report.now
    columns = (
        Column("Категории пользователей", width=58),
        Column("Выполнено справок и консультаций, всего", Form.COUNT, 24),
        Column("из них в виртуальном режиме", Form.COUNT, 24),
    )
    own, by_phone = now.work.replies, now.work.by_phone
    rows: list[tuple[Cell, ...]] = [
        ("Посетители библиотеки", now.in_person, 0),
        ("в том числе дети до 14 лет", None, None),
        ("в том числе молодёжь 15–30 лет", None, None),
        ("Удалённые пользователи: ответили библиотекари", own, own),
        ("Удалённые пользователи: помогли по телефону", by_phone, 0),
        ("Всего: сделали библиотекари", now.in_person + by_phone + own, own),
        ("Сверх того: удалённым пользователям ответил бот", now.automatic.done, now.automatic.done),
        ("Всего вместе с ботом", now.requests, now.virtual),
    ]
    return WorkbookSheet("6-НК", f"6-НК, справки и консультации: {under}", columns, rows, _ABOUT_FORM)


def legal_centres(report: Report, centres: Sequence[Centre], under: str) -> WorkbookSheet:
    """A line a library, as in the table of legal-information centres: the four figures, noughts included."""
    known = {one.centre: one for one in report.now.centres}
    columns = (
        Column("№", Form.COUNT, 6),
        Column("Муниципальное образование", width=34),
        Column("Библиотека", width=48),
        Column("Центр правовой информации", width=18),
        Column("Пользователи", Form.COUNT),
        Column("Выполнено запросов", Form.COUNT, summed=True),
        Column("Мероприятия", Form.COUNT),
        Column("Консультации по Госуслугам", Form.COUNT, 18, summed=True),
    )
    libraries = sorted(
        (centre for centre in centres if centre.kind is CentreKind.LIBRARY),
        key=lambda one: (one.municipality.name, one.name),
    )
    rows = [_library(at, centre, known.get(centre.id)) for at, centre in enumerate(libraries, 1)]
    return WorkbookSheet(
        "Правовые центры", f"Библиотеки и центры правовой информации: {under}", columns, rows, _ABOUT_CENTRES
    )


def _library(at: int, centre: Centre, found: CentreFigures | None) -> tuple[Cell, ...]:
    legal = "да" if Service.LEGAL_CENTRE in centre.services else None
    users, held, replies = (found.users, found.consultations, found.replies) if found else (0, 0, 0)
    return at, centre.municipality.name, centre.name, legal, users, held + replies, None, held
