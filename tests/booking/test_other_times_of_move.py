"""The times offered instead of a refused one, where a booking is to be moved."""

from pathlib import Path

from tests.stage import straight_stage


async def test_the_time_that_somebody_has_is_no_other_time(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()
        await stage.say("anna", "запишите меня завтра в 12 в Псков, паспорт")
        await stage.say("anna", "да")

        await stage.say("anna", "перенесите на час позже")

        offered = stage.wire.inbox[1001][-1].labels
        assert "среда, 25 ноября, 14:00" in offered[0]
        assert not [label for label in offered if "12:00" in label]
