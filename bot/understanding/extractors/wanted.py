"""What exactly is wanted of a place, or of one's own visits, by the words of the question."""

import re
from collections.abc import Mapping, Sequence

from bot.understanding.acts import ActName

_MFC = re.compile(r"\bмф[цс]\b|мои документы|многофункц")
_CENTRE = re.compile(rf"{_MFC.pattern}|\bбиблиотек\w*|\bцентр(?:а|е|ы|ов)?\b")
_ASKS_WHERE = re.compile(r"\b(?:где|куда)\b")
# The first line that is found decides.
_WANTS: Mapping[ActName, Sequence[tuple[str, re.Pattern[str]]]] = {
    ActName.PLACE: (
        ("mfc", _MFC),
        ("phone", re.compile(r"телефон|позвонить|дозвон|звонить|\bтел\b|набрать|номер")),
        (
            "hours",
            re.compile(
                r"час(?:ы|ов)|работа(?:ет|ете|ют)|открыт|откры(?:вает|ваете)|закры|до скол|со скол|график|обед|"
                r"расписан|перерыв|выходн|принима|режим|котором часу|во сколько|когда|понедельник|вторник|сред[ау]\b|"
                r"четверг|пятниц|суббот|воскрес"
            ),
        ),
        ("way", re.compile(r"добрат|доехать|проехать|дойти|пройти|маршрут|автобус|вокзал|остановк|дорог")),
        (
            "address",
            re.compile(
                r"адрес|наход(?:ит|ят|ите)|где (?:у вас )?(?:библиотек|вы\b)|как(?:ая|ой) улиц|дом\b|"
                r"библиотек\w* где|где библиотек"
            ),
        ),
    ),
    ActName.MY_BOOKINGS: (
        ("code", re.compile(r"\bкод|номер")),
        (
            "what_to_bring",
            re.compile(
                r"взять|брать|принес|захват|с собой|нужно иметь|документ|паспорт|снилс|телефон (?:брать|нужен)|при себе"
            ),
        ),
        (
            "address",
            re.compile(
                r"адрес|\bкуда\b|где (?:это|меня|вы|наход|библ)|как(?:ую|ой|ая) (?:библ|каб|адрес)|"
                r"как (?:доехать|добраться|пройти)|улиц|какой дом"
            ),
        ),
    ),
}
_ELSE = {ActName.PLACE: "nearest", ActName.MY_BOOKINGS: "time"}


def want_of(name: ActName, folded: str) -> str:
    """One of the wants of the act; the commonest where no word tells."""
    return next((want for want, pattern in _WANTS[name] if pattern.search(folded)), _ELSE[name])


def wants_a_fact(folded: str) -> bool:
    """Whether hours, a telephone, an address or the way is asked, and not only where a centre is."""
    return want_of(ActName.PLACE, folded) not in {_ELSE[ActName.PLACE], "mfc"}


def wants_a_centre(folded: str) -> bool:
    """Whether an office or a library is named and something of it is asked: «где мфц», «во сколько библиотека»."""
    return bool(_CENTRE.search(folded)) and bool(_ASKS_WHERE.search(folded) or wants_a_fact(folded))
