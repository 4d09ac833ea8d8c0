"""A citizen's own visits under odd presses: forged, old, somebody else's, in a group; and what is no longer told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.booking.booking import Booking, BookingId, DayWish, Interval, PlaceInLineId, State, Visitor, Wish
from bot.booking.closing import ClosingDesk
from bot.booking.desk import BookingDesk
from bot.booking.promises import (
    PLACE_OFFERED,
    REMINDER_EVE,
    REMINDER_SOON,
    VISIT_CALLED_OFF,
    VISIT_DISPLACED,
    VISIT_MOVED,
    VISIT_OVER,
)
from bot.booking.visits import VisitDesk
from bot.booking.wait_list import WaitList
from bot.centres.centre import CentreId
from bot.handlers.guide import Guide
from bot.handlers.seen_visits import OwnVisits
from bot.handlers.visit_renders import visit_renders
from bot.outbox.notice import Payload
from bot.people import Address, Reminders
from bot.screens.action import Action
from bot.screens.button_moments import minute_of
from bot.screens.own_visit_actions import (
    AcceptOffer,
    CancelVisit,
    DeclineOffer,
    LeaveLine,
    MoveTo,
    MoveToDay,
    MoveVisit,
    RateVisit,
    SayWhy,
    ShowPlaceInLine,
    ShowVisit,
    VisitCalendar,
    WayThere,
    WillCome,
)
from bot.screens.packing import pack
from bot.screens.screen import Screen
from bot.settings import ServiceMode
from tests.telegram import DATA, IDS, StraightStage, straight_stage

ANNA, BORIS, VERA = (Address("telegram", IDS[name]) for name in ("anna", "boris", "vera"))
STRANGER = Address("telegram", 5005)
POUNB, OSTROV = CentreId("pskov-pounb"), CentreId("ostrov")
FRIDAY_NOON = datetime(2026, 11, 27, 9, tzinfo=UTC)
GROUP = {"id": -1001, "type": "supergroup", "title": "Стол"}
ANYTHING = 2**53
ON_A_VISIT: list[Action] = [
    ShowVisit(ANYTHING),
    MoveVisit(ANYTHING),
    MoveVisit(ANYTHING, 5),
    MoveToDay(ANYTHING, 20261127),
    MoveTo(ANYTHING, minute_of(FRIDAY_NOON)),
    CancelVisit(ANYTHING, sure=True),
    SayWhy(ANYTHING, "ill"),
    WillCome(ANYTHING),
    WayThere(ANYTHING),
    VisitCalendar(ANYTHING),
    RateVisit(ANYTHING, 5),
    AcceptOffer(ANYTHING),
    DeclineOffer(ANYTHING),
]


@pytest.fixture(scope="module")
def bookable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files with consultation hours, written once: no test here changes them."""
    folder = tmp_path_factory.mktemp("bookable")
    asyncio.run(_open_booking(folder))
    return folder / "data"


async def _open_booking(folder: Path) -> None:
    async with straight_stage(folder) as stage:
        await stage.open_booking()


@pytest.fixture
async def stage(bookable: Path, tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, data_dir=bookable) as stage:
        yield stage


def own(stage: StraightStage) -> OwnVisits:
    found = stage.app.dispatcher.workflow_data["own"]
    assert isinstance(found, OwnVisits)
    return found


def desk(stage: StraightStage) -> BookingDesk:
    return own(stage).booking


def line(stage: StraightStage) -> WaitList:
    return own(stage).line


async def booked(
    stage: StraightStage, who: Address = ANNA, at: datetime = FRIDAY_NOON, centre: str = OSTROV
) -> Booking:
    return await desk(stage).book(who, Wish(CentreId(centre), "doctor", at, Visitor("Кто-то")))


async def told(stage: StraightStage, kind: str, booking: Booking, **more: str | int) -> Screen | None:
    payload: Payload = {"booking": booking.id, "revision": booking.revision, **more}
    return await visit_renders(own(stage))[kind](payload)


