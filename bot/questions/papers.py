"""Whether words below photos speak of the papers on them: «нет», «паспорта там нет», «есть паспорт»."""

import re

from bot.russian.normalize import bare_words

_BARE = frozenset({"нет", "нету", "неа", "нет нету", "нет нет", "нет там", "там нет", "тут нет", "здесь нет", "есть"})
_PAPER = re.compile(r"\b(?:паспорт|снилс|карт|документ|личн)\w*")
_THERE = re.compile(r"\b(?:нет|нету|есть|никак\w*|видно|видать)\b")
_FEW = 8  # words; more are the question itself


def tells_of_papers(text: str) -> bool:
    """Whether it may mean that papers are or are not on the photos, rather than that nothing is to be sent."""
    said = "" if "?" in text else bare_words(text)
    if said in _BARE:
        return True
    return bool(_PAPER.search(said) and _THERE.search(said)) and len(said.split()) <= _FEW
