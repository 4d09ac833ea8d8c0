"""What people come to a consultation with, from data/topics.yaml."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import Listing, Mapping
from bot.datafiles.text_files import tree_of
from bot.datafiles.watched import WatchedFiles
from bot.datafiles.yaml_record import YamlRecord

TOPICS = "topics.yaml"
LONGEST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Topic:
    """One theme of a consultation: how long, what to bring, what a librarian may not do, what else people call it."""

    id: str
    title: str
    minutes: int
    bring: tuple[str, ...]
    librarian_may_not: tuple[str, ...]
    wordings: tuple[str, ...] = ()


def load_topics(file: Path) -> tuple[tuple[Topic, ...], list[FileProblem]]:
    """The topics that can be used, and what is wrong with the others."""
    problems: list[FileProblem] = []
    tree = tree_of(file, problems)
    if tree is None:
        return (), problems
    if not isinstance(tree, Listing) or not tree.items:
        return (), [FileProblem(file, 1, "здесь должен быть список тем.", f"запишите {_SAMPLE}.")]
    topics: dict[str, Topic] = {}
    for item in tree.items:
        if not isinstance(item, Mapping):
            problems.append(FileProblem(file, item.line, "это не тема.", f"запишите {_SAMPLE}."))
        elif topic := _topic(YamlRecord(item, file, problems), problems, topics.keys()):
            topics[topic.id] = topic
    return tuple(topics.values()), problems


class Topics(WatchedFiles[tuple[Topic, ...]]):
    """The topics as they are used from now: a changed file is taken in while it has no faults."""

    def __init__(self, folder: Path) -> None:
        file = folder / TOPICS
        super().__init__("topics", lambda: (file,), lambda: load_topics(file))

    @property
    def all(self) -> tuple[Topic, ...]:
        """All topics of consultations, in the order of the file."""
        return self.now

    def find_topic(self, id_: str) -> Topic | None:
        """The topic with that id."""
        return next((topic for topic in self.all if topic.id == id_), None)


_SAMPLE = "«- id: …», «title: …», «minutes: …»"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,15}")  # it travels on buttons
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")


def _topic(record: YamlRecord, problems: list[FileProblem], taken: Collection[str]) -> Topic | None:
    before = len(problems)
    id_, minutes = record.required("id"), record.text("minutes") or ""
    if not _MINUTES.fullmatch(minutes) or int(minutes) > LONGEST_MINUTES:
        record.fault("minutes", "длительность непонятна.", f"напишите число минут от 1 до {LONGEST_MINUTES}.")
        minutes = "0"
    if id_ and not _ID.fullmatch(id_):
        record.fault("id", f"«{id_}» не подходит для id.", "возьмите латинские буквы, цифры и «-», до 16 знаков.")
    if id_ in taken:
        record.fault("id", f"тема «{id_}» уже есть выше.", "дайте другой id или уберите одну из двух.")
    title, wordings = record.required("title"), record.texts("wordings")
    topic = Topic(id_, title, int(minutes), record.texts("bring"), record.texts("librarian_may_not"), wordings)
    if wordless := next((one for one in wordings if not re.search(r"[а-яёa-z]{3}", one.casefold())), None):
        record.fault("wordings", f"«{wordless}» слишком коротко.", "напишите слово или два: «знак ГТО».")
    record.done()
    return topic if len(problems) == before else None
