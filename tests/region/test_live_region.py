"""The running bot takes a new telephone of the region in, and no faulty file."""

from pathlib import Path

import pytest

from bot.region.live_region import LiveRegion, UnusableRegionError
from tests.stage import IDS, own_data, straight_stage

OLD = "name: Край\nof_region: края\nphones:\n  - title: Линия\n    number: '{}'\n"


def write(folder: Path, text: str) -> Path:
    (folder / "region.yaml").write_text(text, encoding="utf-8")
    return folder


async def test_a_changed_file_is_taken_in_while_it_has_no_faults(tmp_path: Path) -> None:
    live = LiveRegion(write(tmp_path, OLD.format("115")))

    write(tmp_path, OLD.format("8 800 100-70-10"))
    assert (await live.refresh(), live.region.phones[0].number) == (True, "8 800 100-70-10")
    write(tmp_path, "name: [")
    assert (await live.refresh(), live.region.phones[0].number) == (False, "8 800 100-70-10")
    assert live.problems


def test_without_a_usable_file_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(UnusableRegionError, match="of_region"):
        LiveRegion(write(tmp_path, "name: Край\n"))


async def test_the_running_bot_tells_the_new_name(tmp_path: Path) -> None:
    folder = own_data(tmp_path)
    async with straight_stage(tmp_path, data_dir=folder) as stage:
        write(folder, OLD.format("115").replace("края", "Нового края"))
        await stage.app.alarm.run_all_now()

        await stage.say("anna", "/start")

        assert "помощник библиотек Нового края" in stage.wire.inbox[IDS["anna"]][-1].text
