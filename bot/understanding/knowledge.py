"""Everything that understanding knows, built from the files once: acts, articles, places, topics and dangers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.faq.search.features import FeatureReader, Features
from bot.faq.search.index import Index, Indexed
from bot.faq.search.search import Engine, SearchReading
from bot.faq.search.text_cleaner import words_of
from bot.faq.small_talk import SmallTalk, small_talk
from bot.region.topics import Topic
from bot.russian.morphology import russian
from bot.russian.sounding import sounding
from bot.safety.threat import LooksForThreats
from bot.understanding.act_files.act_entry import ActEntry
from bot.understanding.acts import ActName, SpeakerRole
from bot.understanding.extractors.evidence import Evidence, Gazetteer, tags_of
from bot.understanding.extractors.time_parts import time_words
from bot.understanding.linear.linear import LinearModel
from bot.understanding.linear.linear_features import linear_features
from bot.understanding.segments import letter_at

_OURS = re.compile(r"\b(?:к вам|у вас|библиотек\w*|консультаци\w*|с вашей помощью|вы меня)\b")
_SAID = re.compile(r"[^\W\d_]+")
_LEAST_BY_EAR = 5  # letters
FAQ = "faq"  # the class of all articles together
Fence = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class MessageReading:
    """A piece of a message, read once for everything."""

    text: str
    search: SearchReading
    evidence: Evidence

    @property
    def words(self) -> Sequence[str]:
        """The words that were looked for, courtesy and slips of the pen aside."""
        return self.search.words or self.search.cleaned.words

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The dictionary forms of all words."""
        return frozenset(form for word in self.search.cleaned.words for form in russian().lemmas(word))

    @cached_property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """The dictionary forms of each clause between commas."""
        lemmas = russian().lemmas
        clauses = (words_of(clause) for clause in self.evidence.text.split(","))
        return tuple(frozenset(form for word in words for form in lemmas(word)) for words in clauses)

    def has_other_owner(self, things: frozenset[str], deeds: frozenset[str]) -> bool:
        """Whether a deed is to be done with somebody else's thing in one clause: «запишите к врачу»."""
        if things.isdisjoint(self.lemmas) or self.is_ours:
            return False
        return any(not things.isdisjoint(clause) and not deeds.isdisjoint(clause) for clause in self.clauses)

    @cached_property
    def courtesy(self) -> SmallTalk | None:
        """What it wants where it holds nothing but phrases of courtesy."""
        return small_talk(self.text)

    @cached_property
    def is_ours(self) -> bool:
        """Whether it speaks of the library: «к вам», «на консультацию»."""
        return bool(_OURS.search(self.evidence.folded))

    @cached_property
    def features(self) -> list[str]:
        """What the linear part sees."""
        words = [word for word in self.words if word not in self.evidence.place_words]
        return [*linear_features(words, russian().lemmas), *sorted(self.evidence.tags)]


@dataclass(frozen=True)
class Learned:
    """What was made of the files of the acts and the articles; immutable."""

    entries: tuple[ActEntry, ...]
    index: Index  # of the acts, in the order of the entries
    vocabulary: Mapping[ActName, frozenset[str]]  # the dictionary forms of an act's wordings
    by_act: Mapping[
        SpeakerRole, Mapping[ActName, tuple[int, ...]]
    ]  # the places of an act's files, for each who may want it
    fences: tuple[Fence, ...]  # things that are not the library's, and what is done with them
    cues: frozenset[str]  # the own words of all acts
    by_sound: Mapping[str, str]  # those words as they sound, to their forms in the wordings
    linear: LinearModel | None = None  # None until it is learned: the index alone decides

    def as_meant(self, text: str) -> str:
        """The text with the own words of acts spelt right where they were written by ear: «атмени», «пиринесите»."""
        return text if letter_at(text) is not None else _SAID.sub(lambda word: self._by_ear(word[0]), text)

    def _by_ear(self, word: str) -> str:
        folded = word.casefold().replace("ё", "е")
        if len(folded) < _LEAST_BY_EAR or russian().knows(folded):
            return word
        return self.by_sound.get(sounding(folded), word)

    def has_cue(self, text: str) -> bool:
        """Whether one of the words is an act's own."""
        lemmas = russian().lemmas
        return any(not self.cues.isdisjoint(lemmas(word)) for word in words_of(text))


