"""Words of public bug reports and of our own: each is read right or asked about, none is half understood."""

import pytest

from tests.russian.time_marks import Mark, cases, marked
from tests.russian.time_right import Case

CASES, OWN, WIDE = cases("time_cases.jsonl"), cases("time_own.jsonl"), cases("time_wide.jsonl")
HOURS = cases("time_hours.jsonl")


@pytest.mark.parametrize("case", CASES + OWN + WIDE + HOURS, ids=lambda case: case.id)
def test_typed_time_is_read_right_or_asked_about(case: Case) -> None:
    assert marked(case) in {Mark.RIGHT, Mark.ASKED}


@pytest.mark.parametrize("case", [case for case in CASES if case.was == "ok"], ids=lambda case: case.id)
def test_what_was_read_right_still_is(case: Case) -> None:
    assert marked(case) is Mark.RIGHT


def test_at_least_so_much_is_understood_and_not_only_asked_about() -> None:
    understood = [sum(marked(case) is Mark.RIGHT for case in of_file) for of_file in (CASES, OWN, WIDE, HOURS)]

    assert [count >= least for count, least in zip(understood, (46, 140, 1850, 265), strict=True)] == [
        True,
        True,
        True,
        True,
    ]
