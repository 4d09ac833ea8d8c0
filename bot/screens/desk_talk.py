"""Screens for a group: the bot hears there only those who answer its message."""

import re
from dataclasses import replace

from bot.screens.screen import Screen

_SAID_OTHERWISE = (
    (re.compile(r"ажмите или напишите номер(?=[.,])"), "ажмите кнопку"),
    (re.compile(r",? или напишите (?:(?:его|её) )?номер(?=[.,])"), ""),
    (re.compile(r" Можно написать и (?:код|тему)\."), ""),
    (re.compile(r"\bИли напишите: "), "Или ответьте на это сообщение: "),
    (re.compile(r"\bНапишите причину, например"), "Ответьте на это сообщение и назовите причину, например"),
)


def among_colleagues(screen: Screen) -> Screen:
    """The screen without the numbers that would get no answer there."""
    text = screen.text
    for words, instead in _SAID_OTHERWISE:
        text = words.sub(instead, text)
    return screen if text == screen.text else replace(screen, text=text)
