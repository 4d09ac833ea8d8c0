"""Every conversation that matters, straight through the dispatcher."""

from pathlib import Path

import pytest

from tests.dialogue import Player, read
from tests.stage import straight_stage

FILES = sorted(Path("tests/dialogues").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
async def test_the_dialogue_reads_as_written(file: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await Player(stage).play(read(file))
