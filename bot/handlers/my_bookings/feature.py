"""What a citizen has booked, and the waitlist for a freed place."""

from bot.booking.waitlist.waitlist import Waitlist
from bot.handlers import refusals
from bot.handlers.feature import Feature, Job
from bot.handlers.my_bookings import acts, proposed_times
from bot.handlers.my_bookings.my_bookings import ROUTES
from bot.handlers.my_bookings.notices import my_booking_renders
from bot.handlers.routes import together


def waitlist_jobs(waitlist: Waitlist) -> tuple[Job, ...]:
    """A place that was freed, or whose offer has expired, goes to the next in line."""
    return (Job("waitlist", 10.0, waitlist.pass_on),)


FEATURE = Feature(
    "my_bookings",
    private_routes=together(ROUTES, acts.ROUTES, proposed_times.ROUTES),
    notices=my_booking_renders,
    jobs=waitlist_jobs,
    refusals=refusals.CITIZEN,
)
