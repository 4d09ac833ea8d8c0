"""A centre added by an admin: what is written, what is refused, and that two at once are two."""

import asyncio

import pytest

from bot.centres.centre import CentreKind
from bot.centres.editing import Editor
from bot.centres.places.place import Place
from bot.staff.new_centre_service import NewCentreNotWrittenError, NewCentreService, TwinCentreError
from bot.storage.tables.audit_log import AuditLog
from tests.centres.small_region import ZONE
from tests.staff.staff_scene import ADMIN, OTHER_ADMIN, StaffScene

NAME = "Сосновская детская библиотека"


def service(here: StaffScene) -> NewCentreService:
    return NewCentreService(here.directory, Editor(here.folder, ZONE), AuditLog(here.database), here.clock)


def sosny(new_centres: NewCentreService) -> Place:
    place = new_centres.find_places("Сосны").only
    assert place is not None
    return place


async def test_what_is_not_told_is_not_known(here: StaffScene) -> None:
    new_centres = service(here)

    centre = await new_centres.add(NAME, sosny(new_centres), "ул. Мира, 4", ADMIN)

    assert (centre.id, centre.name, centre.kind, centre.settlement) == (
        "sosny-sosny",
        NAME,
        CentreKind.LIBRARY,
        "Сосны",
    )
    assert (centre.address, centre.phones, centre.hours, centre.checked) == ("ул. Мира, 4", (), None, None)
    assert centre.sources == ("администратор, 2026-11-24",)
    assert here.text().startswith("- id: lipki-main\n")


async def test_two_of_one_name_are_refused_and_two_names_get_two_ids(here: StaffScene) -> None:
    new_centres = service(here)
    place = sosny(new_centres)

    first, second = await asyncio.gather(
        new_centres.add(NAME, place, "", ADMIN), new_centres.add("МФЦ «Мои документы»", place, "", OTHER_ADMIN)
    )

    assert ({first.id, second.id}, second.kind) == ({"sosny-sosny", "sosny-sosny-2"}, CentreKind.MFC)
    with pytest.raises(TwinCentreError):
        await new_centres.add(NAME, place, "", ADMIN)


async def test_the_childrens_library_is_not_like_the_other_one(here: StaffScene) -> None:
    new_centres = service(here)

    assert new_centres.alike(NAME, sosny(new_centres)) == ()
    assert [one.id for one in new_centres.alike("Сосновская библиотека", sosny(new_centres))] == ["sosny-main"]


@pytest.mark.parametrize("name", ["", "МФЦ", "<b>Библиотека</b>", "12345678", "я" * 201])
def test_what_cannot_stand_on_a_card_is_no_name(here: StaffScene, name: str) -> None:
    assert not service(here).is_name(name)


async def test_a_faulty_file_stays_as_it_was(here: StaffScene) -> None:
    new_centres = service(here)
    place = sosny(new_centres)
    (here.folder / "centres.yaml").write_text("- id: [", encoding="utf-8")

    with pytest.raises(NewCentreNotWrittenError):
        await new_centres.add(NAME, place, "", ADMIN)

    assert here.text() == "- id: ["
