"""What is written about a question together: its row, its thread, the notices about it, its figures."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.inbox.request_key import Requests
from bot.outbox.notice import Notice
from bot.people import Address
from bot.questions.question import (
    CarriedMessages,
    EntryId,
    Question,
    QuestionCopy,
    QuestionFile,
    QuestionId,
    ThreadEntry,
)

R = TypeVar("R")


class QuestionTransaction(Protocol):
    """The stored questions inside one transaction."""

    @property
    def requests(self) -> Requests: ...

    def find_question(self, id_: QuestionId) -> Question | None: ...

    def add(self, draft: Question) -> Question:
        """The question with its number."""
        ...

    def save(self, question: Question) -> None: ...

    def awaiting(self) -> list[Question]:
        """Those for which it is a librarian's turn, the oldest first."""
        ...

    def asked_by(self, citizen: Address, limit: int) -> list[Question]:
        """What this person has asked, the newest first."""
        ...

    def idle_since(self, before: datetime) -> list[Question]:
        """Those that are not answered and not closed, and in which nothing was said since a moment."""
        ...

    def entries(self, id_: QuestionId) -> list[ThreadEntry]:
        """What was said after the question, in order."""
        ...

    def find_entry(self, id_: EntryId) -> ThreadEntry | None: ...

    def last_entry_by(
        self, author: Address, since: datetime, question: QuestionId | None = None
    ) -> ThreadEntry | None: ...

    def add_entry(self, draft: ThreadEntry) -> ThreadEntry: ...

    def correct_entry(self, id_: EntryId, text: str, at: datetime) -> None: ...

    def copies(self, id_: QuestionId) -> list[QuestionCopy]: ...

    def copy_at(self, to: Address, message: str) -> QuestionCopy | None: ...

    def copy_below(self, to: Address, message: str, within: int) -> QuestionCopy | None: ...

    def add_copy(self, id_: QuestionId, entry: EntryId | None, to: Address, message: str) -> None: ...

    def files(self, id_: QuestionId) -> list[QuestionFile]:
        """The photos and files that are kept still, in order."""
        ...

    def add_files(self, id_: QuestionId, entry: EntryId | None, carried: CarriedMessages) -> None: ...

    def drop_files(self, entry: EntryId) -> None: ...

    def put(self, promises: Iterable[Notice]) -> None: ...

    def put_again(self, id_: QuestionId, promises: Iterable[Notice]) -> None:
        """Queues the notices also where an older program could not tell them and has lost what they said."""
        ...

    def has_reached_somebody(self, id_: QuestionId) -> bool:
        """Whether a notice of the question waits for somebody or has arrived."""
        ...

    def undelivered_to(self, citizen: Address) -> Sequence[ThreadEntry]:
        """The librarians' entries that this citizen has not got."""
        ...

    def count_asked(self, question: Question) -> None:
        """Counts the question in the figures."""
        ...

    def count_answered(self, question: Question, entry: ThreadEntry) -> None:
        """Counts the first answer in the figures, given at a moment."""
        ...


class QuestionStorage(Protocol):
    """Opens transactions over the stored questions; a function given to it asks nobody else."""

    async def write(self, work: Callable[[QuestionTransaction], R]) -> R: ...

    async def read(self, work: Callable[[QuestionTransaction], R]) -> R: ...
