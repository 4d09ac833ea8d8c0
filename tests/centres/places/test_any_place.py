"""Whatever is typed, nothing breaks and nothing is slow."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.centres.centre import Centre, CentreId, CentreKind
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours, UnreadableHoursError
from bot.centres.hours.opening import Opening, Status, status
from bot.centres.phones import read_phones
from bot.centres.places.geo import Point
from bot.centres.places.municipality import Municipality, MunicipalityId
from bot.centres.places.place_finder import MOST_CHOICES
from bot.screens.centres.point_code import point_of, spot
from tests.centres.small_region import ZONE

_PARTS = (
    *("Mo", "Tu-Fr", "Sa,Su", "PH", "off", "unknown", "10:00-18:00", "09:00-13:00,14:00-18:00", "Jan", "Feb 29"),
    *("Mar 1 -1 day", "Jun 01-Aug 31:", "Fr[-1]", "Mo[1]", ";", ",", "||", '"обед"', "00:00-24:00", "24/7", "2027"),
)
_KINDS = (
    st.text() | st.text(alphabet="псковпечорыжиц -.,<>йцу", max_size=40) | st.text(alphabet="gcrjd;b[]'", max_size=40)
)
_LAX = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_OKRUG = Municipality(MunicipalityId("o"), "Округ", "Округ", "Город")


@_LAX
@given(text=_KINDS)
def test_any_text_is_a_place_some_places_or_none(whole: Directory, text: str) -> None:
    places = whole.find_place(text).places

    assert len(places) <= MOST_CHOICES
    assert len(set(places)) == len(places)


@_LAX
@given(parts=st.lists(st.sampled_from(_PARTS), max_size=8), hours=st.integers(0, 50_000))
def test_any_expression_is_told_or_refused(parts: list[str], hours: int) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)

    found = _status(" ".join(parts), moment)

    assert found is None or found.opening is not Opening.OPEN or (found.changes_at is not None)
    assert found is None or found.changes_at is None or found.changes_at > moment


@_LAX
@given(text=_KINDS | st.text(alphabet="0123456789()+;- ", max_size=30))
def test_any_text_is_phones_or_not(text: str) -> None:
    assert all(len(phone.dialled) == 12 for phone in read_phones(text) or ())


@_LAX
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_any_point_has_nearest_centres_in_order_and_fits_a_button(whole: Directory, lat: float, lon: float) -> None:
    near = [one.km for one in whole.from_point(Point(lat, lon), 20).near if one.km is not None]
    again = point_of(spot(Point(lat, lon)))

    assert near == sorted(near)
    assert again is not None
    assert abs(again.lat - lat) <= 0.0006
    assert abs(again.lon - lon) <= 0.0006


def _status(expression: str, moment: datetime) -> Status | None:
    try:
        hours = Hours.parse(expression, ZONE)
    except UnreadableHoursError:
        return None
    return status(Centre(CentreId("c"), "Б", "Б", CentreKind.LIBRARY, _OKRUG, ZONE, hours=hours), moment)
