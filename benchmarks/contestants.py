"""The processes of a measurement: the thin Bot API, our bot, and bare aiogram beside it."""

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any

PATIENCE = 60.0  # seconds until a round counts as failed

Update = tuple[int, int, str]  # number, chat, JSON


@dataclass(slots=True)
class ThinApi:
    """The driver's end of the thin server."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def load(self, token: str, updates: Sequence[Update]) -> None:
        self._call(token, "load", updates)

    def seen(self, token: str) -> dict[str, Any]:
        return self._call(token, "seen")

    def reset(self, token: str) -> None:
        self._call(token, "reset")

    def settled(self, token: str) -> dict[str, Any]:
        """The facts as soon as every update has its answer."""
        return self.when(token, lambda seen: not seen["waiting"])

    def when(self, token: str, true: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The facts as soon as something is true of them."""
        end = monotonic() + PATIENCE
        while not true(seen := self.seen(token)):
            if monotonic() > end:
                raise SystemExit(f"{token}: no end after {PATIENCE:.0f} s: {seen | {'late': len(seen['late'])}}")
            sleep(0.02)
        return seen

    def _call(self, token: str, what: str, body: object = None) -> dict[str, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request("POST", f"/bot{token}/{what}", json.dumps(body).encode())
        answer: dict[str, Any] = json.loads(line.getresponse().read())
        line.close()
        return answer


@contextmanager
def thin_api() -> Iterator[ThinApi]:
    """The server, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.thin_api"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            if server.stdout is None:
                raise SystemExit("the server has no output")
            yield ThinApi(int(server.stdout.readline()))
        finally:
            server.kill()


@contextmanager
def running(command: Sequence[str], folder: Path, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """A bot, killed at the end; its log goes to the folder."""
    environment = {"DATABASE": str(folder / "bot.sqlite3"), "DATA_DIR": "data", "STATISTICS_KEY": "k", **settings}
    with (folder / "log.txt").open("wb") as log:
        bot = subprocess.Popen([sys.executable, *command], env=os.environ | environment, stderr=log, stdout=log)
        try:
            yield bot
        finally:
            bot.kill()
            bot.wait()


@contextmanager
def our_bot(
    api: ThinApi, token: str, folder: Path, command: Sequence[str] = ("-m", "bot", "run", "--new")
) -> Iterator[int]:
    """The number of our process, started as an operator starts it, from its first poll on."""
    folder.mkdir(parents=True, exist_ok=True)
    with running(command, folder, BOT_TOKEN=token, BOT_API_URL=api.url) as bot:
        api.when(token, lambda seen: seen["polled"])
        yield bot.pid


@contextmanager
def echo_bot(api: ThinApi, token: str, folder: Path, letters: int) -> Iterator[int]:
    """The number of bare aiogram's process, from its first poll on."""
    folder.mkdir(parents=True, exist_ok=True)
    with running(["-m", "benchmarks.echo_bot", api.url, token, str(letters)], folder) as bot:
        api.when(token, lambda seen: seen["polled"])
        yield bot.pid


def processor_seconds(pid: int) -> float:
    """What a process has cost so far, threads included (Linux)."""
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


PEOPLE = count(1_000_000)
_NUMBERS = count(1)


def write(text: str, person: int | None = None) -> Update:
    """A message, as Telegram hands it out; without a person it is from somebody new."""
    number, person = next(_NUMBERS), person or next(PEOPLE)
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": {"id": person, "type": "private", "first_name": "Анна"},
        "from": {"id": person, "is_bot": False, "first_name": "Анна", "language_code": "ru"},
        "text": text,
    }
    return number, person, json.dumps({"update_id": number, "message": message}, ensure_ascii=False)
