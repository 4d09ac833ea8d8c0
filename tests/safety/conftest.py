from pathlib import Path

import pytest

from bot.safety.danger_file import load_dangers
from bot.safety.recogniser import Recogniser
from bot.safety.rules import Rules
from tests.learned import learned_once


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """The rules and the model that are shipped; each of their lines is understood as it is meant."""
    dangers, problems = load_dangers(Path("data/danger.yaml"), model_for=learned_once)
    assert dangers is not None
    assert problems == []
    return dangers.recogniser


@pytest.fixture(scope="session")
def rules(recogniser: Recogniser) -> Rules:
    """Those that are shipped."""
    return recogniser.rules