@dataclass(frozen=True)
class Knowledge:
    """Everything that messages are read with."""

    learned: Learned
    engine: Engine
    places: Gazetteer
    look: LooksForThreats
    topics: tuple[Topic, ...] = ()

    def read(self, text: str, now: datetime) -> MessageReading:
        """A piece of a message with all that is found in it."""
        meant = self.learned.as_meant(text)  # to be read; what goes to a person stays as it was typed
        search = self.engine.read(meant)
        return MessageReading(text, search, Evidence(meant, now, self.places, search.cleaned.words, self.topics))


def learn_acts(entries: Sequence[ActEntry], engine: Engine) -> Learned:
    """Indexes the acts; about half the time that the articles take."""
    lemmas = russian().lemmas
    vocabulary: dict[ActName, frozenset[str]] = {}
    for entry in entries:
        forms = frozenset(form for text in entry.wordings for word in words_of(text) for form in lemmas(word))
        vocabulary[entry.act] = vocabulary.get(entry.act, frozenset()) | forms
    index = Index([_indexed(entry, engine.reader) for entry in entries], unsaid=0.0)
    fences = dict.fromkeys((entry.not_with, entry.cues) for entry in entries if entry.not_with)
    by_act = {role: _by_act(entries, role) for role in SpeakerRole}
    cues = frozenset(word for entry in entries for word in entry.cues)
    return Learned(tuple(entries), index, vocabulary, by_act, tuple(fences), cues, _sounds(entries, cues))


def _sounds(entries: Sequence[ActEntry], cues: frozenset[str]) -> dict[str, str]:
    """The forms of own words that the wordings use, by their sound; of those that sound alike the most used."""
    words = Counter(word for entry in entries for text in entry.wordings for word in words_of(text))
    own = [word for word in words if russian().knows(word) and not cues.isdisjoint(russian().lemmas(word))]
    return {sounding(word): word for word in sorted(own, key=lambda word: (words[word], word))}


def _by_act(entries: Sequence[ActEntry], role: SpeakerRole) -> dict[ActName, tuple[int, ...]]:
    found: dict[ActName, tuple[int, ...]] = {}
    for at, entry in enumerate(entries):
        if entry.role.may_be(role):
            found[entry.act] = (*found.get(entry.act, ()), at)
    return found


def training_texts(entries: Sequence[ActEntry], engine: Engine) -> list[tuple[str, str]]:
    """The wordings of all acts and articles, each with its label."""
    texts = [(wording, entry.id) for entry in entries for wording in entry.wordings]
    return texts + [(text, FAQ) for article in engine.articles for text in (article.title, *article.variants)]


def training_rows(texts: Sequence[tuple[str, str]], place_words: frozenset[str]) -> tuple[list[list[str]], list[str]]:
    """The texts as the linear part sees them, with their labels; some seconds of computing."""
    return [_features(text, place_words) for text, _ in texts], [label for _, label in texts]


def _features(text: str, place_words: frozenset[str]) -> list[str]:
    words = words_of(text)
    told = [word for word in words if word not in place_words]
    return [*linear_features(told, russian().lemmas), *sorted(tags_of(text, words, place_words, time_words(text)))]


def _indexed(entry: ActEntry, reader: FeatureReader) -> Indexed:
    nothing: tuple[float, Features] = (0.0, {})
    return Indexed([(1.0, reader.features(words_of(text))) for text in entry.wordings], nothing, nothing)
