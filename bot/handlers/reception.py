"""Where every parsed update is met: its kind is looked up, one handler answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.booking.visit_code import read_code
from bot.conversation import ONE_S_OWN, TO_OTHERS, Awaited, Offered, Waiting
from bot.faq.small_talk import small_talk
from bot.handlers import short_answers
from bot.handlers.routes import Caller, Handler, Routes
from bot.handlers.safety import DangerGuard
from bot.handlers.secret_guard import SecretGuard
from bot.handlers.talk import Talk
from bot.handlers.wording import Albums, Worded, attached_to, hidden_links, marked, odd_kind, worded
from bot.people import Address
from bot.screens import desk_groups, home, left_behind, odd
from bot.screens.action import Action
from bot.screens.common_buttons import common_button
from bot.screens.menu import menu_word
from bot.screens.packing import unpack
from bot.stats.contact import Kind
from bot.stats.journal import Journal

Provided = dict[str, Any]
_CANCEL_WORDS = frozenset({"отмена", "отменить", "отмени", "стоп"})


@dataclass(frozen=True, slots=True)
class _Call:
    """The handler that answers, and what it is told besides the talk."""

    handler: Handler
    told: Mapping[str, object]
    asked: Awaited | None = None  # the question whose answer this is
    is_said: bool = False  # words that may have been meant for what was asked before another screen


@dataclass(frozen=True, slots=True)
class Colleagues:
    """What is for those who work here: a visit code typed instead of a question, and whatever names visitors."""

    codes: Handler
    among_us: frozenset[Handler]  # answered in private and at a centre's desk: elsewhere strangers read along
    is_staff: Callable[[Address], bool]
    is_desk: Callable[[Address], bool]

    def ask_by_code(self, text: str, person: Address) -> bool:
        """Whether the text is nothing but a code, typed by one of them."""
        return read_code(text) is not None and self.is_staff(person)

    def may_hear(self, handler: Handler, talk: Talk) -> bool:
        """Whether what the handler says may be said there."""
        there = Address(talk.conversation.channel, talk.conversation.chat)
        return not talk.in_group or handler not in self.among_us or self.is_desk(there)


class Reception:
    """Words, presses and everything else, each to the one function that answers it."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a collaborator
        self,
        routes: Routes,
        question: Handler,
        whereabouts: Handler,
        awaited: Waiting,
        journal: Journal,
        colleagues: Colleagues,
        danger: DangerGuard,
    ) -> None:
        self._routes = routes
        self._question = question
        self._whereabouts = whereabouts
        self._awaited = awaited
        self._journal = journal
        self._colleagues = colleagues
        self._secrets = SecretGuard(colleagues.is_staff)
        self._danger = danger
        self._albums = Albums()
        self._caller = Caller((*routes.handlers, question, whereabouts, colleagues.codes, short_answers.ask_which))

    def router(self) -> Router:
        """Two observers of aiogram, without filters: those run in threads and cost milliseconds."""
        router = Router(name="reception")
        router.message.register(self.message)
        router.edited_message.register(self.edited)
        router.callback_query.register(self.press)
        return router

    async def message(self, message: Message, bot: Bot, talk: Talk, **provided: Any) -> None:  # noqa: ANN401 - aiogram's workflow data
        """A message of any kind."""
        said = worded(message, (await bot.me()).username or "", in_group=talk.in_group)
        if said is None:
            return
        provided |= {"bot": bot, "attached": attached_to(message)}
        if message.location and not self._for_another(talk):
            there = {"lat": message.location.latitude, "lon": message.location.longitude}
            await self._caller.call(self._whereabouts, {**provided, **there, "talk": talk})
            return
        first = self._albums.is_first(message)
        if not said.text and said.command is None:
            if first:
                await self._unreadable(message, talk, provided)
            return
        if said.command is None and await self._danger.has_answered(talk, said.text + hidden_links(message)):
            return
        call = self._call_for(said, talk)
        shown = await self._secrets.look(talk, call.told, command=said.command is not None)
        if shown is None:
            await self._resume(talk, provided)
            return
        await self._answer_words(replace(call, told=shown), talk, {**provided, "marked": marked(message)}, said.text)

    async def _unreadable(self, message: Message, talk: Talk, provided: Provided) -> None:
        self._journal.note(talk.person, Kind.ODD, detail=odd_kind(message))
        if not self._for_another(talk):
            await talk.say(odd.cannot_read(odd_kind(message)))
        await self._resume(talk, provided)

    async def _resume(self, talk: Talk, provided: Provided) -> None:
        """What was asked is shown again, where it can be."""
        awaited = self._awaited.text(talk.conversation)
        if awaited and (again := self._routes.resumed.get(awaited.what)):
            await self._answer(_Call(again, {}, awaited), talk, provided)

    def _for_another(self, talk: Talk) -> bool:
        """Whether words are awaited that go to another person."""
        awaited = self._awaited.text(talk.conversation)
        return awaited is not None and awaited.what in TO_OTHERS

    async def _answer_words(self, call: _Call, talk: Talk, provided: Provided, text: str) -> None:
        """The answer, and what they may have been meant for before another screen was opened."""
        if call.is_said and call.handler is not self._question:
            await self._tell_nothing_went(talk, call)
        again = short_answers.asked_again(self._awaited.offered(talk.conversation))
        await self._answer(call, talk, provided)
        if call.handler is self._question:
            await self._offer_to_go_on(talk, text)
        if again and not talk.understood:
            await self._act(again, talk, provided)

    async def _tell_nothing_went(self, talk: Talk, call: _Call) -> None:
        """Before words that another question takes: what was to go to a person has gone nowhere."""
        left = self._awaited.left(talk.conversation)
        if left and (left.what in TO_OTHERS or not (call.asked or left.what in ONE_S_OWN)):
            await self._awaited.drop_left(talk.conversation)
            if screen := left_behind.offer(left):
                await talk.say(screen)

    async def _offer_to_go_on(self, talk: Talk, text: str) -> None:
        """Words that nothing claimed may have been meant for what was asked before another screen; told once.

        After small talk only where somebody else may be waiting for them, or nothing was written down.
        """
        left = self._awaited.left(talk.conversation)
        if left is None or (left.what in ONE_S_OWN and small_talk(text) is not None):
            return
        await self._awaited.clear(talk.conversation)
        if screen := left_behind.offer(left):
            await talk.say(screen)

    async def edited(self, message: Message, bot: Bot, talk: Talk, **provided: Any) -> None:  # noqa: ANN401 - as above
        """A corrected question is asked anew; a moving location is not, a caption is looked at for secrets."""
        if message.text:
            await self.message(message, bot, talk, **provided)
        elif said := worded(message, (await bot.me()).username or "", in_group=talk.in_group):
            await self._secrets.warn(talk, said.text)

    async def press(self, query: CallbackQuery, bot: Bot, talk: Talk, **provided: Any) -> None:  # noqa: ANN401 - as above
        """A button."""
        await self._act(unpack(query.data or ""), talk, {**provided, "bot": bot, "attached": None})

    async def _act(self, action: Action | None, talk: Talk, provided: Provided) -> None:
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None:
            await talk.say(home.outdated())
            await self._awaited.leave(talk.conversation)
            return
        await self._answer(_Call(handler, {"action": action}), talk, provided)

    async def _answer(self, call: _Call, talk: Talk, provided: Provided) -> None:
        asked = self._awaited.text(talk.conversation)
        try:
            if self._colleagues.may_hear(call.handler, talk):
                await self._caller.call(call.handler, {**provided, **call.told, "talk": talk})
            else:
                await talk.say(desk_groups.among_strangers())
        finally:
            await self._leave(asked, call, talk)

    async def _leave(self, asked: Awaited | None, call: _Call, talk: Talk) -> None:
        """The last question owns the answer: what was asked before a screen of another kind is awaited no longer.

        A screen that asks puts its own question; a text for the question, and what is said to it, leaves it standing.
        """
        stands = asked is None or call.asked is asked or self._awaited.text(talk.conversation) is not asked
        if talk.answered and not stands:
            await self._awaited.leave(talk.conversation)

    def _call_for(self, said: Worded, talk: Talk) -> _Call:
        """Commands and menu words first: they always work; then the text that was asked for; then a question."""
        if said.command is not None:
            return self._command(said)
        if (word := menu_word(said.text)) is not None:
            return _Call(self._routes.menu[word], {})
        awaited = self._awaited.text(talk.conversation)
        if call := self._short_answer(said.text, talk, awaited) or self._always(said.text):
            return call
        if awaited is not None:
            told = {"text": said.text, "awaited": awaited}
            return _Call(self._routes.awaited[awaited.what], told, awaited, is_said=True)
        by_code = self._colleagues.ask_by_code(said.text, talk.person)
        return _Call(self._colleagues.codes if by_code else self._question, {"text": said.text}, is_said=True)

    def _always(self, text: str) -> _Call | None:
        """«отмена», and the words of buttons that mean the same everywhere."""
        if text.strip().casefold() in _CANCEL_WORDS:
            return _Call(self._routes.commands["cancel"], {})
        common = common_button(text)
        return _Call(self._routes.actions[type(common)], {"action": common}) if common else None

    def _short_answer(self, text: str, talk: Talk, awaited: Awaited | None) -> _Call | None:
        """The button that a number or a few words stand for; asked back where a notice came into a form."""
        offer, noticed = self._awaited.offered(talk.conversation), self._awaited.noticed(talk.conversation)
        action = short_answers.pressed(text, offer, awaited)
        if awaited and (meant := short_answers.asked_by(text, noticed)):
            if both := short_answers.asked_by(text, offer):
                return _Call(short_answers.ask_which, {"offers": (offer, noticed), "meant": meant + both})
            action = unpack(*meant)
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None and awaited is None:
            return self._told(text, offer)
        return _Call(handler, {"action": action}, is_said=not text.strip(" .)").isdigit()) if handler else None

    def _told(self, text: str, offer: Offered) -> _Call | None:
        """A sentence that means a button of the last message: «перенесите на среду»."""
        actions = [action for packed, _ in offer.named if (action := unpack(packed))]
        meant = (told for action in actions if (told := self._routes.told.get(type(action))) and told.reads(text))
        told = next(meant, None)
        if told is None:
            return None
        its = tuple(action for action in actions if self._routes.told.get(type(action)) is told)
        return _Call(told.handler, {"text": text, "actions": its}, is_said=True)

    def _command(self, said: Worded) -> _Call:
        if said.command == "start" and said.text.partition("_")[1]:
            letter, _, rest = said.text.partition("_")
            handler = self._routes.links.get(letter, self._routes.links["-"])
            return _Call(handler, {"link": rest})
        handler = self._routes.commands.get(said.command or "", self._routes.commands["help"])
        return _Call(handler, {"text": said.text})
