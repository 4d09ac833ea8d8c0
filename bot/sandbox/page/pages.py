"""All open pages: each gets every event in order, over its WebSocket."""

import asyncio
import json
from contextlib import suppress

from aiohttp import WSMsgType, web

from bot.sandbox.events import Event
from bot.sandbox.json_types import Json
from bot.sandbox.page import view
from bot.sandbox.page.actions import perform_action
from bot.sandbox.page.clock_control import ClockControl

MOST_UNREAD = 5_000
HEARTBEAT = 30.0  # seconds
GOODBYE = 0.5  # seconds that a page has to take leave: a sleeping one must not hold up the end


class Pages:
    """Tells the pages what happens and does what they ask."""

    def __init__(self, control: ClockControl) -> None:
        self._control = control
        self._open: dict[web.WebSocketResponse, asyncio.Queue[str]] = {}

    def show(self, event: Event) -> None:
        """Costs nothing while nobody looks."""
        if not self._open:
            return
        for event_json in view.page_events(self._control.state, event):
            frame = json.dumps(event_json)
            for queue in self._open.values():
                self._put(queue, frame)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=GOODBYE)
        await socket.prepare(request)
        queue: asyncio.Queue[str] = asyncio.Queue(MOST_UNREAD)
        self._open[socket] = queue
        self._put(queue, self._hello())
        writing = asyncio.create_task(_write(socket, queue), name="sandbox page")
        try:
            await self._read(socket, queue)
        finally:
            del self._open[socket]
            writing.cancel()
            with suppress(asyncio.CancelledError):
                await writing
        return socket

    async def close(self) -> None:
        goodbyes = (socket.close(code=1001, message=b"the sandbox ends") for socket in list(self._open))
        await asyncio.gather(*goodbyes)

    async def _read(self, socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                answer = await self._answer(frame.data)
                self._put(queue, json.dumps(answer))

    def _put(self, queue: asyncio.Queue[str], frame: str) -> None:
        """A page that reads too slowly loses what waits and gets the whole state instead."""
        if queue.full():
            while not queue.empty():
                queue.get_nowait()
            frame = self._hello()
        queue.put_nowait(frame)

    def _hello(self) -> str:
        return json.dumps(view.hello(self._control.state))

    async def _answer(self, text: str) -> Json:
        try:
            wish = json.loads(text)
        except (ValueError, RecursionError):
            wish = None
        if not isinstance(wish, dict):
            return {"event": "refused", "reason": "Действие должно быть объектом JSON."}
        return await perform_action(self._control, wish)


async def _write(socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
    with suppress(ConnectionError):
        while True:
            await socket.send_str(await queue.get())
