"""«трое пришли без записи, паспорт» and «позвонила Антипова, просится на среду в 11»: only what is missing is asked."""

from bot.centres.centre import Centre
from bot.handlers.acts.which_centre import centre_of, own_or_all
from bot.handlers.librarian_day import walk_ins
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.librarian_day import navigation, said
from bot.screens.librarian_day import walk_ins as screens
from bot.screens.librarian_day.entry_actions import GuestCame, PhoneSoonest
from bot.screens.librarian_day.prompts import WalkInTopicPrompt
from bot.understanding.acts import Act, ActName


async def walk_in(talk: Talk, act: Act, text: str, day_view: DayView) -> None:
    """One who came is written down at once, for that is taken back by a press; several are shown before."""
    centre, slots = await _centre(talk, act, text, day_view), act.slots
    if centre is None:
        return
    count = max(1, min(slots.count or 1, screens.MOST_AT_ONCE))
    topic = day_view.topics.find_topic(slots.topic) if slots.topic else None
    if slots.day and slots.day != centre.day(day_view.centre_lookup.clock.now()):
        await talk.reply(said.only_today(centre.id))
    elif topic is None:
        screen = screens.about_what(centre, day_view.topics.all, phone=False, count=count)
        await talk.ask(screen, WalkInTopicPrompt(centre.id, phone=False, count=count))
    elif count > 1:
        await talk.reply(screens.did_all_come(topic, centre, count))
    else:
        await walk_ins.came(talk, GuestCame(topic.id, centre.id), day_view)


async def phone_booking(talk: Talk, act: Act, text: str, day_view: DayView) -> None:
    """Topic, day, hour and name are taken from the words; the slot is taken after «да»."""
    centre, slots = await _centre(talk, act, text, day_view), act.slots
    if centre is None:
        return
    at = slots.at.isoformat("minutes") if slots.at else ""
    known = WalkInTopicPrompt(centre.id, phone=True, called=slots.name or "", day=slots.day, at=at)
    topic = day_view.topics.find_topic(slots.topic) if slots.topic else None
    if topic is None:
        await talk.ask(screens.about_what(centre, day_view.topics.all, phone=True), known)
    else:
        await talk.awaited.put(talk.conversation, known)
        await walk_ins.soonest(talk, PhoneSoonest(topic.id, centre.id), day_view)


async def _centre(talk: Talk, act: Act, text: str, day_view: DayView) -> Centre | None:
    """One that takes bookings; None where it was asked which, or none is theirs."""
    if not day_view.is_offered:
        await talk.reply(navigation.not_offered())
        return None
    own = day_view.own(talk.person)
    return await centre_of(talk, act, text, own_or_all(act.slots, own, lambda: day_view.served(talk.person)))


ROUTES = Routes(acts={ActName.WALK_IN: walk_in, ActName.PHONE_BOOKING: phone_booking})
