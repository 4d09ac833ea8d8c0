"""The command `check`: everything in data/ that is wrong, with its cure."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.places.place_names import read_place_words
from bot.commands.checks.check_links import tell_links
from bot.datafiles.file_problem import FileProblem
from bot.faq import checks
from bot.faq.article import Article
from bot.faq.freshness import due_articles
from bot.faq.library import Library, MissingFilesError
from bot.faq.live_faq import build_engine
from bot.maintenance.data_check import CheckedFiles, read

WORST = 10


def run(folder: Path, zone: ZoneInfo, today: date, *, strict: bool, links: bool = False) -> int:
    """0 where all is well, 1 where something must be mended; an answer to be read again is told and no fault.

    With `links` every address is opened over the network.
    """
    try:
        files = read(folder, zone)
    except MissingFilesError as error:
        sys.stderr.write(f"Нет файла {error.path}. Проверьте DATA_DIR.\n")
        return 1
    problems = [*files.problems, *(_strictly(files.library, folder / "faq") if strict else ())]
    _tell_due(files.library, today)
    _report(files, problems)
    are_links_well = not links or tell_links(files.library, files.directory)
    return 0 if are_links_well and not problems else 1


def _strictly(library: Library, faq: Path) -> Iterable[FileProblem]:
    engine = build_engine(library, read_place_words(faq.parent))
    yield from checks.unreachable(library, faq)
    yield from checks.sourceless(library, faq)
    yield from checks.long_leads(library, faq)
    yield from checks.lost(library, engine, faq)
    sys.stdout.write(f"Труднее всего читать ({WORST} из {len(library.articles)}), слов в предложении:\n")
    for reading in checks.readability(library.articles)[:WORST]:
        sys.stdout.write(
            f"  {reading.words_a_sentence:4.1f}, самое длинное {reading.longest_sentence:2}  {reading.article.id}\n"
        )


def _tell_due(library: Library, today: date) -> None:
    due = due_articles(library.articles, today)
    for heading, articles in (("Пора перечитать", due.overdue), ("Скоро перечитать", due.soon)):
        if articles:
            sys.stdout.write(f"{heading} ({len(articles)}):\n{''.join(map(_due_line, articles))}")


def _due_line(article: Article) -> str:
    why = f": {article.may_change}" if article.may_change else ""
    return f"  до {article.review_by:%d.%m.%Y}  {article.group}/{article.id}{why}\n"


def _report(files: CheckedFiles, problems: Iterable[FileProblem]) -> None:
    found = sorted(problems)
    for problem in found:
        sys.stdout.write(f"{problem}\n")
    articles = files.library.articles
    wordings = sum(1 + len(article.variants) for article in articles)
    sys.stdout.write(
        f"Статей: {len(articles)}, вопросов в них: {wordings}. Центров: {files.summary.centres}. "
        f"Ошибок: {len(found)}.\n"
    )
