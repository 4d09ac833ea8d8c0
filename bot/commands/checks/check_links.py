"""`check --links`: the addresses of answers and cards are tried, for an owner with a network."""

import asyncio
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.centres.directory import Directory
from bot.commands.checks.link_check import SECONDS, CheckedLink, LinkState, check_links
from bot.faq.library import Library
from bot.russian.words import plural

_URL = re.compile(r"https?://[^\s<>«»\"]+[^\s<>«»\".,;:)]")
_HEADINGS = {
    LinkState.DEAD: "Страницы больше нет: найдите новую или уберите",
    LinkState.MOVED: "Переехала: откройте новый адрес и замените",
    LinkState.UNREACHABLE: "Не открылась: попробуйте позже, потом откройте сами",
    LinkState.SHUT: "Программе не видна: откройте сами",
}


def links_in(library: Library, directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """Every address with the ids of the articles and cards where it stands."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for url, owner in (*_of_articles(library), *_of_cards(directory)):
        if url.startswith(("http://", "https://")) and owner not in found[url]:
            found[url].append(owner)
    return {url: tuple(owners) for url, owners in found.items() if owners}


def tell_links(library: Library, directory: Directory, seconds: float = SECONDS) -> bool:
    """Tries every address and tells of those to mend; whether none is dead and the network was there."""
    owners = links_in(library, directory)
    sys.stderr.write(f"Открываю {plural(len(owners), 'адрес', 'адреса', 'адресов')}, это займёт несколько минут…\n")
    checked = asyncio.run(check_links(owners, seconds))
    counts = {state: [one for one in checked if one.state is state] for state in LinkState}
    if checked and len(counts[LinkState.UNREACHABLE]) == len(checked):
        sys.stdout.write("Ни один адрес не открылся: похоже, здесь нет сети. Ссылки не проверены.\n")
        return False
    for state, heading in _HEADINGS.items():
        _tell(heading, counts[state], owners)
    sys.stdout.write(f"Ссылок: {len(checked)}, открылись: {len(counts[LinkState.FINE])}.\n")
    return not counts[LinkState.DEAD]


def _tell(heading: str, links: Sequence[CheckedLink], owners: Mapping[str, tuple[str, ...]]) -> None:
    if links:
        sys.stdout.write(f"{heading} ({len(links)}):\n")
    for link in links:
        where = ", ".join(owners[link.url])
        to = f"→ {link.detail}" if link.state is LinkState.MOVED else link.detail
        sys.stdout.write(f"  {link.url}  {to}\n    {where}\n")


def _of_articles(library: Library) -> Iterator[tuple[str, str]]:
    for article in library.articles:
        for url in (article.link, *(source.url for source in article.sources)):
            if url:
                yield url, f"{article.group}/{article.id}"


def _of_cards(directory: Directory) -> Iterator[tuple[str, str]]:
    for centre in directory.centres:
        for text in (centre.site or "", *centre.sources):
            for url in _URL.findall(text):
                yield url, f"центр {centre.id}"
