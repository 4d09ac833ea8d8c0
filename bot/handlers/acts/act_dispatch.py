"""What was understood of words goes to the handlers of its acts, in the order to be served."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.centres.places.place_question import read_place_question
from bot.clock import Clock
from bot.dialog_state import Prompt
from bot.handlers.acts import choice
from bot.handlers.acts.replies_to_prompts import OF_TIME, is_of_prompt, is_order_beside_answer, may_answer
from bot.handlers.acts.to_librarian import meant_for_librarian
from bot.handlers.acts.turns_reader import TurnsReader
from bot.handlers.acts.wishes import NO_WISH, QUESTIONS, SURE, masked, may_be, wishes, without_erasing, without_visit
from bot.handlers.incoming_text import IncomingText
from bot.handlers.questions import own
from bot.handlers.routes import Handler, Resolved, Routes
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.screens.action import Action
from bot.screens.asked_for import asked_for
from bot.screens.callback_data import unpack
from bot.screens.home.unsupported import is_russian
from bot.screens.typed_answers import by_assent
from bot.understanding.acts import STAFF_ACTS, Act, ActName, Understood
from bot.understanding.turns import Turns
from bot.understanding.whose_booking import WHOSE, whose_booking

AT_ONCE = 3  # acts of one message; the rest are named
LIKELY = 0.5  # of words that a form could not read
_ASKS_WHAT_IS_POSSIBLE = frozenset({"помощь", "помогите", "меню", "главное меню"})
_CLAIM_NOTHING = NO_WISH | QUESTIONS | {ActName.PLACE, ActName.WHO_ARE_YOU}
_OF_ANSWER = frozenset(
    {ActName.NEXT_STEP, ActName.NOT_HELPED, ActName.SIMPLIFY}
)  # lean on an older answer, not on a prompt


class WishReader(Protocol):
    """Reads a message with the talk before it in mind; `now` is a local time of the region."""

    def understand(self, text: str, turns: Turns, now: datetime) -> Understood: ...


@dataclass(frozen=True, slots=True)
class ActDispatch:
    """Finds the handlers of what was understood."""

    understanding: WishReader
    turns: TurnsReader
    routes: Routes
    question: Handler
    clock: Clock

    async def hear(self, said: IncomingText, talk: Talk) -> Understood:
        """All wishes of the words."""
        now = self.clock.now().astimezone(self.turns.own.centre_lookup.zone)
        turns = await self.turns.read(said, talk)
        understood = self.understanding.understand(said.text, turns, now)
        unlikely = without_visit(turns) | without_erasing(said.text)
        readings = [act for act in understood.choice if act.name not in unlikely]
        return replace(
            understood,
            acts=may_be(readings if len(readings) == 1 else understood.acts, turns),
            choice=tuple(masked(act) for act in readings) if len(readings) > 1 else (),
        )

    def beside_prompt(self, understood: Understood, said: IncomingText, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers of what is surely no answer to the prompt; none where the words are the prompt's."""
        prompt = talk.awaited.text(talk.conversation)
        if prompt is None or understood.choice or not wishes(understood.acts):
            return ()
        act, asked = wishes(understood.acts)[0], asked_for(prompt)
        is_order = is_order_beside_answer(act, asked, said.text)
        if act.confidence < SURE or (may_answer(act, asked, to_others=prompt.rule.to_others) and not is_order):
            return ()
        return self.served(understood, said.text, talk) if self._handler(act, talk) else ()

    def instead_of_prompt(self, understood: Understood, prompt: Prompt, text: str, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers of words that the prompt cannot read, where they likely mean something else."""
        if prompt.rule.to_others:
            return ()
        if bare_words(text) in _ASKS_WHAT_IS_POSSIBLE:
            return (self._question(text),)
        if understood.choice:
            return ()
        if asked_for(prompt) not in OF_TIME and not prompt.rule.only_its_words:
            return ()
        act = next(iter(wishes(understood.acts)), None)
        if act is None or act.name in NO_WISH | _OF_ANSWER or is_of_prompt(act, asked_for(prompt)):
            return ()
        least = SURE if act.name in QUESTIONS else LIKELY
        return self.served(understood, text, talk) if act.confidence >= least and self._handler(act, talk) else ()

    def served(self, understood: Understood, text: str, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers in their order: of a choice the question which is meant, of many acts the first few."""
        if talk.awaited.text(talk.conversation) is None and (
            question := meant_for_librarian(understood, talk.awaited.offered(talk.conversation))
        ):
            return (Resolved(own.written_after, {"text": text, "action": question}),)
        if self._names_place(understood, text):
            return self.of_acts((Act(ActName.PLACE),), text, talk)
        if self.turns.roster.is_staff(talk.person) and (act := whose_booking(understood, text)):
            asked = tuple(replace(act, name=name) for name in WHOSE)
            return (Resolved(choice.ask_whose, {"text": text, "acts": asked}),)
        if not understood.choice:
            return self.of_acts(understood.acts, text, talk)
        if any(act.name in NO_WISH for act in understood.choice):  # nobody chooses «не о Госуслугах»
            return self._nearest(understood.choice, text, talk)
        return (Resolved(choice.ask_which, {"text": text, "acts": understood.choice}, claims=False),)

    def _nearest(self, readings: Sequence[Act], text: str, talk: Talk) -> tuple[Resolved, ...]:
        """A wish that is near to none at all: the nearest is served, but no deed that is only second to none."""
        if other := [act for act in readings if act.name is ActName.OTHER_LANGUAGE and not is_russian(text)]:
            return self.of_acts(other, text, talk)
        is_second = readings[0].name in {ActName.UNREADABLE, ActName.OUT_OF_SCOPE, ActName.CHOOSE}
        return (self._question(text),) if is_second else self.of_acts(readings[:1], text, talk)

    def _names_place(self, understood: Understood, text: str) -> bool:
        """Whether the directory reads every word of what is not surely something else."""
        if not understood.choice and understood.acts and understood.first.confidence >= SURE:
            return False
        question = read_place_question(text, self.turns.own.centre_lookup.place)
        if question is None or question.match.guessed:
            return False
        return bool(question.match.places or question.match.elsewhere or question.unknown)

    def of_acts(self, acts: Sequence[Act], text: str, talk: Talk) -> tuple[Resolved, ...]:
        """The handlers of these acts; words of which nothing is left are a question, and are asked once."""
        wanted = wishes(acts)
        heard = [act for act in wanted if self._handler(act, talk) or _pressed(act, talk)]
        questions = [act for act in heard if act.name in QUESTIONS]
        known = [act for act in heard if act not in questions[1:]]  # the first answers all of them, in their order
        calls = [self._call(act, text, talk, questions) for act in known[:AT_ONCE]]
        if len(heard) < len(wanted) and len(calls) < AT_ONCE:
            calls.append(self._question(text))
        if rest := known[AT_ONCE:]:
            calls.append(Resolved(choice.name_rest, {"text": text, "acts": rest}))
        return tuple(calls) or (self._question(text),)

    def _call(self, act: Act, text: str, talk: Talk, questions: Sequence[Act]) -> Resolved:
        if action := _pressed(act, talk):
            return Resolved(self.routes.actions[type(action)], {"action": action, "text": text})
        handler = self._handler(act, talk) or self.question
        claims = act.name not in _CLAIM_NOTHING and act.confidence >= SURE
        return Resolved(handler, {"text": text, "act": act, "faq_acts": questions}, claims=claims)

    def _handler(self, act: Act, talk: Talk) -> Handler | None:
        """None where no feature serves the act, and where a citizen uses words of those who work here."""
        if act.name in STAFF_ACTS and not self.turns.roster.is_staff(talk.person):
            return None
        return self.routes.acts.get(act.name)

    def _question(self, text: str) -> Resolved:
        return Resolved(self.question, {"text": text}, claims=False)


def _pressed(act: Act, talk: Talk) -> Action | None:
    """The button of the last message that «второе», «последнее», «ну давайте» means."""
    offer = talk.awaited.offered(talk.conversation)
    packed: str | None = None
    match act.name:
        case ActName.CHOOSE if act.slots.n and -1 <= act.slots.n <= len(offer.numbered) and offer.numbered:
            packed = offer.numbered[act.slots.n - 1 if act.slots.n > 0 else -1]
        case ActName.YES:
            packed = by_assent("да", offer)
        case ActName.NO:
            packed = by_assent("нет", offer)
        case _:
            pass
    return unpack(packed) if packed else None
