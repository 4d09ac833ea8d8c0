"""The worker that takes notices from the outbox and sends them, with the words of every kind of notice."""

from bot.app.basics import Basics
from bot.app.services import Services, by_name
from bot.app.stores import Stores
from bot.booking.booking import BookingId
from bot.centres.centre import CentreId
from bot.handlers.all_features import renders_of_all
from bot.handlers.notice_sender import NoticeSender
from bot.handlers.staff.forum_topics import with_topics
from bot.outbox.delivery_worker import DeliveryWorker
from bot.outbox.notice import Payload
from bot.outbox.rate_limiter import RateLimiter
from bot.people import Address
from bot.screens.screen import Screen
from bot.telegram.owed_answers import answer_renders


def build_delivery_worker(
    sender: NoticeSender, limiter: RateLimiter, basics: Basics, stores: Stores, services: Services
) -> DeliveryWorker[Screen]:
    """A group that is gone is forgotten; of a citizen whom nothing reaches librarians are told."""

    async def gone(reader: Address) -> None:
        if reader.id < 0:  # a group
            await services.staff.group_chats.lost(reader)
        else:
            is_news = await stores.people.reachable(reader)
            await stores.people.set_reachable(reader, since=basics.clock.now())
            if is_news:  # else the librarian was told as the answer was sent
                await services.staff.answer_service.not_delivered(reader)

    async def centre_of(payload: Payload) -> CentreId | None:
        if "centre" in payload:
            return CentreId(str(payload["centre"]))
        booking = (
            await services.visits.booking.told_of(BookingId(int(payload["booking"]))) if "booking" in payload else None
        )
        return booking.centre if booking else None

    def topic_of(chat: Address) -> int | None:
        linked = services.staff.group_chats.of_chat(chat)
        return linked[0].forum_topic if linked else None

    told = with_topics(renders_of_all(by_name(stores, services)), services.staff.group_chats, centre_of)
    renders = {**answer_renders(stores.notices, basics.clock, topic_of), **told}
    return DeliveryWorker(stores.notices, sender, renders, gone, limiter, basics.clock, basics.awake)
