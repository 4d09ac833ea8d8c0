"""What was understood of words goes to the handlers of its acts, in the order to be served."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.handlers.acts import choice
from bot.handlers.incoming_text import IncomingText
from bot.handlers.replies_to_prompts import may_answer
from bot.handlers.routes import Handler, Resolved, Routes
from bot.handlers.talk import Talk
from bot.handlers.turns_reader import TurnsReader
from bot.privacy import masking
from bot.screens.asked_for import asked_for
from bot.understanding.acts import STAFF_ACTS, Act, ActName, Understood
from bot.understanding.turns import Turns

AT_ONCE = 3  # acts of one message; the rest are named
SURE = 0.8  # beside a form: below it the words are the form's
_COURTESY = frozenset({ActName.GREETING, ActName.THANKS, ActName.FAREWELL, ActName.ABUSE})
_MET_BEFORE = frozenset({ActName.DANGER, ActName.CRISIS})  # bot.handlers.danger_guard has answered them
_CLAIM_NOTHING = _COURTESY | {
    *(ActName.FAQ, ActName.FOLLOW_UP, ActName.YES, ActName.NO, ActName.CHOOSE, ActName.WHO_ARE_YOU),
    *(ActName.UNREADABLE, ActName.OUT_OF_SCOPE, ActName.OTHER_LANGUAGE),
}


class Understanding(Protocol):
    """Reads a message with the talk before it in mind; `now` is a local time of the region."""

    def understand(self, text: str, turns: Turns, now: datetime) -> Understood: ...


@dataclass(frozen=True, slots=True)
class ActDispatch:
    """Finds the handlers of what was understood."""

    understanding: Understanding | None  # without one all words are a question
    turns: TurnsReader
    routes: Routes
    question: Handler
    clock: Clock

    async def hear(self, said: IncomingText, talk: Talk) -> Understood:
        """All wishes of the words."""
        if self.understanding is None:
            return Understood((Act(ActName.FAQ),))
        now = self.clock.now().astimezone(self.turns.own.centre_lookup.zone)
        understood = self.understanding.understand(said.text, await self.turns.read(said, talk), now)
        return replace(
            understood,
            acts=tuple(_masked(act) for act in understood.acts),
            choice=tuple(_masked(act) for act in understood.choice),
        )

    def beside_prompt(self, understood: Understood, said: IncomingText, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers of what is surely no answer to the prompt; none where the words are the prompt's."""
        prompt = talk.awaited.text(talk.conversation)
        if prompt is None or understood.choice or not understood.acts:
            return ()
        act = understood.first
        if act.confidence < SURE or may_answer(act, asked_for(prompt), to_others=prompt.rule.to_others):
            return ()
        return self.served(understood, said.text, talk) if self._handler(act, talk) else ()

    def served(self, understood: Understood, text: str, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers in their order: of a choice the question which is meant, of many acts the first few."""
        if understood.choice:
            return (Resolved(choice.ask_which, {"text": text, "acts": understood.choice}),)
        return self.of_acts(understood.acts, text, talk)

    def of_acts(self, acts: Sequence[Act], text: str, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers of these acts; words of which nothing is left are a question, and are asked once."""
        wanted = _wishes(acts)
        known = [act for act in wanted if self._handler(act, talk)]
        calls = [self._call(act, text, talk) for act in known[:AT_ONCE]]
        if len(known) < len(wanted) and len(calls) < AT_ONCE:
            calls.append(self._question(text))
        if rest := known[AT_ONCE:]:
            calls.append(Resolved(choice.name_rest, {"text": text, "acts": rest}))
        return tuple(calls) or (self._question(text),)

    def _call(self, act: Act, text: str, talk: Talk) -> Resolved:
        handler = self._handler(act, talk) or self.question
        return Resolved(handler, {"text": text, "act": act}, claims=act.name not in _CLAIM_NOTHING)

    def _handler(self, act: Act, talk: Talk) -> Handler | None:
        """None where no feature serves the act, and where a citizen uses words of those who work here."""
        if act.name in STAFF_ACTS and not self.turns.roster.is_staff(talk.person):
            return None
        return self.routes.acts.get(act.name)

    def _question(self, text: str) -> Resolved:
        return Resolved(self.question, {"text": text}, claims=False)


def _wishes(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Without what was met before; a greeting inside a request is no wish of its own."""
    left = [act for act in acts if act.name not in _MET_BEFORE]
    return tuple(act for act in left if act.name not in _COURTESY) or tuple(left[:1])


def _masked(act: Act) -> Act:
    """Words that are handed on to others carry no secret."""
    text = act.slots.text
    return replace(act, slots=replace(act.slots, text=masking.mask(text))) if text else act
