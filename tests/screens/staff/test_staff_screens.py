"""What those see who keep the bot is good HTML, has a way on, and fits."""

from pathlib import Path

import pytest

from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.centre import CentreId
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.datafiles.file_problem import FileProblem
from bot.people import Address
from bot.screens.action import Action
from bot.screens.callback_data import TAGS, pack
from bot.screens.centre_edits import card_edits, edit_errors
from bot.screens.centre_edits.actions import NamePart
from bot.screens.centre_edits.hours_errors import DOUBTS
from bot.screens.screen import Screen
from bot.screens.staff import invitations, staff
from bot.screens.staff.actions import RemoveLibrarian
from bot.staff.card_edit_errors import ChangeError, ImpossibleError, NobodyDecidesError
from bot.staff.roster import Member, MemberId
from tests.faq.telegrams_html import TelegramsHtml
from tests.hand_clock import NOON

CENTRE, OTHER = CentreId("porkhov"), CentreId("dno")


MEMBERS = [Member(MemberId(n), Address("telegram", n), f"<Имя {n}>", CENTRE, NOON) for n in range(1, 26)]


UNCLEAR = [UnclearChangeError(part) for part in CardPart]


DOUBTED = [UnclearChangeError(CardPart.HOURS, UnclearHoursError(doubt, "<9>")) for doubt in HoursDoubt]


SCREENS = [
    *map(card_edits.unclear, [*UNCLEAR, *DOUBTED]),
    edit_errors.not_done(ImpossibleError((FileProblem(Path("x"), 1, "<лавка> не бывает.", "выберите."),))),
    edit_errors.not_done(NobodyDecidesError()),
    edit_errors.not_done(ChangeError()),
    *(staff.roster(MEMBERS, str, page) for page in range(4)),
    staff.roster((), str, 0),
    staff.staff_only(),
    invitations.joined(None),
    invitations.newcomer("<Имя>", "Центр"),
]


@pytest.mark.parametrize("screen", SCREENS, ids=range(len(SCREENS)))
def test_every_screen_of_the_staff_has_good_html_and_a_way_on(screen: Screen) -> None:
    read = TelegramsHtml(screen.text)

    assert (read.wrong, read.visible.strip() != "") == ([], True)
    assert screen.menu or screen.rows


def test_long_lists_of_librarians_are_turned_page_by_page() -> None:
    labels = [[button.label for row in staff.roster(MEMBERS, str, page).rows for button in row] for page in range(3)]

    assert [len(page) for page in labels] == [13, 14, 8]
    assert labels[1][-4:-2] == ["← Назад", "Дальше →"]  # then the appointed, and the way home
    assert labels[1][-1] == "🏠 В начало"


def test_every_doubt_about_hours_has_its_words() -> None:
    assert set(DOUBTS) == set(HoursDoubt)


def test_the_longest_button_of_the_staff_fits() -> None:
    actions: list[Action] = [NamePart("x" * 40, CardPart.ANNOUNCEMENT), RemoveLibrarian(2**53, sure=True)]

    assert [pack(action).split(":")[0] for action in actions] == ["sp", "sr"]
    assert {"sp", "sr"} <= set(TAGS)
