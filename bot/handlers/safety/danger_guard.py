"""Danger and crisis are met before anything else that takes words."""

from dataclasses import dataclass

from bot.dialog_state import OnDanger, Prompt
from bot.faq.article import Article
from bot.faq.live_faq import LiveFaq
from bot.handlers.incoming_text import IncomingText
from bot.handlers.talk import Talk
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import DONE, Answer, Level, Threat
from bot.safety.verdict import Judge, Verdict
from bot.screens import suspended
from bot.screens.safety import answers, verdicts
from bot.screens.screen import Button, Screen
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


@dataclass(frozen=True, slots=True)
class DangerGuard:
    """Looks at every message with words and says what to do now."""

    dangers: LiveDangers
    live_faq: LiveFaq
    journal: Journal

    async def has_answered(self, talk: Talk, said: IncomingText, *, is_order: bool = False) -> bool:
        """Whether that was all that is to be said; a caution is said above the ordinary answer.

        Where those who work here write to others or give an order, only a crisis is told, and the words go on.
        """
        step = talk.awaited.text(talk.conversation)
        threat = self._threat(said, step)
        if threat and threat.is_crisis and threat.level is Level.ALARM:
            return await self._crisis(talk, threat, step, is_order=is_order)
        if is_order or _is_passed_over(step):
            return False
        if await self._has_judged(talk, said, threat, step):
            return not _is_handed_on(step)
        if threat is None:
            return False
        if threat.level is Level.CAUTION:
            talk.above = answers.caution(self.dangers.caution(threat))
            return False
        return await self._alarm(talk, threat, step)

    def _threat(self, said: IncomingText, step: Prompt | None) -> Threat | None:
        """What the words tell of, their own deed also where a quoted message has to complete it."""
        is_reply = step is not None and step.rule.awaits_words
        threat = self.dangers.look(said.text + said.hidden_links, is_reply=is_reply)
        is_told = threat is not None and threat.level is Level.ALARM and (threat.is_crisis or threat.kind in DONE)
        if is_told or not said.replied_to or self.dangers.judge is None:
            return threat
        return self.dangers.judge.deed(said.text, said.replied_to) or threat

    async def _crisis(self, talk: Talk, threat: Threat, step: Prompt | None, *, is_order: bool) -> bool:
        """The number, and nothing else unless the words are an order or somebody else's to read."""
        answer = self.dangers.answer(threat.kind)
        if answer is None:
            return False
        self._record(talk)
        goes_on = is_order or _is_handed_on(step) or _is_passed_over(step)
        if not goes_on:
            await talk.awaited.leave(talk.conversation)
        await talk.reply(answers.crisis(answer))
        return not goes_on

    async def _has_judged(self, talk: Talk, said: IncomingText, threat: Threat | None, step: Prompt | None) -> bool:
        """Whether a verdict was given on words of somebody else."""
        judge = self.dangers.judge
        if judge is None or (words := _of_somebody_else(said, judge, threat)) is None:
            return False
        if not words:
            await talk.reply(verdicts.nothing_to_judge(self.dangers.nothing_to_judge))
            return True
        verdict = judge.judge(words)
        screen = self._verdict(verdict, step) if verdict else None
        if screen is None:
            return False
        await self._show(talk, screen, step)
        return True

    def _verdict(self, verdict: Verdict, step: Prompt | None) -> Screen | None:
        """The verdict in words; in a form only fraud is worth an interruption."""
        if verdict.kind and (answer := self.dangers.answer(verdict.kind)):
            return verdicts.fraud(verdict, answer, self._article(answer), _way_back(step))
        calm = self.dangers.no_signs
        is_asked = step is not None and step.rule.awaits_words
        return verdicts.no_signs(verdict, calm, self._article(calm)) if calm and not is_asked else None

    async def _alarm(self, talk: Talk, threat: Threat, step: Prompt | None) -> bool:
        """The step that was open is left, with the way back: the next words may still speak of the danger."""
        answer = self.dangers.answer(threat.kind)
        if answer is None:
            return False
        screen = answers.alarm(answer, threat.imitated, self._article(answer), _way_back(step))
        await self._show(talk, screen, step)
        return not _is_handed_on(step)

    async def _show(self, talk: Talk, screen: Screen, step: Prompt | None) -> None:
        self._record(talk)
        if not _is_handed_on(step):
            await talk.awaited.leave(talk.conversation)
        await talk.reply(screen)

    def _record(self, talk: Talk) -> None:
        self.journal.record(talk.person, InteractionKind.TALK, detail="danger")

    def _article(self, answer: Answer) -> Article | None:
        return self.live_faq.library.article(answer.article) if answer.article else None


def _of_somebody_else(said: IncomingText, judge: Judge, threat: Threat | None) -> str | None:
    """What is to be judged: forwarded words, or those that a person asks about; empty where none are to be seen."""
    text = said.text + said.hidden_links
    if said.forwarded:
        return text
    is_own = threat is not None and threat.level is Level.ALARM and (not said.replied_to or threat.kind in DONE)
    if is_own or not judge.doubts(said.text):
        return None
    if said.replied_to:
        return said.replied_to
    if judge.asks_of_nothing(text):
        return ""
    return text if judge.has_address(text) else None


def _is_handed_on(step: Prompt | None) -> bool:
    return step is not None and step.rule.danger is OnDanger.HANDED_ON and not step.is_shown


def _is_passed_over(step: Prompt | None) -> bool:
    return step is not None and step.rule.danger is OnDanger.PASSED_OVER


def _way_back(step: Prompt | None) -> Button | None:
    return suspended.way_back(step) if step and not _is_handed_on(step) else None
