"""«15 января с. г.»: a date of this year, as letters write it."""

import re

from bot.russian.spelling import evened
from bot.russian.time.grammar.phrases_of_notices import SHORT_THIS_YEAR

_LONG = r"(?:сего|текущего|нынешнего|этого) года"
_SAID = re.compile(rf"{SHORT_THIS_YEAR}|\b{_LONG}")


def says_this_year(text: str) -> bool:
    """Whether a day of the text is said to be of this year."""
    return bool(_SAID.search(evened(text)))
