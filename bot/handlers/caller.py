"""Gives each handler those of the provided values that its signature names."""

from collections.abc import Iterable, Mapping
from inspect import signature

from bot.handlers.routes import Handler


class Caller:
    """Calls handlers by name of argument; signatures are read once."""

    def __init__(self, handlers: Iterable[Handler]) -> None:
        self._named = {handler: tuple(signature(handler).parameters) for handler in handlers}

    async def call(self, handler: Handler, provided: Mapping[str, object]) -> None:
        """Calls one handler with what it asks for; it keeps its own default where nothing is provided."""
        await handler(**{name: provided[name] for name in self._named[handler] if name in provided})
