"""«да» and «нет» to what the last message asked, while other words are awaited beside it."""

from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.callback_data import unpack
from bot.screens.typed_answers import by_assent, by_words


def assented(talk: Talk, text: str) -> Action | None:
    """The button that was meant; None where the last message asked nothing of the kind."""
    packed = by_assent(text, talk.awaited.offered(talk.conversation))
    return unpack(packed) if packed else None


def answered(talk: Talk, text: str) -> Action | None:
    """The button meant by «да» or «нет», or by its own words («не добавлять» is no question of a citizen)."""
    packed = by_words(text, talk.awaited.offered(talk.conversation))
    return unpack(packed) if packed else assented(talk, text)
