"""Reports for those who may read them: the figures, the names of what they count, and whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.centres.centre import CentreId
from bot.faq.live_faq import LiveFaq
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.stats.rendering import Renderer
from bot.people import Address
from bot.region.outcomes import Outcomes
from bot.region.topics import Topics
from bot.screens.screen import Screen
from bot.screens.stats.actions import EVERYWHERE
from bot.screens.stats.book import Book
from bot.screens.stats.charts import What, chart, nothing_to_draw, picture, which_picture
from bot.screens.stats.districts import by_district
from bot.screens.stats.names import Names, names
from bot.screens.stats.rows import rows_sheet
from bot.screens.stats.stats import Reader
from bot.screens.stats.text import ALL_CENTRES
from bot.staff.rights import Right
from bot.staff.roster import Roster
from bot.stats.figures import BookingFigures
from bot.stats.interaction import InteractionRow
from bot.stats.journal import Journal
from bot.stats.period import Period
from bot.stats.period_request import NoCentreError, OtherCentreError
from bot.stats.report import Report

MOST_ROWS = 200_000  # in one file of a chat, which may weigh 50 MB


class StatsReader(Protocol):
    """The statistics as reports read them from the store."""

    async def report(self, period: Period, centre: str | None = None) -> Report: ...

    async def ahead(self, after: date, centre: str | None = None) -> BookingFigures: ...

    async def rows(self, period: Period, centre: str | None = None, limit: int = ...) -> list[InteractionRow]: ...

    async def group_users(self, period: Period, groups: Mapping[str, Sequence[str]]) -> dict[str, int]: ...


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """The centre whose figures are read (None: all), and who reads them."""

    centre: str | None
    reader: Reader


@dataclass(frozen=True, slots=True)
class Reports:
    """Builds the reports of handlers and letters."""

    counted: StatsReader
    centre_lookup: CentreLookup
    topics: Topics
    outcomes: Outcomes
    live_faq: LiveFaq
    roster: Roster
    journal: Journal
    renderer: Renderer
    zone: ZoneInfo

    @property
    def now(self) -> datetime:
        """The local time of the region."""
        return self.centre_lookup.clock.now().astimezone(self.zone)

    @property
    def today(self) -> date:
        """The local date of the region."""
        return self.now.date()

    @property
    def names(self) -> Names:
        """What ids are called today; what is gone is said to be so."""
        return names(self.centre_lookup.centre, self.topics, self.outcomes, self.live_faq.library)

    def own(self, person: Address) -> tuple[tuple[str, str], ...]:
        """The centres of a librarian with their names."""
        return tuple((id_, self.centre_lookup.name_of(id_)) for id_ in self.roster.centres_of(person))

    def place(self, person: Address, centre: str) -> ReportPlace:
        """The centre a person may read figures of. Raises OtherCentreError and NoCentreError."""
        admin, own = self.roster.is_admin(person), self.own(person)
        everywhere = self.roster.may_everywhere(person, Right.FIGURES)
        if centre == EVERYWHERE and not everywhere and len(own) == 1:
            centre = own[0][0]
        if centre == EVERYWHERE:
            if not everywhere:
                raise OtherCentreError
            return ReportPlace(None, Reader(ALL_CENTRES, own, admin=admin))
        if not self.roster.may(person, Right.FIGURES, CentreId(centre)):
            raise OtherCentreError
        if self.centre_lookup.centre(centre) is None:
            raise NoCentreError
        others = [one for one in own if one[0] != centre]
        if everywhere:
            others.insert(0, (EVERYWHERE, ALL_CENTRES))
        return ReportPlace(centre, Reader(self.centre_lookup.name_of(centre), tuple(others), admin))

    async def report(self, period: Period, centre: str | None) -> Report:
        """The figures, with interactions of a moment ago and, of today, the bookings still ahead."""
        await self.journal.flush()
        report = await self.counted.report(period, centre)
        if period.last < self.today:
            return report
        return replace(report, ahead=await self.counted.ahead(period.last, centre))

    async def picture(self, period: Period, place: ReportPlace, letter: str) -> Screen:
        """The chart of that letter; the choice of charts for any other."""
        report, name = await self.report(period, place.centre), place.reader.place
        if letter not in set(What):
            return which_picture(report, name)
        what = What(letter)
        drawing = chart(report, name, self.names, what)
        if drawing is None:
            return nothing_to_draw(report, name, what)
        return picture(report, name, self.names, what, await self.renderer.draw(drawing))

    async def workbook(self, period: Period, place: ReportPlace) -> bytes:
        """The workbook of a period. Raises NotWrittenError."""
        report = await self.report(period, place.centre)
        rows = await self.counted.rows(period, place.centre, MOST_ROWS + 1)
        centres = self.centre_lookup.directory.now.centres
        users = {} if place.centre else await self.counted.group_users(period, by_district(centres))
        kept, cut = rows[:MOST_ROWS], len(rows) > MOST_ROWS
        book = Book(report, place.reader.place, self.names, centres, kept, cut, self.now, users)
        return await self.renderer.bind(book)

    async def rows(self, period: Period, place: ReportPlace) -> tuple[bytes, int | None]:
        """The raw rows of a period as CSV; how many there are of them where others had no room.

        Raises NotWrittenError.
        """
        await self.journal.flush()
        rows = await self.counted.rows(period, place.centre, MOST_ROWS + 1)
        kept, cut = rows[:MOST_ROWS], len(rows) > MOST_ROWS
        sheet = rows_sheet(kept, self.names, place.reader.place, self.zone, left_out=cut)
        return await self.renderer.write_rows(sheet), len(kept) if cut else None
