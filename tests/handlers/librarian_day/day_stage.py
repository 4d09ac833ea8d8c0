"""What tests of the librarian's day share: Вера works at the library, Глеб is an admin."""

from datetime import UTC, datetime

from bot.booking.booking import Booking, Visitor, Wish
from bot.booking.booking_service import BookingService
from bot.centres.centre import CentreId
from bot.handlers.librarian_day.day_view import DayView
from bot.people import Address
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.time_codes import day_code
from tests.stage import IDS, StraightStage

PSKOV = CentreId("pskov-pounb")
TODAY = datetime(2026, 11, 24, tzinfo=UTC).date()
ON = day_code(TODAY)
THREE = datetime(2026, 11, 24, 12, tzinfo=UTC)  # of the afternoon there
ANNA, BORIS, VERA = (Address("telegram", IDS[name]) for name in ("anna", "boris", "vera"))
GROUP = {"id": -1001, "type": "supergroup", "title": "Стол"}
OUTDATED = "Эта кнопка устарела."
NOT_YOURS = "Это могут только библиотекари этого центра."


def hush(stage: StraightStage) -> None:
    stage.wire.inbox.clear()
    stage.wire.changes.clear()


def day_book(stage: StraightStage) -> DayView:
    book = stage.app.edge.dispatcher.workflow_data["day_view"]
    assert isinstance(book, DayView)
    return book


async def booked(stage: StraightStage, called: str = "Анна", at: datetime = THREE) -> Booking:
    desk: BookingService = day_book(stage).booking
    return await desk.book(ANNA, Wish(PSKOV, "recovery", at, Visitor(called)))


async def said(stage: StraightStage, person: str = "vera") -> str:
    return "\n".join([shown.text for shown in stage.wire.inbox.pop(IDS[person], ())])


async def pressed(stage: StraightStage, action: Action, person: str = "vera") -> str:
    hush(stage)
    await stage.press_data(person, pack(action))
    return await said(stage, person)


async def state_of(stage: StraightStage, booking: Booking) -> Booking | None:
    return await day_book(stage).booking.told_of(booking.id)


async def also_at(stage: StraightStage, centre: str) -> None:
    invitations = stage.app.services.staff.invitations
    token, _ = await invitations.make(CentreId(centre), Address("telegram", IDS["gleb"]))
    await invitations.accept(token, VERA, "Вера")
    await stage.app.edge.delivery_worker.deliver_due()
    hush(stage)
