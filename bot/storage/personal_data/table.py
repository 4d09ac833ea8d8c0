"""How one table is described: whose its rows are, what is personal in them, and when their time is over."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Eraser:
    """One person's part of a table: how it is found, which columns are personal, what is shown to its owner.

    In SQL `:channel` and `:person` are the address, `:name` the pseudonym of the figures, `:stranger` a throw-away one.
    """

    section: str  # of «my data»; the words for it are in bot/screens/home/my_data_words.py
    whose: str
    personal: str  # columns, by spaces
    shown: str = ""  # columns, by spaces, in the order of the first; never what others wrote or are called
    instead: Mapping[str, str] | None = None  # what stands in the personal columns afterwards; None: the row goes


@dataclass(frozen=True, slots=True)
class Ending:
    """What retention does to rows whose time is over: the eraser's columns are emptied, or the row goes."""

    over: str  # `:before` is the owner's days ago, `:day` its date, `:settled_before` a month ago
    instead: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class PersonalTable:
    """One table of the schema."""

    name: str
    impersonal: str = ""  # columns, by spaces
    erasers: tuple[Eraser, ...] = ()
    endings: tuple[Ending, ...] = ()


def null(columns: str) -> dict[str, str]:
    """Nothing in place of these columns."""
    return dict.fromkeys(columns.split(), "null")
