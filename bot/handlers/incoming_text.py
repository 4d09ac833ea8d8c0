"""The words of a message that are meant for the bot, as every messenger hands them over."""

from dataclasses import dataclass

from bot.screens.home.unsupported import UnsupportedKind


@dataclass(frozen=True, slots=True)
class IncomingText:
    """What was said: a command with what follows it, or plain words; no words for voice and the like."""

    text: str
    command: str | None = None
    marked: str = ""  # the words with **bold** put back, where the messenger has turned such marks into letters
    hidden_links: str = ""  # the addresses that stand behind words
    attached: UnsupportedKind | None = None  # what came with the words, or instead of them
    replied_to: str = ""  # the words of the message that is answered, where the messenger tells it
    replied_message: str = ""  # that message, as the messenger names it
    replied_to_bot: bool = False  # whether it is the bot's own
    forwarded: bool = False  # somebody else's words, handed on

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read: a voice, a sticker, a picture without words."""
        return not self.text and self.command is None
