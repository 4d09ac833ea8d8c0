"""One file of data/acts: front matter between «---» lines, then the wordings as a list, one a line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import FaultyYamlError, Mapping, parse
from bot.datafiles.text_files import read_text
from bot.datafiles.yaml_record import YamlRecord
from bot.russian.morphology import russian
from bot.understanding.act_files.act_entry import ActEntry, Speaker
from bot.understanding.acts import ActName, Slots
from bot.understanding.turns import AskedFor

MAX_BYTES = 64_000
MAX_WORDING = 300  # signs
LEAST_WORDINGS = 8  # of which an act is learned at all
NO_FILE = frozenset({ActName.FAQ, ActName.FOLLOW_UP, ActName.DANGER, ActName.CRISIS})  # articles and danger.yaml tell

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n(?P<list>.*)\Z", re.DOTALL)
_SLOTS = frozenset(slot.name.rstrip("_") if slot.name != "at" else "time" for slot in fields(Slots))

E = TypeVar("E", bound=StrEnum)


def read_act(file: Path) -> tuple[ActEntry | None, list[FileProblem]]:
    """The act of a file, or None with the reasons."""
    problems: list[FileProblem] = []
    text = read_text(file, problems, MAX_BYTES)
    match = _FRONT_MATTER.match(text) if text is not None else None
    if text is not None and match is None:
        cure = "первая строка «---», потом поля, потом снова «---» и формулировки, по одной в строке после «- »."
        problems.append(FileProblem(file, 1, "нет шапки между строками «---».", cure))
    if match is None:
        return None, problems
    try:
        head = parse(match["head"], file, first_line=2)
    except FaultyYamlError as fault:
        return None, [fault.problem]
    if not isinstance(head, Mapping):
        return None, [FileProblem(file, 2, "в шапке нет полей.", "впишите хотя бы «act: …».")]
    wordings = tuple(_wordings(match["list"], file, match["head"].count("\n") + 3, problems))
    entry = _entry(YamlRecord(head, file, problems), file.stem, wordings)
    return (None if problems else entry), problems


def _entry(record: YamlRecord, id_: str, wordings: tuple[str, ...]) -> ActEntry:
    name = record.choice("act", ActName, ActName.FAQ)
    if name in NO_FILE:
        record.fault("act", f"у «{name}» нет своего файла.", "возьмите имя дела: book, move, place …")
    if len(wordings) < LEAST_WORDINGS:
        record.fault("act", f"формулировок {len(wordings)}: мало.", f"напишите хотя бы {LEAST_WORDINGS}.")
    entry = ActEntry(
        id=id_,
        act=name,
        wordings=wordings,
        want=record.text("want"),
        value=record.text("value"),
        role=record.choice("role", Speaker, Speaker.ANY),
        after=frozenset(_chosen(record, "after", AskedFor)),
        cues=_dictionary_forms(record.texts("cues")),
        not_with=_dictionary_forms(record.texts("not_with")),
        slots=frozenset(record.texts("slots")),
        same_as=record.texts("same_as"),
    )
    if strange := sorted(entry.slots - _SLOTS):
        record.fault(
            "slots", f"слота «{strange[0]}» нет.", "возьмите имя из списка: " + ", ".join(sorted(_SLOTS)) + "."
        )
    record.done()
    return entry


def _dictionary_forms(words: Iterable[str]) -> frozenset[str]:
    """The forms in which words are compared, in whatever form an admin wrote them: «отчёт» is «отчет»."""
    return frozenset(form for word in words for form in russian().lemmas(word.casefold()))


def _chosen(record: YamlRecord, name: str, among: type[E]) -> Iterator[E]:
    for line, value in record.numbered(name):
        try:
            yield among(value)
        except ValueError:
            record.fault(name, f"«{value}» здесь не бывает.", "выберите: " + ", ".join(among) + ".", line)


def _wordings(listed: str, file: Path, first_line: int, problems: list[FileProblem]) -> Iterator[str]:
    for line, text in enumerate(listed.splitlines(), first_line):
        wording = text.removeprefix("- ").strip()
        if not text.strip():
            continue
        if not text.startswith("- ") or not wording:
            problems.append(FileProblem(file, line, "это не формулировка.", "начните строку с «- »."))
        elif len(wording) > MAX_WORDING:
            problems.append(FileProblem(file, line, "формулировка слишком длинная.", f"до {MAX_WORDING} знаков."))
        else:
            yield wording
