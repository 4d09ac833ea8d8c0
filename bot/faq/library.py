"""The FAQ files in data/faq as they stand on disk at one moment."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import Listing, Node, Scalar
from bot.datafiles.strict_yaml import Mapping as YamlMapping
from bot.datafiles.text_files import tree_of
from bot.datafiles.yaml_record import YamlRecord
from bot.faq.article import Article, ArticleId, Group, GroupId
from bot.faq.article_file import read_article
from bot.faq.portal_links import with_named_links
from bot.region.placeholders import fill
from bot.region.region import REGION, Region, load_region

_GROUP_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,38}")


class MissingFilesError(OSError):
    """The folder or a file that everything hangs on is not there; carries its path."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no {path}")
        self.path, self.strerror = path, f"нет файла {path.name}"


@dataclass(frozen=True, slots=True)
class Library:
    """All groups and articles, and the synonyms of their words."""

    sections: tuple[Group, ...]  # in the order of groups.yaml, also those without answers
    synonyms: Mapping[str, tuple[str, ...]]
    by_id: Mapping[ArticleId, Article]
    faulty: frozenset[str] = frozenset()  # ids of answers whose files cannot be used

    def knows(self, id_: str) -> bool:
        """Whether there is an answer of that id, be its file faulty: that is told once, of the file alone."""
        return id_ in self.by_id or id_ in self.faulty

    def article(self, id_or_topic: str) -> Article | None:
        """The article of that id, or the one that covers that topic."""
        return self.by_id.get(ArticleId(id_or_topic))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that people see: those with articles."""
        return tuple(group for group in self.sections if group.articles)

    def section(self, id_: str) -> Group | None:
        """The group with that id, be it without articles: an admin may put one there."""
        return next((group for group in self.sections if group.id == id_), None)

    def group(self, id_: str) -> Group | None:
        """The group of articles with that id."""
        return next((group for group in self.groups if group.id == id_), None)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article once, group by group."""
        return tuple(article for group in self.groups for article in group.articles)


def load(folder: Path) -> tuple[Library, list[FileProblem]]:
    """What can be used of the folder, and what cannot with the reasons. Raises MissingFilesError."""
    shelves = folder / "groups.yaml"
    if not shelves.is_file():
        raise MissingFilesError(shelves)
    problems: list[FileProblem] = []
    region = region_beside(folder)
    titles = {id_: fill(title, region) for id_, title in _group_titles(shelves, problems).items()}
    articles = with_named_links(_articles(folder, titles, region, problems))
    by_id = _by_id(articles, folder, problems)
    groups = tuple(
        Group(id_, title, tuple(article for article in articles if article.group == id_))
        for id_, title in titles.items()
    )
    synonyms = _synonyms(folder / "synonyms.yaml", problems)
    if region and region.words:
        synonyms[region.name.casefold()] = region.words
    faulty = frozenset(one.file.stem for one in problems if one.file.suffix == ".md") - by_id.keys()
    return Library(groups, synonyms, by_id, faulty), problems


def _group_titles(file: Path, problems: list[FileProblem]) -> dict[GroupId, str]:
    titles: dict[GroupId, str] = {}
    match tree_of(file, problems):
        case Listing(items=items):
            for item in items:
                _shelve(item, file, titles, problems)
        case Scalar() | YamlMapping():
            problems.append(FileProblem(file, 1, "здесь должен быть список полок.", _SHELF_CURE))
        case None:
            pass
    return titles


_SHELF_CURE = "запишите «- id: …» и «title: …»."


def _shelve(item: Node, file: Path, titles: dict[GroupId, str], problems: list[FileProblem]) -> None:
    if not isinstance(item, YamlMapping):
        problems.append(FileProblem(file, item.line, "это не полка.", _SHELF_CURE))
        return
    record = YamlRecord(item, file, problems)
    id_, title = GroupId(record.required("id")), record.required("title")
    if id_ in titles:
        record.fault("id", f"полка «{id_}» уже есть выше.", "оставьте одну из двух.")
    if id_ and not _GROUP_ID.fullmatch(id_):
        # It travels on buttons: one that cannot be packed would take the whole list of groups away.
        cure = "возьмите латинские буквы, цифры и «-», до 39 знаков, и так же назовите папку."
        record.fault("id", f"«{id_}» не подходит для id.", cure)
    else:
        titles[id_] = title or id_
    record.done()


def region_beside(folder: Path) -> Region | None:
    """The region that the texts of a folder speak of; its own faults are told by who loads it."""
    file = folder.parent / REGION
    return load_region(file)[0] if file.is_file() else None


def _articles(
    folder: Path, titles: Collection[GroupId], region: Region | None, problems: list[FileProblem]
) -> list[Article]:
    articles: list[Article] = []
    for file in sorted(folder.glob("[!.]*/[!.]*.md")):
        article, faults = read_article(file, region)
        problems += faults
        if GroupId(file.parent.name) in titles:
            articles += [article] if article else []
        elif titles:
            cure = "добавьте её в groups.yaml или переложите файл."
            problems.append(FileProblem(file, 1, f"папки «{file.parent.name}» нет среди полок.", cure))
    return articles


def _by_id(articles: Iterable[Article], folder: Path, problems: list[FileProblem]) -> dict[ArticleId, Article]:
    by_id: dict[ArticleId, Article] = {}
    for article in articles:
        for id_ in (article.id, *article.covers):
            other = by_id.setdefault(ArticleId(id_), article)
            if other is not article:
                file = folder / article.group / f"{article.id}.md"
                reason = f"на «{id_}» уже отвечает «{other.group}/{other.id}»."
                problems.append(FileProblem(file, 1, reason, "оставьте id или covers только в одной статье."))
    return by_id


def _synonyms(file: Path, problems: list[FileProblem]) -> dict[str, tuple[str, ...]]:
    match tree_of(file, problems) if file.is_file() else None:
        case None:
            return {}
        case YamlMapping() as mapping:
            fields = YamlRecord(mapping, file, problems)
            return {word: fields.texts(word) for word in mapping.items}
        case _:
            problems.append(
                FileProblem(file, 1, "здесь должны быть строки «слово: [слова]».", "сверьтесь с началом файла.")
            )
            return {}
