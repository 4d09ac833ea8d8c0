"""Cuts a message into the pieces that may each hold a wish of their own."""

import re
from collections.abc import Iterator

MOST = 20  # pieces that are read
_LEAST = 3  # signs
_SHORT_ANSWERS = frozenset({"да", "ок", "не"})
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
    | (?:,\s(?:а\s|и\s|но\s)?|\s(?:а|и|но)\s)(?=(?:на\s)?(?:перв|втор|трет)(?:ая|ое|ий|ья|ье|ую|ью)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTER = re.compile(
    r"""
      (?:^|[,.;!?\n-]\s*|\b(?:и|а|но|ну|пожалуйста|здравствуйте|прошу|хочу|хочется|можно|надо|лучше|просьба)\s+)
      (?P<letter>
        (?:передай\w*|передать|спроси\w*|узнай\w*|задай\w*|задать|напиши\w*|отправь\w*|скажи\w*|вопрос)
        (?:\s+(?:мой|мне|вопрос|это|у|в|там|от|меня|пожалуйста|наш\w+|ваш\w+|письмом?)){0,4}\s+
        (?:библиотекар(?:ю|я|ше|ям|ей)|специалист(?:у|а|ам)|сотрудни(?:ку|ка|кам|це)|консультант(?:у|а|ам)|
           оператор(?:у|а)|заведующ(?:ей|ему)|девушк(?:е|ам)|девочк(?:е|ам))\b
        (?=\W+\w+\W+\w+)
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SOFT = re.compile(r",\s(?:и\s|а\s|но\s)?|\s(?:и|а)\s", re.IGNORECASE)


def segments_of(text: str) -> tuple[str, ...]:
    """The pieces in order; one where there is nothing to cut."""
    at = letter_at(text)
    said, letter = (text, "") if at is None else (text[:at], text[at:])
    pieces = [piece for piece in (*_pieces(said), letter.strip()) if _says(piece)]
    return tuple(pieces[:MOST]) or (text,)


def _says(piece: str) -> bool:
    return len(piece) >= _LEAST or piece.casefold() in _SHORT_ANSWERS


def letter_at(text: str) -> int | None:
    """Where words for a librarian begin, «передайте библиотекарю, можно ли …»: all that follows is theirs."""
    found = _LETTER.search(text)
    return found.start("letter") if found else None


def soft_cuts(text: str) -> Iterator[tuple[str, str]]:
    """The two halves at every comma and «и» of a piece that is not long: to be tried, not to be trusted."""
    if len(text) > _LONGEST_TRIED or letter_at(text) is not None:
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
