"""What makes single good files a good whole: links that lead somewhere, no twins, answers easy to read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bot.datafiles.file_problem import FileProblem
from bot.faq import markup
from bot.faq.article import Article
from bot.faq.library import Library
from bot.faq.search.search import Decision, Engine
from bot.faq.search.text_cleaner import words_of
from bot.faq.search.wordings import wording_key
from bot.russian.normalize import bare_words

MAX_LEAD = 200
MAX_SIGNS = 3000  # of an answer; the longest shipped one has 1500
_OWN = frozenset({"groups.yaml", "synonyms.yaml"})  # beside the folders of answers
_TWINS = 0.5  # of the own score; of 250 articles that answer different questions the nearest pair has 0.47

_SENTENCE_ENDS = re.compile(r"[.!?…]+(?:\s|$)|\n")
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n")
_LIST = re.compile(r"(?:\d+[.)]|[-*•])\s")
_WORD = re.compile(r"[а-яёa-z0-9-]+", re.IGNORECASE)


def links(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Reports `related` ids that lead nowhere."""
    for article in library.articles:
        for other in article.related:
            if not library.knows(other):
                file = _file(article, folder)
                reason = f"в related названа статья «{other}», а такой нет."
                yield FileProblem(file, _line(file, other, below="related:"), reason, "исправьте id или уберите его.")


def topics(library: Library, folder: Path, known: frozenset[str]) -> Iterator[FileProblem]:
    """Reports a `topic` that no consultation has."""
    for article in library.articles:
        if article.topic is not None and article.topic not in known:
            file = _file(article, folder)
            cure = "выберите: " + ", ".join(sorted(known)) + "."
            yield FileProblem(file, _line(file, "topic:"), f"темы «{article.topic}» нет в topics.yaml.", cure)


def twins(library: Library, folder: Path) -> Iterator[FileProblem]:
    """The same wording in two articles, in whatever order and endings: neither can be found by it."""
    seen: dict[tuple[str, ...], tuple[Article, str]] = {}
    for article in library.articles:
        for wording in (article.title, *article.variants):
            key = wording_key(words_of(wording)) or (bare_words(wording),)
            other, theirs = seen.setdefault(key, (article, wording))
            if other is not article:
                file = _file(article, folder)
                said = "" if bare_words(theirs) == bare_words(wording) else f" другими словами: «{theirs}»"
                reason = f"«{wording}» есть и в статье «{other.id}»{said}."
                yield FileProblem(file, _line(file, wording), reason, "оставьте в той, где ответ полнее.")


def unread_files(folder: Path) -> Iterator[FileProblem]:
    """Files beside the answers that nobody reads: «.md.txt» of a text editor, «.docx», an answer in no section."""
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder).parts
        if not file.is_file() or any(part.startswith(".") for part in inside) or file.suffix == ".new":
            continue
        is_answer = len(inside) == 2 and file.suffix == ".md"
        is_own = len(inside) == 1 and file.name in _OWN
        if not (is_answer or is_own):
            where = "файл ответа лежит в папке раздела и кончается на .md"
            yield FileProblem(file, 1, f"этот файл не читается: {where}.", "переименуйте, переложите или уберите его.")


def alike(library: Library, engine: Engine, folder: Path) -> Iterator[FileProblem]:
    """Titles by which another article is found almost as surely: two files may answer one question."""
    told: set[frozenset[str]] = set()
    for article in library.articles:
        own, *others = engine.ask(article.title).hits[:2] or (None,)
        pair = frozenset((article.id, others[0].article)) if others else frozenset()
        is_near = own and own.article == article.id and others and others[0].score >= own.score * _TWINS
        if is_near and pair not in told:
            told.add(pair)
            file = _file(article, folder)
            reason = (
                f"по названию «{article.title}» почти так же находится «{others[0].article}»: вопрос один и тот же?"
            )
            cure = "один — оставьте одну статью, слова другой впишите в её variants; разные — скажите разницу в title."
            yield FileProblem(file, _line(file, "title:"), reason, cure)


