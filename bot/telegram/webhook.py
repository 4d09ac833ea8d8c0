"""Updates brought by Telegram: the same intake, and «200» only when an update is handled, or on disk."""

import asyncio
from hmac import compare_digest

import structlog
from aiohttp import web

from bot.telegram.intake import Intake, read

MAX_BODY = 1_000_000
CLOSING_SECONDS = 1.0  # for requests in hand; each waits for the inbox, not for the answer
LAST_WORDS = 4.0  # seconds that updates in hand get to end when the bot is told to stop
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

log = structlog.get_logger()


class Webhook:
    """A small web server behind the owner's HTTPS proxy."""

    def __init__(self, intake: Intake, secret: str, path: str) -> None:
        self._intake = intake
        self._secret = secret.encode()
        self._app = web.Application(client_max_size=MAX_BODY)
        self._app.router.add_post(path, self._receive)
        self._app.router.add_get("/health", self._health)

    async def run(self, host: str, port: int, stop: asyncio.Event) -> None:
        """Works until told to stop; requests in hand end first."""
        runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
        await runner.setup()
        self._intake.inbox.be_cautious()
        try:
            await web.TCPSite(runner, host, port).start()
            log.info("webhook.listening", port=port)
            await stop.wait()
        finally:
            await runner.cleanup()
            await self._intake.inbox.finish(LAST_WORDS)

    async def _receive(self, request: web.Request) -> web.Response:
        # As bytes: compare_digest refuses text that is not ASCII.
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape"), self._secret):
            return web.Response(status=401)
        try:
            raw = read(await request.read())
        except ValueError:
            return web.Response(status=400)
        held = self._intake.accept(raw)
        await self._intake.secure([held])
        return web.Response(status=200 if held.is_safe else 503)

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")
