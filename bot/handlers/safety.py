"""Danger and crisis are met before anything else that takes words."""

from dataclasses import dataclass

from bot.conversation import Awaited, Wait
from bot.faq.reference import Reference
from bot.handlers.talk import Talk
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Level, Threat
from bot.screens import left_behind, safety
from bot.stats.contact import Kind
from bot.stats.journal import Journal

# Those who work here write of dangers to others, and the site on a centre's card is known to nobody else.
_FOR_OTHERS = frozenset({Wait.ANSWER, Wait.EDIT, Wait.CHANGE})
_HANDED_ON = Wait.QUESTION  # a librarian reads it, and the person need not wait for her


@dataclass(frozen=True, slots=True)
class DangerGuard:
    """Looks at every message with words and says what to do now."""

    dangers: LiveDangers
    reference: Reference
    journal: Journal

    async def has_answered(self, talk: Talk, text: str) -> bool:
        """Whether that was all that is to be said; a caution is said above the ordinary answer."""
        open_step = talk.awaited.text(talk.conversation)
        if open_step and open_step.what in _FOR_OTHERS:
            return False
        threat = self.dangers.look(text)
        if threat is None:
            return False
        if threat.level is Level.CAUTION:
            await talk.say(safety.caution(self.dangers.caution))
            return False
        return await self._alarm(talk, threat, open_step)

    async def _alarm(self, talk: Talk, threat: Threat, open_step: Awaited | None) -> bool:
        """The step that was open is left, with the way back: the next words may still speak of the danger."""
        answer = self.dangers.answer(threat.kind)
        if answer is None:
            return False
        self.journal.note(talk.person, Kind.TALK, detail="danger")
        if threat.is_crisis:
            await talk.awaited.leave(talk.conversation)
            await talk.say(safety.crisis(answer))
            return True
        article = self.reference.library.article(answer.article) if answer.article else None
        handed_on = open_step is not None and open_step.what is _HANDED_ON
        way_back = left_behind.way_back(open_step) if open_step and not handed_on else None
        if not handed_on:
            await talk.awaited.leave(talk.conversation)
        await talk.say(safety.alarm(answer, threat.imitated, article, way_back))
        return not handed_on
