"""Changes to the articles' files: what an admin does not touch stays as it is, a faulty change is refused."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.file_swap import replace_keeping_previous, write_aside
from bot.datafiles.folder_lock import alone_in
from bot.datafiles.live_folder.versions import keep_version
from bot.datafiles.round_trip_yaml import round_trip_yaml
from bot.datafiles.whole_write import write_whole
from bot.faq.article import Article, ArticleId
from bot.faq.article_file import MAX_VARIANT, read_article
from bot.faq.library import Library, region_beside
from bot.faq.new_article import ArticleDraft
from bot.region.placeholders import fill
from bot.russian.normalize import bare_words

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)

Edit = Callable[[CommentedMap, str], str]  # changes the front matter in place, returns the text of the answer


class RefusedEditError(Exception):
    """The file would be faulty, so it stays as it was; carries what would be wrong."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


class TwinError(Exception):
    """Another article (or this one) has that wording already; carries it."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.id)
        self.article = article


def refuse_twin(wording: str, library: Library, but: ArticleId | None = None) -> None:
    """A wording that an article has already, that of the id `but` excepted. Raises TwinError."""
    for other in library.articles:
        known = (other.title, *other.variants)
        if other.id != but and any(bare_words(one) == bare_words(wording) for one in known):
            raise TwinError(other)


class ArticleEditor:
    """Writes the files of data/faq; each change stands or falls as a whole, and the former version says `by` whom."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add_wording(self, article: Article, wording: str, library: Library, now: datetime, by: str = "") -> None:
        """Adds a variant of the question to the file. Raises TwinError, RefusedEditError, OSError."""
        refuse_twin(wording, library)

        def edit(head: CommentedMap, body: str) -> str:
            head["variants"].append(wording)
            return body

        self._write(article, edit, now, by)

    def create(self, draft: ArticleDraft, id_: ArticleId, library: Library) -> None:
        """Writes the file of a new article. Raises TwinError, RefusedEditError, OSError."""
        for wording in (draft.title, *draft.variants):
            refuse_twin(wording, library)
        if problems := self.faults_of_new(draft, id_):
            raise RefusedEditError(problems)
        file = self._folder / draft.group / f"{id_}.md"
        with alone_in(self._folder.parent):
            if file.exists():  # a file that is not answered by: people are at work in it
                raise FileExistsError(file)
            write_whole(file, draft.as_file().encode())

    def faults_of_new(self, draft: ArticleDraft, id_: ArticleId) -> tuple[FileProblem, ...]:
        """What would be wrong with the file of a new article."""
        return self._faults(self._folder / draft.group / f"{id_}.md", draft.as_file())

    def remove(self, article: Article, now: datetime, by: str = "") -> None:
        """Takes the file away and keeps it as a former version. Raises OSError."""
        file = self._file(article)
        with alone_in(self._folder.parent):
            keep_version(self._folder.parent, file.relative_to(self._folder.parent).as_posix(), now, by)
            file.unlink()

    def change_title(self, article: Article, title: str, library: Library, now: datetime, by: str = "") -> None:
        """Calls the article by another question; the old one stays a variant. Raises as add_wording."""
        refuse_twin(title, library, but=article.id)

        def edit(head: CommentedMap, body: str) -> str:
            before = head["title"]
            for known in [one for one in head["variants"] if bare_words(str(one)) == bare_words(title)]:
                head["variants"].remove(known)
            head["title"] = title
            if len(str(before)) <= MAX_VARIANT and bare_words(str(before)) != bare_words(title):
                head["variants"].append(before)
            return body

        self._write(article, edit, now, by)

    def drop_wording(self, article: Article, wording: str, now: datetime, by: str = "") -> None:
        """Deletes a variant of the question from the file. Raises RefusedEditError, OSError."""

        def edit(head: CommentedMap, body: str) -> str:
            region = region_beside(self._folder)
            for known in [known for known in head["variants"] if fill(str(known), region) == wording]:
                head["variants"].remove(known)
            return body

        self._write(article, edit, now, by)

    def change_text(self, article: Article, text: str, now: datetime, by: str = "") -> None:
        """Replaces the answer, which nobody has checked yet. Raises RefusedEditError, OSError."""

        def edit(head: CommentedMap, _: str) -> str:
            head["checked"] = None
            return text.strip() + "\n"

        self._write(article, edit, now, by)

    def mark_checked(self, article: Article, day: date | None, now: datetime, by: str = "") -> None:
        """Dates the answer as checked against the portal, None as unchecked. Raises RefusedEditError, OSError."""

        def edit(head: CommentedMap, body: str) -> str:
            head["checked"] = day
            return body

        self._write(article, edit, now, by)

    def faults(self, article: Article, text: str) -> tuple[FileProblem, ...]:
        """What would be wrong with that text as the article's answer. Raises OSError."""
        return self._tried(article, lambda _, __: text.strip() + "\n")[1]

    def _write(self, article: Article, edit: Edit, now: datetime, by: str) -> None:
        with alone_in(self._folder.parent):
            text, problems = self._tried(article, edit)
            if problems:
                raise RefusedEditError(problems)
            file = self._file(article)
            fresh = file.with_suffix(".new")
            write_aside(fresh, text)
            replace_keeping_previous(file, fresh, self._folder.parent, now, by)

    def _tried(self, article: Article, edit: Edit) -> tuple[str, tuple[FileProblem, ...]]:
        """The file as it would be, and what would be wrong with it."""
        file = self._file(article)
        found = _FRONT_MATTER.match(file.read_text(encoding="utf-8-sig"))
        if not found:
            cure = "первая строка «---», потом поля, потом снова «---» и текст ответа."
            raise RefusedEditError((FileProblem(file, 1, "файл сейчас с ошибкой.", cure),))
        head = round_trip_yaml(list_indent=2).load(found["head"])
        body = edit(head, found["body"])
        written = StringIO()
        round_trip_yaml(list_indent=2).dump(head, written)
        text = f"---\n{written.getvalue()}---\n{body}"
        return text, self._faults(file, text)

    def _faults(self, file: Path, text: str) -> tuple[FileProblem, ...]:
        with tempfile.TemporaryDirectory() as folder:
            trial = Path(folder) / file.parent.name / file.name
            trial.parent.mkdir()
            trial.write_text(text, encoding="utf-8", newline="\n")
            _, problems = read_article(trial, region_beside(self._folder))
        return tuple(replace(problem, file=file) for problem in problems)

    def _file(self, article: Article) -> Path:
        return self._folder / article.group / f"{article.id}.md"
