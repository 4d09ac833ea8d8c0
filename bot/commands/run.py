"""The command `run`: the bot itself."""

import asyncio
import gc
import sys

from bot.app import logs
from bot.settings import Settings


def run(settings: Settings, *, new: bool) -> int:
    """Runs the bot until it is told to stop; `new` allows an empty database at a place of one's own."""
    secrets = (settings.bot_token, settings.bot_proxy, settings.webhook_secret, settings.statistics_key)
    logs.set_up(settings.log_level, *(secret.get_secret_value() for secret in secrets if secret))
    # Most objects of an update die at once, those of an import never: collecting seldom saves a tenth of either.
    gc.set_threshold(20_000, 20, 50)
    from bot.app.runner import serve

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(serve(settings, new=new))


def _loop_factory() -> "type[asyncio.AbstractEventLoop] | None":
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.Loop
