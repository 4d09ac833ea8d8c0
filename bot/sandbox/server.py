"""The sandbox as a whole: a server on this machine only."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from aiohttp import web

from bot.clock import MovableClock
from bot.sandbox.api import BotApiRoutes
from bot.sandbox.limits import MAX_BODY_BYTES
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.page.page_setting import PageSetting
from bot.sandbox.page.pages import Pages
from bot.sandbox.page.routes import PageRoutes
from bot.sandbox.people import DEFAULT_PEOPLE, Group, Person, desk_of
from bot.sandbox.profile import Profile
from bot.sandbox.state import SandboxState
from bot.sandbox.webhook import is_loopback


class Sandbox:
    """Telegram's stand-in: the Bot API for a bot, a chat page for people."""

    def __init__(
        self,
        *,
        token: str,
        clock: MovableClock,
        people: Sequence[Person] = DEFAULT_PEOPLE,
        groups: Sequence[Group] | None = None,
        bot_username: str = "bibliogos_bot",
        bot_name: str = "БиблиоГос",
    ) -> None:
        profile = Profile(_bot_id(token), bot_username, bot_name)
        self.state = SandboxState(clock, profile, people, (desk_of(people),) if groups is None else groups)
        self._control = ClockControl(self.state, clock)
        self._pages = Pages(self._control)
        self.state.notify = self._pages.show
        self._token = token
        self._runner: web.AppRunner | None = None
        self.setting = PageSetting()
        self.url = ""

    @property
    def on_time_moved(self) -> Callable[[], Awaitable[None]] | None:
        return self._control.on_time_moved

    @on_time_moved.setter
    def on_time_moved(self, tell: Callable[[], Awaitable[None]] | None) -> None:
        self._control.on_time_moved = tell

    @property
    def next_moment(self) -> Callable[[], Awaitable[datetime | None]] | None:
        return self._control.next_moment

    @next_moment.setter
    def next_moment(self, ask: Callable[[], Awaitable[datetime | None]] | None) -> None:
        self._control.next_moment = ask

    async def advance(self, by: timedelta) -> None:
        """Winds the clock on, as the page's «перемотать время» does."""
        await self._control.advance(by)

    async def start(self, host: str = "127.0.0.1", port: int = 8080) -> None:
        """Port 0 takes a free one; raises `ValueError` for an address others could reach."""
        if not is_loopback(host):
            raise ValueError("the sandbox serves loopback addresses only")
        app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[_only_from_here])
        app.add_routes(BotApiRoutes(self.state, self._token).routes())
        app.add_routes(PageRoutes(self._pages, self.state.file_store, lambda: self.setting).routes())
        # No access log: its lines would carry the token.
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        shown_host = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown_host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Ends polls, pages and the webhook; may be called twice."""
        self.state.updates.close()
        await self.state.webhook.stop()
        await self._pages.close()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None


def _bot_id(token: str) -> int:
    number = token.partition(":")[0]
    if not (number.isascii() and number.isdigit()):
        raise ValueError("a token begins with the bot's number and a colon")
    return int(number)


@web.middleware
async def _only_from_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A web page of somebody else, or a name that leads here, must not drive the sandbox."""
    if _is_foreign(request):
        raise web.HTTPForbidden(text="Песочница открывается только с этого компьютера.")
    return await handler(request)


def _is_foreign(request: web.Request) -> bool:
    if not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        return True
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc != request.host
    # A picture or a frame of a foreign page bears no Origin; a link that leads to the page is welcome.
    return request.path != "/" and request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
