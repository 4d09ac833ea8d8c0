"""The file of an article as it would be after an edit, and what would be wrong with it; nothing is written."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.round_trip_yaml import round_trip_yaml
from bot.faq.article_file import read_article
from bot.faq.edits.edit_errors import FaultyFilesError
from bot.region.region import Region

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)

_CURE = "первая строка «---», потом поля, потом снова «---» и текст ответа."

Edit = Callable[[CommentedMap, str], str]  # changes the front matter in place, returns the text of the answer


def edited(file: Path, edit: Edit, region: Region | None) -> tuple[str, tuple[FileProblem, ...]]:
    """The text of the file after the edit, and its faults.

    Raises FaultyFilesError where they are those that the file has already, OSError.
    """
    present = file.read_text(encoding="utf-8-sig")
    found = _FRONT_MATTER.match(present)
    if not found:
        raise FaultyFilesError((FileProblem(file, 1, "файл сейчас с ошибкой.", _CURE),))
    head = round_trip_yaml(list_indent=2).load(found["head"])
    body = edit(head, found["body"])
    written = StringIO()
    round_trip_yaml(list_indent=2).dump(head, written)
    text = f"---\n{written.getvalue()}---\n{body}"
    problems = faults_of(file, text, region)
    known = {one.reason for one in faults_of(file, present, region)} if problems else set()
    if problems and known.issuperset(one.reason for one in problems):
        raise FaultyFilesError(problems)
    return text, problems


def body_in(file: Path) -> str:
    """The answer as it stands in the file, its placeholders unfilled. Raises FaultyFilesError, OSError."""
    found = _FRONT_MATTER.match(file.read_text(encoding="utf-8-sig"))
    if not found:
        raise FaultyFilesError((FileProblem(file, 1, "файл сейчас с ошибкой.", _CURE),))
    return found["body"].strip()


def faults_of(file: Path, text: str, region: Region | None) -> tuple[FileProblem, ...]:
    """What would be wrong with a file of that text."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / file.parent.name / file.name
        trial.parent.mkdir()
        trial.write_text(text, encoding="utf-8", newline="\n")
        _, problems = read_article(trial, region)
    return tuple(replace(problem, file=file) for problem in problems)
