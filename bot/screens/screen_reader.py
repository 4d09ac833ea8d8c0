"""Screens for people who listen to them: the same words without pictures."""

import re
from dataclasses import replace

from bot.screens.screen import Button, LinkButton, Row, Screen

_PICTURES = re.compile(
    "[\u231a-\u23f3\u2190-\u21ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff\ufe0f\u200d\u20e3]+ ?"
)


def without_pictures(text: str) -> str:
    """The text without emoji and without the gap they leave."""
    return _PICTURES.sub("", text)


def aloud(screen: Screen) -> Screen:
    """The screen as it is best read aloud."""
    return replace(
        screen,
        text=without_pictures(screen.text),
        before=tuple(without_pictures(part) for part in screen.before),
        rows=tuple(_row(row) for row in screen.rows),
    )


def _row(row: Row) -> Row:
    return tuple(_button(button) for button in row)


def _button(button: Button | LinkButton) -> Button | LinkButton:
    return replace(button, label=without_pictures(button.label).strip() or button.label)
