from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from tests.sandbox.asking import TOKEN, Raw


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Host": "evil.example"},
        {"Host": "evil.example:8080", "Origin": "http://evil.example:8080"},
    ],
)
async def test_a_foreign_page_cannot_drive_the_sandbox(sandbox: Sandbox, raw: Raw, headers: dict[str, str]) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await raw.http.ws_connect(f"{sandbox.url}/chat", headers=headers)

    assert refused.value.status == 403
    async with raw.http.post(f"{sandbox.url}/chat/file", data=b"x", headers=headers) as response:
        assert response.status == 403


@pytest.mark.parametrize(
    ("path", "site", "status"),
    [
        ("/bot42:TEST/getMe", "cross-site", 403),
        ("/bot42:TEST/getMe", "same-site", 403),
        ("/bot42:TEST/getMe", "same-origin", 200),
        ("/chat/file/none", "cross-site", 403),
        ("/chat/file/none", "none", 404),
    ],
)
async def test_a_picture_on_a_foreign_page_cannot_call_anything(
    sandbox: Sandbox, raw: Raw, path: str, site: str, status: int
) -> None:
    async with raw.http.get(sandbox.url + path, headers={"Sec-Fetch-Site": site}) as response:
        assert response.status == status


async def test_a_link_may_lead_to_the_page(
    sandbox: Sandbox, raw: Raw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("чат", encoding="utf-8")
    monkeypatch.setattr("bot.sandbox.page.routes.PAGE", tmp_path / "page.html")

    async with raw.http.get(sandbox.url, headers={"Sec-Fetch-Site": "cross-site"}) as response:
        assert await response.text() == "чат"


async def test_the_own_page_may_drive_the_sandbox(sandbox: Sandbox, raw: Raw) -> None:
    async with raw.http.ws_connect(f"{sandbox.url}/chat", origin=sandbox.url) as page:
        assert (await page.receive_json())["event"] == "hello"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.1", "example.org"])  # noqa: S104 - must be refused
async def test_the_sandbox_serves_this_machine_only(host: str) -> None:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())

    with pytest.raises(ValueError, match="loopback"):
        await sandbox.start(host, port=0)


def test_a_token_begins_with_the_bots_number() -> None:
    with pytest.raises(ValueError, match="number"):
        Sandbox(token="TEST", clock=MovableClock())


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        ("<script>start()</script>", "'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='"),
        ("<p onclick='start()'>", "'none'"),
    ],
)
async def test_only_the_scripts_of_the_page_itself_may_run(
    sandbox: Sandbox, raw: Raw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, scripts: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    monkeypatch.setattr("bot.sandbox.page.routes.PAGE", file)

    async with raw.http.get(sandbox.url) as response:
        assert await response.text() == page
        policy = response.headers["Content-Security-Policy"]

    assert policy.startswith(f"default-src 'none'; script-src {scripts};")
