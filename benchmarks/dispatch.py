"""The whole way of a message over loopback HTTP, against a bare aiogram echo bot in the same run; and a flood.

python -m benchmarks.dispatch [--quick]
"""

from contextlib import ExitStack
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any, NamedTuple

from benchmarks.contestants import PEOPLE, ThinApi, echo_bot, our_bot, processor_seconds, thin_api, write
from benchmarks.faq_questions import OWN, read_questions
from benchmarks.measuring import interleaved, quantile, quick, ratio, table
from bot.faq.library import load
from bot.screens.faq import answers

BARE, OUR, BESIDE, AT_ONCE = "голый aiogram, эхо", "наш бот", "наш бот, без журнала", "наш бот, без входящих"
NAMES = {BARE: "1:echo", OUR: "2:ours", BESIDE: "3:silent", AT_ONCE: "4:at-once"}
WITHOUT_JOURNAL = (
    "import sys; from bot.stats.journal import Journal; Journal.note = lambda *_, **__: None;"
    "sys.argv = ['bot', 'run', '--new']; from bot.commands.cli import main; main()"
)
# Each update is handled as it comes: no order within a chat, no known keys, nothing stored.
WITHOUT_INBOX = """
import asyncio, sys
from bot.inbox.inbox import Inbox
from bot.inbox.lane import HeldUpdate
tasks = set()
def take(self, update):
    held = HeldUpdate(0, update, asyncio.get_running_loop().create_future())
    async def handle():
        await self._handle(update)
        held.end()
    task = asyncio.create_task(handle())
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    return held
Inbox.take = take
sys.argv = ['bot', 'run', '--new']
from bot.commands.cli import main
main()
"""
EACH = 3  # messages that a person writes in a round
FLOOD, OTHERS = 1_500, 100


class Round(NamedTuple):
    """What one bot did in one round."""

    a_second: float
    milliseconds: float  # of processor time, a message


def main() -> None:
    library, _ = load(Path("data/faq"))
    variants = [text for article in library.articles for text in article.variants]
    messages = [question.text for question in read_questions(OWN, library.articles)]
    texts = variants + messages * (len(variants) // len(messages))
    Random(7).shuffle(texts)
    letters = int(median(len(answers.answer(article, ()).text) for article in library.articles))
    with TemporaryDirectory() as place, thin_api() as api, ExitStack() as bots:
        folder = Path(place)
        processes = {
            BARE: bots.enter_context(echo_bot(api, NAMES[BARE], folder / "echo", letters)),
            OUR: bots.enter_context(our_bot(api, NAMES[OUR], folder / "ours")),
            BESIDE: bots.enter_context(our_bot(api, NAMES[BESIDE], folder / "silent", ("-c", WITHOUT_JOURNAL))),
            AT_ONCE: bots.enter_context(our_bot(api, NAMES[AT_ONCE], folder / "at-once", ("-c", WITHOUT_INBOX))),
        }
        throughput(api, processes, texts, letters)
        flood(api, texts)


def throughput(api: ThinApi, processes: dict[str, int], texts: list[str], letters: int) -> None:
    """Messages a second, from people never seen before, and what a message costs."""
    count, rounds = (600, 3) if quick() else (900, 5)
    measures = {name: partial(_round, api, NAMES[name], pid, _some(texts, count)) for name, pid in processes.items()}
    for measure in measures.values():
        measure()  # the first round warms caches and is thrown away
    taken = interleaved(measures, rounds)
    rate = {name: [one.a_second for one in rounds_] for name, rounds_ in taken.items()}
    cost = {name: [one.milliseconds for one in rounds_] for name, rounds_ in taken.items()}
    rows = [
        (name, f"{median(rate[name]):.0f}", f"{ratio(rate[name], rate[BARE]):.2f}", f"{median(cost[name]):.2f}")
        for name in taken
    ]
    print("половина вопросов — из справочника, половина — как пишут люди")
    print(f"{count} вопросов от {count // EACH} новых людей за круг, кругов: {rounds}; эхо отвечает {letters} знаками")
    table(("", "сообщений/с", "к эху", "мс процессора на сообщение"), rows)
    print(f"  цена журнала: {ratio(cost[OUR], cost[BESIDE]):.2f}")
    prices = [ratio(of[OUR], of[AT_ONCE]) for of in (cost, {name: [1 / a for a in rate[name]] for name in rate})]
    print(f"  цена входящих: процессор {prices[0]:.2f}, время {prices[1]:.2f}\n")


def _round(api: ThinApi, token: str, pid: int, texts: list[str]) -> Round:
    people = [next(PEOPLE) for _ in range(len(texts) // EACH)] * EACH
    updates = list(map(write, texts, people))
    api.reset(token)
    before = processor_seconds(pid)
    api.load(token, updates)
    seconds = float(api.settled(token)["seconds"])
    return Round(len(texts) / seconds, 1000 * (processor_seconds(pid) - before) / len(texts))


def flood(api: ThinApi, texts: list[str]) -> None:
    """How long others wait while one person sends without end."""
    rows = []
    for title in (BARE, OUR):
        calm, disturbed = (_waits(api, NAMES[title], texts, number) for number in (0, FLOOD))
        p99 = [1000 * quantile(waits, 0.99) for waits in (calm, disturbed)]
        rows.append((title, *(f"{value:.0f}" for value in p99), f"{p99[1] / p99[0]:.1f}"))
    print(f"один человек шлёт {FLOOD} сообщений подряд; сколько ждут остальные, p99, мс")
    table(("", "без потока", "в потоке", "раз"), rows)


def _waits(api: ThinApi, token: str, texts: list[str], flooding: int) -> list[float]:
    """Seconds that each of the others waits; they come one by one behind the flood."""
    flooder = next(PEOPLE)
    api.reset(token)
    api.load(token, [write(text, flooder) for text in _some(texts, flooding)])
    for text in _some(texts, OTHERS):
        api.load(token, [write(text)])
        sleep(0.01)
    api.when(token, lambda seen: len(_late(seen, flooder)) == OTHERS)
    sleep(1.0)
    return _late(api.seen(token), flooder)


def _late(seen: dict[str, Any], flooder: int) -> list[float]:
    return [seconds for chat, seconds in seen["late"] if chat != flooder]


def _some(texts: list[str], count: int) -> list[str]:
    return list(islice(cycle(texts), count))


if __name__ == "__main__":
    main()
