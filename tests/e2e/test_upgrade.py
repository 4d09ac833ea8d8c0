"""From 0.1.0 with live work to this release, in a clone, by the words of docs/operations.md: nothing is lost."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.datafiles.live_folder.places import files_in
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.e2e.process import STARTED, Process, environment_of_tests
from tests.stage import TOKEN

ROOT = Path(__file__).parents[2]
RELEASE = "30fab5f"  # 0.1.0
ARTICLE, WORDING = "faq/signin/login-forgot.md", "пароль стёрся с бумажки"
BOTH = "faq/services/srv-debts.md"  # changed by the releases after it
PATIENCE = 60.0


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "safe.directory=*")
    command = ("git", *identity, *words)
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout  # noqa: S603 - fixed words


def is_known(commit: str) -> bool:
    command = ("git", "-c", "safe.directory=*", "cat-file", "-e", f"{commit}^{{commit}}")
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == 0  # noqa: S603 - fixed words


class Checkout:
    """The folder of an operator, and the repository it pulls from."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.path = folder / "origin", folder / "bibliogos"
        git(folder, "clone", "--quiet", "--no-checkout", str(ROOT), str(self.origin))
        git(self.origin, "checkout", "--quiet", "-B", "main", RELEASE)
        git(folder, "clone", "--quiet", str(self.origin), str(self.path))

    def configure(self, api: str) -> None:
        """As the guide says: the example is copied and filled in."""
        lines = (self.path / ".env.example").read_text(encoding="utf-8").splitlines()
        own = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api, "ADMINS": "3001"}
        filled = [
            f"{name}={own.get(name, value)}"
            for name, _, value in (line.partition("=") for line in lines if "=" in line)
        ]
        settings = [line for line in filled if not line.startswith("#")]
        (self.path / ".env").write_text("\n".join(settings) + "\n", encoding="utf-8")

    def publish(self) -> None:
        """This release, as it lies here, becomes the newest commit of the origin."""
        names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
        git(self.origin, "rm", "-r", "--quiet", "--cached", ".")
        for name in filter(None, names):
            if (ROOT / name).is_file():
                (self.origin / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.origin / name)
        git(self.origin, "add", "--", *(name for name in names if name and (ROOT / name).is_file()))
        git(self.origin, "commit", "--quiet", "--message", "This release")

    def move_data(self) -> str:
        git(self.path, "fetch", "--quiet")
        script = git(self.path, "show", "FETCH_HEAD:deploy/move_data.py")
        done = subprocess.run(
            [sys.executable, "-"], cwd=self.path, input=script, capture_output=True, text=True, check=True
        )
        return done.stdout

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def append(self, folder: str, name: str, line: str) -> None:
        """Somebody edits a file by hand."""
        with (self.path / folder / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def status(self) -> str:
        return git(self.path, "status", "--porcelain")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        environment = environment_of_tests() | {"STATISTICS_KEY": "k"}
        for name in ("DATABASE", "DATA_DIR", "PYTHONPATH"):
            environment.pop(name, None)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=self.path, env=environment, stderr=asyncio.subprocess.PIPE
        )
        run = Process(process)
        try:
            await run.logged(STARTED)
            yield run
        finally:
            await run.stop()


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    """Not the common one: 0.1.0 still sends a parameter that the Bot API no longer documents."""
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def checkout(tmp_path: Path, telegram: Sandbox) -> Checkout:
    if shutil.which("git") is None or not is_known(RELEASE):
        pytest.skip("the history of the repository is not here")
    made = Checkout(tmp_path)
    made.configure(telegram.url)
    return made


async def told(person: Visitor, line: str, answer: str) -> str:
    """Says the line and waits for the answer with these words."""
    await person.say(line)
    return (await person.wait_for_text(answer, PATIENCE)).text


async def live_work(anna: Visitor, gleb: Visitor) -> None:
    """Hours of booking and a wording from the chat, and a booking."""
    await told(gleb, "/hours", "Какой центр?")
    await told(gleb, "Порхов", "Нажмите или напишите номер")
    await told(gleb, "1", "Так вашу карточку видят люди")
    await gleb.press("🕒 Часы записи", PATIENCE)
    await gleb.wait_for_text("Напишите дни и часы", PATIENCE)
    await told(gleb, "пн-вс 9-18", "Всё верно?")
    await gleb.press("✅ Записать", PATIENCE)
    await gleb.wait_for_text("Люди уже могут записываться", PATIENCE)
    await told(anna, "/book", "Запись на консультацию")
    await told(anna, "Паспорт", "Выберите день")
    await told(anna, "2", "Выберите время")
    await told(anna, "1", "Как к вам обращаться?")
    await told(anna, "Анна", "Проверьте, всё ли верно")
    await told(anna, "да", "Вы записаны")
    await told(gleb, f"/faqedit {Path(ARTICLE).stem}", "Какой из них?")
    await gleb.press("1. Забыл пароль от Госуслуг. Как войти?", PATIENCE)
    await gleb.press("Добавить вопрос", PATIENCE)
    await told(gleb, WORDING, WORDING)


async def test_nothing_is_lost_from_the_first_release_to_this_one(checkout: Checkout, telegram: Sandbox) -> None:
    async with Visitor.connect(telegram.url, "gleb") as gleb, Visitor.connect(telegram.url, "anna") as anna:
        await gleb.start()
        await anna.start()
        async with checkout.running():
            await live_work(anna, gleb)
        checkout.append("data", BOTH, "Звоните нам: 8 8112 00-00-00.")
        checkout.publish()

        moved = checkout.move_data()
        git(checkout.path, "pull", "--quiet", "--ff-only")
        async with checkout.running() as bot:
            mine = await told(anna, "/my", "Порховская центральная библиотека")
            conflicts = await told(gleb, "/data", "Решите, какой текст верен:")

    live = checkout.path / "var" / "bibliogos.data"
    assert "Правки перенесены в var/bibliogos.data" in moved
    assert "Помощь с паспортом" in mine
    assert "faq/services/srv-debts.md" in conflicts
    assert f"  {BOTH}" in bot.log
    assert WORDING in checkout.read(f"var/bibliogos.data/{ARTICLE}")
    assert "Mo-Su 09:00-18:00" in checkout.read("var/bibliogos.data/centres.yaml")
    assert "8 8112 00-00-00" in checkout.read(f"var/bibliogos.data/{BOTH}")
    untouched = set(files_in(ROOT / "data")) - {ARTICLE, BOTH, "centres.yaml"}
    assert [name for name in untouched if files_in(live)[name] != files_in(ROOT / "data")[name]] == []
    assert checkout.status() == ""
