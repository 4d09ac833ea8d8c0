"""The practice of a librarian: screens alone, so that nothing of it can be counted, told or left behind."""

from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.region.topics import Topics
from bot.russian.normalize import bare_words
from bot.screens.home import home
from bot.screens.practice import practice as screens
from bot.screens.practice.actions import Practise
from bot.screens.practice.practice import PracticeStep
from bot.screens.staff import staff
from bot.staff.roster import Roster

_WORDS = frozenset(
    {
        *("тренировка", "потренироваться", "хочу потренироваться", "можно потренироваться", "учебная запись"),
        *("пробная запись", "покажи пробную запись", "давай потренируемся", "режим тренировки", "поучиться"),
    }
)


def asks_to_practise(text: str) -> bool:
    """Whether somebody who works here wants to learn the buttons: «потренироваться»."""
    return bare_words(text) in _WORDS


async def begin(talk: Talk, topics: Topics, roster: Roster, clock: Clock, zone: ZoneInfo) -> None:
    """Handles /practice: a pretended booking arrives."""
    if not roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
    elif topics.all:
        today = clock.now().astimezone(zone).date()
        await talk.reply(screens.step(PracticeStep.BEGIN, topics.all[0], today))
    else:
        await talk.reply(screens.no_topics())


async def go_on(talk: Talk, action: Practise, roster: Roster, day_view: DayView, clock: Clock, zone: ZoneInfo) -> None:
    """The next step; an old button of it does no more than another one."""
    what = next((one for one in PracticeStep if one == action.what), None)
    topic = day_view.topics.find_topic(action.topic) or next(iter(day_view.topics.all), None)
    if not roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
    elif what is PracticeStep.END:
        await talk.reply(screens.ended())
    elif what is None or topic is None:
        await talk.reply(home.outdated())
    else:
        today = clock.now().astimezone(zone).date()
        await talk.reply(screens.step(what, topic, today, day_view.outcomes.all))


ROUTES = Routes(commands={"practice": begin}, actions={Practise: go_on})
