"""The card edits that wait for an admin, and what is said of one that is older than the last accepted."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from bot.centres.card_edits import CardPart
from bot.centres.centre import Centre
from bot.russian.words import moment, plural
from bot.screens.centre_edits.actions import ShowWaitingEdit
from bot.screens.common_buttons import HOME
from bot.screens.screen import Screen, numbered, row
from bot.staff.card_edit import CardEdit

SHOWN = 20
PARTS = {
    CardPart.HOURS: "Часы",
    CardPart.PHONE: "Телефон",
    CardPart.ADDRESS: "Адрес",
    CardPart.SITE: "Сайт",
    CardPart.ANNOUNCEMENT: "Объявление",
    CardPart.SERVICES: "С чем помогаете",
    CardPart.OTHER: "Другое",
    CardPart.CONSULTATIONS: "Часы записи",
}


def waiting(edits: Sequence[tuple[CardEdit, Centre]]) -> Screen:
    """Every edit that waits, the oldest first, each with its button."""
    if not edits:
        return Screen("Правок карточек, которые ждут решения, нет.", (row(HOME),))
    shown = edits[:SHOWN]
    choices = tuple(ShowWaitingEdit(edit.id) for edit, _ in shown)
    titles = [f"{centre.short_name}: {PARTS[edit.part].lower()}" for edit, centre in shown]
    lines = "\n".join(
        f"{number}. № {edit.id}, {escape(title)}. Отправлена: {moment(edit.at.astimezone(centre.zone))}."
        for number, ((edit, centre), title) in enumerate(zip(shown, titles, strict=True), 1)
    )
    more = f"\n\nИ ещё {len(edits) - SHOWN}." if len(edits) > SHOWN else ""
    count = plural(len(edits), "правка", "правки", "правок")
    text = (
        f"<b>Ждут решения: {count} карточек</b>\n\n{lines}{more}\n\nОткройте правку: нажмите или напишите номер строки."
    )
    return Screen(text, (*numbered(titles, choices), row(HOME)), choices=choices)


def older(change: CardEdit, newer: datetime | None, zone: ZoneInfo) -> Iterator[str]:
    """Says that a newer edit of the same part has been accepted since this one was written."""
    if newer is not None:
        written, accepted = (moment(at.astimezone(zone)) for at in (change.at, newer))
        yield (
            f"Эта правка старше последней принятой. Написана: {written}. Другая про то же принята: {accepted}. "
            "Если принять эту, она заменит более новую."
        )
