"""`check --links` opens every address of a site of our own; never one of the real network."""

import asyncio
import shutil
import ssl
import threading
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.commands.checks import check_links as report
from bot.commands.checks.link_check import CheckedLink, LinkState, check_links
from tests.commands.terminal import Terminal

SHORT = 0.5  # seconds


PAGES = {
    "/good": (200, {}),
    "/gone": (404, {}),
    "/gone-for-good": (410, {}),
    "/odd": (400, {}),
    "/shut": (403, {}),
    "/slow-down": (429, {}),
    "/broken": (502, {}),
    "/moved": (301, {"Location": "/good"}),
    "/with-slash": (301, {"Location": "/with-slash/"}),
    "/with-slash/": (200, {}),
    "/sign-in": (302, {"Location": "/good"}),
    "/to-front": (302, {"Location": "/"}),
    "/": (200, {}),
    "/captcha": (403, {"Content-Type": "text/html", "Server": "ddos-guard"}),
    "/circle": (302, {"Location": "/circle"}),
}


ELSEWHERE = "/to-other-owner"  # answered by the same machine under another name


@dataclass
class Site:
    """A site on this machine, in a thread of its own, that counts how often each page is asked for."""

    url: str = ""
    asked: dict[str, int] = field(default_factory=dict)
    most_at_once: int = 0
    now: int = 0
    started: threading.Event = field(default_factory=threading.Event)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked[request.path] = self.asked.get(request.path, 0) + 1
        self.now += 1
        self.most_at_once = max(self.most_at_once, self.now)
        await asyncio.sleep(SHORT * 2 if request.path == "/slow" else 0.01)
        self.now -= 1
        status, headers = PAGES.get(request.path, (200, {}))
        if request.path == ELSEWHERE:
            status, headers = 302, {"Location": f"{self.url.replace('127.0.0.1', 'localhost')}/good"}
        return web.Response(status=status, headers=headers)

    async def serve(self, stop: asyncio.Event) -> None:
        app = web.Application()
        app.router.add_get("/{rest:.*}", self.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        server = web.TCPSite(runner, "127.0.0.1", 0)
        await server.start()
        self.url = server.name
        self.started.set()
        await stop.wait()
        await runner.cleanup()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    found, loop, stop = Site(), asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(found.serve(stop)))
    thread.start()
    assert found.started.wait(10)
    yield found
    loop.call_soon_threadsafe(stop.set)
    thread.join(10)
    loop.close()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/good", LinkState.FINE),
        ("/good#part", LinkState.FINE),
        ("/sign-in", LinkState.FINE),  # a page that asks to sign in has not moved
        ("/with-slash", LinkState.FINE),
        ("/", LinkState.FINE),
        ("/moved", LinkState.MOVED),
        ("/to-front", LinkState.MOVED),
        ("/gone", LinkState.DEAD),
        ("/gone-for-good", LinkState.DEAD),
        ("/odd", LinkState.DEAD),
        ("/shut", LinkState.SHUT),
        ("/captcha", LinkState.SHUT),
        (ELSEWHERE, LinkState.MOVED),
        ("/slow-down", LinkState.SHUT),
        ("/broken", LinkState.UNREACHABLE),
        ("/circle", LinkState.UNREACHABLE),
        ("/slow", LinkState.UNREACHABLE),
    ],
)
async def test_what_becomes_of_an_address(path: str, state: LinkState, site: Site) -> None:
    (found,) = await check_links([f"{site.url}{path}"], SHORT)

    assert (found.url, found.state) == (f"{site.url}{path}", state)


async def test_a_moved_page_is_told_with_its_new_address(site: Site) -> None:
    assert await check_links([f"{site.url}/moved"], SHORT) == [
        CheckedLink(f"{site.url}/moved", LinkState.MOVED, f"{site.url}/good")
    ]


async def test_what_no_site_answers_to_is_out_of_reach() -> None:
    nobody, no_name, no_address = await check_links(
        ["http://127.0.0.1:9/x", "http://no-such-name.invalid/", "http://"], SHORT
    )

    assert {one.state for one in (nobody, no_name, no_address)} == {LinkState.UNREACHABLE}


async def test_each_address_is_asked_once_and_a_host_by_two_at_a_time(site: Site) -> None:
    urls = [f"{site.url}/page{number}" for number in range(20)]

    found = await check_links([*urls, *urls], SHORT * 20)

    assert [one.url for one in found] == urls
    assert set(site.asked.values()) == {1}
    assert site.most_at_once <= 2


