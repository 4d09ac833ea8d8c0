"""Questions that would find another article than before, if one more wording were added."""

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
    richer = replace(article, variants=(*article.variants, wording))
    groups = tuple(
        replace(group, articles=tuple(richer if one.id == article.id else one for one in group.articles))
        for group in library.groups
    )
    after = build_engine(replace(library, groups=groups), engine.framing.places)
    owner = _sure(engine, wording)
    asked = [(owner, wording)] if owner else []
    asked += [(one.id, words) for one in library.articles for words in (one.title, *one.variants)]
    # A wording that one article alone has word for word stays with it whatever else is added.
    open_ = [(id_, words) for id_, words in asked if after.owner_of(words) != id_]
    found = (_taken(words, id_, engine.ask(words), after.ask(words)) for id_, words in open_ if id_ != article.id)
    return tuple(
        Takeover(one.words, library.by_id[one.owner], library.by_id[one.to or article.id], shared=one.to is None)
        for one in found
        if one
    )


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
