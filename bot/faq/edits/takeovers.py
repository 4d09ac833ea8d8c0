"""Questions that would find another article than before, if one more wording were added."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.faq.article import Article, ArticleId
from bot.faq.library import Library
from bot.faq.live_faq import build_engine
from bot.faq.search.search import Decision, Engine, Finding


@dataclass(frozen=True, slots=True)
class Takeover:
    """By these words one article is found now; another would be, or people would have to choose between the two."""

    words: str
    before: Article
    after: Article
    shared: bool = False


def takeovers(library: Library, engine: Engine, article: Article, wording: str) -> tuple[Takeover, ...]:
    """What the wording would take from other articles: their titles and variants, and itself where it is theirs.

    Some 0.4 s of computing for 200 articles: call it in a thread.
    """
    return takeovers_by(library, engine, replace(article, variants=(*article.variants, wording)), (wording,))


def takeovers_by(
    library: Library, engine: Engine, changed: Article, wordings: Sequence[str] = ()
) -> tuple[Takeover, ...]:
    """What an article as it would be, also a new one, takes from others; `wordings` are those it gets.

    As long as `takeovers`.
    """
    after = build_engine(with_article(library, changed), engine.framing.places)
    asked = [(owner, words) for words in wordings if (owner := _sure(engine, words))]
    asked += [(one.id, words) for one in library.articles for words in (one.title, *one.variants)]
    # A wording that one article alone has word for word stays with it whatever else is added.
    open_ = [(id_, words) for id_, words in asked if id_ != changed.id and after.owner_of(words) != id_]
    found = (_taken(words, id_, engine.ask(words), after.ask(words)) for id_, words in open_)
    known = {**library.by_id, changed.id: changed}
    return tuple(
        Takeover(one.words, known[one.owner], known[one.to or changed.id], shared=one.to is None)
        for one in found
        if one
    )


def with_article(library: Library, changed: Article) -> Library:
    """The library with the article in place of the one of its id, or beside the others of its group."""
    groups = tuple(
        replace(group, articles=_with(group.articles, changed)) if group.id == changed.group else group
        for group in library.sections
    )
    return replace(library, sections=groups, by_id={**library.by_id, changed.id: changed})


def _with(articles: tuple[Article, ...], changed: Article) -> tuple[Article, ...]:
    if any(one.id == changed.id for one in articles):
        return tuple(changed if one.id == changed.id else one for one in articles)
    return (*articles, changed)


class _Taken(NamedTuple):
    words: str
    owner: ArticleId
    to: ArticleId | None  # None: the owner stays first, but is no longer sure


def _taken(words: str, owner: ArticleId, was: Finding, now: Finding) -> _Taken | None:
    if not was.hits or was.hits[0].article != owner:
        return None
    if (first := now.hits[0].article) != owner:
        return _Taken(words, owner, first)
    doubtful = was.decision is Decision.ANSWER and now.decision is not Decision.ANSWER
    return _Taken(words, owner, None) if doubtful else None


def _sure(engine: Engine, words: str) -> ArticleId | None:
    finding = engine.ask(words)
    return finding.hits[0].article if finding.decision is Decision.ANSWER else None
