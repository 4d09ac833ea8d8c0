"""Sending down, kills, a held chat and a flood, over real processes: a small helping of benchmarks/outage.py."""

from pathlib import Path

import pytest

from benchmarks.measuring import quantile
from benchmarks.outage import one_held_one_flooding, sending_down, storm_of_502
from bot.sandbox.network_faults import Fault

pytestmark = pytest.mark.usefixtures("learned_before")


@pytest.mark.parametrize("fault", [Fault.REFUSE, Fault.ERROR])
async def test_all_who_wrote_while_sending_was_down_are_told_in_order_and_the_truth(
    tmp_path: Path, fault: Fault
) -> None:
    outage = await sending_down(tmp_path, people=6, seconds=9.0, kill_every=None, fault=fault)

    assert (outage.silent, outage.disordered, outage.untrue, outage.repeats) == ([], [], 0, 0)
    assert outage.until_all < 30


async def test_kills_in_an_outage_lose_nobody(tmp_path: Path) -> None:
    outage = await sending_down(tmp_path, people=6, seconds=25.0, kill_every=8.0)

    assert (outage.silent, outage.disordered, outage.untrue) == ([], [], 0)
    assert outage.kills >= 2
    assert outage.repeats <= outage.kills


async def test_a_held_chat_and_a_flood_hold_up_nobody_else(tmp_path: Path) -> None:
    waits = await one_held_one_flooding(tmp_path, others=60, flood=150, hold=8.0)

    assert quantile(waits.disturbed, 0.95) < 500  # milliseconds; it was 28 seconds in the median
    assert waits.told >= 21


async def test_in_a_storm_of_502_everybody_is_told_in_order_and_the_truth(tmp_path: Path) -> None:
    outage = await storm_of_502(tmp_path, people=6, seconds=12.0)

    assert (outage.silent, outage.disordered, outage.untrue, outage.repeats) == ([], [], 0, 0)
