"""What people come to a consultation with, from data/topics.yaml."""

from dataclasses import dataclass
from pathlib import Path

from bot.fields import Fields
from bot.problems import Problem
from bot.strict_yaml import FaultyYamlError, Listing, Mapping, parse

LONGEST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Topic:
    """One theme of a consultation: how long, what to bring, what a librarian may not do."""

    id: str
    title: str
    minutes: int
    bring: tuple[str, ...]
    librarian_may_not: tuple[str, ...]


def load_topics(file: Path) -> tuple[tuple[Topic, ...], list[Problem]]:
    """The topics that can be used, and what is wrong with the others."""
    if not file.is_file():
        return (), [Problem(file, 1, "файла нет.", "верните его из образца.")]
    try:
        tree = parse(file.read_text(encoding="utf-8-sig"), file)
    except FaultyYamlError as fault:
        return (), [fault.problem]
    except UnicodeDecodeError:
        return (), [Problem(file, 1, "файл не в кодировке UTF-8.", "сохраните его в UTF-8.")]
    problems: list[Problem] = []
    records = [item for item in tree.items if isinstance(item, Mapping)] if isinstance(tree, Listing) else []
    topics = tuple(_topic(Fields(item, file, problems)) for item in records)
    if not topics:
        problems.append(
            Problem(file, 1, "здесь должен быть список тем.", "запишите «- id: …», «title: …», «minutes: …».")
        )
    return topics, problems


def _topic(record: Fields) -> Topic:
    minutes = record.required("minutes")
    if not (minutes.isascii() and minutes.isdigit() and 0 < int(minutes) <= LONGEST_MINUTES):
        record.fault("minutes", "длительность непонятна.", f"напишите число минут от 1 до {LONGEST_MINUTES}.")
        minutes = "0"
    topic = Topic(
        record.required("id"),
        record.required("title"),
        int(minutes),
        record.texts("bring"),
        record.texts("librarian_may_not"),
    )
    record.done()
    return topic
