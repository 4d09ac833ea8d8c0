"""One table says what each role may do and where; nobody reaches further."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot.centres.centre import CentreId
from bot.people import Address
from bot.staff.appointments import Appointment, AppointmentId
from bot.staff.rights import RIGHTS, Right, Role
from bot.staff.role_holders import RoleHolders

ADMIN, VERA, NINA, METHODIST, ANNA = (Address("telegram", number) for number in range(1, 6))
PLACES: Mapping[str, str] = {"gdov": "gdov-okrug", "gdov-dobruchi": "gdov-okrug", "opochka": "opochka-okrug"}


class InMemoryOverseers:
    """Nina is over Gdov, somebody else a methodist."""

    def __init__(self) -> None:
        since = datetime(2026, 11, 30, tzinfo=UTC)
        self.all = (
            Appointment(AppointmentId(1), NINA, "Нина", Role.DISTRICT, "gdov-okrug", since),
            Appointment(AppointmentId(2), METHODIST, "Ольга", Role.METHODIST, "", since),
        )

    def of(self, person: Address) -> tuple[Appointment, ...]:
        return tuple(one for one in self.all if one.person == person)


class PlacesByHand:
    """Three centres of two districts."""

    def district_of(self, centre: str) -> str | None:
        return PLACES.get(centre)

    def centres_in(self, district: str) -> tuple[CentreId, ...]:
        return tuple(CentreId(centre) for centre, there in PLACES.items() if there == district)


@pytest.fixture
def holders() -> RoleHolders:
    workplaces = {VERA: (CentreId("opochka"),)}
    return RoleHolders(
        frozenset({ADMIN}), lambda person: workplaces.get(person, ()), InMemoryOverseers(), PlacesByHand()
    )


@pytest.mark.parametrize(
    "right", [Right.WORK, Right.ANSWER, Right.FIGURES, Right.REVIEW_CARDS, Right.INVITE, Right.AUDIT]
)
def test_a_district_admin_reaches_the_centres_of_the_district_and_no_other(holders: RoleHolders, right: Right) -> None:
    reached = [centre for centre in PLACES if holders.may(NINA, right, centre)]

    assert (reached, holders.may_everywhere(NINA, right)) == (["gdov", "gdov-dobruchi"], False)


def test_a_district_admin_administers_nothing(holders: RoleHolders) -> None:
    assert [holders.may(NINA, Right.ADMINISTER, centre) for centre in (None, "gdov", "opochka")] == [False] * 3


def test_a_methodist_reads_all_figures_and_does_nothing_else(holders: RoleHolders) -> None:
    rights = [right for right in Right if holders.may(METHODIST, right)]

    assert (rights, holders.may_everywhere(METHODIST, Right.FIGURES), holders.centres_of(METHODIST)) == (
        [Right.FIGURES],
        True,
        (),
    )


def test_a_librarian_works_at_the_own_centre_alone(holders: RoleHolders) -> None:
    assert [centre for centre in PLACES if holders.may(VERA, Right.WORK, centre)] == ["opochka"]


def test_an_admin_may_everything_everywhere(holders: RoleHolders) -> None:
    assert all(holders.may(ADMIN, right, centre) for right in Right for centre in (None, "gdov", "nowhere"))


def test_a_citizen_may_nothing(holders: RoleHolders) -> None:
    assert not any(holders.may(ANNA, right) for right in Right)


def test_a_centre_that_is_gone_is_of_no_district(holders: RoleHolders) -> None:
    assert not holders.may(NINA, Right.WORK, "nowhere")


def test_the_centres_of_a_district_admin_are_those_of_the_district(holders: RoleHolders) -> None:
    assert holders.centres_of(NINA) == ("gdov", "gdov-dobruchi")


def test_those_over_a_centre_are_known(holders: RoleHolders) -> None:
    over = [holders.overseers_of(CentreId(centre)) for centre in ("gdov", "opochka", "nowhere")]

    assert over == [(NINA,), (), ()]


def test_every_role_stands_in_the_table() -> None:
    assert set(RIGHTS) == set(Role)
