"""`check`: everything in data/ that is wrong, with its cure."""

import sys
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import Directory
from bot.centres.directory import load as load_directory
from bot.faq import checks
from bot.faq.library import Library, MissingFilesError, load
from bot.faq.reference import build_engine
from bot.problems import Problem
from bot.region import load_region
from bot.topics import load_topics

WORST = 10


def run(folder: Path, zone: ZoneInfo, *, strict: bool) -> int:
    """0 where all is well, 1 where something must be mended."""
    faq = folder / "faq"
    try:
        library, problems = load(faq)
    except MissingFilesError as error:
        sys.stderr.write(f"Нет файла {error.path}. Проверьте DATA_DIR.\n")
        return 1
    _, of_region = load_region(folder / "region.yaml")
    topics, of_topics = load_topics(folder / "topics.yaml")
    directory, of_centres = load_directory(folder, zone)
    problems += [*of_region, *of_topics, *of_centres, *checks.links(library, faq), *checks.twins(library, faq)]
    problems += checks.topics(library, faq, frozenset(topic.id for topic in topics))
    if strict:
        problems += _strictly(library, faq)
    _report(library, directory, problems)
    return 1 if problems else 0


def _strictly(library: Library, faq: Path) -> Iterable[Problem]:
    engine = build_engine(library)
    yield from checks.unreachable(library, faq)
    yield from checks.lost(library, engine, faq)
    sys.stdout.write(f"Труднее всего читать ({WORST} из {len(library.articles)}), слов в предложении:\n")
    for reading in checks.readability(library.articles)[:WORST]:
        sys.stdout.write(
            f"  {reading.words_a_sentence:4.1f}, самое длинное {reading.longest_sentence:2}  {reading.article.id}\n"
        )


def _report(library: Library, directory: Directory, problems: Iterable[Problem]) -> None:
    found = sorted(problems)
    for problem in found:
        sys.stdout.write(f"{problem}\n")
    wordings = sum(1 + len(article.variants) for article in library.articles)
    sys.stdout.write(
        f"Статей: {len(library.articles)}, вопросов в них: {wordings}. Центров: {len(directory.centres)}. "
        f"Ошибок: {len(found)}.\n"
    )
