"""Simple searches that the engine must beat to be worth its code."""

import sqlite3
from collections.abc import Callable, Sequence

from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import extract

from bot.faq.article import Article, ArticleId
from bot.faq.search.text_cleaner import Cleaned, words_of

Search = Callable[[str], list[ArticleId]]


def full_text(articles: Sequence[Article]) -> Search:
    """SQLite FTS5 with its BM25 over all texts of an article."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table faq using fts5(id unindexed, text, tokenize='unicode61')")
    base.executemany("insert into faq (id, text) values (?, ?)", [(a.id, _whole(a)) for a in articles])

    def search(text: str) -> list[ArticleId]:
        query = " OR ".join(f'"{word}"' for word in words_of(text))
        if not query:
            return []
        rows = base.execute("select id from faq where faq match ? order by rank limit 5", (query,))
        return [ArticleId(row[0]) for row in rows]

    return search


def nearest_wording(articles: Sequence[Article], clean: Callable[[str], Cleaned] | None = None) -> Search:
    """RapidFuzz's token_set_ratio with every title and variant; the best wording speaks for its article."""
    wordings = [(text, a.id) for a in articles for text in (a.title, *a.variants)]
    texts = [" ".join(words_of(text)) for text, _ in wordings]

    def search(text: str) -> list[ArticleId]:
        words = clean(text).words if clean else words_of(text)
        found = extract(" ".join(words), texts, scorer=token_set_ratio, limit=40)
        return list(dict.fromkeys(wordings[at][1] for _, _, at in found))[:5]

    return search


def _whole(article: Article) -> str:
    return "\n".join((article.title, *article.variants, *article.tags, article.body)).casefold().replace("ё", "е")
