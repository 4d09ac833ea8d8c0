"""«Да», «нет», «отмена» as people type them: the same words at every question."""

import re
from collections.abc import Collection

from bot.russian.normalize import bare_words

BOOK_IT = frozenset({"записать", "запишите", "записывайте"})
COME = frozenset({"приду", "приеду", "буду", "беру"})

_YES = frozenset({
    *("да", "ага", "угу", "ок", "окей", "конечно", "хорошо", "ладно", "давайте", "давай", "подтверждаю"),
    *("верно", "все верно", "правильно", "все правильно", "согласен", "согласна"),
})  # fmt: skip
_REFUSED = frozenset({"не надо", "не нужно", "не хочу"})
_NO = frozenset({"нет", "нет спасибо", "не смогу"}) | _REFUSED
_WRONG = frozenset({"нет", "неверно", "не верно", "неправильно", "не то"})
_UNWANTED = _REFUSED | frozenset({
    *("нет спасибо", "не буду", "передумал", "передумала", "я передумал", "я передумала", "не записывайте"),
    *("не надо записывать", "уже не надо", "больше не надо", "не записывать"),
})  # fmt: skip
_UNSENT = frozenset({"не отправлять", "не отправляй", "не отправляйте", "не посылать", "не посылай", "не посылайте"})
_SENT = frozenset({
    f"{verb}{what}"
    for verb in ("отправить", "отправь", "отправьте", "отправляй", "отправляйте", "передай", "передайте")
    for what in ("", " вопрос", " мой вопрос", " письмо", " библиотекарю", " вопрос библиотекарю")
})  # fmt: skip
_CANCEL = frozenset({"отмена", "отменить", "отмени", "стоп"})


_KEPT = re.compile(
    r"(?:ничего )?не (?:менять|меняй|меняйте|изменять|трогать|трогай|трогайте|править)(?: ничего)?"
    r"|(?:оставь|оставьте|оставить|пусть (?:будет|останется|остается))(?: все| всё)?(?: как (?:есть|было))?"
)


def is_yes(text: str, deeds: Collection[str] = ()) -> bool:
    """Whether it agrees; `deeds` are the words of the deed asked about: «записать», «да, приду». «Да?» asks."""
    said = _stated(text)
    words = said, said.removeprefix("да ")
    return any(word in _YES or word in deeds for word in words)


def is_yes_to(text: str, deed: str) -> bool:
    """Whether it agrees to a deed whose word alone means something else: «да», «да, отменить», but not «отменить»."""
    return is_yes(text) or _stated(text) == f"да {deed}"


def is_no(text: str) -> bool:
    """Whether it says no to what was offered."""
    return _without_no(text) in _NO


def is_wrong(text: str) -> bool:
    """Whether it finds a mistake in what was read back: «неверно»."""
    return _without_no(text) in _WRONG


def is_unwanted(text: str) -> bool:
    """Whether the whole thing is not wanted any more: «не надо», «нет, передумала»; a bare «нет» is no such word."""
    return _without_no(text) in _UNWANTED


def is_kept(text: str) -> bool:
    """Whether what is there is to stay as it is: «не менять», «оставьте как есть»; a bare «нет» is no such word."""
    return is_unwanted(text) or _KEPT.fullmatch(_without_no(text)) is not None


def is_unsent(text: str) -> bool:
    """Whether it leaves words for another person unsent: «не отправляйте»."""
    return _without_no(text) in _UNSENT


def is_sent(text: str) -> bool:
    """Whether it only orders that words for another person be sent: «отправьте мой вопрос»."""
    return _stated(text).removeprefix("да ") in _SENT


def is_cancel(text: str) -> bool:
    """Whether it stops what was begun, at any question."""
    return _stated(text) in _CANCEL


def _without_no(text: str) -> str:
    """«нет, не надо» as «не надо»."""
    said = _stated(text)
    rest = said.removeprefix("нет ")
    return said if rest == "спасибо" else rest


def _stated(text: str) -> str:
    """The bare words; none of a question: «да?», «не надо?», «отменить?» ask instead of deciding."""
    return "" if "?" in text else bare_words(text)
