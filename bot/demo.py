"""What the sandbox needs to be played with: consultation hours, marked as invented, and a librarian of her own."""

import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import Application
from bot.centres.centre import CentreId
from bot.centres.rewriting import Editor, Value
from bot.people import Address

MARK = "Демонстрация: часы консультаций здесь придуманы."
LIBRARY = CentreId("pskov-pounb")  # where the librarian works
_HOURS: dict[str, dict[str, str | int]] = {
    LIBRARY: {"hours": "Mo-Fr 10:00-13:00,14:00-17:30", "desks": 2, "minutes": 30, "notice_hours": 2},
    "pechory": {"hours": "Tu,Th 11:00-13:00,14:00-17:00", "desks": 1, "minutes": 30, "notice_hours": 2},
    "ostrov": {"hours": "We,Fr 10:00-14:00", "desks": 1, "minutes": 30, "notice_hours": 24},
}
HORIZON_DAYS = 30


async def furnish(app: Application, folder: Path, librarian: Address, admin: Address) -> None:
    """Opens booking at three centres of a copy of the files, and lets the librarian in by a real invitation."""
    editor = Editor(folder, ZoneInfo(app.zone))
    now = app.clock.now()
    changes: dict[CentreId, dict[str, Value]] = {
        CentreId(id_): {"consultations": hours | {"horizon_days": HORIZON_DAYS}, "notice": {"text": MARK}}
        for id_, hours in _HOURS.items()
        if app.directory.now.centre(id_)
    }
    if LIBRARY not in changes:
        return  # another region's files: its owner tries them as they are
    await asyncio.to_thread(editor.change_centres, changes, (), now)
    await app.directory.refresh()
    token, _ = await app.invitations.make(LIBRARY, admin)
    await app.invitations.accept(token, librarian, "Вера")
