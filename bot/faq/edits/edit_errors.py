"""Why an answer is not mended."""

from collections.abc import Sequence

from bot.datafiles.file_problem import FileProblem
from bot.faq.article import Article


class RefusedEditError(Exception):
    """The file would be faulty, so it stays as it was; carries what would be wrong."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


class FaultyFilesError(RefusedEditError):
    """Files are faulty without the edit, and nothing is taken in as long as they are; carries their faults."""


class StillReferredError(RefusedEditError):
    """Files that are not mended from the chat refer to an answer that was to be removed; carries where."""


class RefusedSectionError(RefusedEditError):
    """The answer would be faulty in that section; carries what would be wrong."""


class TwinError(Exception):
    """Another article (or this one) has that wording already; carries it."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.id)
        self.article = article


class ArticleGoneError(Exception):
    """There is no such article any more."""


class ArticleChangedError(Exception):
    """Somebody has changed what the admin was shown; carries the article as it is now."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.id)
        self.article = article


class ArticleTooLongError(Exception):
    """A wording is what a person would type: so many signs at most; carries the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class ArticleNotWrittenError(Exception):
    """The files cannot be written; carries why in the words of the system, and whether the disk is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class ArticleNotServedError(Exception):
    """The change is in the file, but the bot still answers as before: its faults, or why it cannot be read."""

    def __init__(self, problems: Sequence[FileProblem], error: OSError | None) -> None:
        super().__init__("; ".join(map(str, problems)) or str(error))
        self.problems = tuple(problems)
        self.error = error
