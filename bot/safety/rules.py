"""The rules of danger: which classes of words together tell of what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.safety.cries import Cries
from bot.safety.hosts import Host, KnownHosts, Standing
from bot.safety.spoken_words import even, readings
from bot.safety.threat import Imitated, Kind, Level, Threat
from bot.safety.word_classes import Places, WordClasses

NEAR = 20  # words between those that are weighed together, where a rule does not say fewer
UNKNOWN_HOST, FORGED_HOST = "unknown_host", "forged_host"  # classes that the address gives, not the words
HOST_CLASSES = frozenset({UNKNOWN_HOST, FORGED_HOST})


@dataclass(frozen=True, slots=True)
class DangerRule:
    """Classes that must stand near each other, and those that must not stand there."""

    kind: Kind
    level: Level
    needed: tuple[str, ...]
    unless: tuple[str, ...] = ()
    near: int = NEAR
    classes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "classes", frozenset(self.needed))

    def holds(self, places: Places) -> bool:
        """Whether it is so around some place of the first class; all of them stand somewhere."""
        return any(self._holds_at(place, places) for place in places[self.needed[0]])

    def _holds_at(self, place: int, places: Places) -> bool:
        def is_near(name: str, reach: int) -> bool:
            return name in HOST_CLASSES or any(abs(other - place) <= reach for other in places[name])

        if any(name in places and is_near(name, NEAR) for name in self.unless):
            return False
        return all(is_near(name, self.near) for name in self.needed)


@dataclass(frozen=True, slots=True)
class HeardWords:
    """One way to read the words of a message, with the places of the classes in it."""

    words: Sequence[str]
    places: Places


@dataclass(frozen=True, slots=True)
class HeardMessage:
    """A message as it is judged: its addresses, and its words as they stand or as other keys would give them."""

    hosts: Sequence[Host]
    readings: Sequence[HeardWords]

    @property
    def imitated(self) -> Imitated | None:
        """The official site that an address in the message pretends to be."""
        return next((host.imitated for host in self.hosts if host.imitated), None)


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything by which a message is judged; the rules in the order of their urgency."""

    hosts: KnownHosts
    classes: WordClasses
    rules: tuple[DangerRule, ...]
    cries: Cries

    def hear(self, text: str) -> HeardMessage:
        """The message with the classes of its words found."""
        shown = even(text)
        hosts = self.hosts.find(shown)
        spoken = self.hosts.without(shown) if hosts else shown
        of_hosts = _of_hosts(hosts)
        return HeardMessage(
            hosts, [HeardWords(words, {**self.classes.places(words), **of_hosts}) for words in readings(spoken)]
        )

    def look(self, text: str) -> Threat | None:
        """The most urgent alarm of a message, else its caution, else nothing."""
        return self.judge(self.hear(text))

    def judge(self, heard: HeardMessage) -> Threat | None:
        """What the rules say of a message that was heard."""
        found = [hit for reading in heard.readings for hit in self._hits(reading)]
        if not found:
            return None
        worst = min(found, key=urgency)
        return Threat(worst.kind, worst.level, heard.imitated)

    def is_cry(self, heard: HeardMessage) -> bool:
        """Whether the message is nothing but a cry for help."""
        return any(self.cries.kind(reading.words) is not None for reading in heard.readings)

    def _hits(self, reading: HeardWords) -> Iterator[DangerRule]:
        """The first rule that holds, and the cry that the words are."""
        places, present = reading.places, reading.places.keys()
        yield from islice((rule for rule in self.rules if rule.classes <= present and rule.holds(places)), 1)
        if cry := self.cries.kind(reading.words):
            yield DangerRule(cry, Level.ALARM, ())


def _of_hosts(hosts: Sequence[Host]) -> Mapping[str, Sequence[int]]:
    standings = {host.standing for host in hosts}
    classes = ((UNKNOWN_HOST, Standing.UNKNOWN), (FORGED_HOST, Standing.FORGED))
    return {name: (0,) for name, standing in classes if standing in standings}


def urgency(rule: DangerRule) -> tuple[bool, int]:
    """Alarms first, then the kinds in their order."""
    return rule.level is not Level.ALARM, list(Kind).index(rule.kind)
