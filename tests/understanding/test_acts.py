"""An act is printed with what was said and nothing else."""

from datetime import date, time

from bot.safety.threat import Level
from bot.understanding.acts import Act, ActName, Slots


def test_only_what_was_said_is_printed() -> None:
    said = Slots(place="Порхов", day=date(2026, 12, 1), at=time(10, 30), soonest=False)

    assert Act(ActName.BOOK, said).as_record() == {
        "act": "book",
        "place": "Порхов",
        "day": "2026-12-01",
        "time": "10:30",
    }


def test_a_period_is_printed_by_its_ends() -> None:
    said = Slots(from_=date(2026, 10, 1), to=date(2026, 12, 31))

    assert Act(ActName.FIGURES, said).as_record() == {"act": "figures", "from": "2026-10-01", "to": "2026-12-31"}


def test_a_caution_says_that_it_is_one() -> None:
    assert Act(ActName.DANGER, Slots(kind="call"), level=Level.CAUTION).as_record()["level"] == "caution"
    assert "level" not in Act(ActName.DANGER, Slots(kind="call"), level=Level.ALARM).as_record()


def test_several_days_are_one_text_and_articles_a_list() -> None:
    said = Slots(dates=(date(2026, 12, 1), date(2026, 12, 2)), articles=("reg-how",))

    assert Act(ActName.CLOSE, said).as_record() == {
        "act": "close",
        "articles": ["reg-how"],
        "dates": "2026-12-01,2026-12-02",
    }
