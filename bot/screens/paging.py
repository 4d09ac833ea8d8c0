"""A long list, a page at a time: what is shown, the buttons to the other pages, and the line that says which it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.screens.action import Action
from bot.screens.screen import Button, Row

T = TypeVar("T")

BACK_AND_ON = ("← Назад", "Дальше →")
NEARER_AND_ON = ("← Ближе", "Дальше →")
EARLIER_AND_LATER = ("← Раньше", "Позже →")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of `total` lines, `size` on each; pages count from 0, whatever the buttons count from."""

    total: int
    size: int
    asked: int

    @property
    def count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.size))

    @property
    def number(self) -> int:
        """The page asked for, or the last where the list has become shorter since the button was shown."""
        return min(max(self.asked, 0), self.count - 1)

    def of(self, items: Sequence[T]) -> Sequence[T]:
        """The lines of this page."""
        start = self.number * self.size
        return items[start : start + self.size]

    def line(self, all_of_it: str = "") -> str:
        """«Страница 2 из 3, всего 7 центров.»; empty where everything stands on one page."""
        told = f", всего {all_of_it}" if all_of_it else ""
        return f"Страница {self.number + 1} из {self.count}{told}." if self.count > 1 else ""

    def turning(self, to: Callable[[int], Action], labels: tuple[str, str] = BACK_AND_ON) -> tuple[Row, ...]:
        """The row of buttons to the page before and the page after; `to` is told the number of the page, from 0."""
        back, forth = labels
        buttons = [Button(back, to(self.number - 1))] if self.number else []
        buttons += [Button(forth, to(self.number + 1))] if self.number + 1 < self.count else []
        return (tuple(buttons),) if buttons else ()
