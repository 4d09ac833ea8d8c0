"""Renders the daily letters and the notices to admins at the moment of sending."""

from bot.handlers.feature import Renders
from bot.maintenance.backups import COPY_FAILED
from bot.maintenance.disk_space import ROOM_LOW
from bot.outbox.notice import Payload
from bot.screens.maintenance import warnings
from bot.screens.screen import Screen


def maintenance_renders() -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def room_low(payload: Payload) -> Screen:
        return warnings.room_low(int(payload["free"]))

    async def copy_failed(payload: Payload) -> Screen:
        return warnings.copy_failed(str(payload["reason"]))

    return {ROOM_LOW: room_low, COPY_FAILED: copy_failed}
