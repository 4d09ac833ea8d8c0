"""The FAQ as it is answered from now: library and engine, swapped together when the files change."""

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.datafiles.file_problem import FileProblem
from bot.faq.article import Article
from bot.faq.library import Library, load
from bot.faq.search.search import Decision, Engine
from bot.faq.search.synonyms import Synonyms

SUGGESTED = 3

log = structlog.get_logger()

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the FAQ has for a message: the answer, or up to three to choose from, or nothing."""

    decision: Decision
    articles: tuple[Article, ...] = ()
    also: tuple[Article, ...] = ()  # answers to other questions of the same message


class LiveFaq:
    """Answers from memory; the files are the truth and are looked at again from time to time."""

    def __init__(self, folder: Path, places: frozenset[str] = frozenset()) -> None:
        """Loads what can be loaded; `places` are words that name a place. Raises MissingFilesError."""
        self._folder = folder
        self._places = places
        self._seen = _fingerprint(folder)
        self.library, self.problems = load(folder)
        self.engine = build_engine(self.library, places)
        _report(self.problems)

    def search(self, text: str) -> Found:
        """The best answer to a message, if there is one."""
        finding = self.engine.ask(text)
        articles = [self.library.by_id[hit.article] for hit in finding.hits]
        also = tuple(self.library.by_id[part] for part in finding.parts)
        match finding.decision:
            case Decision.ANSWER:
                return Found(finding.decision, (articles[0],), also)
            case Decision.SUGGEST:
                return Found(finding.decision, tuple(articles[:SUGGESTED]), also)
            case Decision.NONE:
                return Found(finding.decision, (), also)

    def related(self, article: Article) -> tuple[Article, ...]:
        """The articles that go on from this one."""
        found = (self.library.article(id_) for id_ in article.related)
        return tuple(dict.fromkeys(other for other in found if other and other is not article))

    async def refresh(self) -> bool:
        """Takes changed files in; keeps the last good state while any of them is faulty. Whether it changed."""
        seen = await asyncio.to_thread(_fingerprint, self._folder)
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            library, problems = await asyncio.to_thread(load, self._folder)
        except OSError as error:
            log.warning("faq.unreadable", reason=str(error))
            return False
        self.problems = problems
        _report(problems)
        if problems:
            return False
        engine = await asyncio.to_thread(build_engine, library, self._places)
        self.library, self.engine = library, engine
        log.info("faq.reloaded", articles=len(library.articles))
        return True


def build_engine(library: Library, places: frozenset[str] = frozenset()) -> Engine:
    """The engine over a library; `places` are words that name a place."""
    return Engine.build(library.articles, Synonyms.concepts_of(library.synonyms), places=places)


def _fingerprint(folder: Path) -> Fingerprint:
    files = sorted([*folder.glob("[!.]*/[!.]*.md"), *folder.glob("*.yaml")])
    return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file in files if (stat := _stat(file)))


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except FileNotFoundError:  # deleted between the listing and the look
        return None


def _report(problems: Iterable[FileProblem]) -> None:
    for problem in problems:
        log.warning("faq.problem", file=str(problem.file), line=problem.line, reason=problem.reason)
