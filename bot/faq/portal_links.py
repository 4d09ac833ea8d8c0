"""Which addresses of official sites people are shown: what a person has opened, or sections that two sources name.

An article takes its link from its sources alone (docs/writing-answers.md). Where two articles with one link share no
site among their sources, two sites name that link.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import combinations
from urllib.parse import urlsplit

from bot.faq.article import Article

_OFFICIAL = ("gosuslugi.ru", "gov.ru", "nalog.ru")  # and what lies under them
_ON_OTHERS_HANDS = ".gosweb.gosuslugi.ru"  # sites of schools and towns that the portal only keeps
_CODE = re.compile(r"\d|^(?:form|newsearch)$")  # in a part of a path: one service, one question, words of a search


class LinkStanding(StrEnum):
    """Whether the link of an article is shown, and what it waits for."""

    CHECKED = "checked"  # a person has opened it
    NAMED_TWICE = "named_twice"  # a section that two sources name
    CODE = "code"  # of a single service: only a person can tell whether it is still that service
    ONE_SOURCE = "one_source"
    FOREIGN = "foreign"  # no official site

    @property
    def is_shown(self) -> bool:
        """Whether citizens see the link."""
        return self in {LinkStanding.CHECKED, LinkStanding.NAMED_TWICE}


def standing_of(article: Article) -> LinkStanding | None:
    """What the link of the article waits for; None where it has none."""
    if article.link is None:
        return None
    if article.checked:
        return LinkStanding.CHECKED
    if not _is_official(article.link):
        return LinkStanding.FOREIGN
    if not is_section(article.link):
        return LinkStanding.CODE
    return LinkStanding.NAMED_TWICE if article.is_link_named_twice else LinkStanding.ONE_SOURCE


def is_section(url: str) -> bool:
    """Whether the address is a front page or a section, and not a service or a question of a certain number."""
    parts = urlsplit(url)
    return not parts.query and not any(_CODE.search(part) for part in parts.path.split("/"))


def with_named_links(articles: Iterable[Article]) -> list[Article]:
    """The articles, each with the note whether two sources name its link."""
    known = list(articles)
    named = _named_twice(known)
    return [replace(one, is_link_named_twice=one.link in named) for one in known]


def _named_twice(articles: Collection[Article]) -> frozenset[str]:
    sites: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for article in articles:
        if article.link and article.sources:
            sites[article.link].append(_sites(article))
    return frozenset(link for link, known in sites.items() if _has_strangers(known))


def _has_strangers(known: Collection[frozenset[str]]) -> bool:
    return any(one.isdisjoint(other) for one, other in combinations(known, 2))


def _sites(article: Article) -> frozenset[str]:
    return frozenset(host.removeprefix("www.") for one in article.sources if (host := urlsplit(one.url).hostname))


def _is_official(url: str) -> bool:
    host = (urlsplit(url).hostname or "").casefold()
    return not host.endswith(_ON_OTHERS_HANDS) and any(host == site or host.endswith(f".{site}") for site in _OFFICIAL)


def standings(articles: Iterable[Article]) -> Mapping[LinkStanding, Mapping[str, int]]:
    """How many articles have each address, by what becomes of it."""
    found: dict[LinkStanding, dict[str, int]] = {standing: {} for standing in LinkStanding}
    for article in articles:
        if article.link and (standing := standing_of(article)):
            found[standing][article.link] = found[standing].get(article.link, 0) + 1
    return found
