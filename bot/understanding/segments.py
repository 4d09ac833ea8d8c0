"""Cuts a message into the pieces that may each hold a wish of their own."""

import re
from collections.abc import Iterator

MOST = 20  # pieces that are read
_LEAST = 3  # signs
_LEAST_HALF, _LONGEST_TRIED = 6, 140  # signs

_QUESTION_WORDS = "как|где|куда|когда|сколько|почему|зачем|что|чем|какие|какой|какая|кто|можно|нельзя|долго|платно|есть"
_IMPERATIVES = (
    r"запиш\w+|скаж\w+|напомн\w+|подскаж\w+|перенес\w+|отмен\w+|дайте|покаж\w+|пришлите|сообщ\w+|продл\w+|позвон\w+|"
    r"перезвон\w+|включ\w+|выключ\w+|удал\w+|передай\w*|найд\w+|закр\w+|распечат\w+|отмет\w+|расскаж\w+|лучше"
)
_CUT = re.compile(
    rf"""
      [?!;\n]+ | \.(?=\s|$)+
    | (?:^|\s)[1-9]\s?[).](?=\s)
    | ,?\s(?:и|а)\s(?:ещ[её]|также|заодно)\b(?:\sвопрос\b)?
    | ,?\s(?:ещ[её]\s(?:вопрос|подскажите|скажите|хотел[аи]?|надо|мне))\b
    | (?:,\s?(?:и\s|а\s|но\s)?|\s(?:и|а)\s)(?=(?:{_IMPERATIVES}|{_QUESTION_WORDS}|теперь|принтер|мужа|тоже)\b)
    | ,\s(?=(?:перв|втор|трет)(?:ая|ое|ий|ья|ье)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SOFT = re.compile(r",\s(?:и\s|а\s|но\s)?|\s(?:и|а)\s", re.IGNORECASE)


def segments_of(text: str) -> tuple[str, ...]:
    """The pieces in order; one where there is nothing to cut."""
    pieces = [piece for piece in _pieces(text) if len(piece) >= _LEAST]
    return tuple(pieces[:MOST]) or (text,)


def soft_cuts(text: str) -> Iterator[tuple[str, str]]:
    """The two halves at every comma and «и» of a piece that is not long: to be tried, not to be trusted."""
    if len(text) > _LONGEST_TRIED:
        return
    for cut in _SOFT.finditer(text):
        halves = text[: cut.start()].strip(), text[cut.end() :].strip()
        if min(map(len, halves)) >= _LEAST_HALF:
            yield halves


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for cut in _CUT.finditer(text):
        end = cut.end() if "?" in cut[0] else cut.start()
        yield text[at:end].strip(" ,.;")
        at = cut.end()
    yield text[at:].strip(" ,.;")