@asynccontextmanager
async def self_signed(folder: Path) -> AsyncIterator[str]:
    """A site whose certificate nobody has signed but itself, as those of the Ministry are for most machines."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    made = await asyncio.create_subprocess_exec(*words, "-keyout", key, "-out", certificate, stderr=DEVNULL)
    await made.wait()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    runner = web.AppRunner(web.Application())
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await server.start()
    yield f"https://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


def cite(data: Path, *urls: str) -> None:
    """The first answer names these as its sources."""
    file = data / "faq" / "signin" / "password.md"
    sources = "".join(f"  - url: {url}\n    date: 2026\n" for url in urls)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("confidence: advice\n", f"sources:\n{sources}", 1), encoding="utf-8")


@pytest.fixture
def own_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cards of centres name real sites: nobody asks them here."""
    monkeypatch.setattr(report, "_of_cards", lambda _: iter(()))


@pytest.mark.usefixtures("own_links")
def test_dead_moved_and_shut_links_are_told_with_the_answers_that_name_them(
    terminal: Terminal, data: Path, site: Site
) -> None:
    cite(data, f"{site.url}/good", f"{site.url}/gone", f"{site.url}/moved", f"{site.url}/shut", f"{site.url}/broken")

    code, out, err = terminal.run("check", "--links")

    assert code == 1
    assert out.partition("Ошибок: 0.\n")[2].splitlines() == [
        "Страницы больше нет: найдите новую или уберите (1):",
        f"  {site.url}/gone  страницы нет (404)",
        "    signin/password",
        "Переехала: откройте новый адрес и замените (1):",
        f"  {site.url}/moved  → {site.url}/good",
        "    signin/password",
        "Не открылась: попробуйте позже, потом откройте сами (1):",
        f"  {site.url}/broken  сайт сломан (502)",
        "    signin/password",
        "Программе не видна: откройте сами (1):",
        f"  {site.url}/shut  программу не пускает (403), откройте сами",
        "    signin/password",
        "Ссылок: 5, открылись: 1.",
    ]
    assert err.startswith("Открываю 5 адресов")


@pytest.mark.usefixtures("own_links")
def test_nothing_dead_is_no_fault(terminal: Terminal, data: Path, site: Site) -> None:
    cite(data, f"{site.url}/good", f"{site.url}/moved")

    assert terminal.run("check", "--links")[0] == 0


@pytest.mark.usefixtures("own_links")
def test_without_a_network_nothing_is_called_dead(terminal: Terminal, data: Path) -> None:
    cite(data, "http://127.0.0.1:9/one", "http://127.0.0.1:9/two")

    code, out, _ = terminal.run("check", "--links")

    assert code == 1
    assert out.endswith("Ни один адрес не открылся: похоже, здесь нет сети. Ссылки не проверены.\n")


def test_without_the_option_no_address_is_opened(terminal: Terminal, data: Path, site: Site) -> None:
    cite(data, f"{site.url}/good")

    terminal.run("check", "--strict")

    assert site.asked == {}


def test_the_cards_and_the_answers_of_the_release_name_addresses() -> None:
    from zoneinfo import ZoneInfo

    from bot.centres.directory import load as load_directory
    from bot.faq.library import load

    directory, _ = load_directory(Path("data"), ZoneInfo("Europe/Moscow"))
    library, _ = load(Path("data/faq"))

    found = report.links_in(library, directory)

    assert len(found) > 300
    assert all(url.startswith(("http://", "https://")) for url in found)
    assert any(owner.startswith("центр ") for owners in found.values() for owner in owners)


async def test_each_failure_is_told_in_plain_words(site: Site) -> None:
    paths = ("/captcha", ELSEWHERE, "/gone", "/slow", "/circle", "/broken")

    found = await check_links([f"{site.url}{path}" for path in paths], SHORT)

    other = site.url.replace("127.0.0.1", "localhost")
    assert [one.detail for one in found] == [
        "программу не пускает (403), откройте сами",
        f"{other}/good (ведёт на другой сайт: проверьте, тот ли это хозяин)",
        "страницы нет (404)",
        "не ответил за 0.5 с",
        "ведёт по кругу",
        "сайт сломан (502)",
    ]


async def test_a_site_without_a_safe_connection_is_left_to_a_person(site: Site) -> None:
    (found,) = await check_links([site.url.replace("http://", "https://")], SHORT * 4)

    assert (found.state, found.detail) == (LinkState.SHUT, "защищённое соединение не получилось, откройте сами")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
async def test_a_certificate_that_nobody_knows_is_left_to_a_person(tmp_path: Path) -> None:
    async with self_signed(tmp_path) as url:
        (found,) = await check_links([url], SHORT * 8)

    assert found.state is LinkState.SHUT
    assert found.detail.startswith("сертификат сайта не признан")
