"""Where words, presses and places are met, whatever messenger brings them: each goes to the one handler that answers.

The order for words: commands and the menu; short answers to the last question; «отмена»; what was asked for;
a visit code; a question. Danger is looked for before, secrets are hidden before any handler reads the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialog_state import DialogStore, Prompt, TypedOptions
from bot.faq.small_talk import small_talk
from bot.handlers import short_answers
from bot.handlers.caller import Caller
from bot.handlers.danger_guard import DangerGuard
from bot.handlers.incoming_text import IncomingText
from bot.handlers.routes import Handler, Routes
from bot.handlers.secret_guard import SecretGuard
from bot.handlers.staff_rules import StaffRules
from bot.handlers.talk import Talk
from bot.russian.yes_no import is_cancel
from bot.screens import suspended
from bot.screens.action import Action
from bot.screens.callback_data import unpack
from bot.screens.home import home, unsupported
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.menu import menu_word
from bot.screens.staff import group_chats
from bot.screens.typed_labels import common_button
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Resolved:
    """The handler that answers, and what it is told besides the talk."""

    handler: Handler
    told: Facts
    asked: Prompt | None = None  # the question whose answer this is
    is_said: bool = False  # words that may have been meant for what was asked before another screen


class UpdateRouter:
    """Words, presses and everything else, each to the one function that answers it."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a collaborator
        self,
        routes: Routes,
        question: Handler,
        whereabouts: Handler,
        awaited: DialogStore,
        journal: Journal,
        colleagues: StaffRules,
        danger: DangerGuard,
        provided: Facts,
    ) -> None:
        """`provided` is what handlers may name besides the talk and what they are told."""
        self._routes = routes
        self._question = question
        self._whereabouts = whereabouts
        self._awaited = awaited
        self._journal = journal
        self._colleagues = colleagues
        self._secrets = SecretGuard(colleagues.is_staff)
        self._danger = danger
        self._provided = provided
        self._caller = Caller((*routes.handlers, question, whereabouts, colleagues.codes, short_answers.ask_which))

    async def text(self, said: IncomingText, talk: Talk) -> None:
        """Answers words or a command."""
        if said.command is None and await self._danger.has_answered(talk, said.text + said.hidden_links):
            return
        beside: Facts = {"attached": said.attached, "marked": said.marked}
        call = self._call_for(said, talk)
        shown = await self._secrets.look(talk, call.told, command=said.command is not None)
        if shown is None:
            await self._resume(talk, beside)
            return
        await self._answer_words(replace(call, told={**beside, **shown}), talk, said.text)

    async def edited_caption(self, text: str, talk: Talk) -> None:
        """Looks at corrected words under a picture for secrets; nobody answers them."""
        await self._secrets.warn(talk, text)

    async def location(self, lat: float, lon: float, talk: Talk) -> None:
        """Answers a shared point, at any moment but while words for another person are awaited."""
        if self._for_another(talk):
            await self.unreadable(UnsupportedKind.OTHER, talk)
        else:
            await self._call(self._whereabouts, {"lat": lat, "lon": lon}, talk)

    async def unreadable(self, kind: UnsupportedKind, talk: Talk) -> None:
        """Says that a message without words cannot be read, and shows again what was asked."""
        self._journal.record(talk.person, InteractionKind.ODD, detail=kind)
        if not self._for_another(talk):
            await talk.reply(unsupported.cannot_read(kind))
        await self._resume(talk, {"attached": kind})

    async def press(self, data: str, talk: Talk) -> None:
        """Answers a button by what is packed in it."""
        await self._act(unpack(data), talk)

    async def _act(self, action: Action | None, talk: Talk) -> None:
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None:
            await talk.reply(home.outdated())
            await self._awaited.leave(talk.conversation)
            return
        await self._answer(_Resolved(handler, {"action": action, "attached": None}), talk)

    async def _resume(self, talk: Talk, beside: Facts) -> None:
        """What was asked is shown again, where it can be."""
        awaited = self._awaited.text(talk.conversation)
        if awaited and (again := self._routes.resumed.get(type(awaited))):
            await self._answer(_Resolved(again, beside, awaited), talk)

    def _for_another(self, talk: Talk) -> bool:
        """Whether words are awaited that go to another person."""
        awaited = self._awaited.text(talk.conversation)
        return awaited is not None and awaited.rule.to_others

    async def _answer_words(self, call: _Resolved, talk: Talk, text: str) -> None:
        """The answer, and what the words may have been meant for before another screen was opened."""
        if call.is_said and call.handler is not self._question:
            await self._tell_nothing_went(talk, call)
        again = short_answers.asked_again(self._awaited.offered(talk.conversation))
        await self._answer(call, talk)
        if call.handler is self._question:
            await self._offer_to_go_on(talk, text)
        if again and not talk.understood:
            await self._act(again, talk)

    async def _tell_nothing_went(self, talk: Talk, call: _Resolved) -> None:
        """Before words that another question takes: what was to go to a person has gone nowhere."""
        left = self._awaited.left(talk.conversation)
        if left and (left.rule.to_others or not (call.asked or left.rule.is_own)):
            await self._awaited.drop_left(talk.conversation)
            if screen := suspended.offer(left):
                await talk.reply(screen)

    async def _offer_to_go_on(self, talk: Talk, text: str) -> None:
        """Words that nothing claimed may have been meant for what was asked before another screen; told once.

        After small talk only where somebody else may be waiting for them, or nothing was written down.
        """
        left = self._awaited.left(talk.conversation)
        if left is None or (left.rule.is_own and small_talk(text) is not None):
            return
        await self._awaited.clear(talk.conversation)
        if screen := suspended.offer(left):
            await talk.reply(screen)

    async def _answer(self, call: _Resolved, talk: Talk) -> None:
        asked = self._awaited.text(talk.conversation)
        try:
            if self._colleagues.may_hear(call.handler, talk):
                await self._call(call.handler, call.told, talk)
            else:
                await talk.reply(group_chats.among_strangers())
        finally:
            await self._leave(asked, call, talk)

    async def _call(self, handler: Handler, told: Facts, talk: Talk) -> None:
        await self._caller.call(handler, {**self._provided, **told, "talk": talk})

    async def _leave(self, asked: Prompt | None, call: _Resolved, talk: Talk) -> None:
        """The last question owns the answer: what was asked before a screen of another kind is awaited no longer.

        A screen that asks puts its own question; a text for the question, and what is said to it, leaves it standing.
        """
        stands = asked is None or call.asked is asked or self._awaited.text(talk.conversation) is not asked
        if talk.answered and not stands:
            await self._awaited.leave(talk.conversation)

    def _call_for(self, said: IncomingText, talk: Talk) -> _Resolved:
        """Commands and menu words first: they always work; then the text that was asked for; then a question."""
        if said.command is not None:
            return self._command(said)
        if (word := menu_word(said.text)) is not None:
            return _Resolved(self._routes.menu[word], {})
        awaited = self._awaited.text(talk.conversation)
        if call := self._short_answer(said.text, talk, awaited) or self._always(said.text):
            return call
        if awaited is not None:
            told = {"text": said.text, "prompt": awaited}
            return _Resolved(self._routes.awaited[type(awaited)], told, awaited, is_said=True)
        by_code = self._colleagues.ask_by_code(said.text, talk.person)
        return _Resolved(self._colleagues.codes if by_code else self._question, {"text": said.text}, is_said=True)

    def _always(self, text: str) -> _Resolved | None:
        """«отмена», and the words of buttons that mean the same everywhere."""
        if is_cancel(text):
            return _Resolved(self._routes.commands["cancel"], {})
        common = common_button(text)
        return _Resolved(self._routes.actions[type(common)], {"action": common}) if common else None

    def _short_answer(self, text: str, talk: Talk, awaited: Prompt | None) -> _Resolved | None:
        """The button that a number or a few words stand for; asked back where a notice came into a form."""
        offer, noticed = self._awaited.offered(talk.conversation), self._awaited.noticed(talk.conversation)
        action = short_answers.pressed(text, offer, awaited)
        if awaited and (meant := short_answers.asked_by(text, noticed)):
            if both := short_answers.asked_by(text, offer):
                return _Resolved(short_answers.ask_which, {"offers": (offer, noticed), "meant": meant + both})
            action = unpack(*meant)
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None and awaited is None:
            return self._told(text, offer)
        return _Resolved(handler, {"action": action}, is_said=not text.strip(" .)").isdigit()) if handler else None

    def _told(self, text: str, offer: TypedOptions) -> _Resolved | None:
        """A sentence that means a button of the last message: «перенесите на среду»."""
        actions = [action for packed, _ in offer.named if (action := unpack(packed))]
        meant = (told for action in actions if (told := self._routes.told.get(type(action))) and told.reads(text))
        told = next(meant, None)
        if told is None:
            return None
        its = tuple(action for action in actions if self._routes.told.get(type(action)) is told)
        return _Resolved(told.handler, {"text": text, "actions": its}, is_said=True)

    def _command(self, said: IncomingText) -> _Resolved:
        if said.command == "start" and said.text.partition("_")[1]:
            letter, _, rest = said.text.partition("_")
            handler = self._routes.links.get(letter, self._routes.links["-"])
            return _Resolved(handler, {"link": rest})
        handler = self._routes.commands.get(said.command or "", self._routes.commands["help"])
        return _Resolved(handler, {"text": said.text})
