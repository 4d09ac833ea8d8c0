"""How consultations end, from data/outcomes.yaml."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.places import shipped_folder
from bot.datafiles.text_files import list_of_records
from bot.datafiles.watched import WatchedFiles
from bot.datafiles.yaml_record import YamlRecord

OUTCOMES = "outcomes.yaml"
_MOST = 20  # each is a button
_LONGEST = 40  # signs of a title
_SAMPLE = "«- id: …», «title: …»"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{1,19}")  # it travels on buttons
_MARKS = frozenset({"arrived", "missed", "struck"})  # what else may be marked


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a consultation; the title is what librarians press and reports say."""

    id: str
    title: str


def load_outcomes(file: Path) -> tuple[tuple[Outcome, ...], list[FileProblem]]:
    """The outcomes that can be used, and what is wrong with the others.

    A folder of an older release has no such file: it goes on with the shipped ones.
    """
    file = file if file.exists() else shipped_folder() / OUTCOMES
    problems: list[FileProblem] = []
    outcomes: dict[str, Outcome] = {}
    for record in list_of_records(file, problems, _SAMPLE):
        if outcome := _outcome(record, problems, outcomes.keys()):
            outcomes[outcome.id] = outcome
    if len(outcomes) > _MOST:
        problems.append(FileProblem(file, 1, f"итогов {len(outcomes)}.", f"оставьте до {_MOST}: каждый — кнопка."))
    return tuple(outcomes.values()), problems


def title_of(outcomes: Sequence[Outcome], id_: str) -> str | None:
    """The title of that outcome; None where the file has it no longer."""
    return next((one.title for one in outcomes if one.id == id_), None)


class Outcomes(WatchedFiles[tuple[Outcome, ...]]):
    """The outcomes as they are used from now: a changed file is taken in while it has no faults."""

    def __init__(self, folder: Path) -> None:
        file = folder / OUTCOMES
        super().__init__("outcomes", lambda: (file,), lambda: load_outcomes(file))

    @property
    def all(self) -> tuple[Outcome, ...]:
        """All outcomes, in the order of the file."""
        return self.now

    def is_known(self, id_: str) -> bool:
        """Whether an outcome of that id may be marked."""
        return any(one.id == id_ for one in self.all)


def _outcome(record: YamlRecord, problems: list[FileProblem], taken: Collection[str]) -> Outcome | None:
    before = len(problems)
    id_, title = record.required("id"), record.required("title")
    if id_ and (not _ID.fullmatch(id_) or id_ in _MARKS):
        record.fault("id", f"«{id_}» не подходит для id.", "возьмите латинские буквы, цифры, «-» и «_», до 20 знаков.")
    if id_ in taken:
        record.fault("id", f"итог «{id_}» уже есть выше.", "дайте другой id или уберите один из двух.")
    if len(title) > _LONGEST:
        record.fault("title", "название длинное для кнопки.", f"сократите до {_LONGEST} знаков.")
    record.done()
    return Outcome(id_, title) if len(problems) == before else None
