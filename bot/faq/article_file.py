"""One file of the FAQ: front matter between «---» lines, then the answer in Markdown."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import FaultyYamlError, Mapping, parse
from bot.datafiles.text_files import read_text
from bot.datafiles.yaml_record import YamlRecord
from bot.faq import markup
from bot.faq.article import Article, ArticleId, Confidence, GroupId, Source
from bot.region.placeholders import fill
from bot.region.region import Region

MAX_BYTES = 64_000
MAX_TITLE = 80
MAX_VARIANT = 120
MAX_SHORT_ANSWER = 300
MIN_VARIANTS = 4
SOFT_LINE = "Это могло измениться"

# Services that save lives, by the words they are called by and the numbers one of which must stand beside.
_RESCUERS = (
    (re.compile(r"\bскор(?:ая|ую|ой)\b(?! рук)", re.IGNORECASE), ("103", "112")),
    (
        re.compile(r"\bпожарн(?:ая|ую|ой|ых|ые) (?:охран|служб|част|команд)\w*|\bпожарных\b", re.IGNORECASE),
        ("101", "112"),
    ),
    (re.compile(r"\b(?:аварийн|газов)(?:ая|ую|ой) служб\w*", re.IGNORECASE), ("104", "112")),
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,38}")
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n")
_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)


def read_article(file: Path, region: Region | None = None) -> tuple[Article | None, list[FileProblem]]:
    """The article of a file for a region, or None with the reasons; the group is the folder's name."""
    problems: list[FileProblem] = []
    text = read_text(file, problems, MAX_BYTES)
    if text is None:
        return None, problems
    text = fill(text, region, file.stem)
    try:
        head, body = _halves(text, file)
        fields = parse(head, file, first_line=2)
    except FaultyYamlError as fault:
        return None, [fault.problem]
    if not isinstance(fields, Mapping):
        return None, [FileProblem(file, 2, "в шапке нет полей.", "заполните шапку по образцу: «title: …».")]
    article = _article(YamlRecord(fields, file, problems), file, body.strip())
    blank = body[: len(body) - len(body.lstrip())].count("\n") if body.strip() else 0
    problems += _faults_of_text(article, file, first_line=head.count("\n") + 3 + blank)
    return (None if problems else article), problems


def _halves(text: str, file: Path) -> tuple[str, str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        cure = "первая строка «---», потом поля, потом снова «---» и текст ответа."
        raise FaultyYamlError(FileProblem(file, 1, "нет шапки между строками «---».", cure))
    return match["head"], match["body"]


def _article(fields: YamlRecord, file: Path, body: str) -> Article:
    if not _ID.fullmatch(file.stem):
        fields.fault(
            "title", "имя файла не подходит для id.", "назовите латинскими буквами, цифрами и «-», до 39 знаков."
        )
    article = Article(
        id=ArticleId(file.stem),
        group=GroupId(file.parent.name),
        title=fields.required("title"),
        variants=fields.texts("variants"),
        body=body,
        short=fields.text("short"),
        covers=fields.texts("covers"),
        tags=fields.texts("tags"),
        related=tuple(ArticleId(item) for item in fields.texts("related")),
        topic=fields.text("topic"),
        link=fields.text("link"),
        sources=tuple(_source(record) for record in fields.records("sources")),
        checked=fields.day("checked"),
        review_by=fields.day("review_by"),
        may_change=fields.text("may_change"),
        confidence=fields.choice("confidence", Confidence, Confidence.CONFIRMED),
    )
    fields.done()
    _check_head(article, fields)
    return article


def _source(record: YamlRecord) -> Source:
    source = Source(record.required("url"), record.text("date") or "без даты")
    record.done()
    return source


def _check_head(article: Article, fields: YamlRecord) -> None:
    if len(article.title) > MAX_TITLE:
        fields.fault("title", f"заголовок длиннее {MAX_TITLE} знаков.", "сократите: это вопрос на кнопке.")
    if len(article.variants) < MIN_VARIANTS:
        fields.fault("variants", f"меньше {MIN_VARIANTS} вариантов вопроса.", "добавьте, как об этом спрашивают.")
    if any(len(variant) > MAX_VARIANT for variant in article.variants):
        fields.fault("variants", f"вариант длиннее {MAX_VARIANT} знаков.", "оставьте то, что человек напишет сам.")
    if article.short is not None and len(article.short) > MAX_SHORT_ANSWER:
        fields.fault("short", f"короткий ответ длиннее {MAX_SHORT_ANSWER} знаков.", "сократите: остальное — в тексте.")
    if article.topic is not None and not _ID.fullmatch(article.topic):
        fields.fault("topic", f"«{article.topic}» не бывает именем темы.", "возьмите id из topics.yaml, иначе null.")
    if article.link is not None and not _is_web_address(article.link):
        fields.fault("link", "это не адрес страницы.", "адрес начинается с https://, иначе null.")


def _is_web_address(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"\s", link)


def _faults_of_text(article: Article, file: Path, first_line: int) -> list[FileProblem]:
    problems = [
        FileProblem(file, first_line + line, reason, cure) for line, reason, cure in markup.faults(article.body)
    ]
    if problems:
        return problems
    if not markup.plain(article.body).strip():
        return [FileProblem(file, first_line, "нет текста ответа.", "после второй строки «---» напишите ответ.")]
    if len(markup.plain(_PARAGRAPH_ENDS.split(article.body, maxsplit=1)[0])) > MAX_SHORT_ANSWER:
        cure = f"первый абзац отвечает сам и короче {MAX_SHORT_ANSWER} знаков; остальное — ниже."
        problems.append(FileProblem(file, first_line, "первый абзац слишком длинный.", cure))
    problems += _numberless(article.body, file, first_line)
    if article.confidence is Confidence.PARTIAL and not article.may_change and SOFT_LINE not in article.body:
        cure = "впишите в шапку «may_change: …»: что могло измениться и где уточнить."
        problems.append(FileProblem(file, first_line, "источники не полны, а ответ об этом молчит.", cure))
    return problems


def _numberless(body: str, file: Path, first_line: int) -> list[FileProblem]:
    """«Вызывайте скорую» without a number: who is frightened will not look for it elsewhere."""
    return [
        FileProblem(file, first_line + at, f"названа служба спасения («{found[0]}»), а номера рядом нет.", cure)
        for at, line in enumerate(body.split("\n"))
        for words, numbers in _RESCUERS
        if (found := words.search(line)) and not any(re.search(rf"\b{number}\b", line) for number in numbers)
        for cure in (f"допишите в той же строке: {' или '.join(numbers)}.",)
    ]
