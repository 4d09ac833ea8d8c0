"""Demo data of the sandbox: consultation hours, marked as invented, and a librarian."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.app.application import Application
from bot.booking.booking import Slot, Visitor, Wish
from bot.booking.refusals import Refusal
from bot.booking.slots import bookable_days, day_grid
from bot.centres.centre import Centre, CentreId
from bot.centres.editing import Editor, Value
from bot.people import Address
from bot.region.region import DemoHours
from bot.sandbox.page.page_setting import PageSetting

MARK = "Демонстрация: часы консультаций здесь придуманы."
HORIZON_DAYS = 30
_PLACES = 7  # to choose from on the page
_GUESTS = {"Мария (пример)": "recovery", "Пётр (пример)": "registration", "Ольга (пример)": "doctor"}
_LENGTH = timedelta(minutes=30)


async def open_demo_booking(app: Application, folder: Path, librarian: Address, admin: Address) -> None:
    """Opens booking at three centres of a copy of the files, and lets the librarian in by a real invitation."""
    editor = Editor(folder, app.services.common.zone)
    now = app.clock.now()
    demo = demo_hours(app)
    if not demo:
        return  # a region without a demo: its owner tries the files as they are
    changes: dict[CentreId, dict[str, Value]] = {
        CentreId(one.centre): {"consultations": _consultations(one), "notice": {"text": MARK}} for one in demo
    }
    await asyncio.to_thread(editor.change_centres, changes, (), now)
    await app.services.files.directory.refresh()
    token, _ = await app.services.staff.invitations.make(CentreId(demo[0].centre), admin)
    await app.services.staff.invitations.accept(token, librarian, "Вера")
    await app.services.staff.reachability.heard(admin)  # both have their chats open on the page


def demo_hours(app: Application) -> tuple[DemoHours, ...]:
    """The demo of the region, of the centres that there are; the librarian works at the first."""
    directory = app.services.files.directory.now
    return tuple(one for one in app.services.files.region.region.demo if directory.centre(one.centre))


def _consultations(demo: DemoHours) -> dict[str, str | int]:
    numbers = {"desks": demo.desks, "minutes": demo.minutes, "notice_hours": demo.notice_hours}
    return {"hours": demo.hours, **numbers, "horizon_days": HORIZON_DAYS}


def page_setting(app: Application) -> PageSetting:
    """The zone of the region, and its largest places on the map to send."""
    zone, now = app.services.common.zone, app.clock.now()
    known = [one for one in app.services.files.directory.now.settlements if one.point]
    largest = sorted(known, key=lambda one: -one.population)[:_PLACES]
    places = tuple((one.name, one.point.lat, one.point.lon) for one in largest if one.point)
    ahead = now.astimezone(zone).utcoffset() or timedelta()
    return PageSetting(zone.key, ahead / timedelta(hours=1), places)


async def add_demo_visits(app: Application, librarian: Address) -> None:
    """Adds a few bookings made by phone, so that the librarian's day is not empty and no notice is due."""
    demo = demo_hours(app)
    centre = app.services.files.directory.now.centre(demo[0].centre) if demo else None
    if centre is None or centre.consultations is None:
        return
    for (called, topic), slot in zip(_GUESTS.items(), _next_times(centre, app.clock.now()), strict=False):
        with suppress(Refusal):  # another region's topics
            await app.services.visits.day_view.visits.phoned(
                librarian, Wish(centre.id, topic, slot.starts_at, Visitor.named(called))
            )


def _next_times(centre: Centre, now: datetime) -> list[Slot]:
    """Every second free time of today, or of the next day with consultations."""
    for day in bookable_days(centre, now, notice=False):
        ahead = [slot for slot in day_grid(centre, day, _LENGTH) if slot.starts_at > now]
        if ahead:
            return ahead[::2]
    return []
