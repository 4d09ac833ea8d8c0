"""What a message tells of: the rules and the linear model together, in two tiers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.safety.rules import HeardMessage, Rules
from bot.safety.threat import CRISES, Kind, Level, Threat
from bot.safety.threat_model import ThreatModel, ThreatShares

_FEWEST_WORDS = 3  # fewer are heard where the model is all but sure, one never: no word decides alone
_ALL_BUT_SURE = 0.8  # share of danger or crisis
_SHORT_REPLY = 6  # words; an answer with fewer to a question of the bot is heard likewise
_SURE_KIND = 0.6  # share of one kind
_LIKELIER = 0.5  # share of crisis beside a fraud that a rule sees
_SHORT = 6  # words; of fewer the model alone alarms of a crisis only where it is surer: «за мужа и себя»
_SURE_OF_SHORT = 0.85  # share of crisis
_PART = re.compile(r"[.,;:!?\n]+")
_SENTENCE = re.compile(r"[.!?…\n]+")
_TRACE = 0.002  # share of crisis in the whole, below which no sentence of it is weighed


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which share of danger or crisis on something is done, each from 0 to 1."""

    alarm: float = 0.6
    crisis: float = 0.6
    unnamed: float = 0.9  # of crisis, where no words are said that are mostly heard in one
    unnamed_caution: float = 0.8  # likewise
    caution: float = 0.27
    crisis_caution: float = 0.24  # of crisis, where that is the likelier: one line with a number hurts nobody
    crisis_sentence: float = 0.4  # of crisis in one sentence beside others
    rule: float = 0.2  # below it the alarm of a rule becomes a caution


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Judges by the rules alone until the model has been learned."""

    rules: Rules
    thresholds: Thresholds
    model: ThreatModel | None = None

    def look(self, text: str, *, is_reply: bool = False) -> Threat | None:
        """The danger or crisis that a message tells of, if any; a reply answers what the bot has just asked."""
        heard = self.rules.hear(text)
        by_rules = self.rules.judge(heard)
        if self.model is None:
            return by_rules
        weighed = self.model.weigh(heard)
        if by_rules and by_rules.level is Level.ALARM:
            return self._told(by_rules, weighed) if self._bears_out(text, heard, weighed) else _lowered(by_rules)
        if self._is_too_short(heard, weighed, is_reply=is_reply):
            return by_rules
        return (
            self._of_model(heard, weighed)
            or by_rules
            or (None if is_reply else self._caution(heard, weighed) or self._hint(text, weighed))
        )

    def _bears_out(self, text: str, heard: HeardMessage, weighed: ThreatShares) -> bool:
        """Whether a rule's alarm stands: always that of a forgery or a cry, else where some part sounds alarming.

        «Не хочу жить, мой СНИЛС …» is half an ordinary message: each part between commas counts for itself.
        """
        if weighed.any >= self.thresholds.rule or heard.imitated or self.rules.is_cry(heard):
            return True
        return any(part.any >= self.thresholds.rule for part in self._weighed_parts(text))

    def _weighed_parts(self, text: str) -> Iterator[ThreatShares]:
        if self.model is not None:
            yield from (self.model.weigh(self.rules.hear(part)) for part in _PART.split(text) if part.strip())

    def _told(self, threat: Threat, weighed: ThreatShares) -> Threat:
        """A crisis that the model hears goes before a fraud that a rule sees, a kind of its own before a mere call."""
        if threat.is_crisis:
            return threat
        kind = weighed.kind(of_crisis=weighed.crisis > max(weighed.danger, _LIKELIER))
        is_plain = threat.kind is Kind.CALL and weighed.kinds[kind] >= _SURE_KIND
        return replace(threat, kind=kind) if kind in CRISES or is_plain else threat

    def _is_too_short(self, heard: HeardMessage, weighed: ThreatShares, *, is_reply: bool) -> bool:
        words = _longest(heard)
        fewest = _SHORT_REPLY if is_reply else _FEWEST_WORDS
        return words < fewest and (words == 1 or weighed.any < _ALL_BUT_SURE)

    def _of_model(self, heard: HeardMessage, weighed: ThreatShares) -> Threat | None:
        is_of_danger = weighed.any >= self.thresholds.alarm and (weighed.is_named or weighed.danger >= weighed.crisis)
        if not is_of_danger and not self._is_crisis(weighed):
            return None
        if self._is_crisis(weighed) and weighed.crisis < _SURE_OF_SHORT and _longest(heard) < _SHORT:
            return None
        return Threat(weighed.kind(of_crisis=weighed.crisis > weighed.danger), Level.ALARM, heard.imitated)

    def _is_crisis(self, weighed: ThreatShares) -> bool:
        """«Муж пьёт чай»: words of home alone are in cries for help, and in half of all that people tell."""
        least = self.thresholds.crisis if weighed.is_named else self.thresholds.unnamed
        return weighed.crisis >= least and weighed.crisis > weighed.danger

    def _caution(self, heard: HeardMessage, weighed: ThreatShares) -> Threat | None:
        is_crisis = weighed.crisis > weighed.danger
        if is_crisis and not weighed.is_named:
            is_hint = weighed.crisis >= self.thresholds.unnamed_caution
        elif is_crisis and _longest(heard) < _SHORT:
            is_hint = weighed.crisis >= self.thresholds.crisis
        else:
            is_hint = weighed.any >= self.thresholds.caution or (
                is_crisis and weighed.crisis >= self.thresholds.crisis_caution
            )
        if not is_hint:
            return None
        return Threat(weighed.kind(of_crisis=is_crisis), Level.CAUTION, heard.imitated)

    def _hint(self, text: str, weighed: ThreatShares) -> Threat | None:
        """A crisis in one sentence, which the ordinary question beside it drowns."""
        if weighed.crisis < _TRACE or self.model is None:
            return None
        sentences = [part for part in _SENTENCE.split(text) if len(part.split()) >= _FEWEST_WORDS]
        if len(sentences) < 2:
            return None
        worst = max((self.model.weigh(self.rules.hear(part)) for part in sentences), key=lambda one: one.crisis)
        least = self.thresholds.crisis_sentence if worst.is_named else self.thresholds.unnamed
        is_hint = worst.crisis >= least and worst.crisis > worst.danger
        return Threat(worst.kind(of_crisis=True), Level.CAUTION) if is_hint else None


def _longest(heard: HeardMessage) -> int:
    """Words of the longest reading."""
    return max(len(reading.words) for reading in heard.readings)


def _lowered(threat: Threat) -> Threat:
    return replace(threat, level=Level.CAUTION)
