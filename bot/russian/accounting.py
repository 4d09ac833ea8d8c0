"""Every typed word is used by the reader, is courtesy, or is named as not understood: nothing is skipped."""

from collections.abc import Sequence
from dataclasses import dataclass, field

COURTESY = frozenset((
    *("здравствуйте", "здравствуй", "привет", "пожалуйста", "спасибо", "будьте", "добры"),
    *("мне", "меня", "нам", "я", "мы", "можно", "могу", "можем", "хочу", "хотел", "хотела", "хотелось", "хотим"),
    *("давайте", "давай", "запишите", "запиши", "записаться", "записать", "приду", "приеду", "прийти"),
    *("удобно", "удобнее", "лучше", "тогда", "ну", "да", "так", "бы", "же", "ли", "а", "вот"),
))  # fmt: skip


@dataclass(slots=True)
class Account:
    """The words as they were typed, and which of them stay without a meaning."""

    words: Sequence[str]
    neutral: set[int] = field(default_factory=set)  # they add nothing: «пожалуйста», a comma
    left: set[int] = field(default_factory=set)

    def leave(self, *places: int) -> None:
        """Those words are not understood where they stand."""
        self.left.update(places)

    @property
    def unread(self) -> str:
        """What was not understood, in the person's own words."""
        return " ".join(word for place, word in enumerate(self.words) if place in self.left)

    @property
    def understood(self) -> str:
        """What was: without it the refusal would sound as if nothing had been."""
        kept = (word for place, word in enumerate(self.words) if place not in self.left | self.neutral)
        return " ".join(word for word in kept if word)
