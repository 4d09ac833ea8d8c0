"""Wordings that are learned from are the project's own, not those of the set that measures them."""

import re

import pytest

from bot.understanding.act_files.act_library import load_acts
from tests.stage import DATA
from tests.understanding.overlap import letter_runs, overlap, words_in

MOST = 0.5  # in common with the set
_SHORT = 3  # words: so short a wish everybody says alike


def _acts() -> list[str]:
    return [wording for entry in load_acts(DATA)[0] for wording in entry.wordings]


def _dangers() -> list[str]:
    return re.findall(
        r'^ +- "?(?!kind:|lines:)(.+?)"?$', (DATA / "danger_examples.yaml").read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize(("wordings", "least"), [(_acts(), 3_000), (_dangers(), 600)], ids=["acts", "dangers"])
def test_no_wording_is_taken_from_the_measured_set(wordings: list[str], least: int) -> None:
    long = [text for text in wordings if len(words_in(text)) > _SHORT]

    assert len(wordings) >= least
    assert [(text, round(share, 2)) for text in long if (share := overlap(text)) > MOST] == []


def test_the_hashes_tell_a_copy_and_leave_the_rest() -> None:
    assert overlap("кот учёный ходит по цепи вокруг дуба зелёного") < MOST
    assert letter_runs("Ёлка!") == letter_runs("елка")
