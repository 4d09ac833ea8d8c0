"""The whole book of answers measured: how much there is to read, and which answers are not of the shape we promise."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.faq import markup
from bot.faq.article import Article, ArticleId

LONG_SENTENCE = 20  # words
A_MINUTE = 120  # words that are read aloud in a minute, unhurriedly
_WORD = re.compile(r"[а-яёa-z0-9-]+", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?…:;]+(?:\s|$)|\n")
_STEP = re.compile(r"^\d+[.)] ", re.MULTILINE)
# «**Не получилось?**», «Кода нет?», «Если не пришло»: what to do where the steps lead nowhere.
_BRANCH = re.compile(
    r"\?\*\*|\b(?:не|нет)\b[^.?!\n]{0,60}\?|\?[^.?!\n]{0,3}\n|\bесли (?:не|нет|отказ)|\bнет\?", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"(?<![А-ЯЁA-Zа-яё-])[А-ЯЁA-Z]{2,6}(?![а-яёА-ЯЁa-zA-Z])")
# Everybody has met these on a door, a bill or a paper; МФЦ, Соцфонд and the rest have articles of their own.
_EVERYDAY = frozenset({
    *("СНИЛС", "ИНН", "МФЦ", "СМС", "ОМС", "ЗАГС", "ЖКХ", "МВД", "ГАИ", "ГИБДД", "МЧС", "ФСБ", "РФ", "СВО", "ИП"),
    *("ФИО", "ДТП", "ПИН", "ТВ", "МАКС", "MAX", "QR", "SIM", "ID", "IP", "PDF", "JPG", "II", "III", "IV"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookMeasure:
    """Counts of words and ids of the answers that stand out, the first ones worst."""

    answers: int
    words: int
    long_sentences: tuple[ArticleId, ...]
    with_steps: int
    without_branch: tuple[ArticleId, ...]
    unexplained: tuple[tuple[ArticleId, str], ...]  # the answer and the abbreviation

    @property
    def minutes(self) -> int:
        """How long the whole book is read aloud."""
        return round(self.words / A_MINUTE)


def measure_book(articles: Sequence[Article]) -> BookMeasure:
    """Measures all answers as people read them, titles aside."""
    plain = {article.id: markup.plain(article.body) for article in articles}
    stepped = [article for article in articles if _STEP.search(article.body)]
    longest = {id_: max(map(_words, _SENTENCE_ENDS.split(text)), default=0) for id_, text in plain.items()}
    return BookMeasure(
        len(articles),
        sum(map(_words, plain.values())),
        tuple(sorted((id_ for id_ in plain if longest[id_] > LONG_SENTENCE), key=lambda id_: -longest[id_])),
        len(stepped),
        tuple(article.id for article in stepped if not _BRANCH.search(article.body)),
        tuple((id_, word) for id_, text in plain.items() for word in _unexplained(text)),
    )


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _unexplained(text: str) -> Iterable[str]:
    """Abbreviations that no words in brackets or after a dash tell the meaning of."""
    for word in dict.fromkeys(_ABBREVIATION.findall(text)):
        told = rf"\(\s*(?:бывш\w+ )?{word}\)|{word} ?[(—–]|— {word}\b|«{word}»|\({word},|\(или {word}\)|или {word}\)"
        if word not in _EVERYDAY and not re.search(told, text):
            yield word
