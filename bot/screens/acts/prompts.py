"""What was said, kept while the person chooses which of its readings is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from zlib import crc32

from bot.dialog_state import Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class ActPrompt(Prompt):
    """The words with their secrets hidden, and the readings as bot.understanding.act_files.act_record writes them."""

    text: str = ""
    acts: str = ""

    rule: ClassVar[PromptRule] = PromptRule(beside_list=True, awaits_words=False)

    @property
    def sign(self) -> int:
        """Tells this choice from others, in 32 bits."""
        return crc32(f"{self.text}\n{self.acts}".encode())

    def without_words(self) -> "ActPrompt":
        """Nothing of what was said, for a choice that is left."""
        return ActPrompt()


STEPS: Mapping[str, type[Prompt]] = {"act": ActPrompt}
