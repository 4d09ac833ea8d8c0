"""The first words and «Ещё» of those who work here."""

from bot.booking.slots import BookableDays
from bot.handlers.bot_info import BotInfo
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.people import Address
from bot.questions.service import QuestionService
from bot.screens.banner.shown import above
from bot.screens.home import staff_home as screens
from bot.screens.home.staff_home import StaffMorning
from bot.screens.menu import StaffMenu
from bot.screens.staff import staff
from bot.staff.roster import Roster


async def welcome(talk: Talk, day_view: DayView, question_service: QuestionService, bot_info: BotInfo) -> None:
    """Shows a librarian or an admin what waits today, below what is important now."""
    roster, name_of = day_view.roster, day_view.centre_lookup.name_of
    questions = await question_service.awaiting_for(talk.person) if bot_info.can_ask else ()
    found = StaffMorning(
        tuple(name_of(id_) for id_ in roster.workplaces_of(talk.person)),
        await _visits(talk.person, day_view),
        len(questions),
        on_duty=roster.is_on_duty(talk.person),
        districts=tuple(map(day_view.centre_lookup.district_name, roster.districts_of(talk.person))),
    )
    await talk.reply(above(screens.staff_welcome(found), bot_info.banners.shown, bot_info.zone))


async def more(talk: Talk, roster: Roster) -> None:
    """Handles «Ещё»: the commands that have no button below."""
    if roster.is_staff(talk.person):
        await talk.reply(
            screens.more(admin=roster.is_admin(talk.person), over_district=bool(roster.districts_of(talk.person)))
        )
    else:
        await talk.reply(staff.staff_only())


async def _visits(person: Address, day_view: DayView) -> int | None:
    """How many are on today's lists of the person's centres; None where there are no such lists."""
    own, now = day_view.own(person) if day_view.is_offered else (), day_view.centre_lookup.clock.now()
    if not own:
        return None
    days = [(centre.id, BookableDays(centre.day(now), centre.day(now))) for centre in own]
    return sum([len(await day_view.visits.between(person, *of_centre)) for of_centre in days])


ROUTES = Routes(menu={StaffMenu.MORE: more})
