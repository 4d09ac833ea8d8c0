"""Cards that tell too little: whom to ask first."""

from collections.abc import Sequence
from html import escape

from bot.centres.centre import Centre
from bot.russian.words import plural
from bot.screens.centre_edits.actions import BeginNewCentre, MendCard, ShowPoorCards
from bot.screens.common_buttons import HOME
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen, column, row

_SIZE = 8
_NEW = Button("Новый центр", BeginNewCentre())


def poor_cards(centres: Sequence[Centre], page: int) -> Screen:
    """The cards without hours or phone, with what each lacks; pages count from 1, 0 is the first too."""
    poor = sorted((one for one in centres if _lacks(one)), key=lambda one: (one.municipality.short, one.short_name))
    if not poor:
        return Screen("У всех центров есть часы и телефон.", (row(HOME),))
    here = Page(len(poor), _SIZE, page - 1)
    shown = here.of(poor)
    actions = tuple(MendCard(one.id) for one in shown)
    lines = [f"{number}. {escape(one.short_name)}: {_lacks(one)}" for number, one in enumerate(shown, 1)]
    head = f"<b>Мало известно: {plural(len(poor), 'центр', 'центра', 'центров')}.</b> Нажмите или напишите номер."
    table = "Спросить всех сразу: <code>python -m bot export-centres --xlsx центры.xlsx</code>"
    buttons = column(
        Button(f"{number}. {one.short_name}", action)
        for number, (one, action) in enumerate(zip(shown, actions, strict=True), 1)
    )
    text = "\n\n".join(filter(None, (head, "\n".join(lines), table, here.line())))
    return Screen(
        text, (*buttons, *here.turning(lambda number: ShowPoorCards(number + 1)), row(_NEW, HOME)), choices=actions
    )


def _lacks(centre: Centre) -> str:
    lacks = (("нет часов", centre.hours is None), ("нет телефона", not centre.phones))
    return ", ".join(words for words, missing in lacks if missing)
