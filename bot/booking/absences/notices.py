"""The notice by which the visits of an absent librarian are offered to the colleagues on duty."""

from collections.abc import Iterator
from datetime import datetime

from bot.booking.absences.absence import Absence, CentreWithout
from bot.outbox.notice import Notice, Payload

VISITS_TO_TAKE = "visits_to_take"  # payload: absence, centre, bookings by spaces, by: who is absent


def visits_to_take(absence: Absence, without: CentreWithout, now: datetime) -> Iterator[Notice]:
    """One to each colleague who is there then, worth saying until the last of the visits is over."""
    for offer in without.offers:
        bookings = " ".join(str(one.id) for one in offer.visits)
        key = f"{VISITS_TO_TAKE}:{absence.id}:{without.centre.id}:{offer.to.channel}:{offer.to.id}:{bookings}"
        told: Payload = {
            "absence": absence.id,
            "centre": without.centre.id,
            "bookings": bookings,
            "by_channel": absence.person.channel,
            "by": absence.person.id,
        }
        yield Notice(offer.to, VISITS_TO_TAKE, key, now, told, offer.visits[-1].ends_at)
