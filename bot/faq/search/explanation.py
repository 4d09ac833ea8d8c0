"""Why the engine answered as it did, for the people who keep the FAQ."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.faq.search.decision import FITS, LEAD, SURE, Decision
from bot.faq.search.text_cleaner import Cleaned, Repair

_REPAIRS = {
    Repair.LAYOUT: "другая раскладка",
    Repair.TRANSLIT: "латиницей",
    Repair.SPELLING: "опечатка",
    Repair.GLUED: "слитно",
    Repair.TORN: "с пробелом",
}
_DECISIONS = {
    Decision.ANSWER: "отвечаем сразу",
    Decision.LIKELY: "отвечаем коротко и показываем другие",
    Decision.SUGGEST: "предлагаем выбрать",
    Decision.NONE: "ничего не подходит",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What brought one article up: its strongest features and its wording nearest to the message."""

    article: str
    score: float
    evidence: tuple[tuple[str, float], ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A message as the engine read it, and all that the decision rests on."""

    cleaned: Cleaned
    strange: tuple[str, ...]  # words the FAQ has never heard
    reasons: tuple[Reason, ...]
    confidence: float
    lead: float
    decision: Decision

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield "Прочитано: " + (" ".join(self.cleaned.words) or "ни одного слова")
        for mended in self.cleaned.mended:
            yield f"  «{mended.typed}» → «{mended.read}» ({_REPAIRS[mended.repair]})"
        if self.strange:
            yield "Незнакомые слова: " + ", ".join(self.strange)
        for place, reason in enumerate(self.reasons, 1):
            yield f"{place}. {reason.article} {reason.score:.2f}, ближе всего «{reason.wording}»"
            yield "   " + ", ".join(f"{feature} {share:.2f}" for feature, share in reason.evidence)
        if self.reasons:
            yield "Знаки: = слово, ~ понятие, ? оборот, + пара слов, три буквы — часть слова"
        yield (
            f"Уверенность {self.confidence:.2f} (выбор с {FITS}, ответ с {SURE}), "
            f"отрыв {self.lead:.2f} (нужно {LEAD}): {_DECISIONS[self.decision]}"
        )
