"""What an admin is asked about an important message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.dialog_state import Digits, OnDanger, OnSecret, Prompt, PromptRule

_RULE = PromptRule(
    family="banner",
    danger=OnDanger.PASSED_OVER,  # a wave of fraud is what it tells of
    secrets=OnSecret.ASKED_AGAIN,
    is_public=True,
    digits=Digits.ANY,
)


@dataclass(frozen=True, slots=True)
class BannerTextPrompt(Prompt):
    """The words that citizens will read."""

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class BannerEndPrompt(Prompt):
    """Until when those words are shown; asked beside the preview too, where another end may be typed."""

    text: str = ""
    draft: int = 0  # the number of the message that the preview shows; 0 where no end was told yet

    rule: ClassVar[PromptRule] = PromptRule(
        family="banner",
        danger=OnDanger.PASSED_OVER,
        secrets=OnSecret.ASKED_AGAIN,
        is_public=True,
        digits=Digits.ANY,
        beside_list=True,
        beside_yes_and_no=True,
    )

    def without_words(self) -> "BannerEndPrompt":
        """Only that a message was begun."""
        return BannerEndPrompt()


STEPS: Mapping[str, type[Prompt]] = {"banner_text": BannerTextPrompt, "banner_end": BannerEndPrompt}
