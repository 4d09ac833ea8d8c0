"""The FAQ as it is answered from now: library and engine, swapped together when the files change."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.watched import WatchedFiles
from bot.faq.article import Article, ArticleId
from bot.faq.library import Library, load
from bot.faq.search.reading import NOTHING_BEFORE, Before
from bot.faq.search.search import Decision, Engine
from bot.faq.search.synonyms import Synonyms
from bot.region.region import REGION

SUGGESTED = 5
BENEATH = 2  # titles beneath a likely answer


@dataclass(frozen=True, slots=True)
class Found:
    """What the FAQ has for a message: the answer, one with two others, up to five to choose from, or nothing."""

    decision: Decision
    articles: tuple[Article, ...] = ()
    further: tuple[Article, ...] = ()  # the next nearest, for «Нет, другое»
    parts: tuple[Article, ...] = ()  # the answers in order, where a message asks several questions


@dataclass(frozen=True, slots=True)
class _Searchable:
    library: Library
    engine: Engine
    near: dict[ArticleId, tuple[Article, ...]] = field(default_factory=dict)  # what was found once for a title


class LiveFaq(WatchedFiles[_Searchable]):
    """Answers from memory; the files are the truth and are looked at again from time to time."""

    def __init__(self, folder: Path, places: frozenset[str] = frozenset()) -> None:
        """Loads what can be loaded; `places` are words that name a place. Raises MissingFilesError."""

        def searchable() -> tuple[_Searchable, list[FileProblem]]:
            library, problems = load(folder)
            return _Searchable(library, build_engine(library, places)), problems

        super().__init__("faq", lambda: _files(folder), searchable, is_partial=True)

    @property
    def library(self) -> Library:
        """All articles as the files have them now."""
        return self.now.library

    @property
    def engine(self) -> Engine:
        """Finds articles by the words of a question."""
        return self.now.engine

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of articles whose files are faulty, where no earlier state of them is answered with either."""
        faulty = dict.fromkeys(one.file.stem for one in self.problems if one.file.suffix == ".md")
        return tuple(id_ for id_ in faulty if self.library.article(id_) is None)

    def search(self, text: str, before: Before = NOTHING_BEFORE) -> Found:
        """The best answer to a message, if there is one; a follow-up leans on what was asked before it."""
        finding = self.engine.ask(text, before)
        if finding.decision is Decision.NONE:
            return Found(finding.decision)
        articles = tuple(self.library.by_id[hit.article] for hit in finding.hits)
        shown = _SHOWN[finding.decision]
        parts = tuple(self.library.by_id[part] for part in finding.parts)
        return Found(finding.decision, articles[:shown], articles[shown:], parts)

    def near(self, article: Article) -> tuple[Article, ...]:
        """The articles beside this one: those it names, then those that its title finds."""
        known = self.now
        if article.id not in known.near:
            found = (known.library.by_id[hit.article] for hit in known.engine.ask(article.title).hits)
            others = (*self.related(article), *found)
            known.near[article.id] = tuple(dict.fromkeys(other for other in others if other is not article))
        return known.near[article.id]

    def related(self, article: Article) -> tuple[Article, ...]:
        """The articles that go on from this one."""
        found = (self.library.article(id_) for id_ in article.related)
        return tuple(dict.fromkeys(other for other in found if other and other is not article))


_SHOWN = {Decision.ANSWER: 1, Decision.LIKELY: 1 + BENEATH, Decision.SUGGEST: SUGGESTED}


def build_engine(library: Library, places: frozenset[str] = frozenset()) -> Engine:
    """The engine over a library; `places` are words that name a place."""
    return Engine.build(library.articles, Synonyms.concepts_of(library.synonyms), places=places)


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("[!.]*/[!.]*.md"), *folder.glob("*.yaml"), folder.parent / REGION])
