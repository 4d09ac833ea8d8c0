"""What a librarian's draft is: which question it answers, how, and what had been answered when it was begun."""

from dataclasses import dataclass

from bot.questions.question import EntryId, EntryKind, QuestionId


@dataclass(frozen=True, slots=True)
class AnswerAim:
    """Where a librarian's words go; `seen` is how many of librarians' they had read, `corrects` an earlier answer."""

    question: QuestionId
    kind: EntryKind = EntryKind.ANSWER
    seen: int = 0
    corrects: EntryId | None = None
    article: str = ""  # of the FAQ, that is sent as the answer

    def packed(self) -> str:
        """The aim on one line, as a draft keeps it."""
        return ":".join((
            str(self.question), self.kind, str(self.seen), str(self.corrects or 0), self.article
        ))  # fmt: skip


def read_aim(about: str) -> AnswerAim | None:
    """The aim that was packed; None for anything else. Before threads a draft kept the number alone."""
    number, *rest = about.split(":")
    if not number.isascii() or not number.isdigit():
        return None
    if not rest:
        return AnswerAim(QuestionId(int(number)))
    kind, seen, corrects, article = rest
    entry = EntryId(int(corrects)) if int(corrects) else None
    return AnswerAim(QuestionId(int(number)), EntryKind(kind), int(seen), entry, article)
