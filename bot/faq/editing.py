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
from bot.datafiles.round_trip_yaml import round_trip_yaml
from bot.faq.article import Article
from bot.faq.article_file import read_article
from bot.faq.library import Library, region_beside
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


class ArticleEditor:
    """Writes the files of data/faq; each change stands or falls as a whole, and the former version says `by` whom."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add_wording(self, article: Article, wording: str, library: Library, now: datetime, by: str = "") -> None:
        """Adds a variant of the question to the file. Raises TwinError, RefusedEditError, OSError."""
        for other in library.articles:
            if any(bare_words(known) == bare_words(wording) for known in (other.title, *other.variants)):
                raise TwinError(other)

        def edit(head: CommentedMap, body: str) -> str:
            head["variants"].append(wording)
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
        with tempfile.TemporaryDirectory() as folder:
            trial = Path(folder) / article.group / file.name
            trial.parent.mkdir()
            trial.write_text(text, encoding="utf-8", newline="\n")
            _, problems = read_article(trial, region_beside(self._folder))
        return text, tuple(replace(problem, file=file) for problem in problems)

    def _file(self, article: Article) -> Path:
        return self._folder / article.group / f"{article.id}.md"
