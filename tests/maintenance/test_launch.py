"""The launch list: what is not done is counted, each line leads to the deed, and a done one is not told."""

from dataclasses import replace
from datetime import date

from bot.centres.directory import Directory
from bot.faq.article import Article, ArticleId, GroupId
from bot.maintenance.launch import LaunchCounts, launch_counts
from bot.maintenance.status import BackupCopy
from bot.screens.maintenance.launch import launch_rows, launch_text
from tests.centres.small_region import few

__all__ = ["few"]

TODAY = date(2026, 11, 30)
DONE = LaunchCounts(9, 0, 3, 0, 0, 0, 1, 0, 2)


def article(id_: str, checked: date | None, review_by: date | None = None) -> Article:
    return Article(ArticleId(id_), GroupId("signin"), id_, (), "…", checked=checked, review_by=review_by)


def labels(counts: LaunchCounts) -> list[str]:
    return [button.label for row in launch_rows(counts) for button in row]


def test_what_nobody_checked_or_is_overdue_is_counted(few: Directory) -> None:
    articles = (
        article("checked", TODAY, date(2027, 2, 1)),
        article("unchecked", None),
        article("overdue", date(2026, 1, 1), date(2026, 11, 29)),
    )

    counts = launch_counts(articles, few.centres, ["lipki-main"], TODAY)

    assert counts == LaunchCounts(3, 2, 3, 2, 2, 2, 0, 0, 1)


def test_a_centre_that_receives_without_a_librarian_is_told() -> None:
    text = launch_text(replace(DONE, receiving=3, receiving_alone=2), None)

    assert "• принимают по записи, а библиотекаря нет: 2 — /invite" in text
    assert "• копии базы ещё нет — /backup" in text


def test_each_line_leads_to_its_deed(backup: BackupCopy) -> None:
    empty = LaunchCounts(217, 180, 66, 66, 60, 59, 0, 0, 0)

    assert launch_text(empty, backup).split("\n") == [
        "<b>До запуска</b>",
        "• ответы не сверены: 180 из 217 — /review",
        "• карточки не сверены: 66 из 66 — /review",
        "• центров без часов: 60 — таблица для библиотек (export-centres) или /hours",
        "• центров без телефона: 59 — там же",
        "• библиотекарей нет — /invite",
        "• по записи не принимает никто — часы записи под карточкой: /hours",
    ]
    assert labels(empty) == [
        *("Сверить ответы", "Сверить карточки"),
        *("Чего не хватает центрам", "Пригласить библиотекаря"),
    ]


def test_an_information_service_is_asked_for_no_librarians(backup: BackupCopy) -> None:
    counts = replace(DONE, librarians=0, receiving=0, offers_booking=False)

    assert (launch_text(counts, backup), labels(counts)) == ("", [])


def test_nothing_is_said_where_all_is_done(backup: BackupCopy) -> None:
    assert (launch_text(DONE, backup), labels(DONE)) == ("", [])
