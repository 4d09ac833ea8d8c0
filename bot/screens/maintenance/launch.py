"""The launch list: what is not done yet, a line each, and each leads to the deed."""

from collections.abc import Iterator

from bot.maintenance.launch import LaunchCounts
from bot.maintenance.status import BackupCopy
from bot.review.subject import ReviewKind
from bot.screens.centre_edits.actions import ShowPoorCards
from bot.screens.review.actions import StartReview
from bot.screens.screen import Button, Row, row
from bot.screens.staff.actions import NameCentre
from bot.screens.staff.invitations import Purpose


def launch_text(counts: LaunchCounts, backup: BackupCopy | None) -> str:
    """The list under its heading; empty where all is done."""
    lines = [*_lines(counts), *(() if backup else ("копии базы ещё нет — /backup",))]
    if not lines:
        return ""
    return "<b>До запуска</b>\n" + "\n".join(f"• {line}" for line in lines)


def launch_rows(counts: LaunchCounts) -> tuple[Row, ...]:
    """The buttons to the deeds."""
    reviews = []
    if counts.unreviewed_articles:
        reviews.append(Button("Сверить ответы", StartReview(ReviewKind.ARTICLE)))
    if counts.unreviewed_centres:
        reviews.append(Button("Сверить карточки", StartReview(ReviewKind.CENTRE)))
    fill = []
    if counts.without_hours or counts.without_phone:
        fill.append(Button("Чего не хватает центрам", ShowPoorCards()))
    if counts.offers_booking and not counts.librarians:
        fill.append(Button("Пригласить библиотекаря", NameCentre(Purpose.INVITE)))
    return tuple(row(*buttons) for buttons in (reviews, fill) if buttons)


def _lines(counts: LaunchCounts) -> Iterator[str]:
    if counts.unreviewed_articles:
        yield f"ответы не сверены: {counts.unreviewed_articles} из {counts.articles} — /review"
    if counts.unreviewed_centres:
        yield f"карточки не сверены: {counts.unreviewed_centres} из {counts.centres} — /review"
    if counts.without_hours:
        yield f"центров без часов: {counts.without_hours} — таблица для библиотек (export-centres) или /hours"
    if counts.without_phone:
        yield f"центров без телефона: {counts.without_phone} — там же"
    if counts.offers_booking:
        yield from _booking(counts)


def _booking(counts: LaunchCounts) -> Iterator[str]:
    if not counts.librarians:
        yield "библиотекарей нет — /invite"
    if not counts.receiving:
        yield "по записи не принимает никто — часы записи под карточкой: /hours"
    if counts.receiving_alone:
        yield f"принимают по записи, а библиотекаря нет: {counts.receiving_alone} — /invite"
