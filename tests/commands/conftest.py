import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import logs
from tests.commands.terminal import Terminal
from tests.faq.faq_of_few import FEW
from tests.faq.small_shelves import Shelves

PLACES = ("centres.yaml", "municipalities.yaml", "settlements.csv", "region.yaml", "topics.yaml", "outcomes.yaml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The real places with a FAQ of four answers, each of which leads to the next."""
    folder = tmp_path / "data"
    shelves = Shelves(folder / "faq")
    for name in PLACES:
        shutil.copy(Path("data") / name, folder / name)
    dangers = (Path("data") / "danger.yaml").read_text(encoding="utf-8")
    without_articles = re.sub(r"\n    article: .*", "", dangers)
    (folder / "danger.yaml").write_text(without_articles, encoding="utf-8")
    shutil.copy(Path("data") / "danger_examples.yaml", folder)
    for article, following in zip(FEW, (*FEW[1:], FEW[0]), strict=True):
        variants = "\n".join(f"  - {variant}" for variant in (*article.variants, article.title))
        head = (
            f"---\ntitle: {article.title}\nvariants:\n{variants}\nrelated: [{following.id}]\nconfidence: advice\n---\n"
        )
        shelves.write(f"signin/{article.id}.md", head + article.body)
    return folder


@pytest.fixture
def terminal(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Terminal]:
    """`python -m bot …` in a clean environment."""
    environment = {"DATA_DIR": str(data), "DATABASE": str(tmp_path / "bot.sqlite3")}
    monkeypatch.setattr("os.environ", environment)
    monkeypatch.chdir(tmp_path)
    yield Terminal(environment, capsys, monkeypatch)
    logs.set_up("warning")


@pytest.fixture(autouse=True)
def quiet_commands() -> Iterator[None]:
    """Warnings of the log do not mix with what a command prints; the handler writes to today's stream."""
    logs.set_up("error")
    yield
    logs.set_up("warning")
