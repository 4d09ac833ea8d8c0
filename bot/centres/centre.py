"""A centre: a library or an office where a person is helped face to face."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.centres.hours.hours import Hours
from bot.centres.phones import PhoneNumber
from bot.centres.places.geo import Point
from bot.centres.places.municipality import Municipality

CentreId = NewType("CentreId", str)


class CentreKind(StrEnum):
    """The kind of a centre."""

    LIBRARY = "library"
    MFC = "mfc"


class Precision(StrEnum):
    """How exact a point on the map is."""

    HOUSE = "house"
    STREET = "street"
    SETTLEMENT = "settlement"


class Service(StrEnum):
    """The services that a centre offers."""

    PUBLIC_ACCESS = "public_access_centre"
    CONSULTATION = "gosuslugi_consultation"
    ACCOUNT = "gosuslugi_account_support"
    FREE = "free_help"  # nothing is paid for help with e-services; only where a source or the centre says so
    STATE_SERVICES = "state_services"
    COMPUTERS = "computers"
    INTERNET = "internet"
    LEGAL_CENTRE = "legal_info_centre"
    LEGAL_BASES = "legal_databases"
    LAWYER = "lawyer_consultation"
    HOME = "home_service"
    BLIND = "accessibility_blind"
    MOBILITY = "accessibility_mobility"
    CHILDREN = "children_youth"
    MODEL = "model_library"


# What brings a person with a question about e-services nearer to an answer.
HELPFUL = frozenset({Service.CONSULTATION, Service.PUBLIC_ACCESS, Service.ACCOUNT, Service.COMPUTERS, Service.INTERNET})

_HOURS_LAST_YEARS = 3  # older ones are told with their date and not as the hours of today


@dataclass(frozen=True, slots=True)
class Announcement:
    """A temporary announcement; until is its last day, None as long as it stands in the file.

    Where it shows the centre as closed, since is the first closed day, None from the moment it was written. Where only
    some of the days from then on are closed, runs are these, both ends included.
    """

    text: str
    until: date | None = None
    closed: bool = False
    since: date | None = None
    runs: tuple[tuple[date, date], ...] = ()

    def stands(self, day: date) -> bool:
        """Whether the announcement is still shown on that day."""
        return self.until is None or day <= self.until

    def closes(self, day: date) -> bool:
        """Whether it shows the centre as closed on that day."""
        within = not self.runs or any(first <= day <= last for first, last in self.runs)
        return self.closed and self.stands(day) and (self.since is None or self.since <= day) and within

    def closes_ahead(self, first: date, last: date) -> bool:
        """Whether it names the days on which it closes, and these are some of them."""
        return self.since is not None and (self.closes(first) or self.closes(last))

    def without(self, first: date, last: date) -> "Announcement":
        """The same where the centre is open on those days: of several runs the others stay closed."""
        left = tuple(run for run in self.runs if run[1] < first or last < run[0])
        return replace(self, closed=bool(left), since=left[0][0] if left else None, runs=left)


@dataclass(frozen=True, slots=True)
class Consultations:
    """When people may book: hours, places at once, minutes each, hours of warning, days ahead."""

    hours: Hours
    desks: int
    minutes: int
    notice_hours: int
    horizon_days: int


@dataclass(frozen=True, slots=True)
class Centre:
    """What is known of a centre; None is «not known»."""

    id: CentreId
    name: str
    short_name: str
    kind: CentreKind
    municipality: Municipality
    zone: ZoneInfo
    settlement: str | None = None
    address: str | None = None
    phones: tuple[PhoneNumber, ...] = ()
    email: str | None = None
    site: str | None = None
    hours: Hours | None = None
    hours_as_of: str | None = None  # a year, a month or a day: 2019, 2019-06, 2019-06-07
    services: tuple[Service, ...] = ()
    point: Point | None = None
    precision: Precision | None = None
    announcement: Announcement | None = None
    consultations: Consultations | None = None
    sources: tuple[str, ...] = ()
    as_of: str | None = None
    checked: date | None = None

    def day(self, moment: datetime) -> date:
        """The centre's local date at an aware moment."""
        return moment.astimezone(self.zone).date()

    def announces(self, moment: datetime) -> Announcement | None:
        """The temporary announcement, where it still is shown on that day."""
        return self.announcement if self.announcement and self.announcement.stands(self.day(moment)) else None

    def has_old_hours(self, moment: datetime) -> bool:
        """Whether the hours are dated more than three years ago, and nobody has checked them since."""
        return self.is_dated_before(self.day(moment))

    def is_dated_before(self, day: date) -> bool:
        """Whether the hours are too old on that day of the centre to be told as those of then."""
        if self.hours is None or self.hours_as_of is None:
            return False
        year, *rest = self.hours_as_of.split("-")
        dated = "-".join([f"{int(year) + _HOURS_LAST_YEARS:04}", *rest, *("12", "31")[len(rest) :]])
        is_checked = self.checked is not None and self.checked.year + _HOURS_LAST_YEARS >= day.year
        return not is_checked and dated < day.isoformat()  # 29 February need not exist

    @property
    def is_helpful(self) -> bool:
        """Whether it is known to help with e-services."""
        return not HELPFUL.isdisjoint(self.services)
