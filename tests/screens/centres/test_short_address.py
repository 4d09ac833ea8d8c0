"""An address as it is said aloud."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.centres.centre import Centre
from bot.screens.centres.centre_card import settled
from bot.screens.centres.short_address import place_of
from tests.centres.small_region import region


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return region(tmp_path).centres[0]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("г. Псков, ул. Конная, 6", "г. Псков, ул. Конная, 6"),
        ("181500, Псковская обл., г. Печоры, ул. Рижская, д.1", "г. Печоры, ул. Рижская, д.1"),
        ("182711, Псковская область, Дедовичский район, рп Дедовичи", "Дедовичский район, рп Дедовичи"),
        ("181270, п. Палкино, ул. Островская, 14", "п. Палкино, ул. Островская, 14"),
        ("Областная ул., 5", "Областная ул., 5"),
    ],
)
def test_the_index_and_the_region_are_left_out(centre: Centre, written: str, said: str) -> None:
    assert place_of(replace(centre, address=written)) == said


def test_without_an_address_the_settlement_is_said(centre: Centre) -> None:
    assert place_of(replace(centre, address=None)) == settled(centre)
