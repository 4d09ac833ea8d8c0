"""Changes to the articles' files: what an admin does not touch stays as it is, a faulty change is refused."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.file_swap import replace_keeping_previous, replace_together, write_aside
from bot.datafiles.folder_lock import alone_in
from bot.datafiles.whole_write import write_whole
from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.article_file import MAX_VARIANT
from bot.faq.edits.edit_errors import RefusedEditError, TwinError
from bot.faq.edits.edited_file import Edit, body_in, edited, faults_of
from bot.faq.edits.new_article import ArticleDraft
from bot.faq.library import Library, region_beside
from bot.faq.search.text_cleaner import words_of
from bot.faq.search.wordings import wording_key
from bot.region.placeholders import fill
from bot.russian.normalize import bare_words


def refuse_twin(wording: str, library: Library, but: ArticleId | None = None) -> None:
    """A wording that an article has already, that of the id `but` excepted. Raises TwinError.

    The same words in another order or with other endings are the same wording, as `check` has it.
    """
    for other in library.articles:
        known = (other.title, *other.variants)
        if other.id != but and any(_is_same(one, wording) for one in known):
            raise TwinError(other)


def _is_same(one: str, other: str) -> bool:
    return bare_words(one) == bare_words(other) or _key(one) == _key(other)


@lru_cache(maxsize=20_000)
def _key(wording: str) -> tuple[str, ...]:
    return wording_key(words_of(wording)) or (bare_words(wording),)


class ArticleEditor:
    """Writes the files of data/faq; each change stands or falls as a whole, and the former version says `by` whom."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def without(self, article: Article, led_here: Sequence[Article]) -> dict[str, bytes | None]:
        """The files that its removal would change, as they would be. Raises RefusedEditError, OSError."""
        texts = {one: self._sound(one, without_links_to(article)) for one in led_here}
        changed = {self._name(self._file(one)): text.encode() for one, text in texts.items()}
        return {**changed, self._name(self._file(article)): None}

    def moved(self, article: Article, group: GroupId) -> dict[str, bytes | None]:
        """The same of a move into another section. Raises OSError."""
        file = self._file(article)
        return {self._name(file): None, self._name(self._folder / group / file.name): file.read_bytes()}

    def body_of(self, article: Article) -> str:
        """The answer as it is written, what each region fills in unfilled. Raises FaultyFilesError, OSError."""
        return body_in(self._file(article))

    def filled(self, article: Article, text: str) -> str:
        """The text as people of this region would read it."""
        return fill(text, region_beside(self._folder), article.id)

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
        file = self._folder / draft.group / f"{id_}.md"
        return faults_of(file, draft.as_file(), region_beside(self._folder))

    def remove(self, article: Article, led_here: Sequence[Article], now: datetime, by: str = "") -> None:
        """Takes the file away, kept as a former version, and the links of those that `led_here`.

        Raises RefusedEditError, OSError.
        """
        with alone_in(self._folder.parent):
            texts = {self._file(one): self._sound(one, without_links_to(article)) for one in led_here}
            replace_together({**texts, self._file(article): None}, self._folder.parent, now, by)

    def move(self, article: Article, group: GroupId, now: datetime, by: str = "") -> None:
        """Puts the file into the folder of another section. Raises OSError."""
        file, other = self._file(article), self._folder / group / f"{article.id}.md"
        with alone_in(self._folder.parent):
            if other.exists():
                raise FileExistsError(other)
            replace_together({other: file.read_text("utf-8"), file: None}, self._folder.parent, now, by)

    def change_title(self, article: Article, title: str, library: Library, now: datetime, by: str = "") -> None:
        """Calls the article by another question; the old one stays a variant. Raises as add_wording."""
        refuse_twin(title, library, but=article.id)

        def edit(head: CommentedMap, body: str) -> str:
            before = head["title"]
            for known in [known for known in head["variants"] if _is_same(str(known), title)]:
                head["variants"].remove(known)
            head["title"] = title
            if len(str(before)) <= MAX_VARIANT and not _is_same(str(before), title):
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
        self.set_field(article, "checked", day, now, by)

    def set_field(
        self, article: Article, field: str, value: date | list[str] | None, now: datetime, by: str = ""
    ) -> None:
        """Gives a field of the front matter that value. Raises RefusedEditError, OSError."""

        def edit(head: CommentedMap, body: str) -> str:
            head[field] = value
            return body

        self._write(article, edit, now, by)

    def faults(self, article: Article, text: str) -> tuple[FileProblem, ...]:
        """What would be wrong with that text as the article's answer. Raises FaultyFilesError, OSError."""
        return edited(self._file(article), lambda _, __: text.strip() + "\n", region_beside(self._folder))[1]

    def _write(self, article: Article, edit: Edit, now: datetime, by: str) -> None:
        with alone_in(self._folder.parent):
            self._replace(self._file(article), self._sound(article, edit), now, by)

    def _sound(self, article: Article, edit: Edit) -> str:
        text, problems = edited(self._file(article), edit, region_beside(self._folder))
        if problems:
            raise RefusedEditError(problems)
        return text

    def _replace(self, file: Path, text: str, now: datetime, by: str) -> None:
        fresh = file.with_suffix(".new")
        write_aside(fresh, text)
        replace_keeping_previous(file, fresh, self._folder.parent, now, by)

    def _file(self, article: Article) -> Path:
        return self._folder / article.group / f"{article.id}.md"

    def _name(self, file: Path) -> str:
        return file.relative_to(self._folder.parent).as_posix()


def without_links_to(article: Article) -> Edit:
    """Takes the article, by its id or a topic that it covers, out of `related`."""

    def edit(head: CommentedMap, body: str) -> str:
        for known in [known for known in head["related"] if str(known) in {article.id, *article.covers}]:
            head["related"].remove(known)
        return body

    return edit
