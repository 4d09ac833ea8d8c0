"""Admins review answers and cards one by one, several of them at once."""

from datetime import date

from bot.handlers.access import allowed
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.review.review_service import IsTheirs, ReviewService
from bot.review.subject import (
    AlreadyReviewedError,
    ChangedMeanwhileError,
    CheckedSinceError,
    ReviewGoneError,
    ReviewItem,
    ReviewKind,
    ReviewNotServedError,
    ReviewNotWrittenError,
)
from bot.screens.home import home
from bot.screens.review import review as screens
from bot.screens.review.actions import ConfirmReviewed, PutOffReview, StartReview, TakeBackReview
from bot.screens.screen import Row, Screen
from bot.staff.rights import Right
from bot.staff.roster import Roster


async def begin(talk: Talk, roster: Roster, review_service: ReviewService) -> None:
    """Handles /review: what is left, and with what to begin."""
    if await allowed(talk, roster, Right.REVIEW_CARDS):
        kinds = [one for one in ReviewKind if roster.may(talk.person, _RIGHTS[one])]
        await talk.reply(
            screens.choose({kind: review_service.count(kind, _theirs(talk, roster, kind)) for kind in kinds})
        )


async def start(
    talk: Talk,
    action: StartReview,
    roster: Roster,
    review_service: ReviewService,
    nearby: NearestWithSlots,
) -> None:
    """Shows the next answer or card."""
    if await _allowed(talk, roster, action.kind):
        await _show_next(talk, ReviewKind(action.kind), roster, review_service, nearby)


async def put_off(
    talk: Talk,
    action: PutOffReview,
    roster: Roster,
    review_service: ReviewService,
    nearby: NearestWithSlots,
) -> None:
    """Handles «Позже»: this one comes again after the rest."""
    if await _allowed(talk, roster, action.kind, action.subject):
        kind = ReviewKind(action.kind)
        await review_service.put_off(kind, action.subject, talk.person, talk.name)
        await _show_next(talk, kind, roster, review_service, nearby, screens.put_off())


async def confirm(
    talk: Talk,
    action: ConfirmReviewed,
    roster: Roster,
    review_service: ReviewService,
    nearby: NearestWithSlots,
) -> None:
    """Handles «Верно»: dated as checked today, and the next one is shown."""
    if not await _allowed(talk, roster, action.kind, action.subject):
        return
    kind = ReviewKind(action.kind)
    try:
        former = await review_service.confirm(kind, action.subject, action.version, talk.person, talk.name)
    except AlreadyReviewedError as done:
        own = done.mark is not None and done.mark.person == talk.person
        await talk.reply(screens.already(done.mark, nearby.centre_lookup.zone, kind, own=own))
    except ChangedMeanwhileError:
        await talk.reply(screens.changed(kind))
    except ReviewGoneError:
        await talk.reply(screens.gone(kind))
    except ReviewNotWrittenError as error:
        await talk.reply(screens.not_written(str(error)))
    except ReviewNotServedError as behind:
        await talk.reply(screens.not_served(str(behind)))
    else:
        back = screens.taking_back(kind, action.subject, former)
        await _show_next(talk, kind, roster, review_service, nearby, screens.confirmed(), back)


async def take_back(
    talk: Talk, action: TakeBackReview, roster: Roster, review_service: ReviewService, nearby: NearestWithSlots
) -> None:
    """Handles «Вернуть прошлый»: the last confirmation was a mistake."""
    if not await _allowed(talk, roster, action.kind, action.subject):
        return
    kind, former = ReviewKind(action.kind), _day(action.former)
    try:
        await review_service.take_back(kind, action.subject, former, talk.person, talk.name)
    except CheckedSinceError as since:
        await talk.reply(screens.checked_since(since.mark, nearby.centre_lookup.zone, kind))
    except ChangedMeanwhileError:
        await talk.reply(screens.changed(kind))
    except ReviewGoneError:
        await talk.reply(screens.gone(kind))
    except ReviewNotWrittenError as error:
        await talk.reply(screens.not_written(str(error)))
    except ReviewNotServedError as behind:
        await talk.reply(screens.not_served(str(behind)))
    else:
        await _show_next(talk, kind, roster, review_service, nearby, screens.taken_back())


_RIGHTS = {ReviewKind.ARTICLE: Right.ADMINISTER, ReviewKind.CENTRE: Right.REVIEW_CARDS}


async def _allowed(talk: Talk, roster: Roster, kind: str, subject: str | None = None) -> bool:
    if kind not in set(ReviewKind):
        if await allowed(talk, roster, Right.REVIEW_CARDS):
            await talk.reply(home.outdated())
        return False
    return await allowed(talk, roster, _RIGHTS[ReviewKind(kind)], subject)


def _theirs(talk: Talk, roster: Roster, kind: ReviewKind) -> IsTheirs:
    """All for an admin; for who is over a district, the cards of its centres."""
    return lambda subject: roster.may(talk.person, _RIGHTS[kind], subject)


async def _show_next(  # noqa: PLR0913, PLR0917 - two of them are words about what was done before
    talk: Talk,
    kind: ReviewKind,
    roster: Roster,
    review_service: ReviewService,
    nearby: NearestWithSlots,
    done: str = "",
    back: Row = (),
) -> None:
    theirs = _theirs(talk, roster, kind)
    item = await review_service.next(kind, talk.person, talk.name, theirs)
    if item is None:
        screen = screens.nothing_left(review_service.count(kind, theirs), kind, done)
    else:
        screen = await _shown(item, review_service, nearby, done)
    await talk.reply(screen.with_rows(back) if back else screen)


async def _shown(item: ReviewItem, review_service: ReviewService, nearby: NearestWithSlots, done: str) -> Screen:
    """The subject as citizens see it, with the ways of who reviews it."""
    if item.kind is ReviewKind.ARTICLE:
        return screens.article(item, review_service.article(item.subject), done)
    centre, now = review_service.centre(item.subject), nearby.centre_lookup.clock.now()
    return screens.centre(item, centre, await nearby.card(centre.id), now, done)


def _day(text: str) -> date | None:
    """The day in a button; None for none, and for what no button of ours has."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


ROUTES = Routes(
    commands={"review": begin},
    actions={StartReview: start, PutOffReview: put_off, ConfirmReviewed: confirm, TakeBackReview: take_back},
)
