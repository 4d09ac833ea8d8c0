"""The command `ask`: the answers of the FAQ search alone."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.centres.places.place_names import read_place_words
from bot.faq.article import ArticleId
from bot.faq.library import Library, MissingFilesError, load
from bot.faq.live_faq import build_engine
from bot.faq.search.search import Decision, Engine, Finding


def answer_one(folder: Path, question: str, top: int, *, as_json: bool, explain: bool) -> int:
    """One question, for people or as JSON; `folder` is data/. 2 where there is no question in it."""
    if not question.strip():
        sys.stderr.write('Вопрос пустой. Напишите его в кавычках, например: python -m bot ask "забыл пароль"\n')
        return 2
    library = _library(folder / "faq")
    if library is None:
        return 5
    engine = build_engine(library, read_place_words(folder))
    if explain:
        _write(str(engine.explain(question)))
    elif as_json:
        _write(_json(_as_json(None, engine.ask(question), top)))
    else:
        _write(_in_words(engine.ask(question), library, top))
    return 0


def answer_lines(folder: Path, lines: Iterable[str], top: int) -> int:
    """`{"id","text"}` a line in, `{"id","decision","hits"}` a line out."""
    library = _library(folder / "faq")
    if library is None:
        return 5
    engine = build_engine(library, read_place_words(folder))
    for number, line in enumerate(lines, 1):
        if line.strip():
            _write(_answer_line(engine, line, number, top))
    return 0


def _answer_line(engine: Engine, line: str, number: int, top: int) -> str:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        asked = None
    if not (isinstance(asked, dict) and isinstance(asked.get("text"), str)):
        return _json({"line": number, "error": 'ожидается {"id": …, "text": "вопрос"}'})
    return _json(_as_json(asked.get("id"), engine.ask(asked["text"]), max(top, 5)))


def _json(told: object) -> str:
    """Russian letters as they are; half a letter in somebody's id, which no stream can carry, as it came."""
    text = json.dumps(told, ensure_ascii=False)
    return json.dumps(told) if any("\ud800" <= char <= "\udfff" for char in text) else text


def _as_json(id_: object, finding: Finding, top: int) -> dict[str, object]:
    hits = [{"article": hit.article, "score": round(hit.score, 4)} for hit in finding.hits[:top]]
    likely = finding.decision is Decision.LIKELY  # a choice to programs that know nothing of the answer above it
    decision = Decision.SUGGEST if likely else finding.decision
    shown = {"shown": finding.hits[0].article} if likely else {}
    return {"id": id_, "decision": decision, **shown, "hits": hits, "also": _also(finding)}


def _also(finding: Finding) -> list[str]:
    """The answers to the other questions of the same message."""
    return [part for part in finding.parts if part != finding.hits[0].article]


_DECISIONS = {
    Decision.ANSWER: "Отвечает",
    Decision.LIKELY: "Отвечает коротко и показывает другие",
    Decision.SUGGEST: "Предлагает выбрать",
    Decision.NONE: "Не отвечает",
}


def _in_words(finding: Finding, library: Library, top: int) -> str:
    lines = [_DECISIONS[finding.decision]]
    lines += [f"{hit.score:.2f}  {hit.article:<28} {library.by_id[hit.article].title}" for hit in finding.hits[:top]]
    lines += [f"и ещё  {part:<28} {library.by_id[ArticleId(part)].title}" for part in _also(finding)]
    return "\n".join(lines)


def _library(folder: Path) -> Library | None:
    try:
        library, problems = load(folder)
    except MissingFilesError as error:
        sys.stderr.write(f"Нет файла {error.path}. Проверьте DATA_DIR.\n")
        return None
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return library


def _write(words: str) -> None:
    sys.stdout.write(f"{words}\n")
