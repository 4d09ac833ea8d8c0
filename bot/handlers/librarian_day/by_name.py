"""A name in words: below a list it opens the visit of that name, below a visit without one it is the visitor's."""

import re
from collections.abc import Sequence

from bot.booking.booking import Visitor
from bot.booking.typed.typed_name import read_name, says_name
from bot.booking.visit_code import read_code
from bot.faq.live_faq import LiveFaq
from bot.faq.small_talk import small_talk
from bot.handlers.bot_info import BotInfo
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.librarian_day.typed import name_visitor
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.russian.morphology import russian
from bot.russian.normalize import bare_words
from bot.screens.librarian_day import day_list, visit_card
from bot.screens.librarian_day.actions import NameVisitor, OpenVisit

_LINE = re.compile(r"\d+\. (?:.* )?\d{1,2}:\d{2} (.+)")  # of a list of visits: «2. 10:00 Анна»


def names_visit(text: str, labels: Sequence[str]) -> bool:
    """Whether it is the name on a line of the list."""
    return any(_is_name(text, line[1]) for label in labels if (line := _LINE.fullmatch(label)))


async def open_named(talk: Talk, text: str, actions: tuple[OpenVisit, ...], day_view: DayView) -> None:
    """The visit of that name; of several it is asked which."""
    visits = [await day_view.one(talk.person, action.booking) for action in actions]
    named = [visit for visit in visits if _is_name(text, visit.called)] or visits
    await talk.reply(visit_card.card(named[0]) if len(named) == 1 else day_list.found_by_name(named))


def names_visitor(text: str, labels: Sequence[str]) -> bool:
    """Whether it can be the name of the visitor who has none yet."""
    is_name = isinstance(read_name(text), Visitor) and read_code(text) is None and small_talk(text) is None
    is_name = is_name and (says_name(text) or any(map(russian().may_be_name, bare_words(text).split())))
    return visit_card.NO_NAME_YET in labels and is_name


async def take_name(
    talk: Talk,
    text: str,
    actions: tuple[NameVisitor, ...],
    day_view: DayView,
    live_faq: LiveFaq,
    bot_info: BotInfo,
) -> None:
    """Stores the name; words with an answer in the reference are a question."""
    if answer := bot_info.aside(live_faq, text):
        await talk.reply(answer)
    else:
        await name_visitor(talk, actions[0].booking, text, day_view)


def _is_name(text: str, called: str) -> bool:
    """Of «Анна Ильинична» the first word is enough."""
    said = bare_words(text)
    return bool(said) and f"{bare_words(called)} ".startswith(f"{said} ")


ROUTES = Routes(told={OpenVisit: Told(names_visit, open_named), NameVisitor: Told(names_visitor, take_name)})
