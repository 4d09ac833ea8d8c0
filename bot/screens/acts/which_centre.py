"""Which of several centres a wish is about."""

from collections.abc import Sequence

from bot.centres.centre import Centre
from bot.screens.acts.actions import TakeAct
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row

CENTRES_SHOWN = 6


def which(centres: Sequence[Centre], sign: int) -> Screen:
    """The centres to choose from; `sign` is that of the ActPrompt that keeps what was said."""
    actions = tuple(TakeAct(number, sign) for number in range(1, len(centres) + 1))
    buttons = column(
        Button(f"{action.number}. {centre.short_name}", action) for action, centre in zip(actions, centres, strict=True)
    )
    return Screen("Какой центр? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=actions)


def say_which() -> Screen:
    """Too many for a list, as for an admin: the centre is named with the wish."""
    text = "Центров много. Напишите то же самое вместе с местом, например: «кто завтра записан в Острове»."
    return Screen(text, (row(HOME),))


def none_here() -> Screen:
    """Where the person works there is no centre that this can be done for."""
    return Screen("В вашем центре запись на консультации не ведётся, поэтому и здесь делать нечего.", (row(HOME),))
