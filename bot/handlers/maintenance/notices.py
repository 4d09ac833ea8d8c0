"""What admins are told of the machine."""

from bot.handlers.feature import Renders
from bot.maintenance.backups import COPY_FAILED
from bot.maintenance.disk_space import ROOM_LOW
from bot.outbox.notice import Payload
from bot.screens.maintenance import status
from bot.screens.screen import Screen


def upkeep_renders() -> Renders:
    """By the kind of the notice."""

    async def room_low(payload: Payload) -> Screen:
        return status.room_low(int(payload["free"]))

    async def copy_failed(payload: Payload) -> Screen:
        return status.copy_failed(str(payload["reason"]))

    return {ROOM_LOW: room_low, COPY_FAILED: copy_failed}
