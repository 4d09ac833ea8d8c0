"""The same conversations once over HTTP against the sandbox."""

from pathlib import Path

import pytest

from tests.dialogue import Player, read
from tests.over_http import http_stage

FILES = sorted(Path("tests/dialogues").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
async def test_the_dialogue_reads_the_same_over_http(file: Path, tmp_path: Path) -> None:
    async with http_stage(tmp_path) as stage:
        await Player(stage).play(read(file))
