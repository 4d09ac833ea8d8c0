"""The files people edit, read anew from the first to the last, with everything that is wrong in them."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import Directory
from bot.centres.directory import load as load_directory
from bot.centres.hours.hours import Hours, UnreadableHoursError
from bot.centres.places.elsewhere import ELSEWHERE, load_elsewhere
from bot.centres.places.place_words import plain, words_of
from bot.datafiles.file_problem import FileProblem
from bot.faq import checks, region_checks
from bot.faq.library import Library, MissingFilesError, load
from bot.maintenance.status import DataSummary
from bot.region.outcomes import OUTCOMES, load_outcomes
from bot.region.region import REGION, Region, load_region
from bot.region.topics import Topic, load_topics
from bot.russian.declension import forms
from bot.safety.danger_file import ModelFor, load_dangers, trained, untaught
from bot.understanding.act_files.act_library import load_acts


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """What was read; problems in the order of files and lines."""

    library: Library
    directory: Directory
    topics: tuple[Topic, ...]
    problems: tuple[FileProblem, ...]

    @property
    def summary(self) -> DataSummary:
        """How much data is in use, for the status screen."""
        centres = self.directory.centres
        bookable = sum(one.consultations is not None for one in centres)
        return DataSummary(len(self.library.articles), len(centres), bookable, len(self.topics), self.problems)


def read(folder: Path, zone: ZoneInfo, model_for: ModelFor = trained) -> CheckedFiles:
    """Everything in the folder. Raises MissingFilesError, OSError.

    What is learned from lines of danger is tried on them where `model_for` gives a model.
    """
    faq = folder / "faq"
    library, problems = load(faq)
    region, of_region = load_region(folder / REGION)
    topics, of_topics = load_topics(folder / "topics.yaml")
    _, of_outcomes = load_outcomes(folder / OUTCOMES)
    directory, of_centres = load_directory(folder, zone)
    _, of_dangers = load_dangers(folder / "danger.yaml", library.knows, model_for)
    _, of_acts = load_acts(folder, library.knows)
    problems += [
        *of_region,
        *(_answer_hours(region, folder / REGION, zone) if region else ()),
        *of_topics,
        *of_outcomes,
        *of_centres,
        *of_dangers,
        *of_acts,
        *checks.links(library, faq),
        *checks.unread_files(faq),
        *checks.twins(library, faq),
        *(region_checks.region_names(library, region, faq) if region else ()),
        *(region_checks.town_names(library, _towns_elsewhere(folder), region, faq) if region else ()),
        *region_checks.placeholders(library, faq),
    ]
    problems += checks.topics(library, faq, frozenset(topic.id for topic in topics))
    return CheckedFiles(library, directory, topics, tuple(sorted(problems)))


def _answer_hours(region: Region, file: Path, zone: ZoneInfo) -> list[FileProblem]:
    """The hours of answers are read as the hours of a centre are."""
    if region.answer_hours is None:
        return []
    try:
        Hours.parse(region.answer_hours, zone)
    except UnreadableHoursError as error:
        lines = file.read_text("utf-8").splitlines()
        line = next((at for at, text in enumerate(lines, 1) if text.startswith("answer_hours")), 1)
        cure = 'пример: answer_hours: "Mo-Fr 09:00-18:00"; нет строки — срок ответа людям не называют.'
        return [FileProblem(file, line, f"часы ответов не читаются: {error}.", cure)]
    return []


def _towns_elsewhere(folder: Path) -> dict[str, str]:
    """The regions of towns that are none of ours, by the forms of their names; cities that are regions may be named."""
    towns = [town for town in load_elsewhere(folder / ELSEWHERE, []) if town.name != town.region]
    alone = [(words_of(plain(name)), town.region) for town in towns for name in town.names]
    return {form: region for words, region in alone if len(words) == 1 for form in forms(words[0])}


def faults_in(folder: Path, zone: ZoneInfo) -> tuple[FileProblem, ...]:
    """Everything that is wrong in the folder, a missing file included; nothing is learned for it. Raises OSError."""
    try:
        return read(folder, zone, untaught).problems
    except MissingFilesError as error:
        return (FileProblem(error.path, 1, "файла нет.", "верните его из прежней версии."),)
