"""A year of invented figures for the tests of their words."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.screens.stats.names import Names
from bot.stats.figures import (
    ArticleFigures,
    Automatic,
    BookingFigures,
    Bucket,
    Busy,
    CentreFigures,
    Figures,
    Ratings,
    Tally,
    Work,
)
from bot.stats.period import Period
from bot.stats.report import Report

YEAR = Period(date(2026, 1, 1), date(2026, 11, 24))
PSKOV = ZoneInfo("Europe/Moscow")
NAMES = Names(
    lambda id_: f"Центр <{id_}>",
    lambda id_: f"Тема {id_}",
    lambda id_: f"Ответ {id_}",
    lambda id_: f"Итог {id_}" if id_ else "Неизвестно",
)
FULL = Figures(
    users=4100,
    new_users=1000,
    unnamed_visits=3,
    automatic=Automatic(answered=80, suggested=10, chosen=5, read=15, nothing_found=10),
    work=Work(consultations=2850, walk_ins=3, minutes=9000, questions=4, replies=2),
    bookings=BookingFigures(made=19, kept=16, cancelled=1, no_show=2, lead_days=2.5),
    ratings=Ratings(14, 63),
    topics=(Tally("login", 9), Tally("card", 3)),
    outcomes=(Tally("not_solved", 1), Tally("", 2), Tally("new_one", 1)),
    articles=(ArticleFigures("login", 9, 1, 2), ArticleFigures("card", 3, 1, 0)),
    weeks=(Bucket(date(2026, 11, 16), 5, 1, 1), Bucket(date(2026, 11, 23), 2)),
    months=(Bucket(date(2026, 10, 1)), Bucket(date(2026, 11, 1), 7, 1, 1)),
    busy=(Busy(1, 10, 5), Busy(6, 20, 1, 1, 1)),
    centres=(CentreFigures("ostrov", 4, 6, 9, 2, 1, 3), CentreFigures("pechory", 1, 0, 1, 0, 0)),
)
REPORT = Report(YEAR, None, FULL, Figures(users=4220, work=Work(consultations=2850)))
