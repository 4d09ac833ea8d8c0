"""What tests of a citizen's visits share: the desks behind the chat, short ways to book and to press."""

from datetime import UTC, datetime, timedelta

from bot.booking.booking import Booking, Interval, Visitor, Wish
from bot.booking.booking_service import BookingService
from bot.booking.closures.closure_service import ClosureService
from bot.booking.librarian_service import LibrarianService
from bot.booking.waitlist.waitlist import Waitlist
from bot.centres.centre import CentreId
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.my_bookings.notices import my_booking_renders
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.screen import Screen
from tests.stage import IDS, StraightStage

ANYTHING = 2**53  # the largest number that a button may carry
ANNA, BORIS, VERA = (Address("telegram", IDS[name]) for name in ("anna", "boris", "vera"))
STRANGER = Address("telegram", 5005)
POUNB, OSTROV = CentreId("pskov-pounb"), CentreId("ostrov")
FRIDAY_NOON = datetime(2026, 11, 27, 9, tzinfo=UTC)


def own(stage: StraightStage) -> MyBookings:
    found = stage.app.edge.dispatcher.workflow_data["own"]
    assert isinstance(found, MyBookings)
    return found


def desk(stage: StraightStage) -> BookingService:
    return own(stage).booking


def line(stage: StraightStage) -> Waitlist:
    return own(stage).line


async def booked(
    stage: StraightStage, who: Address = ANNA, at: datetime = FRIDAY_NOON, centre: str = OSTROV
) -> Booking:
    return await desk(stage).book(who, Wish(CentreId(centre), "doctor", at, Visitor("Кто-то")))


async def told(stage: StraightStage, kind: str, booking: Booking, **more: str | int) -> Screen | None:
    payload: Payload = {"booking": booking.id, "revision": booking.revision, **more}
    return await my_booking_renders(own(stage))[kind](payload)


async def press(stage: StraightStage, person: str, action: Action) -> str:
    stage.clock.advance(timedelta(seconds=5))  # nobody presses faster
    await stage.press_data(person, pack(action))
    return (await stage.next(person)).text


async def full_friday(stage: StraightStage) -> Booking:
    """One visit is left of Friday at Ostrov, and it is taken by somebody."""
    opens, closes = FRIDAY_NOON - timedelta(hours=2), FRIDAY_NOON + timedelta(hours=2)
    rest = Interval(opens + timedelta(minutes=40), closes)
    await ClosureService(desk(stage)._booking_context).close(VERA, OSTROV, rest)
    return await desk(stage).book(STRANGER, Wish(OSTROV, "registration", opens, Visitor("Первый")))


async def visited(stage: StraightStage) -> Booking:
    """Anna has come to Vera's library."""
    booking = await booked(stage, at=datetime(2026, 11, 24, 12, tzinfo=UTC), centre=POUNB)
    stage.clock.advance(timedelta(hours=3))
    await stage.pass_time(timedelta())
    came = await LibrarianService(desk(stage)._booking_context).mark_arrived(VERA, booking.id)
    stage.wire.inbox.clear()
    return came


class Nowhere:
    """A guide after every centre has been taken off the directory."""

    def __init__(self, guide: CentreLookup) -> None:
        self.zone, self.clock = guide.zone, guide.clock

    def centre(self, id_: str) -> None:
        return None
