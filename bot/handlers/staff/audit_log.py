"""Handles /log: who did what in the last thirty days, for admins and, of their centres, those over a district."""

from bot.audit import KEPT, AuditReader
from bot.faq.live_faq import LiveFaq
from bot.handlers.access import allowed
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.staff import audit_log
from bot.screens.staff.actions import ShowAudit
from bot.staff.rights import Right


async def log(talk: Talk, audit_reader: AuditReader, day_view: DayView, live_faq: LiveFaq) -> None:
    """Handles /log: the newest deeds."""
    await show(talk, ShowAudit(), audit_reader, day_view, live_faq)


async def show(talk: Talk, action: ShowAudit, audit_reader: AuditReader, day_view: DayView, live_faq: LiveFaq) -> None:
    """A page of the deeds; further pages in place."""
    roster, lookup = day_view.roster, day_view.centre_lookup
    if not await allowed(talk, roster, Right.AUDIT):
        return
    latest = await audit_reader.latest(lookup.clock.now() - KEPT)
    everywhere = roster.may_everywhere(talk.person, Right.AUDIT)
    entries = [one for one in latest if everywhere or roster.may(talk.person, Right.AUDIT, one.centre)]

    def title_of(id_: str) -> str | None:
        article = live_faq.library.article(id_)
        return article.title if article else None

    names = audit_log.AuditNames(day_view.names_for(talk.person), lookup.name_of, title_of)
    screen = audit_log.audit_log(entries, lookup.zone, names, action.page)
    await (talk.edit(screen) if action.page else talk.reply(screen))


ROUTES = Routes(commands={"log": log}, actions={ShowAudit: show})
