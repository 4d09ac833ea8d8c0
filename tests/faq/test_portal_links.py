"""Which links stand under answers: what a person has opened, and sections that two sources name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.faq.article import Article, ArticleId, GroupId, Source
from bot.faq.portal_links import LinkStanding, is_section, standing_of, standings, with_named_links

FRONT = "https://www.gosuslugi.ru"
SERVICE = "https://www.gosuslugi.ru/600302/1/form"


def article(link: str | None, *sources: str, checked: date | None = None) -> Article:
    told = tuple(Source(url, "2026") for url in sources)
    return Article(ArticleId("a"), GroupId("g"), "А?", (), "Да.", link=link, sources=told, checked=checked)


def of_all(articles: Sequence[Article]) -> list[LinkStanding | None]:
    return [standing_of(one) for one in with_named_links(articles)]


def test_a_section_that_articles_with_other_sources_name_is_shown() -> None:
    both = [article(FRONT, "https://tass.ru/1"), article(FRONT, "https://www.klerk.ru/2")]

    assert of_all(both) == [LinkStanding.NAMED_TWICE] * 2


@pytest.mark.parametrize(
    "sources",
    [
        (("https://tass.ru/1",),),
        (("https://tass.ru/1",), ("https://www.tass.ru/2",)),  # one site twice
        (("https://tass.ru/1", "https://a.ru"), ("https://b.ru", "https://tass.ru/9")),  # perhaps the same one names it
        (("https://tass.ru/1",), ()),
    ],
)
def test_one_source_is_not_enough(sources: tuple[tuple[str, ...], ...]) -> None:
    assert set(of_all([article(FRONT, *urls) for urls in sources])) == {LinkStanding.ONE_SOURCE}


def test_a_single_service_waits_for_a_person_however_many_name_it() -> None:
    both = [article(SERVICE, "https://tass.ru/1"), article(SERVICE, "https://klerk.ru/2")]

    assert of_all(both) == [LinkStanding.CODE] * 2
    assert standing_of(replace(both[0], checked=date(2026, 11, 30))) is LinkStanding.CHECKED


@pytest.mark.parametrize(
    ("url", "section"),
    [
        (FRONT, True),
        ("https://lk.gosuslugi.ru/settings/account", True),
        ("https://map.gosuslugi.ru/co", True),
        ("https://map.gosuslugi.ru/?layer=co&filter=cfm", False),
        ("https://www.gosuslugi.ru/10602", False),
        ("https://www.gosuslugi.ru/help/faq/login/1", False),
        ("https://www.gosuslugi.ru/newsearch/samozapret-na-kredity", False),
    ],
)
def test_a_section_bears_no_number(url: str, section: bool) -> None:  # noqa: FBT001 - a value of the table
    assert is_section(url) is section


@pytest.mark.parametrize(
    "link", ["https://pskovlib.ru/", "https://sh-1.gosweb.gosuslugi.ru/", "https://gosuslugi.ru.org/"]
)
def test_a_site_of_others_waits_for_a_person(link: str) -> None:
    assert set(of_all([article(link, "https://a.ru"), article(link, "https://b.ru")])) == {LinkStanding.FOREIGN}


def test_an_article_without_a_link_waits_for_nothing() -> None:
    assert standing_of(article(None)) is None
    assert standings([article(None)])[LinkStanding.CODE] == {}