def sourceless(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Facts of which nobody can see where they were read."""
    for article in library.articles:
        if article.needs_source:
            cure = "впишите sources; если это совет самой библиотеки — «confidence: advice»."
            yield FileProblem(_file(article, folder), 1, "нет источника.", cure)


def long_leads(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Short answers, or the first paragraphs that stand for them, too long to be read at a glance."""
    for article in library.articles:
        lead = article.short or markup.plain(_PARAGRAPH_ENDS.split(article.body, maxsplit=1)[0])
        if len(lead) > MAX_LEAD:
            file = _file(article, folder)
            reason = f"короткий ответ — {len(lead)} знаков, а его читают с одного взгляда."
            cure = f"оставьте в short или в первом абзаце сам ответ, до {MAX_LEAD} знаков, остальное — ниже."
            yield FileProblem(file, _line(file, lead.split("\n")[0][:30]), reason, cure)


def shapeless(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Answers without a first paragraph, and those that nobody reads to the end."""
    for article in library.articles:
        file = _file(article, folder)
        first = article.body.split("\n", 1)[0]
        if not article.short and _LIST.match(first):
            cure = "напишите над ним одну-две фразы: сам ответ."
            yield FileProblem(file, _line(file, first), "ответ начинается со списка: первого абзаца нет.", cure)
        if (signs := len(markup.plain(article.body))) > MAX_SIGNS:
            cure = f"разделите на две статьи или оставьте главное: до {MAX_SIGNS} знаков."
            yield FileProblem(file, 1, f"ответ — {signs} знаков, столько в чате не читают.", cure)


def unreachable(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Articles that no other one leads to."""
    led_to = {
        found.id
        for article in library.articles
        for id_ in article.related
        if (found := library.article(id_)) and found is not article
    }
    for article in library.articles:
        if article.id not in led_to:
            file = _file(article, folder)
            yield FileProblem(
                file,
                _line(file, "related:"),
                "на статью не ссылается ни одна другая.",
                "добавьте её в related соседней.",
            )


def lost(library: Library, engine: Engine, folder: Path) -> Iterator[FileProblem]:
    """Wordings that do not find their own article first."""
    for article in library.articles:
        for wording in (article.title, *article.variants):
            finding = engine.ask(wording)
            first = finding.hits[0].article if finding.hits and finding.decision is not Decision.NONE else "ничего"
            if first != article.id:
                file = _file(article, folder)
                reason = f"по словам «{wording}» находится «{first}», а не эта статья."
                yield FileProblem(file, _line(file, wording), reason, "сделайте вариант точнее или перенесите его.")


class CheckedArticles(NamedTuple):
    """How hard the answer of one article is to read."""

    article: Article
    words_a_sentence: float
    longest_sentence: int


def readability(articles: Iterable[Article]) -> list[CheckedArticles]:
    """The hardest first, by the mean length of sentences and then by the longest."""
    readings = [_reading(article) for article in articles]
    return sorted(readings, key=lambda reading: (-reading.words_a_sentence, -reading.longest_sentence))


def _reading(article: Article) -> CheckedArticles:
    lengths = [len(_WORD.findall(part)) for part in _SENTENCE_ENDS.split(markup.plain(article.body))]
    lengths = [length for length in lengths if length]
    return CheckedArticles(article, sum(lengths) / max(1, len(lengths)), max(lengths, default=0))


def _file(article: Article, folder: Path) -> Path:
    return folder / article.group / f"{article.id}.md"


def _line(file: Path, words: str, below: str = "") -> int:
    """Where these words stand as an item of their own, or else among others; the first line where nowhere."""
    lines = list(enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1))
    start = next((number - 1 for number, line in lines if line.startswith(below)), 0)
    item = re.compile(rf"(?:^|[-:\[,]\s*)[\"']?{re.escape(words)}[\"']?\s*(?:$|[\],])")
    found = [number for number, line in lines[start:] if item.search(line)]
    found += [number for number, line in lines[start:] if words in line]
    return next(iter(found), 1)
