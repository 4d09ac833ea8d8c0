"""Where every parsed update is met: its kind is looked up, one handler answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import CallbackQuery, Message

from bot.booking.visit_code import read_code
from bot.conversation import BESIDE_A_LIST, Awaited, Offered, Waiting
from bot.handlers.routes import Caller, Handler, Routes
from bot.handlers.secret_guard import SecretGuard
from bot.handlers.talk import Talk
from bot.handlers.wording import Worded, marked, odd_kind, worded
from bot.people import Address
from bot.screens import desk_groups, home, odd
from bot.screens.action import Action
from bot.screens.menu import menu_word
from bot.screens.packing import unpack
from bot.screens.typed_answers import by_assent, by_beginning, by_number, by_words
from bot.stats.contact import Kind
from bot.stats.journal import Journal

log = structlog.get_logger()

Provided = dict[str, Any]
_CANCEL_WORDS = frozenset({"отмена", "отменить", "отмени", "стоп"})


@dataclass(frozen=True, slots=True)
class _Call:
    """The handler that answers, and what it is told besides the talk."""

    handler: Handler
    told: Mapping[str, object]


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

    def __init__(
        self,
        routes: Routes,
        question: Handler,
        whereabouts: Handler,
        awaited: Waiting,
        journal: Journal,
        colleagues: Colleagues,
    ) -> None:
        self._routes = routes
        self._question = question
        self._whereabouts = whereabouts
        self._awaited = awaited
        self._journal = journal
        self._colleagues = colleagues
        self._secrets = SecretGuard(colleagues.is_staff)
        self._caller = Caller((*routes.handlers, question, whereabouts, colleagues.codes))

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
        if message.location:
            told = {
                **provided,
                "talk": talk,
                "bot": bot,
                "lat": message.location.latitude,
                "lon": message.location.longitude,
            }
            await self._caller.call(self._whereabouts, told)
            return
        if not said.text and said.command is None:
            await self._unreadable(message, talk, {**provided, "bot": bot})
            return
        call = self._call_for(said, talk)
        shown = await self._secrets.look(talk, call.told, command=said.command is not None)
        if shown is None:
            await self._resume(talk, {**provided, "bot": bot})
            return
        await self._answer(call.handler, talk, {**provided, **shown, "bot": bot, "marked": marked(message)})

    async def _unreadable(self, message: Message, talk: Talk, provided: Provided) -> None:
        self._journal.note(talk.person, Kind.ODD, detail=odd_kind(message))
        await talk.say(odd.cannot_read(odd_kind(message)))
        await self._resume(talk, provided)

    async def _resume(self, talk: Talk, provided: Provided) -> None:
        """What was asked is shown again, where it can be."""
        awaited = self._awaited.text(talk.conversation)
        if awaited and (again := self._routes.resumed.get(awaited.what)):
            await self._answer(again, talk, provided)

    async def edited(self, message: Message, bot: Bot, talk: Talk, **provided: Any) -> None:  # noqa: ANN401 - as above
        """A corrected question is asked anew; a moving location is not, a caption is looked at for secrets."""
        if message.text:
            await self.message(message, bot, talk, **provided)
        elif said := worded(message, (await bot.me()).username or "", in_group=talk.in_group):
            await self._secrets.warn(talk, said.text)

    async def press(self, query: CallbackQuery, bot: Bot, talk: Talk, **provided: Any) -> None:  # noqa: ANN401 - as above
        """A button; its wheel stops turning whatever happens."""
        try:
            await self._act(unpack(query.data or ""), talk, {**provided, "bot": bot})
        finally:
            await _acknowledge(query, talk.toast)

    async def _act(self, action: Action | None, talk: Talk, provided: Provided) -> None:
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None:
            await talk.say(home.outdated())
            return
        await self._answer(handler, talk, {**provided, "action": action})

    async def _answer(self, handler: Handler, talk: Talk, provided: Provided) -> None:
        if self._colleagues.may_hear(handler, talk):
            await self._caller.call(handler, {**provided, "talk": talk})
        else:
            await talk.say(desk_groups.among_strangers())

    def _call_for(self, said: Worded, talk: Talk) -> _Call:
        """Commands and menu words first: they always work; then the text that was asked for; then a question."""
        if said.command is not None:
            return self._command(said)
        if (word := menu_word(said.text)) is not None:
            return _Call(self._routes.menu[word], {})
        awaited = self._awaited.text(talk.conversation)
        action = self._typed(said.text, self._awaited.offered(talk.conversation), awaited)
        if action is not None and type(action) in self._routes.actions:
            return _Call(self._routes.actions[type(action)], {"action": action})
        if said.text.strip().casefold() in _CANCEL_WORDS:
            return _Call(self._routes.commands["cancel"], {})
        if awaited is not None:
            return _Call(self._routes.awaited[awaited.what], {"text": said.text, "awaited": awaited})
        by_code = self._colleagues.ask_by_code(said.text, talk.person)
        return _Call(self._colleagues.codes if by_code else self._question, {"text": said.text})

    def _command(self, said: Worded) -> _Call:
        if said.command == "start" and said.text.partition("_")[1]:
            letter, _, rest = said.text.partition("_")
            handler = self._routes.links.get(letter, self._routes.links["-"])
            return _Call(handler, {"link": rest})
        handler = self._routes.commands.get(said.command or "", self._routes.commands["help"])
        return _Call(handler, {"text": said.text})

    @staticmethod
    def _typed(text: str, offer: Offered, awaited: Awaited | None) -> Action | None:
        """The button that was meant; beside free text only what cannot be meant as such."""
        if awaited is not None and awaited.what not in BESIDE_A_LIST:
            return None
        packed = by_number(text, offer) or by_words(text, offer)
        if packed is None and awaited is None:
            packed = by_assent(text, offer) or by_beginning(text, offer)
        return unpack(packed) if packed else None


async def _acknowledge(query: CallbackQuery, toast: str | None) -> None:
    """After a long outage Telegram no longer takes the acknowledgement; the answer itself has been given."""
    try:
        await query.answer(toast)
    except (TelegramAPIError, ClientDecodeError) as error:
        log.info("press.not_acknowledged", reason=type(error).__name__)
