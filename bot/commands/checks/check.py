"""The command `check`: everything in data/ that is wrong, with its cure."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.places.place_names import read_place_words
from bot.commands.checks.check_links import tell_links
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.places import shipped_folder
from bot.faq import checks
from bot.faq.article import Article
from bot.faq.book_measure import LONG_SENTENCE, BookMeasure, measure_book
from bot.faq.freshness import due_articles
from bot.faq.library import Library, MissingFilesError
from bot.faq.live_faq import build_engine
from bot.faq.portal_links import LinkStanding, standings
from bot.faq.search.search import Engine
from bot.maintenance.data_check import CheckedFiles, read
from bot.region.outcomes import OUTCOMES

WORST = 10
_STANDINGS = {
    LinkStanding.CHECKED: "Видны, сверены человеком",
    LinkStanding.NAMED_TWICE: "Видны строкой «На портале»: раздел, который называют два источника",
    LinkStanding.CODE: "Ждут «Верно» в /review: номер одной услуги или одного вопроса",
    LinkStanding.ONE_SOURCE: "Ждут «Верно» в /review: называет один источник",
    LinkStanding.FOREIGN: "Ждут «Верно» в /review: сайт не государственный портал",
}


def run(folder: Path, zone: ZoneInfo, today: date, *, strict: bool, links: bool = False) -> int:
    """0 where all is well, 1 where something must be mended; an answer to be read again is told and no fault.

    With `links` every address is opened over the network.
    """
    try:
        files = read(folder, zone)
    except MissingFilesError as error:
        sys.stderr.write(f"Нет файла {error.path}. Проверьте DATA_DIR.\n")
        return 1
    faq, engine = folder / "faq", build_engine(files.library, read_place_words(folder))
    problems = [*files.problems, *checks.alike(files.library, engine, faq), *checks.shapeless(files.library, faq)]
    problems += _strictly(files.library, engine, faq) if strict else ()
    _tell_absent(folder)
    _tell_due(files.library, today)
    _tell_shown_links(files.library, whole=strict)
    _report(files, problems)
    are_links_well = not links or tell_links(files.library, files.directory)
    return 0 if are_links_well and not problems else 1


def _strictly(library: Library, engine: Engine, faq: Path) -> Iterable[FileProblem]:
    yield from checks.unreachable(library, faq)
    yield from checks.sourceless(library, faq)
    yield from checks.long_leads(library, faq)
    yield from checks.lost(library, engine, faq)
    _tell_book(measure_book(library.articles))
    sys.stdout.write(f"Труднее всего читать ({WORST} из {len(library.articles)}), слов в предложении:\n")
    for reading in checks.readability(library.articles)[:WORST]:
        sys.stdout.write(
            f"  {reading.words_a_sentence:4.1f}, самое длинное {reading.longest_sentence:2}  {reading.article.id}\n"
        )


def _tell_book(book: BookMeasure) -> None:
    """What all answers together ask of a reader, and those that are not of the shape we promise: told, no faults."""
    hours, minutes = divmod(book.minutes, 60)
    lines = (
        f"Весь справочник: ответов {book.answers}, слов {book.words}, прочесть вслух — {hours} ч {minutes} мин.",
        f"Предложения длиннее {LONG_SENTENCE} слов: {_some(book.long_sentences)}",
        f"Шаги без «Не получилось?»: {_some(book.without_branch)} (с шагами — {book.with_steps})",
        f"Сокращения без пояснения: {_some([f'{word} ({id_})' for id_, word in book.unexplained])}",
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _some(names: Sequence[str]) -> str:
    """How many there are, and the first of them by name."""
    more = ", …" if len(names) > WORST else ""
    return f"{len(names)}{': ' if names else ''}{', '.join(names[:WORST])}{more}"


def _tell_absent(folder: Path) -> None:
    """What a folder of an older release does not have, and the shipped file stands in for."""
    if not (folder / OUTCOMES).exists():
        sys.stdout.write(
            f"Нет файла {folder / OUTCOMES}: действуют итоги из выпуска. Нужны свои — "
            f"скопируйте сюда {shipped_folder() / OUTCOMES} и поправьте.\n"
        )


def _tell_due(library: Library, today: date) -> None:
    due = due_articles(library.articles, today)
    for heading, articles in (("Пора перечитать", due.overdue), ("Скоро перечитать", due.soon)):
        if articles:
            sys.stdout.write(f"{heading} ({len(articles)}):\n{''.join(map(_due_line, articles))}")


def _tell_shown_links(library: Library, *, whole: bool) -> None:
    """How many answers show their link and how many wait; with `whole` every address."""
    found = standings(library.articles)
    shown = sum(sum(links.values()) for standing, links in found.items() if standing.is_shown)
    waiting = sum(sum(links.values()) for standing, links in found.items() if not standing.is_shown)
    if not shown + waiting:
        return
    sys.stdout.write(f"Ссылки под ответами: видны у {shown}, ждут сверки у {waiting}.\n")
    for standing, heading in _STANDINGS.items() if whole else ():
        if links := found[standing]:
            listed = "".join(f"  {url}  (ответов: {count})\n" for url, count in sorted(links.items()))
            sys.stdout.write(f"{heading}:\n{listed}")


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
