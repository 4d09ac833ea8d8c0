"""How to dictate a message by the keyboard of the telephone: in words, with a picture of where its microphone is."""

from dataclasses import replace

from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.questions.actions import CarryVoice
from bot.screens.screen import Button, Picture, Screen, row

_CAPTION = "Микрофон на клавиатуре: на Android чаще вверху справа, на айфоне внизу справа."
_TEXT = (
    "Голосовые сообщения я не слышу. Но телефон умеет печатать под диктовку:\n\n"
    "1. Нажмите на строку, где пишут сообщение: появятся буквы.\n"
    "2. Нажмите микрофон на клавиатуре, рядом с буквами.\n"
    "3. Скажите вопрос: телефон напечатает его сам.\n"
    "4. Отправьте, как обычное сообщение.\n\n"
    "Микрофона не видно? Напишите двумя-тремя словами."
)
_TO_LIBRARIAN = "Или передам это голосовое сообщение библиотекарю: он послушает и ответит сюда."


def dictate(picture: bytes | None, voice: str | None) -> Screen:
    """The steps; `voice` is the message that a librarian could be sent, None where nobody can be asked."""
    ways = (row(Button("Отправить библиотекарю", CarryVoice(voice))),) if voice else ()
    text = f"{_TEXT}\n\n{_TO_LIBRARIAN}" if voice else _TEXT
    screen = Screen(text, (*ways, row(SHELVES, HOME)))
    return replace(screen, attached=Picture(picture, _CAPTION)) if picture else screen
