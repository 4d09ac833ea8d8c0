"""Renders the letters with figures at the moment of sending."""

from bot.handlers.feature import Renders
from bot.handlers.stats.reports import Reports
from bot.outbox.notice import Payload
from bot.screens.screen import Screen
from bot.screens.stats import letters
from bot.stats.period_request import of_codes
from bot.stats.report import Report
from bot.stats.report_mail import MONTH_LETTER, WEEK_LETTER


def stats_renders(reports: Reports) -> Renders:
    """The renderers by the kind of the notice; each gives None where there is nothing to tell."""

    async def told(payload: Payload, centre: str | None) -> Report | None:
        period = of_codes(int(payload["first"]), int(payload["last"]), reports.today)
        report = await reports.report(period, centre)
        return None if report.now.is_empty else report

    async def week(payload: Payload) -> Screen | None:
        report = await told(payload, None)
        return letters.week_letter(report, reports.names.outcome) if report else None

    async def month(payload: Payload) -> Screen | None:
        centre = reports.centre_lookup.centre(str(payload["centre"]))
        report = await told(payload, centre.id) if centre else None
        return letters.month_letter(report, centre.short_name, reports.names.outcome) if centre and report else None

    return {WEEK_LETTER: week, MONTH_LETTER: month}
