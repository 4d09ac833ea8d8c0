"""The bot itself: its name and what it says of itself, by language."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_BOT_DESCRIPTION, MAX_BOT_NAME, MAX_BOT_SHORT_DESCRIPTION
from bot.sandbox.refusal import bad_request


class Words(StrEnum):
    """The three texts a bot can set; the value is the field of the Bot API."""

    NAME = "name"
    DESCRIPTION = "description"
    SHORT_DESCRIPTION = "short_description"


_LIMITS = {
    Words.NAME: MAX_BOT_NAME,
    Words.DESCRIPTION: MAX_BOT_DESCRIPTION,
    Words.SHORT_DESCRIPTION: MAX_BOT_SHORT_DESCRIPTION,
}


@dataclass(slots=True)
class Profile:
    """One bot, known by its id and user name."""

    id: int
    username: str
    first_name: str
    hears_all: bool = False
    _words: dict[tuple[Words, str], str] = field(default_factory=dict)

    def put(self, words: Words, language: str | None, text: str | None) -> None:
        if len(text or "") > _LIMITS[words]:
            raise bad_request(f"bot {words.replace('_', ' ')} is too long")
        self._words[words, language or ""] = text or ""

    def read(self, words: Words, language: str | None) -> str:
        own = self._words.get((words, language or "")) or self._words.get((words, ""), "")
        return own or (self.first_name if words is Words.NAME else "")

    def as_user(self) -> Json:
        name = self.read(Words.NAME, "ru")
        return {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}
