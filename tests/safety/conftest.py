from pathlib import Path

import pytest

from bot.safety.danger_file import Dangers, load_dangers
from bot.safety.recogniser import Recogniser
from bot.safety.rules import Rules
from tests.learned import learned_once


@pytest.fixture(scope="session")
def dangers() -> Dangers:
    """What is shipped; each line of it is understood as it is meant."""
    found, problems = load_dangers(Path("data/danger.yaml"), model_for=learned_once)
    assert found is not None
    assert problems == []
    return found


@pytest.fixture(scope="session")
def recogniser(dangers: Dangers) -> Recogniser:
    """The rules and the model that are shipped."""
    return dangers.recogniser


@pytest.fixture(scope="session")
def rules(recogniser: Recogniser) -> Rules:
    """Those that are shipped."""
    return recogniser.rules
