"""Conversations in which the way of a message matters, over HTTP against the sandbox."""

from pathlib import Path

import pytest

from tests.dialogue import Player, read
from tests.dialogue_files import FILES, is_over_http, name
from tests.over_http import http_stage

CHOSEN = [file for file in FILES if is_over_http(file)]


@pytest.mark.parametrize("file", CHOSEN, ids=name)
async def test_the_dialogue_reads_the_same_over_http(file: Path, tmp_path: Path) -> None:
    async with http_stage(tmp_path) as stage:
        await Player(stage).play(read(file))


def test_the_way_over_http_is_not_forgotten() -> None:
    assert len(CHOSEN) >= 10, "выбирают строкой «# По HTTP: почему» под первой строкой диалога"
