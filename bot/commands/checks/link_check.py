"""Tries addresses over the network: which open, which have moved, which are gone or out of reach."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urldefrag, urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, ServerDisconnectedError, TooManyRedirects
from aiohttp.client_exceptions import ClientConnectorCertificateError, ClientConnectorDNSError, ClientSSLError

SECONDS = 15.0  # for one address, its redirects included
AT_ONCE, AT_ONE_HOST = 16, 2  # requests
_AGENT = "Mozilla/5.0 (compatible; bibliogos-check-links)"  # without the first word some sites answer nothing
_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_SHUT = frozenset({401, 403, 405, 406, 418, 429, 451})  # the site does not talk to programs, and may to people
_REFUSING, _FAILING = 400, 500  # the first statuses of a page that is not shown, of a site that is broken


class LinkState(StrEnum):
    """What became of an address, from good to bad."""

    FINE = "fine"
    MOVED = "moved"
    SHUT = "shut"
    UNREACHABLE = "unreachable"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """An address and what became of it; `detail` is the new address, or the reason in Russian."""

    url: str
    state: LinkState
    detail: str = ""


async def check_links(urls: Iterable[str], seconds: float = SECONDS) -> list[CheckedLink]:
    """Every address once, in the order given; one host is never asked by more than two requests at a time."""
    at_once, hosts = asyncio.Semaphore(AT_ONCE), defaultdict[str, asyncio.Semaphore](_of_host)
    timeout, headers = ClientTimeout(total=seconds), {"User-Agent": _AGENT, "Accept-Language": "ru"}
    async with ClientSession(timeout=timeout, headers=headers, trust_env=True) as session:

        async def checked(url: str) -> CheckedLink:
            async with hosts[_host(url)], at_once:
                return await _check(session, url, seconds)

        return await asyncio.gather(*map(checked, dict.fromkeys(urls)))


def _host(url: str) -> str:
    """The host of an address; empty where it cannot be read, which the request tells."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _of_host() -> asyncio.Semaphore:
    return asyncio.Semaphore(AT_ONE_HOST)


async def _check(session: ClientSession, url: str, seconds: float) -> CheckedLink:
    try:
        async with session.get(urldefrag(url).url) as response:  # the body is not read
            return _answered(url, response)
    except TooManyRedirects:
        return CheckedLink(url, LinkState.UNREACHABLE, "ведёт по кругу")
    except (ClientConnectorCertificateError, ClientSSLError, ssl.SSLError) as error:
        return CheckedLink(url, LinkState.SHUT, _unsafe(error))
    except ClientConnectorDNSError:
        return CheckedLink(url, LinkState.UNREACHABLE, "сайт не найден: нет такого имени, или нет сети")
    except TimeoutError:
        return CheckedLink(url, LinkState.UNREACHABLE, f"не ответил за {seconds:g} с")
    except (ServerDisconnectedError, ClientError, OSError, ValueError) as error:
        return CheckedLink(url, LinkState.UNREACHABLE, f"соединения нет ({type(error).__name__})")


def _unsafe(error: Exception) -> str:
    if isinstance(error, ClientConnectorCertificateError):
        return "сертификат сайта не признан: так бывает у сертификатов Минцифры, откройте сами"
    return "защищённое соединение не получилось, откройте сами"


def _answered(url: str, response: ClientResponse) -> CheckedLink:
    if refused := _refused(response.status):
        return CheckedLink(url, *refused)
    now = str(response.url)
    if _site(now) != _site(url):
        return CheckedLink(url, LinkState.MOVED, f"{now} (ведёт на другой сайт: проверьте, тот ли это хозяин)")
    if _is_front_page(now) and not _is_front_page(url):
        return CheckedLink(url, LinkState.MOVED, f"{now} (ведёт на главную: страницы, скорее всего, нет)")
    if any(one.status in _FOR_GOOD for one in response.history) and _bare(now) != _bare(url):
        return CheckedLink(url, LinkState.MOVED, now)
    return CheckedLink(url, LinkState.FINE)


def _refused(status: int) -> tuple[LinkState, str] | None:
    """What a status that is no page means, and the reason."""
    if status in _GONE:
        return LinkState.DEAD, f"страницы нет ({status})"
    if status in _SHUT:
        return LinkState.SHUT, f"программу не пускает ({status}), откройте сами"
    if status >= _FAILING:
        return LinkState.UNREACHABLE, f"сайт сломан ({status})"
    return (LinkState.DEAD, f"страница не открывается ({status})") if status >= _REFUSING else None


def _bare(url: str) -> str:
    """The address without what sites change by themselves: the scheme, «www.», the last slash."""
    parts = urlsplit(urldefrag(url).url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _site(url: str) -> str:
    """The last two names of the host: a sign-in page may stand beside, another owner may not."""
    host = urlsplit(url).hostname or ""
    return host if host.replace(".", "").isdigit() else ".".join(host.split(".")[-2:])


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query
