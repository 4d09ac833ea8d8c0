"""Where words, presses and places are met, whatever messenger brings them: each goes to one handler."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.dialog_state import DialogStore, Prompt
from bot.handlers import short_answers
from bot.handlers.acts import choice
from bot.handlers.caller import Caller
from bot.handlers.group_privacy import GroupPrivacy
from bot.handlers.guard import Guard
from bot.handlers.incoming_text import IncomingText
from bot.handlers.last_prompt import LastPrompt
from bot.handlers.questions import own
from bot.handlers.questions.replies import QuestionReplies
from bot.handlers.refusals import ANY_REFUSAL, Refusals, worded
from bot.handlers.routes import Handler, Resolved
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.callback_data import unpack
from bot.screens.home import home, unsupported
from bot.screens.home.unsupported import UnsupportedKind, is_pointing
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.acts import Act

Facts = Mapping[str, object]


class UpdateRouter:
    """Words, presses and everything else, each to the one function that answers it."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a collaborator
        self,
        guard: Guard,
        privacy: GroupPrivacy,
        refusals: Mapping[Handler, Refusals],
        whereabouts: Handler,
        voice: Handler,
        album: Handler,
        replies: QuestionReplies,
        awaited: DialogStore,
        journal: Journal,
        provided: Facts,
    ) -> None:
        """`provided` is what handlers may name besides the talk and what they are told."""
        self._guard = guard
        self._routes = guard.routes
        self._privacy = privacy
        self._refusals = refusals
        self._whereabouts = whereabouts
        self._voice = voice
        self._album = album
        self._replies = replies
        self._awaited = awaited
        self._last_prompt = LastPrompt(awaited)
        self._journal = journal
        self._provided = provided
        handlers = (
            *guard.routes.handlers,
            guard.acts.question,
            whereabouts,
            voice,
            album,
            *guard.staff.handlers,
            short_answers.ask_which,
            choice.ask_which,
            choice.ask_whose,
            choice.name_rest,
            own.written_after,
        )
        self._caller = Caller(handlers)

    async def text(self, said: IncomingText, talk: Talk) -> None:
        """Answers words or a command."""
        await self._replies.open(said, talk)
        if await self._guard.has_answered(said, talk):
            return
        if said.attached and is_pointing(said.text) and not self._last_prompt.is_for_another(talk):
            await self.unreadable(said.attached, talk)
            return
        beside: Facts = {"attached": said.attached, "marked": said.marked}
        calls, has_words = await self._guard.resolve(said, talk)
        if has_words:
            calls = tuple(replace(call, told={**beside, **call.told}) for call in calls)
            await self._answer_words(calls, talk, said.text)
        else:
            await self._resume(talk, beside)
        await talk.say_above()

    async def serve(self, acts: Sequence[Act], text: str, talk: Talk) -> None:
        """Answers wishes of words that were said before."""
        calls = self._guard.acts.of_acts(acts, text, talk)
        await self._answer_all(calls, talk)

    async def edited_caption(self, text: str, talk: Talk) -> None:
        """Looks at corrected words under a picture for danger and secrets; nothing else answers them."""
        if not await self._guard.has_answered(IncomingText(text), talk):
            await self._guard.secrets.warn(talk, text)

    async def location(self, lat: float, lon: float, talk: Talk) -> None:
        """Answers a shared point, at any moment but while words for another person are awaited."""
        if self._last_prompt.is_for_another(talk):
            await self.unreadable(UnsupportedKind.OTHER, talk)
        else:
            await self._call(self._whereabouts, {"lat": lat, "lon": lon}, talk)

    async def unreadable(self, kind: UnsupportedKind, talk: Talk) -> None:
        """Says that a message without words cannot be read, and shows again what was asked."""
        self._journal.record(talk.person, InteractionKind.ODD, detail=kind)
        if self._last_prompt.is_for_another(talk):
            pass  # that says itself what becomes of the message
        elif kind is UnsupportedKind.VOICE:
            await self._call(self._voice, {}, talk)
        else:
            await talk.reply(unsupported.cannot_read(kind))
        await self._resume(talk, {"attached": kind})

    async def more_of_album(self, talk: Talk) -> None:
        """A further picture of an album whose first one was answered."""
        await self._call(self._album, {}, talk)

    async def unreadable_reply(self, kind: UnsupportedKind, said: IncomingText, talk: Talk) -> None:
        """The same as `unreadable`, where it may be a reply to a message that shows a question."""
        await self._replies.open(said, talk)
        await self.unreadable(kind, talk)

    async def press(self, data: str, talk: Talk) -> None:
        """Answers a button by what is packed in it."""
        await self._act(unpack(data), talk)

    async def _act(self, action: Action | None, talk: Talk) -> None:
        handler = self._routes.actions.get(type(action)) if action else None
        if handler is None:
            await talk.reply(home.outdated())
            await self._awaited.leave(talk.conversation)
            return
        await self._answer_all([Resolved(handler, {"action": action, "attached": None})], talk)

    async def _resume(self, talk: Talk, beside: Facts) -> None:
        """What was asked is shown again, where it can be."""
        prompt = self._last_prompt.asked(talk)
        if prompt and (again := self._routes.resumed.get(type(prompt))):
            await self._answer_all([Resolved(again, beside, prompt)], talk)

    async def _answer_words(self, calls: Sequence[Resolved], talk: Talk, text: str) -> None:
        """The answers, and what the words may have been meant for where nothing has taken them."""
        again = short_answers.asked_again(before := self._awaited.offered(talk.conversation))
        await self._answer_all(calls, talk)
        if self._guard.staff.is_staff(talk.person) and self._is_unanswered(calls, talk):
            await talk.keep_open(before)
        if not any(call.claims for call in calls):
            await self._last_prompt.tell_unclaimed(text, talk)
        elif not talk.understood or any("act" in call.told for call in calls):
            await self._last_prompt.tell_misread(talk)
        if again and not talk.understood:
            await self._act(again, talk)

    def _is_unanswered(self, calls: Sequence[Resolved], talk: Talk) -> bool:
        """Whether nothing was found for the words, or it is asked what they mean, and nothing awaits words."""
        prompt, is_choice = self._last_prompt.asked(talk), any(call.handler is choice.ask_which for call in calls)
        return (is_choice or not talk.understood) and not (prompt and prompt.rule.awaits_words)

    async def _answer_all(self, calls: Sequence[Resolved], talk: Talk) -> None:
        """One answer after another: what the first of them asks is still asked after the others."""
        before = self._last_prompt.asked(talk)
        for call in calls:
            talk.has_other_reading = bool(call.instead)
            await self._answer(call, talk, before)
            if call.instead and not talk.understood:
                await self._answer_instead(call, talk)

    async def _answer_instead(self, call: Resolved, talk: Talk) -> None:
        """What the words mean where the prompt could not read them; the prompt is told of afterwards as suspended."""
        talk.has_other_reading, talk.understood = False, True
        await self._awaited.leave(talk.conversation)
        await self._answer_all(call.instead, talk)

    async def _answer(self, call: Resolved, talk: Talk, before: Prompt | None) -> None:
        try:
            if refusal := await self._privacy.refusal(call.handler, talk):
                await talk.reply(replace(refusal, for_presser=True))
            else:
                await self._call(call.handler, {"attached": None, **call.told}, talk)
        except ANY_REFUSAL as error:
            await self._refuse(error, call, talk)
        finally:
            await self._last_prompt.suspend(before, call, talk)

    async def _refuse(self, error: Exception, call: Resolved, talk: Talk) -> None:
        """Says why not, and ends the prompt whose answer was refused; raises what its feature has no words for."""
        screen = worded(error, self._refusals.get(call.handler, {}))
        if screen is None:
            raise error
        if call.asked:
            await self._awaited.clear(talk.conversation)
        await talk.reply(replace(screen, for_presser=not screen.choices))

    async def _call(self, handler: Handler, told: Facts, talk: Talk) -> None:
        await self._caller.call(handler, {**self._provided, **told, "talk": talk, "serve": self.serve})
