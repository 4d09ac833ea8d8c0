"""The talk so far, as the understanding of words is told: what was asked and shown, who speaks, what is booked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.dialog_state import DialogStore
from bot.faq.last_answers import LastAnswers
from bot.handlers.incoming_text import IncomingText
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.talk import Talk
from bot.people import Address
from bot.screens.action import Action
from bot.screens.actions import Rate, ShowArticle
from bot.screens.asked_for import asked_for
from bot.screens.booking.actions import WaitForDay
from bot.screens.callback_data import unpack
from bot.screens.centres.actions import SendVenue, ShowCentre
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, WillCome
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.typed_answers import by_assent, folded
from bot.staff.roster import Roster
from bot.understanding.acts import SpeakerRole
from bot.understanding.turns import AskedFor, OwnVisit, Turns

_ASKED_BY: tuple[tuple[type[Action], AskedFor], ...] = (  # the first that the last message offers
    (WillCome, AskedFor.REMINDER),
    (MoveVisit, AskedFor.VISIT),
    (CancelVisit, AskedFor.VISIT),
    (WaitForDay, AskedFor.NO_FREE_TIME),
    (Rate, AskedFor.HELPED),
)


@dataclass(frozen=True, slots=True)
class TurnsReader:
    """Reads the turns before a message from what is stored of the talk and of the person."""

    store: DialogStore
    roster: Roster
    own: MyBookings
    last_answers: LastAnswers

    async def read(self, said: IncomingText, talk: Talk) -> Turns:
        """What was said and shown before these words."""
        offer = self.store.offered(talk.conversation)
        actions = [action for packed, _ in offer.named if (action := unpack(packed))]
        left, answered = self.store.left(talk.conversation), self.last_answers.fresh(talk.conversation)
        turns = Turns(
            role=self._role(talk.person),
            options=tuple(label for _, label in offer.named),
            shown_articles=tuple(dict.fromkeys((*answered.shown, *_articles(actions)))),
            last_question=answered.question,
            shown_centre=self._settlement(actions, SendVenue),
            shown_place=self._settlement(actions, ShowCentre),
            suspended=asked_for(left) if left else None,
            replied_to=said.replied_to,
            forwarded=said.forwarded,
            own=tuple(_own(view) for view in await self.own.ahead(talk.person)),
        )
        return replace(turns, asked=self._asked(talk, actions))

    def _role(self, person: Address) -> SpeakerRole:
        if self.roster.is_admin(person):
            return SpeakerRole.ADMIN
        return SpeakerRole.LIBRARIAN if self.roster.is_staff(person) else SpeakerRole.CITIZEN

    def _asked(self, talk: Talk, actions: Sequence[Action]) -> AskedFor | None:
        """By the prompt that awaits words; else by what the last message offers, or a notice that came after it."""
        prompt = self.store.text(talk.conversation)
        if prompt and prompt.rule.awaits_words:
            return asked_for(prompt)
        offer, noticed = self.store.offered(talk.conversation), self.store.noticed(talk.conversation)
        told = [action for packed, _ in noticed.named if (action := unpack(packed))]
        shown = {type(action) for action in (*told, *actions)}
        by_button = next((asked for button, asked in _ASKED_BY if button in shown), None)
        if by_button is AskedFor.VISIT and any(folded(label).startswith("да ") for _, label in offer.named):
            return AskedFor.YES_NO  # «Отменить эту запись?»
        if by_button or not by_assent("да", offer):
            return by_button or (AskedFor.LINE if offer.numbered else None)
        return AskedFor.YES_NO

    def _settlement(self, actions: Sequence[Action], button: type[SendVenue | ShowCentre]) -> str | None:
        """Where the first centre lies that the last message has such a button of."""
        ids = (action.centre for action in actions if isinstance(action, button))
        centre = next((found for id_ in ids if (found := self.own.centre_lookup.centre(id_))), None)
        return centre.settlement if centre else None


def _articles(actions: Sequence[Action]) -> Iterator[str]:
    """The article that stands last, and the questions that are shown with it."""
    ids = [action.article for action in actions if isinstance(action, Rate)]
    ids += [action.article for action in actions if isinstance(action, ShowArticle)]
    yield from dict.fromkeys(ids)


def _own(view: BookingView) -> OwnVisit:
    return OwnVisit(
        view.booking.starts_at.astimezone(view.zone),
        (view.centre and view.centre.settlement) or "",
        view.booking.topic,
    )
