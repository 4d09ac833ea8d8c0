"""How well messages are understood, what it costs the articles, how long it takes, and how unseen hands fare.

python -m benchmarks.understanding [TALK.jsonl …] [--questions FILE … --covered SLUGS.json --lost] [--hand ACTS.jsonl …]

TALK has id, role, before, text, acts, alt a line (as `python -m bot understand` takes it, with the right acts); a HAND
has act and text: its own wordings are taken out of data/acts before it is read.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks import whole_questions
from benchmarks.faq_questions import OWN
from benchmarks.measuring import quantile
from benchmarks.whole_questions import ASKING, without_caution
from bot.centres.directory import load as load_directory
from bot.centres.places.place_names import read_place_words
from bot.commands.asking.understand_turns import turns_of
from bot.faq.live_faq import LiveFaq
from bot.russian.normalize import bare_words
from bot.safety.live_dangers import LiveDangers
from bot.understanding.act_files.act_entry import ActEntry
from bot.understanding.act_files.live_acts import LiveActs
from bot.understanding.acts import STAFF_ACTS, Act, ActName, SpeakerRole
from bot.understanding.decide import understand
from bot.understanding.extractors.evidence import Gazetteer
from bot.understanding.knowledge import Knowledge, learn_acts, training_rows, training_texts
from bot.understanding.linear.linear import train
from bot.understanding.turns import NO_TURNS, Turns
from bot.understanding.weighing import margin_of, weigh

DATA = Path("data")
ZONE = ZoneInfo("Europe/Moscow")
TODAY = datetime(2026, 11, 30, 10, tzinfo=ZONE)
_MARGINS = (0.0, 0.6, 1.2, 2.0, 3.0, 99.0)

Row = Mapping[str, Any]


def main() -> None:
    options = _options()
    live_faq = LiveFaq(DATA / "faq", read_place_words(DATA))
    live_acts = LiveActs(DATA, live_faq)
    began = time.process_time()
    live_acts.learn()
    print(f"learned {sum(len(one.wordings) for one in live_acts.learned.entries)} wordings of acts and all of articles "
          f"in {time.process_time() - began:.1f} s of processor")  # fmt: skip
    directory, _ = load_directory(DATA, ZONE)
    places = Gazetteer(live_acts.place_words, directory.find_place)
    dangers = LiveDangers(DATA)
    dangers.learn()
    knowledge = Knowledge(live_acts.learned, live_faq.engine, places, dangers.look)
    for file in options.talk:
        _talk(_rows(file), file.stem, knowledge)
    if options.questions:
        whole_questions.measure(options.questions, options.covered, knowledge, TODAY, lost=options.lost)
    _speed([row["text"] for file in [*options.talk, OWN] for row in _rows(file)], knowledge)
    for hand in options.hand:
        _without_a_hand(_rows(hand), hand.stem, knowledge)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("talk", nargs="*", type=Path, help="JSON Lines with the right acts")
    parser.add_argument("--questions", nargs="*", type=Path, default=[], help="JSON Lines with text and labels")
    parser.add_argument("--covered", type=Path, help="JSON: which article ids cover a topic")
    parser.add_argument("--lost", action="store_true", help="print each question that an act takes from its article")
    parser.add_argument("--hand", nargs="*", type=Path, default=[], help="JSON Lines with act and text")
    return parser.parse_args()


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _talk(rows: Sequence[Row], name: str, knowledge: Knowledge) -> None:
    """First acts, every act of messages with several, and how often a choice of two holds the right one."""
    count: Counter[str] = Counter()
    for row in rows:
        turns = turns_of(row.get("before", ()), SpeakerRole(row["role"]), knowledge, TODAY)
        understood = understand(row["text"], turns, TODAY, knowledge)
        wanted = [ActName(act["act"]) for act in row["acts"]]
        told = without_caution(understood)
        first = bool(told) and _is_meant(told[0], wanted[0], row)
        count["first"] += first
        count["or in the choice"] += first or any(_is_meant(act, wanted[0], row) for act in understood.choice)
        count["choices"] += bool(understood.choice)
        if len(wanted) > 1:
            count["several"] += 1
            count["all of several"] += all(any(_is_meant(act, want, row) for act in told) for want in wanted)
    shares = ", ".join(f"{key} {count[key] / len(rows):.3f}" for key in ("first", "or in the choice", "choices"))
    print(f"{name}: {len(rows)} lines; {shares}; all of several {count['all of several']} of {count['several']}")


def _is_meant(act: Act, want: ActName, row: Row) -> bool:
    """Whether the act is the wanted one or acceptable; of a question whether one of its articles is among three."""
    if act.name is want or {act.name, want} <= ASKING:
        articles = [one.get("articles", ()) for one in row["acts"] if one["act"] == want]
        right = {article for some in articles for article in some}
        return want not in ASKING or not right or not right.isdisjoint(act.slots.articles[:3])
    return act.name in row.get("alt", ())


def _speed(texts: Sequence[str], knowledge: Knowledge) -> None:
    """Processor time of the whole understanding and of the engine alone, in turn."""

    def timed(work: Callable[[str], object]) -> Callable[[str], float]:
        def one(text: str) -> float:
            began = time.process_time()
            work(text)
            return 1000 * (time.process_time() - began)

        return one

    whole, engine = timed(lambda text: understand(text, NO_TURNS, TODAY, knowledge)), timed(knowledge.engine.ask)
    taken = [(whole(text), engine(text)) for text in [*texts, *texts]][len(texts) :]
    ours, alone = ([pair[at] for pair in taken] for at in (0, 1))
    for share, name in ((0.5, "median"), (0.99, "p99")):
        one, other = quantile(ours, share), quantile(alone, share)
        print(f"{name}: understanding {one:.2f} ms, engine alone {other:.2f} ms, {one / other:.1f} times")


def _without_a_hand(rows: Sequence[Row], name: str, knowledge: Knowledge) -> None:
    """A hand's wordings read by what the other hands wrote, without any talk; and how sure the margins are."""
    known = {bare_words(row["text"]) for row in rows}
    entries = [_without(entry, known) for entry in knowledge.learned.entries]
    learned = learn_acts(entries, knowledge.engine)
    linear = train(*training_rows(training_texts(entries, knowledge.engine), knowledge.places.words))
    others = replace(knowledge, learned=replace(learned, linear=linear))
    read = list(_read_by(others, rows))
    right, in_two = sum(one[1] for one in read) / len(read), sum(one[2] for one in read) / len(read)
    print(f"without {name}: {len(read)} lines, right {right:.3f}, among the first two {in_two:.3f}")
    for least, most in pairwise(_MARGINS):
        here = [one for one in read if least <= one[0] < most]
        if here:
            shares = [sum(one[at] for one in here) / len(here) for at in (1, 2)]
            part = len(here) / len(read)
            print(f"  margin {least}–{most}: {part:.2f} of lines, right {shares[0]:.2f}, in two {shares[1]:.2f}")


def _without(entry: ActEntry, known: set[str]) -> ActEntry:
    return replace(entry, wordings=tuple(one for one in entry.wordings if bare_words(one) not in known))


def _read_by(knowledge: Knowledge, rows: Sequence[Row]) -> Iterator[tuple[float, bool, bool]]:
    for row in rows:
        want = ActName(row["act"])
        role = SpeakerRole.ADMIN if want in STAFF_ACTS else SpeakerRole.CITIZEN
        weighed = weigh(knowledge.read(row["text"], TODAY), Turns(role=role), knowledge)
        yield margin_of(weighed), weighed[0].name is want, want in {one.name for one in weighed[:2]}


if __name__ == "__main__":
    main()
