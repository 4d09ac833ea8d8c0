"""A closing that is taken back, and what else is not taken in, let in or opened: the library is not closed by it."""

import re
from itertools import takewhile

from bot.russian.morphology import russian
from bot.russian.time.beside.plain_words import is_finite
from bot.russian.time.grammar.vocabulary import KINDS

_TAKEN_BACK = re.compile(
    r"[,.;!…—–-]\s*(?:(?:а|но|хотя|ой|ах|да|надеюсь|уже|это)\s+)*"
    r"(?:нет|нету|нельзя|никогда|шутка|шучу|забудь(?:те)?|не\s?актуально)\s*[.!)]*$"
    r"|\b(?:откаж|отказал|запрет|запрещ)\w*|\bпротив\s*[.!)]*$"
)
# «в Порхове сказали, что закрыто», «филиал № 3 закрыт, филиал № 4 работает»: which library is it?
_OTHERS = re.compile(
    r"\bв [а-яё]+(?:ах|ях|е|и) (?:[а-яё]+ )?(?:сказал|сообщил|объявил|передал|написал)[а-я]*,? что\b"
    r"|\bзакр[а-яё]+ больничн[а-яё]+"  # of an illness that is over
    r"|\b(?:филиал|библиотек)[а-я]*[^.]{0,20}?№ ?(?P<one>[0-9]+)\b.*"
    r"(?:филиал|библиотек)[а-я]*[^.]{0,20}?№ ?(?!(?P=one)\b)[0-9]+",
    re.DOTALL,
)
_DEED = re.compile(
    r"\b(?:не\s+(?:принима|обслужива|консультиру|открыва|откро|пуска|пущу|пустим|работа(?:ю|ем)\s+с)\w*"
    r"|закро[юе]м?|закрываем?|закрываю|закройте|закрыть)\b(?P<rest>[^,.;:!?()\n–—]*)"
)
_GO = re.compile(r"\bне\s+(?:ходи|при(?:ходи|езжай))\w*\s+(?P<where>(?:на|в|во|к|ко)\s+[а-яё-]+)")
_LED = re.compile(r"\b(?:на|в|во|с|со|из|из-за|для|по|от|до|к|ко|за|при|у|об?|без|ради)\s+[а-яё-]+")  # no object
_WORD = re.compile(r"[а-яё-]+")
_WHOLE = frozenset(
    """
    библиотеку библиотека центр пункт филиал отделение нас меня день дни день-два неделю никого читателей посетителей
    граждан население людей народ клуб учреждение двери дверь запись место работу приём прием всё все
    """.split()  # noqa: SIM905 - reads better
)


def told_otherwise(text: str) -> str:
    """The words by which the library is not closed, or not surely; empty where there are none.

    «закрыто 8 декабря, а нет»; «8 декабря не принимаем заявки», «закрою окна», «не ходите на почту».
    """
    said = text.casefold()
    if found := _TAKEN_BACK.search(said):
        return found.group().strip(" ,.;!…—–-")
    if found := _OTHERS.search(said):
        return found.group().strip(" ,")
    for deed in _DEED.finditer(said):
        words = takewhile(lambda word: not is_finite(word), _WORD.findall(_LED.sub(" ", deed["rest"])))
        if thing := next(filter(_is_thing, words), ""):
            return thing
    gone = _GO.search(said)
    return gone["where"] if gone and _is_thing(gone["where"].split()[-1]) else ""


def _is_thing(word: str) -> bool:
    """Whether it is something else than the library, its readers or a time that is not taken in, let in or opened."""
    word = word.replace("ё", "е")
    if word in _WHOLE or any(lemma in KINDS for lemma in russian().lemmas(word)) or word in KINDS:
        return False
    return any({"NOUN", "accs"} <= one or {"NOUN", "gent"} <= one for one in russian().readings(word))
