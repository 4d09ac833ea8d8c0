"""Buttons that mean the same under every message: their words, typed, are understood at any time."""

from collections.abc import Mapping

from bot.screens.action import Action
from bot.screens.centre_edits.actions import BeginNewCentre
from bot.screens.centres.actions import FindCentre, ShowMunicipalities
from bot.screens.closures.actions import SetDuty
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, visit_library
from bot.screens.home.actions import ForgetMe, ShowMyData
from bot.screens.maintenance.actions import ShowStatus
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.questions.lists import OPEN_QUESTIONS
from bot.screens.questions.questions import OWN_QUESTIONS
from bot.screens.screen import Button
from bot.screens.typed_answers import folded

BUTTONS = (
    HOME,
    SHELVES,
    MINE,
    ask_librarian(),
    visit_library(),
    Button("📍 Ближайший центр", FindCentre()),
    Button("Выбрать округ или город", ShowMunicipalities()),
    Button("Показать мои данные", ShowMyData()),
    Button("Стереть всё обо мне", ForgetMe(sure=False)),
    Button("Выйти на дежурство", SetDuty(on=True)),
    Button("Уйти с дежурства", SetDuty(on=False)),
    OWN_QUESTIONS,
    OPEN_QUESTIONS,
    Button("Состояние бота", ShowStatus()),
    Button("Новый центр", BeginNewCentre()),
)
_BY_WORDS: Mapping[str, Action] = {folded(one.label): one.action for one in BUTTONS}


def common_button(text: str) -> Action | None:
    """What the button with just these words does, also where the last message has no such button."""
    return _BY_WORDS.get(folded(text))
