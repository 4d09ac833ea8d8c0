"""The one place that every message with words passes before a handler: who answers it, in this order.

0. What is not meant for the bot does not come here: in a group a command, a mention and an answer to the bot do.
1. Danger and crisis: said at once; a secret in the same words is warned of after that (DangerGuard, SecretGuard).
2. `order`: the first that claims the words; then what is understood of them (ActDispatch): beside a form only what
   is surely no answer to it.
3. Secrets are hidden before the handler that was found reads the words (SecretGuard).
4. Group privacy: what concerns one person is not answered where others read along (GroupPrivacy).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.booking.consultation_log.typed_sheet import is_sheet
from bot.dialog_state import DialogStore, Prompt, TypedOptions
from bot.handlers import short_answers
from bot.handlers.acts.act_dispatch import ActDispatch
from bot.handlers.incoming_text import IncomingText
from bot.handlers.routes import Resolved, Routes
from bot.handlers.safety.danger_guard import DangerGuard
from bot.handlers.secret_guard import SecretGuard
from bot.handlers.staff_rules import StaffRules, asks_for_menu, may_be_order
from bot.handlers.talk import Talk
from bot.russian.yes_no import is_cancel
from bot.screens.callback_data import unpack
from bot.screens.common_buttons import HOME
from bot.screens.menu import menu_word
from bot.screens.typed_labels import common_button
from bot.understanding.acts import Understood

Claim = Callable[[IncomingText, Talk], Resolved | None]
_BARE_COMMAND = re.compile(r"\s*[./\\]?([A-Za-z_]{3,20})[.!]?\s*")  # «today», «.today»: the stroke was missed
_LINK = "start"  # the text of this command is a link, nobody's words


@dataclass(frozen=True, slots=True)
class Guard:
    """Meets danger and secrets, and finds the handler of any words."""

    routes: Routes
    acts: ActDispatch
    store: DialogStore
    staff: StaffRules
    danger: DangerGuard
    secrets: SecretGuard

    @property
    def order(self) -> tuple[Claim, ...]:
        """Who may claim words before they are understood, the first one first."""
        return (
            self._command,
            self._menu,
            self._short_answer,  # a number, «да», the words of a button: to the last message or the last prompt
            self._left_letter,  # «отправить» to a letter that was left for another question
            self._told_change,  # «перенесите на среду» to the last message
            self._cancel_or_home,
            self._staff_menu,  # «сегодня» where nothing was asked
        )

    async def has_answered(self, said: IncomingText, talk: Talk) -> bool:
        """Whether words of danger were answered, and that was all; a secret in them is warned of too."""
        is_order = said.command is not None and self.staff.is_staff(talk.person)  # «/faqedit звонят …»
        if _is_no_speech(said) or not await self.danger.has_answered(talk, said, is_order=is_order):
            return False
        await self.secrets.warn(talk, said.text)
        return True

    async def resolve(self, said: IncomingText, talk: Talk) -> tuple[tuple[Resolved, ...], bool]:
        """The handlers with their words, secrets hidden; and whether words are left for them to answer."""
        early = (found for claim in self.order if (found := claim(said, talk)))
        calls = await self._heard(said, talk) if (first := next(early, None)) is None else (first,)
        shown = await self.secrets.look(talk, calls[0].told, command=said.command is not None)
        if shown is None:
            return calls, False
        return tuple(replace(call, told={**call.told, **_words(shown)}) for call in calls), True

    async def _heard(self, said: IncomingText, talk: Talk) -> tuple[Resolved, ...]:
        """What is surely no answer to the last prompt, that prompt, a code; what is left is served as understood."""
        if order := await self._order_beside_prompt(said, talk):
            return (order,)
        understood = await self.acts.hear(said, talk)
        if beside := self.acts.beside_prompt(understood, said, talk):
            if beside[0].handler is not self.routes.commands["cancel"]:  # which says what was begun
                await self.store.leave(talk.conversation)  # before another prompt takes its place
            return beside
        claim = self._last_prompt(said, talk, understood) or self._staff_order(said, talk)
        return (claim,) if claim else self.acts.served(understood, said.text, talk)

    def _staff_order(self, said: IncomingText, talk: Talk) -> Resolved | None:
        claims = (self._visit_code, self._day_sheet, self._call_list, self._staff_phrase)
        return next(filter(None, (claim(said, talk) for claim in claims)), None)

    async def _order_beside_prompt(self, said: IncomingText, talk: Talk) -> Resolved | None:
        """«журнал дня» where a name is asked: no form of one's own takes a known order for its answer."""
        prompt = self._asked(talk)
        if prompt is None or prompt.rule.to_others or (prompt.rule.only_its_words and is_sheet(said.text)):
            return None
        if not self.staff.is_no_answer(said.text, talk.person, prompt):
            return None
        order = self._staff_order(said, talk)
        await self.store.leave(talk.conversation)
        return order

    def _command(self, said: IncomingText, talk: Talk) -> Resolved | None:
        if said.command is None:
            bare = _BARE_COMMAND.fullmatch(said.text) if may_be_order(self._asked(talk)) else None
            handler = self.routes.commands.get(bare[1].lower()) if bare else None
            return Resolved(handler, {"text": ""}) if handler else None
        if said.command == _LINK and said.text.partition("_")[1]:
            letter, rest = said.text.split("_", maxsplit=1)
            return Resolved(self.routes.links.get(letter, self.routes.links["-"]), {"link": rest})
        handler = self.routes.commands.get(said.command, self.routes.commands["help"])
        return Resolved(handler, {"text": said.text})

    def _menu(self, said: IncomingText, _: Talk) -> Resolved | None:
        word = menu_word(said.text)
        return Resolved(self.routes.menu[word], {}) if word is not None else None

    def _staff_menu(self, said: IncomingText, talk: Talk) -> Resolved | None:
        """A librarian's button without its picture, as the keyboard of those who listen has it."""
        word = self.staff.menu(said.text, talk.person, self._asked(talk))
        return Resolved(self.routes.menu[word], {}) if word is not None else None

    def _short_answer(self, said: IncomingText, talk: Talk) -> Resolved | None:
        """The button that is meant; asked back where a notice came into a form."""
        prompt, text = self._asked(talk), said.text
        offer, noticed = self.store.offered(talk.conversation), self.store.noticed(talk.conversation)
        action = short_answers.pressed(text, offer, prompt)
        if prompt and (meant := short_answers.asked_by(text, noticed)):
            if both := short_answers.asked_by(text, offer):
                return Resolved(short_answers.ask_which, {"offers": (offer, noticed), "meant": meant + both})
            action = unpack(*meant)
        handler = self.routes.actions.get(type(action)) if action else None
        return Resolved(handler, {"action": action}) if handler else None

    def _left_letter(self, said: IncomingText, talk: Talk) -> Resolved | None:
        action = short_answers.of_letter(said.text, self.store.left(talk.conversation))
        return Resolved(self.routes.actions[type(action)], {"action": action}) if action else None

    def _told_change(self, said: IncomingText, talk: Talk) -> Resolved | None:
        """A sentence that means a button of the last message."""
        if self._asked(talk) is not None or self.staff.is_order(said.text, talk.person):
            return None  # «журнал дня» is no visitor's name
        return self._told(said.text, self.store.offered(talk.conversation))

    def _told(self, text: str, offer: TypedOptions) -> Resolved | None:
        unnamed = ((packed, "") for packed in offer.numbered)  # of a message without buttons
        buttons = [(action, label) for packed, label in offer.named or unnamed if (action := unpack(packed))]
        tolds = {told: None for action, _ in buttons if (told := self.routes.told.get(type(action)))}
        for told in tolds:
            its = [(action, label) for action, label in buttons if self.routes.told.get(type(action)) is told]
            if told.reads(text, [label for _, label in its]):
                return Resolved(told.handler, {"text": text, "actions": tuple(action for action, _ in its)})
        return None

    def _cancel_or_home(self, said: IncomingText, talk: Talk) -> Resolved | None:
        """«отмена», and the words of buttons that mean the same everywhere."""
        if is_cancel(said.text):
            return Resolved(self.routes.commands["cancel"], {})
        common = HOME.action if asks_for_menu(said.text, self._asked(talk)) else common_button(said.text)
        return Resolved(self.routes.actions[type(common)], {"action": common}) if common else None

    def _last_prompt(self, said: IncomingText, talk: Talk, understood: Understood) -> Resolved | None:
        prompt = self._asked(talk)
        if prompt is None:
            return None
        told = {"text": said.text, "prompt": prompt, "acts": understood.acts, "choice": understood.choice}
        instead = self.acts.instead_of_prompt(understood, prompt, said.text, talk)
        return Resolved(self.routes.awaited[type(prompt)], told, prompt, instead=instead)

    def _asked(self, talk: Talk) -> Prompt | None:
        """The prompt that awaits words."""
        prompt = self.store.text(talk.conversation)
        return prompt if prompt and prompt.rule.awaits_words else None

    def _visit_code(self, said: IncomingText, talk: Talk) -> Resolved | None:
        is_code = self.staff.ask_by_code(said.text, talk.person)
        return Resolved(self.staff.codes, {"text": said.text}) if is_code else None

    def _day_sheet(self, said: IncomingText, talk: Talk) -> Resolved | None:
        is_told = self.staff.tell_sheet(said.text, talk.person)
        return Resolved(self.staff.sheet, {"text": said.text}) if is_told else None

    def _call_list(self, said: IncomingText, talk: Talk) -> Resolved | None:
        return Resolved(self.staff.calls, {}) if self.staff.ask_for_calls(said.text, talk.person) else None

    def _staff_phrase(self, said: IncomingText, talk: Talk) -> Resolved | None:
        handler = self.staff.phrase(said.text, talk.person, self._asked(talk))
        return Resolved(handler, {"text": said.text}) if handler else None


def _words(told: Mapping[str, object]) -> Mapping[str, object]:
    return {"text": told["text"]} if "text" in told else {}


def _is_no_speech(said: IncomingText) -> bool:
    """A link, a word of the menu («🆘 Меня обманывают»)."""
    return said.command == _LINK or menu_word(said.text) is not None
