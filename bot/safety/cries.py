"""Cries for help: whole messages of a few words («пожар», «я умираю») that would decide nothing inside a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.safety.spoken_words import even, sound
from bot.safety.threat import Kind

_LONGEST = 8  # words: a longer message is a story, and the rules read stories

_Phrase = tuple[tuple[str, bool], ...]  # each word as it sounds, and whether it may end in any way


class Cries:
    """Tells a message that is nothing but a cry; words that may stand beside one («помогите») do not count."""

    def __init__(self, phrases: Mapping[Kind, Iterable[str]], beside: Iterable[str]) -> None:
        self._beside = frozenset(_heard(word) for word in beside)
        self._by_first: dict[str, list[tuple[_Phrase, Kind]]] = defaultdict(list)
        for kind, texts in phrases.items():
            for phrase in map(_phrase, texts):
                self._by_first[phrase[0][0]].append((phrase, kind))
        in_phrases = {word for found in self._by_first.values() for phrase, _ in found for word, _ in phrase}
        self._mere = self._beside - in_phrases  # «очень»: left out wherever it stands

    def kind(self, words: Sequence[str]) -> Kind | None:
        """What the message cries for, its words as they sound; the most urgent of several."""
        if len(words) > _LONGEST:
            return None
        said = [word for word in dict.fromkeys(words) if word not in self._mere]  # «пожар, пожар!» is one cry
        found = [
            kind
            for place, word in enumerate(said)
            for phrase, kind in self._by_first.get(word, ())
            if self._is_all(said, place, phrase)
        ]
        return min(found, key=list(Kind).index, default=None)

    def _is_all(self, said: Sequence[str], place: int, phrase: _Phrase) -> bool:
        """Whether the phrase stands at the place and nothing else is said."""
        end = place + len(phrase)
        if end > len(said) or not self._beside.issuperset((*said[:place], *said[end:])):
            return False
        return all(
            word.startswith(meant) if is_open else word == meant
            for word, (meant, is_open) in zip(said[place:end], phrase, strict=True)
        )


def _phrase(text: str) -> _Phrase:
    return tuple((_heard(word), word.endswith("*")) for word in text.split())


def _heard(word: str) -> str:
    return sound(even(word.rstrip("*")))
