"""Handles /start, help, settings, privacy, and the way back to the beginning."""

from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.dialog_state import DialogStore
from bot.faq.last_answers import LastAnswers
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.home import staff_home
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.people import People, Reminders
from bot.privacy.forget import Forgetting
from bot.privacy.own_data import OwnData
from bot.questions.service import QuestionService
from bot.screens.actions import GoHome
from bot.screens.home import home, my_data
from bot.screens.home import staff_home as staff_screens
from bot.screens.home.actions import ForgetMe, SetReadingAloud, ShowMyData
from bot.screens.my_bookings.actions import SetReminders
from bot.screens.staff import appointments as staff_appointments
from bot.staff.appointments import Appointments
from bot.staff.roster import Roster
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def start(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    bot_info: BotInfo,
    roster: Roster,
    journal: Journal,
    awaited: DialogStore,
    day_view: DayView,
    question_service: QuestionService,
    last_answers: LastAnswers,
) -> None:
    """Handles /start: the welcome screen, and everything begun is dropped; who works here has another one."""
    await awaited.clear(talk.conversation)
    last_answers.forget(talk.person)  # «а сколько стоит» leans on nothing older
    journal.record(talk.person, InteractionKind.TALK, detail="start")
    if roster.is_staff(talk.person) and not talk.in_group:
        await staff_home.welcome(talk, day_view, question_service, bot_info)
        await bot_info.show_commands(talk.person, talk.conversation.chat, roster)
    else:
        await talk.reply(bot_info.welcome())


async def old_link(talk: Talk, bot_info: BotInfo) -> None:
    """Answers a deep link that this release does not know."""
    await talk.reply(bot_info.welcome())
    await talk.reply(home.old_link())


async def help_(talk: Talk, bot_info: BotInfo, roster: Roster, journal: Journal) -> None:
    """/help, and any command that does not exist; in a group nobody's own tasks are shown."""
    journal.record(talk.person, InteractionKind.TALK, detail="help")
    if roster.is_staff(talk.person) and not talk.in_group:
        admin, over_district = roster.is_admin(talk.person), bool(roster.districts_of(talk.person))
        await talk.reply(staff_screens.staff_help(bot_info.region, admin=admin, over_district=over_district))
    else:
        await talk.reply(home.help_(bot_info.region))


async def go_home(talk: Talk) -> None:
    """Handles «В начало»: drops everything that was begun."""
    await talk.awaited.clear(talk.conversation)
    await talk.reply(home.home())


async def settings_(talk: Talk, people: People, bot_info: BotInfo) -> None:
    """Handles /settings: shows the person's settings."""
    wish = await people.reminders(talk.person) if bot_info.can_book else None
    await talk.reply(home.settings(wish, aloud=await people.reads_aloud(talk.person)))


async def set_reading_aloud(talk: Talk, action: SetReadingAloud, people: People) -> None:
    """Switches screen-reader mode: texts with or without pictures."""
    await people.set_reading_aloud(talk.person, on=action.on)
    await talk.reply(home.settings_changed(aloud=action.on))


async def set_reminders(talk: Talk, action: SetReminders, people: People) -> None:
    """Stores which reminders the person wants, also for bookings already made."""
    wish = Reminders(action.eve, action.soon)
    await people.set_reminders(talk.person, wish)
    await talk.reply(home.reminders_changed(wish))


async def privacy(talk: Talk, bot_info: BotInfo) -> None:
    """Handles /privacy: shows what is kept and why."""
    await talk.reply(home.privacy(bot_info.retention_days))


async def show_my_data(talk: Talk, own_data: OwnData, day_view: DayView, clock: Clock, zone: ZoneInfo) -> None:
    """Shows all that is kept of the person."""
    now = clock.now().astimezone(zone)
    await talk.reply(my_data.my_data(talk.person, await own_data.of(talk.person), now, day_view.outcomes.all))


async def forget(talk: Talk, roster: Roster, appointments: Appointments, centre_lookup: CentreLookup) -> None:
    """Handles /forget: asks once more before erasing, and names the roles that are lost."""
    librarian = ["библиотекарем"] if roster.workplaces_of(talk.person) else []
    own = (one for one in appointments.all if one.person == talk.person)
    others = [staff_appointments.no_more(one.role, one.district, centre_lookup.district_name) for one in own]
    await talk.reply(home.forget_first(librarian + others))


async def forget_me(
    talk: Talk,
    action: ForgetMe,
    forgetting: Forgetting,
    roster: Roster,
    appointments: Appointments,
    centre_lookup: CentreLookup,
) -> None:
    """Erases the person after the second question."""
    if not action.sure:
        await forget(talk, roster, appointments, centre_lookup)
        return
    await forgetting.forget(talk.person)
    await talk.reply(home.forgotten())


ROUTES = Routes(
    commands={"start": start, "help": help_, "privacy": privacy},
    actions={GoHome: go_home},
    links={"-": old_link},
)
PRIVATE_ROUTES = Routes(
    commands={"settings": settings_, "forget": forget},
    actions={
        SetReadingAloud: set_reading_aloud,
        SetReminders: set_reminders,
        ForgetMe: forget_me,
        ShowMyData: show_my_data,
    },
)
