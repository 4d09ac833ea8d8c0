"""What follows from the figures by itself."""

from datetime import date

from bot.stats.figures import ArticleFigures, Automatic, Bucket, Busy, Figures, Ratings, Work
from bot.stats.period import Period
from bot.stats.report import Report

FIGURES = Figures(
    users=10,
    new_users=4,
    automatic=Automatic(answered=6, suggested=3, chosen=2, read=5, centres_found=1, nothing_found=1, none_fitted=1),
    work=Work(consultations=7, walk_ins=2, minutes=210, questions=3, replies=2),
)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def test_what_the_bot_did_stands_apart_from_what_librarians_did() -> None:
    assert (FIGURES.automatic.done, FIGURES.work.done) == (14, 9)


def test_a_request_is_done_in_the_chat_or_at_a_centre() -> None:
    assert (FIGURES.virtual, FIGURES.in_person, FIGURES.requests) == (16, 7, 23)


def test_those_who_are_not_new_return() -> None:
    assert FIGURES.returning_users == 6


def test_the_share_answered_is_of_questions_typed() -> None:
    assert FIGURES.automatic.share_answered == 0.8
    assert Automatic(read=3).share_answered is None


def test_articles_opened_twice_out_of_one_choice_answer_one_question() -> None:
    assert Automatic(suggested=1, chosen=2, nothing_found=1).share_answered == 0.5


def test_ratings_have_a_mean_where_there_are_any() -> None:
    assert (Ratings(2, 9).mean, Ratings().mean) == (4.5, None)


def test_the_busiest_hour_is_the_earliest_of_those_with_most_requests() -> None:
    hours = (Busy(0, 9, automatic=1), Busy(1, 10, automatic=2), Busy(3, 9, replies=1, consultations=1))

    assert Figures(busy=hours).busiest == Busy(1, 10, automatic=2)
    assert Figures().busiest is None


def test_a_stretch_of_time_adds_up() -> None:
    assert Bucket(date(2026, 11, 1), automatic=3, replies=1, consultations=2).requests == 6


def test_articles_that_did_not_help_come_worst_first() -> None:
    fine, poor, worst = ArticleFigures("a", 9, 5, 0), ArticleFigures("b", 9, 5, 2), ArticleFigures("c", 1, 0, 2)

    assert Figures(articles=(fine, poor, worst)).unhelpful == (worst, poor)


def test_a_period_in_which_nothing_happened_is_empty_though_it_has_weeks() -> None:
    assert Figures(weeks=(Bucket(date(2026, 11, 2)),), months=(Bucket(date(2026, 11, 1)),)).is_empty
    assert not FIGURES.is_empty


def test_of_events_nothing_is_known_unless_somebody_told_of_them() -> None:
    report = Report(NOVEMBER, None, FIGURES, Figures())

    assert report.indicators == (("users", 10), ("requests", 23), ("events", None), ("consultations", 7))
    assert report.before_period == Period(date(2026, 10, 1), date(2026, 10, 31))
