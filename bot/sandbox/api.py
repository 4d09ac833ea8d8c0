"""The Bot API's routes: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import json
import secrets
from inspect import isawaitable

import structlog
from aiohttp import web

from bot.sandbox.calls import read_call
from bot.sandbox.methods.table import METHODS
from bot.sandbox.methods.undocumented import undocumented
from bot.sandbox.network_faults import Fault
from bot.sandbox.refusal import ApiRefusal, too_large
from bot.sandbox.state import SandboxState

log = structlog.get_logger()

_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class BotApiRoutes:
    """Lets in whoever knows the token."""

    def __init__(self, state: SandboxState, token: str) -> None:
        self._state = state
        self._token = token.encode()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/bot{token}/{method}", self._call),
            web.get("/bot{token}/{method}", self._call, allow_head=False),
            web.get("/file/bot{token}/{path:.+}", self._download, allow_head=False),
        ]

    async def _call(self, request: web.Request) -> web.StreamResponse:
        network, name = self._state.network, request.match_info["method"]
        fault = network.fault_for(name)
        if fault is None:
            return await self._answer(request)
        if fault is Fault.SLOW:
            await network.delay()
        broken = None if fault in {Fault.SLOW, Fault.LOST} else _broken(fault)
        answer = broken or await self._answer(request)
        if fault in {Fault.REFUSE, Fault.LOST} and request.transport:
            request.transport.abort()
        return answer

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            return _json({"ok": True, "result": await self._result(request)})
        except ApiRefusal as refusal:
            return _refused(refusal)
        except web.HTTPRequestEntityTooLarge:
            return _refused(too_large())

    async def _result(self, request: web.Request) -> object:
        self._check_token(request)
        method = METHODS.get(request.match_info["method"].lower())
        if method is None:
            raise ApiRefusal(404, "Not Found")
        call = await read_call(request, method.type, self._state.file_store)
        self._note(undocumented(call, self._state.file_store))
        result = method.run(self._state, call)
        return await result if isawaitable(result) else result

    def _note(self, strange: set[str]) -> None:
        """Telegram takes what it does not know in silence; whoever writes a bot wants to hear of it."""
        for one in sorted(strange - self._state.undocumented):
            log.warning("sandbox.undocumented", parameter=one)
        self._state.undocumented |= strange

    async def _download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except ApiRefusal as refusal:
            return _refused(refusal)
        stored = self._state.file_store.get(request.match_info["path"].removeprefix("files/"))
        if stored is None:
            return _refused(ApiRefusal(404, "Not Found: file not found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        if not secrets.compare_digest(request.match_info["token"].encode(), self._token):
            raise ApiRefusal(401, "Unauthorized")


def _json(answer: dict[str, object], status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(answer).encode(), status=status, content_type="application/json")


def _refused(refusal: ApiRefusal) -> web.Response:
    answer: dict[str, object] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.retry_after is not None:
        answer["parameters"] = {"retry_after": refusal.retry_after}
    return _json(answer, refusal.code)


def _broken(fault: Fault) -> web.Response:
    if fault is Fault.ERROR:
        return _refused(ApiRefusal(500, "Internal Server Error"))
    return web.Response(text=_BAD_GATEWAY, status=502, content_type="text/html")
