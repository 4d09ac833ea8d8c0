"""Danger and crisis are met before anything else that takes words."""

from dataclasses import dataclass

from bot.dialog_state import OnDanger, Prompt
from bot.faq.live_faq import LiveFaq
from bot.handlers.talk import Talk
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Level, Threat
from bot.screens import suspended
from bot.screens.safety import answers
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


@dataclass(frozen=True, slots=True)
class DangerGuard:
    """Looks at every message with words and says what to do now."""

    dangers: LiveDangers
    live_faq: LiveFaq
    journal: Journal

    async def has_answered(self, talk: Talk, text: str) -> bool:
        """Whether that was all that is to be said; a caution is said above the ordinary answer."""
        open_step = talk.awaited.text(talk.conversation)
        if open_step and open_step.rule.danger is OnDanger.PASSED_OVER:
            return False
        threat = self.dangers.look(text, is_reply=open_step is not None and open_step.rule.awaits_words)
        if threat is None:
            return False
        if threat.level is Level.CAUTION:
            await talk.reply(answers.caution(self.dangers.caution(threat), threat))
            return False
        return await self._alarm(talk, threat, open_step)

    async def _alarm(self, talk: Talk, threat: Threat, open_step: Prompt | None) -> bool:
        """The step that was open is left, with the way back: the next words may still speak of the danger."""
        answer = self.dangers.answer(threat.kind)
        if answer is None:
            return False
        self.journal.record(talk.person, InteractionKind.TALK, detail="danger")
        if threat.is_crisis:
            await talk.awaited.leave(talk.conversation)
            await talk.reply(answers.crisis(answer))
            return True
        article = self.live_faq.library.article(answer.article) if answer.article else None
        handed_on = open_step is not None and open_step.rule.danger is OnDanger.HANDED_ON
        way_back = suspended.way_back(open_step) if open_step and not handed_on else None
        if not handed_on:
            await talk.awaited.leave(talk.conversation)
        await talk.reply(answers.alarm(answer, threat.imitated, article, way_back))
        return not handed_on
