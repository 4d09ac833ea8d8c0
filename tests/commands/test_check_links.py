"""`check --links` opens every address of a site of our own; never one of the real network."""

import asyncio
import threading
from collections.abc import Iterator
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
    "/circle": (302, {"Location": "/circle"}),
}


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
