"""What a stop costs: 120 messages in hand, handlers of two seconds, SIGTERM or SIGKILL, and a new start.

python -m benchmarks.confirmation
"""

import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from benchmarks.contestants import ThinApi, running, thin_api, write
from benchmarks.measuring import table

IN_HAND = 120
SECONDS = 2.0  # that a handler takes
INTO = 1.0  # seconds after the first are taken the signal comes
# Our bot as it is run, its one slow handler excepted.
SLOW = f"""
import asyncio, sys
from bot.telegram.dispatcher import UpdateRouter
quick = UpdateRouter.message
async def slow(self, *given, **named):
    await asyncio.sleep({SECONDS})
    await quick(self, *given, **named)
UpdateRouter.message = slow
sys.argv = ["bot", "run"]
from bot.commands.cli import main
main()
"""


def main() -> None:
    rows = []
    with TemporaryDirectory() as place, thin_api() as api:
        commands: dict[str, Callable[[str], Sequence[str]]] = {
            "голый aiogram": partial(_stock_command, api),
            "наш бот": _our_command,
        }
        for number, (title, command_for) in enumerate(commands.items(), 1):
            for kind in (signal.SIGTERM, signal.SIGKILL):
                token = f"{10 * number + kind}:stop"
                folder = Path(place) / str(10 * number + kind)
                folder.mkdir()
                lost, twice = _stopped(api, token, command_for(token), folder, kind)
                rows.append((title, kind.name, f"{lost} из {IN_HAND}", str(twice)))
    print(f"{IN_HAND} сообщений в работе по {SECONDS:.0f} с, сигнал через {INTO:.0f} с, новый запуск")
    table(("", "сигнал", "потеряно", "отвечено дважды"), rows)


def _stock_command(api: ThinApi, token: str) -> Sequence[str]:
    return "-m", "benchmarks.echo_bot", api.url, token, "100", str(SECONDS)


def _our_command(_token: str) -> Sequence[str]:
    return "-c", SLOW


def _stopped(api: ThinApi, token: str, command: Sequence[str], folder: Path, kind: signal.Signals) -> tuple[int, int]:
    """Messages without an answer after a stop and a new start, and answers beyond the first."""
    settings = {"BOT_TOKEN": token, "BOT_API_URL": api.url}
    api.load(token, [write("как зарегистрироваться") for _ in range(IN_HAND)])
    with running(command, folder, **settings) as bot:
        api.when(token, lambda seen: seen["polled"])
        sleep(INTO)
        bot.send_signal(kind)
        bot.wait(20)
    polled = api.seen(token)["polled"]
    with running(command, folder, **settings):
        api.when(token, lambda seen: seen["polled"] > polled and not seen["unconfirmed"])
        sleep(SECONDS + 1)
        seen = api.seen(token)
    return seen["waiting"], seen["calls"] - (IN_HAND - seen["waiting"])


if __name__ == "__main__":
    main()