async def press(stage: StraightStage, person: str, action: Action) -> str:
    stage.clock.advance(timedelta(seconds=5))  # nobody presses faster
    await stage.press_data(person, pack(action))
    return (await stage.next(person)).text


async def test_a_button_of_no_visit_is_answered_with_the_way_to_the_list(stage: StraightStage) -> None:
    said = [await press(stage, "anna", action) for action in ON_A_VISIT]

    assert [text for text in said if not text.startswith("Этой записи больше нет")] == []


async def test_somebody_elses_visit_is_neither_shown_nor_changed(stage: StraightStage) -> None:
    booking = await booked(stage)
    pressed = [replace(action, booking=booking.id) for action in ON_A_VISIT]  # type: ignore[call-arg]  # - each of them is about a booking

    said = [await press(stage, "boris", action) for action in pressed]

    assert [text for text in said if not text.startswith("Эта запись не ваша")] == []
    assert await desk(stage).own(ANNA, booking.id) == booking


async def test_somebody_elses_place_in_line_is_as_good_as_none(stage: StraightStage) -> None:
    await full_friday(stage)
    mine = await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    places = (mine.id, PlaceInLineId(ANYTHING))

    said = [await press(stage, "boris", kind(place)) for kind in (ShowPlaceInLine, LeaveLine) for place in places]

    assert [text for text in said if not text.startswith("В этой очереди вас уже нет")] == []
    assert await line(stage).of(ANNA, FRIDAY_NOON.date()) == [mine]


async def full_friday(stage: StraightStage) -> Booking:
    """One visit is left of Friday at Ostrov, and it is taken by somebody."""
    opens, closes = FRIDAY_NOON - timedelta(hours=2), FRIDAY_NOON + timedelta(hours=2)
    rest = Interval(opens + timedelta(minutes=40), closes)
    await ClosingDesk(desk(stage)._office).close(VERA, OSTROV, rest)
    return await desk(stage).book(STRANGER, Wish(OSTROV, "registration", opens, Visitor("Первый")))


async def test_an_offer_that_expired_goes_to_the_next_in_line(stage: StraightStage) -> None:
    first = await full_friday(stage)
    for_friday = DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Кто-то"))
    await line(stage).join(ANNA, for_friday)
    await line(stage).join(BORIS, for_friday)
    await desk(stage).cancel(STRANGER, first.id)
    await stage.pass_time(timedelta())
    offered = await stage.next("anna")
    await stage.pass_time(timedelta(minutes=31))
    listed = (await own(stage).ahead(ANNA))[0]

    await line(stage).pass_on()
    await stage.pass_time(timedelta())

    assert (await stage.next("boris")).text.startswith("Для вас освободилось место")
    assert (offered.text.startswith("Для вас освободилось место"), listed.is_held) == (True, False)
    assert await own(stage).ahead(ANNA) == []
    assert (await press(stage, "anna", ShowVisit(listed.booking.id))).startswith("Это место вас больше не ждёт")


async def test_a_place_in_line_for_a_day_that_is_over_is_no_longer_shown(stage: StraightStage) -> None:
    await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    stage.clock.advance(FRIDAY_NOON - stage.clock.now() + timedelta(hours=6))
    before = await own(stage).waiting(ANNA)

    stage.clock.advance(timedelta(hours=7))  # past midnight in Ostrov, the same day in UTC

    assert (len(before), await own(stage).waiting(ANNA)) == (1, [])


async def test_a_place_at_a_centre_that_is_gone_is_still_shown(stage: StraightStage) -> None:
    await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    nowhere = replace(own(stage), guide=Nowhere(own(stage).guide))  # type: ignore[arg-type]  # - an honest small guide

    assert [one.centre for one in await nowhere.waiting(ANNA)] == [None]


class Nowhere:
    """A guide after every centre has been taken off the directory."""

    def __init__(self, guide: Guide) -> None:
        self.zone, self.clock = guide.zone, guide.clock

    def centre(self, id_: str) -> None:
        return None


