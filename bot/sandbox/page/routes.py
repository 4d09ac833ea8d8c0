"""The page's routes: `/`, `/chat` and `/chat/file`."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.file_store import FileStore
from bot.sandbox.methods.pictures import picture
from bot.sandbox.page.page_setting import PageSetting
from bot.sandbox.page.pages import Pages

PAGE = Path(__file__).with_name("page.html")
MOST_UPLOAD = 20 * 1024 * 1024
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_NO_SNIFFING = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


class PageRoutes:
    """Gives the page, its socket and its files."""

    def __init__(self, pages: Pages, file_store: FileStore, setting: Callable[[], PageSetting] = PageSetting) -> None:
        """`setting` is asked anew for each page: the region is known only when its bot is up."""
        self._pages = pages
        self._file_store = file_store
        self._setting = setting

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._index),
            web.get("/chat", self._pages.serve, allow_head=False),
            web.post("/chat/file", self._upload),
            web.get("/chat/file/{id}", self._file, allow_head=False),
        ]

    async def _index(self, _request: web.Request) -> web.Response:
        text = self._setting().put_into(PAGE.read_text(encoding="utf-8"))
        headers = _NO_SNIFFING | {"Content-Security-Policy": _policy(text), "Referrer-Policy": "no-referrer"}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def _upload(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > MOST_UPLOAD:
            raise web.HTTPRequestEntityTooLarge(MOST_UPLOAD, request.content_length or 0)
        content = await request.read()
        stored = self._file_store.put(request.query.get("name", "file")[:200], request.content_type, content)
        return web.json_response({"file": stored.id})

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._file_store.get(request.match_info["id"])
        if stored is None:
            raise web.HTTPNotFound(text="Файл больше не хранится.")
        seen = picture(stored.content)
        if seen:
            return web.Response(body=stored.content, content_type=seen.mime, headers=_NO_SNIFFING)
        name = f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}"
        headers = _NO_SNIFFING | {"Content-Disposition": name}
        return web.Response(body=stored.content, content_type="application/octet-stream", headers=headers)


def _policy(page: str) -> str:
    """Only the scripts written in the page itself may run."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in _SCRIPT.findall(page)) or "'none'"
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src 'self' data: blob:; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
