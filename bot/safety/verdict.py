"""What is to be said of a message that was forwarded or pasted: signs of fraud in it, or none that are seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.safety.hosts import Host, Standing
from bot.safety.recogniser import Recogniser
from bot.safety.rules import DangerRule, HeardMessage
from bot.safety.threat import DONE, Kind, Level, Threat

DOUBT, NAMED = "doubt", "who"  # classes: «это правда?»; whose name swindlers borrow
DEEDS = ("told", "gave", "transferred", "handed_over", "clicked", "install")  # classes: «назвала», «перевела»
_ENOUGH = 2  # signs that make a fraud of a message which nothing else tells of
_SHORT_QUESTION = 8  # words: «Это правда от Госуслуг?» has nothing in it to judge


@dataclass(frozen=True, slots=True)
class Sign:
    """Classes that stand together in messages of swindlers, in the words for a person."""

    says: str
    rule: DangerRule


@dataclass(frozen=True, slots=True)
class Verdict:
    """Signs of fraud; with `kind` None they are not enough, which never means that the message is honest."""

    kind: Kind | None
    signs: tuple[str, ...]
    hosts: tuple[Host, ...]
    threat: Threat | None = None

    @property
    def foreign(self) -> tuple[Host, ...]:
        """The addresses that are not known to be anybody's."""
        return tuple(host for host in self.hosts if host.standing is not Standing.KNOWN)

    @property
    def official(self) -> Host | None:
        """The address of the state or of a bank, where all that stand in the message are known."""
        return next((host for host in self.hosts if host.owner and not self.foreign), None)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges words of somebody else."""

    recogniser: Recogniser
    signs: tuple[Sign, ...]

    def judge(self, text: str) -> Verdict | None:
        """The verdict; None where there is nothing to judge: no address, no sign, no borrowed name."""
        heard = self.recogniser.rules.hear(text)
        threat = self.recogniser.look(text)
        signs = tuple(sign.says for sign in self.signs if _holds(sign.rule, heard))
        if not (heard.hosts or signs or threat or _has(heard, NAMED)):
            return None
        return Verdict(_kind(threat, signs, heard.hosts), signs, tuple(heard.hosts), threat)

    def doubts(self, text: str) -> bool:
        """Whether a person asks if a message is true."""
        return _has(self.recogniser.rules.hear(text), DOUBT)

    def deed(self, text: str, quoted: str) -> Threat | None:
        """What a person has done as a fraudulent message bade, if anything: «уже назвала» leaves the rest to it."""
        heard = self.recogniser.rules.hear(text)
        if not any(_has(heard, name) for name in DEEDS):
            return None
        verdict = self.judge(quoted)
        if verdict is None or verdict.kind is None:
            return None
        together = self.recogniser.look(f"{text} {quoted}")
        return together if together and together.kind in DONE and together.kind is not verdict.kind else None

    def has_address(self, text: str) -> bool:
        """Whether a message was pasted with the question: the address of a site stands in it."""
        return bool(self.recogniser.rules.hear(text).hosts)

    def asks_of_nothing(self, text: str) -> bool:
        """Whether that is all that is said, so that there is nothing to judge yet."""
        heard = self.recogniser.rules.hear(text)
        is_short = all(len(reading.words) <= _SHORT_QUESTION for reading in heard.readings)
        return is_short and not heard.hosts and _has(heard, DOUBT) and _has(heard, NAMED)


def _kind(threat: Threat | None, signs: Sequence[str], hosts: Sequence[Host]) -> Kind | None:
    if threat and threat.level is Level.ALARM and threat.kind is not Kind.CALL:
        return threat.kind
    foreign = [host for host in hosts if host.standing is not Standing.KNOWN]
    is_forged = any(host.standing is Standing.FORGED for host in foreign)
    if is_forged or (foreign and signs):
        return Kind.LINK
    is_fraud = (threat and threat.level is Level.ALARM) or len(signs) >= _ENOUGH
    return Kind.MESSAGE if is_fraud else None


def _holds(rule: DangerRule, heard: HeardMessage) -> bool:
    return any(rule.classes <= reading.places.keys() and rule.holds(reading.places) for reading in heard.readings)


def _has(heard: HeardMessage, name: str) -> bool:
    return any(name in reading.places for reading in heard.readings)
