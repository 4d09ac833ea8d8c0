"""Librarians' answers to questions are counted in every report, whoever answers and in whatever way."""

from datetime import date, timedelta

import pytest

from bot.centres.centre import CentreId
from bot.people import Address
from bot.screens.stats.book import Book
from bot.screens.stats.districts import districts_sheet
from bot.stats.period import Period
from bot.stats.report import Report
from tests.stage import IDS, StraightStage

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))


async def asked(stage: StraightStage, words: str, person: str = "anna") -> None:
    await stage.say(person, "/ask")
    await stage.say(person, words)
    await stage.say(person, "да")


async def answered(stage: StraightStage, person: str, words: str) -> None:
    await stage.press(person, "Ответить")
    await stage.say(person, words)
    await stage.say(person, "да")


async def report(stage: StraightStage, period: Period) -> Report:
    return await stage.app.stores.figures.report(period)


async def answers_in_rows(stage: StraightStage) -> int:
    sql = "select count(*) from question where answer is not null"
    ((number,),) = await stage.app.database.read(lambda db: db.execute(sql).fetchall())
    return int(number)


async def hired(stage: StraightStage) -> CentreId:
    """The centre where Vera works from now on."""
    invitations, own = stage.app.services.staff.invitations, CentreId("ostrov")
    token, _ = await invitations.make(own, Address("telegram", IDS["gleb"]))
    await invitations.accept(token, Address("telegram", IDS["vera"]), "Вера")
    return own


@pytest.mark.parametrize("period", [YEAR, QUARTER, Period(date(2026, 11, 1), date(2026, 11, 30))])
async def test_every_answered_question_is_counted_once(stage: StraightStage, period: Period) -> None:
    await asked(stage, "Как получить пропуск в архив?")
    await answered(stage, "vera", "Напишите заявление.")
    await asked(stage, "Где оформить дачный участок?")
    await answered(stage, "gleb", "В МФЦ.")
    await answered(stage, "gleb", "И на портале.")
    await asked(stage, "Кто проверит мой счётчик?", "boris")

    counted = await report(stage, period)

    assert (counted.now.work.questions, counted.now.work.replies) == (3, await answers_in_rows(stage))
    assert sum(month.replies for month in counted.now.months) == 2


async def test_an_answer_of_the_next_quarter_counts_there(stage: StraightStage) -> None:
    await asked(stage, "Как получить пропуск в архив?")
    stage.clock.advance(timedelta(days=3))
    await answered(stage, "vera", "Напишите заявление.")

    assert (await report(stage, QUARTER)).now.work.replies == 1


@pytest.mark.parametrize("period", [YEAR, QUARTER])
async def test_the_centre_of_the_librarian_has_the_answer_in_its_own_report(
    stage: StraightStage, period: Period
) -> None:
    own = await hired(stage)
    await asked(stage, "Как получить пропуск в архив?")
    await answered(stage, "vera", "Напишите заявление.")
    await asked(stage, "Где оформить дачный участок?")
    await answered(stage, "gleb", "В МФЦ.")

    of_centre = await stage.app.stores.figures.report(period, own)
    of_all = await report(stage, period)
    rows = await stage.app.stores.figures.rows(period)

    assert (of_centre.now.work.replies, of_centre.now.requests, of_all.now.work.replies) == (1, 1, 2)
    assert [(one.centre, one.replies) for one in of_all.now.centres] == [(own, 1)]
    assert [row.centre for row in rows if row.kind == "reply"] == [own, None]


async def test_districts_sum_what_their_centres_answered(stage: StraightStage) -> None:
    own = await hired(stage)
    await asked(stage, "Как получить пропуск в архив?")
    await answered(stage, "vera", "Напишите заявление.")
    reports = stage.app.services.common.reports
    book = Book(
        await reports.report(YEAR, None),
        "Все",
        reports.names,
        reports.centre_lookup.directory.now.centres,
        (),
        rows_left_out=False,
        made=reports.now,
    )

    home = reports.centre_lookup.directory.now.centre(own)
    rows = {row[0]: row[-1] for row in districts_sheet(book).rows}

    assert home is not None
    assert (rows[home.municipality.name], sum(one for one in rows.values() if isinstance(one, int))) == (1, 1)
