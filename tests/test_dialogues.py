"""Every conversation that matters, straight through the dispatcher; what is seen is recorded for `make screens`."""

from pathlib import Path

import pytest

from tests.dialogue_files import FILES, edits_answers, name
from tests.recorder import play_and_record
from tests.stage import straight_stage


@pytest.mark.parametrize("file", FILES, ids=name)
async def test_the_dialogue_reads_as_written(file: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path, own_answers=edits_answers(file)) as stage:
        await play_and_record(stage, file)
