"""Texts for one region alone: placeholders that nothing fills, and the names of regions written out."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.faq.article import Article
from bot.faq.library import Library
from bot.region.placeholders import unfilled
from bot.region.region import Region

# What the next region writes anew; the other groups are shared and leave its names to region.yaml.
OF_REGION = frozenset({"region"})
_NAMED = re.compile(
    r"\b(?P<of>[а-яё-]+(?:ск|цк|ж?н)(?:ая|ой|ую|ий|ый|ого|ому|им|ым|ом))\s+(?:област[ьи]\w*|кра[йюея]\w*)\b"
    r"|\bреспублик[аиуе]\s+(?P<republic>[а-яё]+)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[А-ЯЁ][а-яё-]+")
_ADDRESS = re.compile(r"\S+\.(?:ru|рф|com|org)\S*")
_ENDING = re.compile(r"(?:ая|ой|ую|ий|ый|ого|ому|им|ым|ом|[аеиоуыюя])$")


def region_names(library: Library, region: Region, folder: Path) -> Iterator[FileProblem]:
    """Another region's name anywhere, and our own where the text is shared with other regions."""
    own = {_stem(word) for word in region.name.casefold().split()}
    for article in library.articles:
        file = folder / article.group / f"{article.id}.md"
        for line, text in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
            for found in _NAMED.finditer(text):
                is_own = _stem((found["of"] or found["republic"]).casefold()) in own
                if not is_own or article.group not in OF_REGION:
                    yield _named(file, line, found[0], is_own=is_own)


def town_names(library: Library, towns: Mapping[str, str], region: Region, folder: Path) -> Iterator[FileProblem]:
    """Bare towns of other regions, `towns` by their forms in lower case, and our own words in shared texts."""
    own = tuple(_stem(word.casefold()) for word in region.words)
    for article in library.articles:
        file = folder / article.group / f"{article.id}.md"
        for line, text in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
            for found in _CAPITAL.finditer(_ADDRESS.sub("", text)):
                word = found[0].casefold().replace("ё", "е")
                if word in towns:
                    reason = f"назван город другой области: «{found[0]}», {towns[word]}."
                    yield FileProblem(file, line, reason, "уберите его или скажите без названия города.")
                elif own and article.group not in OF_REGION and word.startswith(own):
                    yield _named(file, line, found[0], is_own=True)


def placeholders(library: Library, folder: Path) -> Iterator[FileProblem]:
    """Placeholders that no region fills: mistyped ones."""
    for article in library.articles:
        file = folder / article.group / f"{article.id}.md"
        left = [name for _, name in unfilled("\n".join(_texts(article)))]
        lines = unfilled(file.read_text(encoding="utf-8-sig"))
        for line, name in lines if left else ():
            if name in left:
                reason = f"{name} нечем заполнить."
                cure = "бывают {region}, {of_region}, {in_region}, {in_capital} и {local}: проверьте, нет ли опечатки."
                yield FileProblem(file, line + 1, reason, cure)


def _named(file: Path, line: int, name: str, *, is_own: bool) -> FileProblem:
    if is_own:
        cure = "напишите {of_region} или {in_region}; что верно для неё одной, — {local} и notes в region.yaml."
        return FileProblem(file, line, f"область названа прямо: «{name}».", cure)
    return FileProblem(file, line, f"названа другая область: «{name}».", "уберите её или замените на {of_region}.")


def _texts(article: Article) -> tuple[str, ...]:
    return (article.title, *article.variants, article.body)


def _stem(word: str) -> str:
    return _ENDING.sub("", word)
