"""The titles and variants of the articles, word for word."""

from collections.abc import Iterator, Sequence

from bot.faq.article import Article
from bot.faq.search.text_cleaner import words_of
from bot.russian.morphology import russian

Wording = tuple[str, ...]


def wordings_of(articles: Sequence[Article]) -> dict[Wording, int]:
    """Those that belong to one article alone, with its place among the articles."""
    asked = [
        (wording_key(words_of(text)), at)
        for at, article in enumerate(articles)
        for text in (article.title, *article.variants)
    ]
    owners: dict[Wording, set[int]] = {}
    for wording, at in asked:
        owners.setdefault(wording, set()).add(at)
    return {wording: at for wording, at in asked if wording and len(owners[wording]) == 1}


def wording_key(words: Sequence[str]) -> Wording:
    """A question whatever its order and endings: an admin who adds a variant can rely on it."""
    return tuple(sorted(russian().lemmas(word)[0] for word in words))


def words_of_article(article: Article) -> Iterator[str]:
    """All words that an article uses, each as often as it stands there."""
    for text in (article.title, *article.variants, *article.tags, article.body):
        yield from words_of(text, limit=None)