async def test_a_visit_to_a_centre_that_is_gone_is_told_in_the_zone_of_the_region(stage: StraightStage) -> None:
    visit = replace(own(stage), guide=Nowhere(own(stage).guide)).seen(await booked(stage))  # type: ignore[arg-type]  # - as above

    assert (visit.centre, visit.starts.isoformat()) == (None, "2026-11-27T12:00:00+03:00")


async def test_in_a_group_the_list_is_not_shown(stage: StraightStage) -> None:
    await booked(stage)

    await stage.feed(message=stage.message("anna", text="/my") | {"chat": GROUP})

    (shown,) = stage.wire.inbox[GROUP["id"]]  # type: ignore[index]  # - a number
    assert shown.text.startswith("Ваши записи я показываю только вам")


async def test_where_only_information_is_given_nobody_is_sent_to_book(bookable: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path, data_dir=bookable, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.say("anna", "/my")
        listed = await stage.next("anna")
        await stage.say("anna", "/settings")

        assert ("📅 Записаться" in listed.labels, "напоминаю" in (await stage.next("anna")).text) == (False, False)


async def test_a_moment_that_is_none_is_an_outdated_button(stage: StraightStage) -> None:
    said = [await press(stage, "anna", MoveTo(1, minute)) for minute in (0, ANYTHING)]

    assert [text for text in said if not text.startswith("Эта кнопка устарела")] == []


async def test_a_day_that_is_none_or_has_no_times_is_answered_with_all_days(stage: StraightStage) -> None:
    booking = await booked(stage)
    days = (0, 20260230, ANYTHING, 20261128, 20991231)

    said = [await press(stage, "anna", MoveToDay(booking.id, day)) for day in days]

    assert [text for text in said if not text.startswith("Перенести запись")] == []


async def test_a_move_to_a_time_nobody_offers_is_answered_with_the_nearest(stage: StraightStage) -> None:
    booking = await booked(stage)

    said = await press(stage, "anna", MoveTo(booking.id, minute_of(FRIDAY_NOON + timedelta(minutes=7))))

    assert said.startswith("На это время записи нет.")
    assert "Пока вы записаны как прежде: пятница, 27 ноября, 12:00." in said


async def test_at_a_centre_that_no_longer_takes_bookings_the_visit_stands(stage: StraightStage) -> None:
    booking = await booked(stage)
    stage._settings = stage._settings.model_copy(update={"data_dir": DATA})
    await stage.restart()
    pressed = (MoveVisit(booking.id), MoveTo(booking.id, minute_of(FRIDAY_NOON + timedelta(hours=1))))

    said = [await press(stage, "anna", action) for action in pressed]

    assert (len(set(said)), said[0].startswith("Другого свободного времени в этом центре сейчас нет.")) == (1, True)
    assert said[0].endswith("Пока вы записаны как прежде: пятница, 27 ноября, 12:00.")
    assert await desk(stage).own(ANNA, booking.id) == booking


async def test_what_cannot_be_changed_any_more_says_what_became_of_it(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    pressed = (MoveVisit(booking.id), MoveTo(booking.id, minute_of(FRIDAY_NOON)), WillCome(booking.id))

    said = [await press(stage, "anna", action) for action in pressed]

    assert set(said) == {"Эта запись отменена: пятница, 27 ноября, 12:00.\n\nМожно записаться снова."}


async def test_who_does_not_say_why_is_not_asked_again(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    said = [await press(stage, "anna", SayWhy(booking.id, why)) for why in ("nothing", "no-such-reason")]

    assert [text for text in said if not text.startswith("Главное меню")] == []
    assert (await desk(stage).own(ANNA, booking.id)).reason is None


async def test_the_reason_is_kept_for_the_library_as_it_was_chosen(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    await press(stage, "anna", SayWhy(booking.id, "ill"))

    assert (await desk(stage).own(ANNA, booking.id)).reason == "Болезнь"


async def test_the_visit_is_rated_by_the_last_word_and_only_from_one_to_five(stage: StraightStage) -> None:
    booking = await visited(stage)

    await press(stage, "anna", RateVisit(booking.id, 2))
    await press(stage, "anna", RateVisit(booking.id, 4))
    said = await press(stage, "anna", RateVisit(booking.id, 6))

    assert (said.startswith("Этой записи больше нет"), (await desk(stage).own(ANNA, booking.id)).rating) == (True, 4)


async def visited(stage: StraightStage) -> Booking:
    """Anna has come to Vera's library."""
    booking = await booked(stage, at=datetime(2026, 11, 24, 12, tzinfo=UTC), centre=POUNB)
    stage.clock.advance(timedelta(hours=3))
    await stage.pass_time(timedelta())
    came = await VisitDesk(desk(stage)._office).arrived(VERA, booking.id)
    stage.wire.inbox.clear()
    return came


async def test_nothing_is_told_of_a_visit_moved_since(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).move(ANNA, booking.id, FRIDAY_NOON + timedelta(hours=1))

    kinds = (REMINDER_EVE, REMINDER_SOON, VISIT_MOVED, VISIT_DISPLACED, PLACE_OFFERED)
    said = [await told(stage, kind, booking, **{"from": booking.starts_at.isoformat()}) for kind in kinds]

    assert said == [None] * len(kinds)


async def test_nothing_is_told_of_a_visit_cancelled_by_oneself_or_never_made(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    assert [await told(stage, kind, booking) for kind in (REMINDER_EVE, REMINDER_SOON, VISIT_OVER)] == [None] * 3
    assert await told(stage, VISIT_CALLED_OFF, replace(booking, id=BookingId(2**53))) is None


async def test_a_reminder_is_not_told_once_the_visit_has_begun_or_its_person_is_forgotten(stage: StraightStage) -> None:
    booking, other = await booked(stage), await booked(stage, BORIS, FRIDAY_NOON + timedelta(hours=1))
    await desk(stage).forget(BORIS)
    assert await told(stage, REMINDER_SOON, booking) is not None

    stage.clock.advance(FRIDAY_NOON - stage.clock.now())

    assert [await told(stage, REMINDER_SOON, one) for one in (booking, other)] == [None, None]


async def test_the_wish_is_asked_when_the_reminder_is_due(stage: StraightStage) -> None:
    booking = await booked(stage)
    wishes = [Reminders(eve, soon) for eve in (True, False) for soon in (True, False)]

    said = [await reminded(stage, booking, wish) for wish in wishes]

    assert said == wishes


async def reminded(stage: StraightStage, booking: Booking, wish: Reminders) -> Reminders:
    """Which reminders are told to who wishes so."""
    await own(stage).people.set_reminders(ANNA, wish)
    return Reminders(*[bool(await told(stage, kind, booking)) for kind in (REMINDER_EVE, REMINDER_SOON)])


async def test_who_has_rated_already_is_not_asked(stage: StraightStage) -> None:
    booking = await visited(stage)
    before = await told(stage, VISIT_OVER, booking)
    await desk(stage).rate(ANNA, booking.id, 5)

    assert (before is not None, await told(stage, VISIT_OVER, booking)) == (True, None)


async def test_times_proposed_that_have_passed_are_left_out(stage: StraightStage) -> None:
    booking = await booked(stage)
    await ClosingDesk(desk(stage)._office).close(VERA, OSTROV, booking.slot.interval)
    past, ahead = stage.clock.now() - timedelta(hours=1), stage.clock.now() + timedelta(days=9)

    screen = await told(stage, VISIT_DISPLACED, booking, times=f"{past.isoformat()} {ahead.isoformat()}")
    none = await told(stage, VISIT_DISPLACED, booking, times="")

    assert screen is not None
    assert none is not None
    assert (len(screen.rows), len(none.rows)) == (4, 3)


async def test_an_offer_is_not_told_after_it_has_expired(stage: StraightStage) -> None:
    first = await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    await desk(stage).cancel(STRANGER, first.id)
    (offer,) = await desk(stage).of(ANNA)
    before = await told(stage, PLACE_OFFERED, offer)

    stage.clock.advance(timedelta(minutes=31))

    assert (offer.state, before is not None, await told(stage, PLACE_OFFERED, offer)) == (State.OFFERED, True, None)
