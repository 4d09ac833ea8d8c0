"""The lines that the model learns from and that are tried on it: of danger.yaml and of danger_examples.yaml."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import record
from bot.datafiles.yaml_record import YamlRecord
from bot.safety.recogniser import Recogniser
from bot.safety.threat import CRISES, Kind, Level, Threat
from bot.safety.threat_model import VERSION

EXAMPLES = "danger_examples.yaml"
_EMPHASIS = 2  # a line of danger or beside it counts as much as two of the everyday wishes
_WORDING = re.compile(r"^- (.+)$", re.MULTILINE)
_SAMPLE = "examples, harmless, ordinary"


class Meant(StrEnum):
    """What is asked of a line when it is tried."""

    ALARM = "alarm"  # of exactly this kind
    THREAT = "threat"  # an alarm of danger or crisis, or a caution
    CAUTION = "caution"
    SILENCE = "silence"
    NO_ALARM = "no alarm"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One line as somebody wrote it, and what it tells of; None where it is harmless."""

    text: str
    kind: Kind | None
    meant: Meant
    file: Path
    line: int

    def is_met_by(self, threat: Threat | None) -> bool:
        """Whether the line is understood as it is meant."""
        level = threat.level if threat else None
        match self.meant:
            case Meant.ALARM:
                return level is Level.ALARM and threat is not None and threat.kind is self.kind
            case Meant.THREAT:
                return threat is not None and (level is Level.CAUTION or threat.is_crisis == (self.kind in CRISES))
            case Meant.CAUTION:
                return level is Level.CAUTION
            case Meant.SILENCE:
                return threat is None
            case Meant.NO_ALARM:
                return level is not Level.ALARM

    def fault(self, threat: Threat | None) -> FileProblem:
        """What is wrong where the line is understood otherwise."""
        reason = f"«{self.text}» понято как {_understood(threat)}, а должно быть {self._wanted()}."
        return FileProblem(self.file, self.line, reason, _CURE)

    def _wanted(self) -> str:
        return str(self.kind) if self.kind else _WANTED[self.meant]


_WANTED = {
    Meant.CAUTION: "повод для осторожности",
    Meant.SILENCE: "безобидное",
    Meant.NO_ALARM: "безобидное",
}
_CURE = "поправьте classes и rules, допишите похожие строки в danger_examples.yaml или уберите строку."


def _understood(threat: Threat | None) -> str:
    if threat is None:
        return "безобидное"
    return "повод для осторожности" if threat.level is Level.CAUTION else str(threat.kind)


@dataclass(frozen=True, slots=True)
class Lessons:
    """Every line, and the key of the weights that are learned from them."""

    all: tuple[Lesson, ...]
    key: str
    wishes: tuple[str, ...] = ()  # what is asked of the bot every day: learned from as harmless, tried elsewhere

    @property
    def threats(self) -> Mapping[Kind, Sequence[str]]:
        """The lines that tell of danger or crisis, by kind."""
        return {kind: [one.text for one in self.all if one.kind is kind] * _EMPHASIS for kind in Kind}

    @property
    def harmless(self) -> Sequence[str]:
        """The lines that do not."""
        return [*[one.text for one in self.all if one.kind is None] * _EMPHASIS, *self.wishes]

    def missed_by(self, recogniser: Recogniser) -> Iterator[FileProblem]:
        """The lines that are understood otherwise than they are meant."""
        for lesson in self.all:
            threat = recogniser.look(lesson.text)
            if not lesson.is_met_by(threat):
                yield lesson.fault(threat)


def wishes_beside(file: Path) -> tuple[str, ...]:
    """The wordings of data/acts beside the file: «лучше пятница и пораньше» must not sound like a cry."""
    files = sorted((file.parent / "acts").glob("[!.]*.md"))
    return tuple(wording for one in files for wording in _WORDING.findall(one.read_text("utf-8", "replace")))


def lessons_key(file: Path, wishes: Sequence[str]) -> str:
    """What the weights follow from: both files, what is asked every day, and the program."""
    told = sha256(VERSION.encode() + file.read_bytes())
    examples = file.with_name(EXAMPLES)
    told.update(examples.read_bytes() if examples.exists() else b"")
    told.update("\n".join(wishes).encode())
    return told.hexdigest()


def lessons_of_rules(fields: YamlRecord, file: Path) -> Iterator[Lesson]:
    """The lines at the end of danger.yaml: exactly what they say has to come of them."""
    yield from _examples(fields, file, Meant.ALARM)
    for name, meant in (("cautions", Meant.CAUTION), ("harmless", Meant.SILENCE)):
        yield from (Lesson(text, None, meant, file, line) for line, text in fields.numbered(name))


def lessons_of_examples(file: Path, problems: list[FileProblem]) -> Iterator[Lesson]:
    """The lines of danger_examples.yaml, if it is there: no threat is passed over, nothing harmless alarms."""
    fields = record(file, problems, _SAMPLE) if file.exists() else None
    if fields is None:
        return
    yield from _examples(fields, file, Meant.THREAT)
    for name in ("harmless", "ordinary"):
        yield from (Lesson(text, None, Meant.NO_ALARM, file, line) for line, text in fields.numbered(name))
    fields.done()


def _examples(fields: YamlRecord, file: Path, meant: Meant) -> Iterator[Lesson]:
    for one in fields.records("examples"):
        kind = one.choice("kind", Kind, Kind.CALL)
        yield from (Lesson(text, kind, meant, file, line) for line, text in one.numbered("lines"))
        one.done()
