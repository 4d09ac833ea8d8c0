"""Screens for people who listen to them: no pictures, no signs that a voice skips, every button with its number."""

import re
from dataclasses import replace

from bot.russian.words import plural
from bot.screens.action import Action
from bot.screens.screen import Button, LinkButton, Row, Screen

MOST_TOLD = 9  # buttons that are named in the text as well; more would bury it

_PICTURES = re.compile(
    "[\u231a-\u23f3\u2190-\u21ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff\ufe0f\u200d\u20e3]+ ?"
)
_ARROW_BETWEEN = re.compile(r"(?<=\S) ?[→⇒] ?(?=\S)")
_ROUBLES = re.compile(r"(\d+)\s?₽")
_NUMBERED = re.compile(r"^\d{1,2}\. ")


def without_pictures(text: str) -> str:
    """The text without emoji and without the gap they leave."""
    return _PICTURES.sub("", text)


def spoken(text: str) -> str:
    """The text as a voice reads it best: «≈ 12 км» as «примерно 12 км», «500 ₽» as «500 рублей»."""
    text = _ROUBLES.sub(lambda sum_: plural(int(sum_[1]), "рубль", "рубля", "рублей"), text)
    text = _ARROW_BETWEEN.sub(", затем ", text)
    text = text.replace("≈ ", "примерно ").replace("≈", "примерно ").replace("₽", "рублей").replace("№ ", "номер ")
    return without_pictures(text).replace("№", "номер ").replace("• ", "")


def aloud(screen: Screen) -> Screen:
    """The screen as it is best read aloud."""
    return replace(
        screen,
        text=spoken(screen.text),
        before=tuple(spoken(part) for part in screen.before),
        rows=tuple(tuple(map(_button, row)) for row in screen.rows),
    )


def numbered_aloud(screen: Screen) -> Screen:
    """Every button with a number that may be typed or said instead of pressing; those of a list keep theirs."""
    buttons = [one for row in screen.rows for one in row if isinstance(one, Button)]
    others = [one.action for one in buttons if one.action not in screen.choices]
    choices = (*screen.choices, *dict.fromkeys(others))
    if not choices:
        return screen
    rows = tuple(tuple(_numbered(one, choices) for one in row) for row in screen.rows)
    told = _told(rows) if not screen.choices and len(choices) <= MOST_TOLD else ""
    return replace(screen, text=screen.text + told, rows=rows, choices=choices, keeps_numbers=False)


def _numbered(button: Button | LinkButton, choices: tuple[Action, ...]) -> Button | LinkButton:
    if isinstance(button, LinkButton) or _NUMBERED.match(button.label):
        return button
    return replace(button, label=f"{choices.index(button.action) + 1}. {without_pictures(button.label).strip()}")


def _told(rows: tuple[Row, ...]) -> str:
    labels = [one.label for row in rows for one in row if isinstance(one, Button)]
    return "\n\nДальше можно так, напишите номер:\n" + "\n".join(labels)


def _button(button: Button | LinkButton) -> Button | LinkButton:
    return replace(button, label=spoken(button.label).strip() or button.label)
