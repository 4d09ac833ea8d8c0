"""Which of several readings is meant; and what of a long message has not been answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.screens.action import Action
from bot.screens.actions import NoneFits, ShowArticle
from bot.screens.acts.actions import TakeAct
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row


@dataclass(frozen=True, slots=True)
class NamedReading:
    """What may have been meant: its words on a button, and the article that answers where it is a question."""

    label: str
    article: str | None = None


def which(readings: Sequence[NamedReading], sign: int) -> Screen:
    """Two readings are close: neither is acted upon before the person says which; `sign` is that of the ActPrompt."""
    return _listed("Я не уверен, что вам нужно. Выберите или напишите номер.", readings, sign)


def whose(sign: int) -> Screen:
    """Whom somebody who works here wants to be written down; in the order of bot.understanding.whose_booking."""
    labels = ("Меня саму или самого", "Того, кто звонит", "Того, кто пришёл без записи")
    actions = tuple(TakeAct(number, sign) for number in range(1, len(labels) + 1))
    buttons = column(Button(f"{one.number}. {label}", one) for one, label in zip(actions, labels, strict=True))
    return Screen("Кого записать? Выберите или напишите номер.", (*buttons, row(HOME)), choices=actions)


def rest(readings: Sequence[NamedReading], sign: int) -> Screen:
    """What was asked besides the answers just given."""
    return _listed("Вы написали и о другом. Рассказать? Выберите или напишите номер.", readings, sign)


def rest_after_form(readings: Sequence[NamedReading]) -> Screen:
    """The same where a form has begun meanwhile: its numbers and words come first."""
    named = "\n".join(f"— {escape(one.label)}" for one in readings)
    return Screen(f"Вы написали и о другом:\n{named}\n\nЗакончим начатое, потом напишите об этом.", keeps_numbers=True)


def forgotten() -> Screen:
    """A button of a choice whose words are kept no more."""
    return Screen("Я уже не помню, о чём вы написали. Напишите, пожалуйста, ещё раз.", (row(HOME),))


def _listed(text: str, readings: Sequence[NamedReading], sign: int) -> Screen:
    actions: list[Action] = [
        ShowArticle(one.article, "s") if one.article else TakeAct(number, sign)
        for number, one in enumerate(readings, 1)
    ]
    labels = (f"{number}. {one.label}" for number, one in enumerate(readings, 1))
    buttons = column(Button(label, action) for label, action in zip(labels, actions, strict=True))
    return Screen(text, (*buttons, row(Button("Нет, другое", NoneFits()))), choices=tuple(actions))
