"""What acts take from the articles: real questions through the whole understanding, against the engine alone."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.faq_questions import Question, read_questions
from bot.safety.threat import Level
from bot.understanding.acts import Act, ActName, Understood
from bot.understanding.decide import understand
from bot.understanding.knowledge import Knowledge
from bot.understanding.turns import NO_TURNS

ASKING = frozenset({ActName.FAQ, ActName.FOLLOW_UP})
_SHOWN = 3  # articles of which one answers
_SIGNS = 160  # of a lost question that are printed


def without_caution(understood: Understood) -> list[Act]:
    """The acts below the line of a caution, that line alone where nothing else is wanted."""
    return [act for act in understood.acts if act.level is not Level.CAUTION] or list(understood.acts)


def measure(files: Sequence[Path], covered: Path | None, knowledge: Knowledge, now: datetime, *, lost: bool) -> None:
    """Prints the shares of questions in scope, which acts take them, and how often danger is seen; `lost`: each."""
    told = json.loads(covered.read_text(encoding="utf-8")) if covered else {}
    topics = {topic: ids["faqfacts"] if isinstance(ids, dict) else ids for topic, ids in told.items()}
    asked = [one for file in files for one in read_questions(file, knowledge.engine.articles, topics)]
    read = [(question, understand(question.text, NO_TURNS, now, knowledge)) for question in asked]
    _print_shares([pair for pair in read if pair[0].right], knowledge, lost=lost)
    for level in (Level.ALARM, Level.CAUTION):
        seen = sum(any(act.level is level for act in understood.acts) for _, understood in read)
        print(f"  {level}s {seen / len(read):.3f} of {len(read)}")


def _print_shares(read: Sequence[tuple[Question, Understood]], knowledge: Knowledge, *, lost: bool) -> None:
    count, taken = Counter[str](), Counter[ActName]()
    for question, understood in read:
        hits = [hit.article for hit in knowledge.engine.read(question.text).hits]
        first = without_caution(understood)[0]
        is_found = not question.right.isdisjoint(hits[:_SHOWN])
        count["engine at 1"] += not question.right.isdisjoint(hits[:1])
        count["engine at 3"] += is_found
        count["read as a question"] += first.name in ASKING
        count["first act at 3"] += _shows(question, [first])
        count["whole at 3"] += (is_shown := _shows(question, [first, *understood.choice]))
        taken[first.name] += is_found and not is_shown
        if lost and is_found and not is_shown:
            print(f"  lost to {_names(understood)}: {question.text[:_SIGNS]!r}")
    print(f"questions: {len(read)} in scope; " + ", ".join(f"{key} {n / len(read):.3f}" for key, n in count.items()))
    print("  found by the engine, lost to: " + (", ".join(_counts(taken)) or "none"))


def _shows(question: Question, acts: Iterable[Act]) -> bool:
    """Whether one of the acts is a question and one of its first articles answers."""
    return any(act.name in ASKING and not question.right.isdisjoint(act.slots.articles[:_SHOWN]) for act in acts)


def _names(understood: Understood) -> str:
    return ", ".join(str(act.name) for act in understood.acts)


def _counts(taken: Counter[ActName]) -> Iterator[str]:
    return (f"{name} {number}" for name, number in taken.most_common() if number)
