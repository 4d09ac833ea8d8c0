"""Messages that are no question: greetings, thanks, «позовите человека», swearing."""

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.faq.search.text_cleaner import plain, words_of
from bot.faq.small_talk_phrases import FILLERS, PHRASES, TIME_WORDS, SmallTalk
from bot.russian.keyboard_layout import from_latin_keys, from_transliteration

__all__ = ["SmallTalk", "small_talk"]

# Anchored at the start of a word: «ребёнок», «учебный» and «употребляю» hold the same letters.
_OBSCENE = re.compile(
    r"(?:на|по|ни|о|до|а)?ху[йеяию]\w*|(?:рас|с|за|по)?пизд\w*|(?:за|у|вы|до|на|от|по|долбо|разъ?)?(?:еб[аелинуо]|ебт)\w*"
    r"|бля(?:д\w*|т\w*|ха)?|муда\w+|сук[аиуо]\w{0,3}|гандон\w*|говн\w+|жоп\w+|сран\w+|хер(?:ня|ов\w*)?|нахер|пид[оа]р\w*"
)
_LONGEST_PHRASE = 5
_LONGEST_MESSAGE = 10  # words
_FORGIVEN_FROM = 5  # letters; shorter words with a slip become other words
_NUMBER = re.compile("[0-9]+")
_WITH_NUMBERS = frozenset({SmallTalk.BOOKING, SmallTalk.MY_BOOKINGS, SmallTalk.CALL_ME})
_ASKED_TO_CALL = frozenset({"позвоните", "перезвоните", "позвони", "перезвони", "наберите", "звякните"})
_LED_BY = frozenset({"здравствуйте", "добрый", "день", "вечер", "пожалуйста", "а", "вы", "ну", "тогда", "лучше"})
_TO_ME = frozenset({"мне", "нам", "меня"})
_LATIN = re.compile("[a-z]")
_STRETCHED = re.compile(r"(.)\1{2,}")


def small_talk(text: str) -> SmallTalk | None:
    """What a message that is wholly small talk wants; None where anything else is said."""
    shown = plain(text)
    if _is_call_wish(words_of(shown)):
        return SmallTalk.CALL_ME
    if _NUMBER.search(shown):  # «0919 кто это» asks about the number
        return _with_numbers(words_of(_NUMBER.sub(" ", shown)))
    if not _LATIN.search(shown):
        return _kind_of(words_of(shown)) or _with_numbers(words_of(shown))
    readings = dict.fromkeys((shown, from_latin_keys(shown), from_transliteration(shown)))
    return next((kind for reading in readings if (kind := _kind_of(words_of(reading)))), None)


def _with_numbers(words: list[str]) -> SmallTalk | None:
    """«записаться на завтра утром», «перезвоните 8 911…»: with a time or a number, whose figures were taken out."""
    kind = _kind_of([word for word in words if word not in TIME_WORDS])
    return kind if kind in _WITH_NUMBERS else None


def _is_call_wish(words: list[str]) -> bool:
    """«позвоните мне, я не вижу, что тут написано»: whatever follows, a bot cannot ring."""
    said = [word for word in words if word not in _LED_BY]
    return len(said) > 1 and (
        (said[0] in _ASKED_TO_CALL and said[1] in _TO_ME) or (said[0] in _TO_ME and said[1] in _ASKED_TO_CALL)
    )


def _kind_of(words: list[str]) -> SmallTalk | None:
    if not 0 < len(words) <= _LONGEST_MESSAGE or any(map(_is_surely_other, words)):
        return None
    kinds = list(_parts([_mended(word) for word in words]))
    found = {kind for kind in kinds if kind}
    return None if None in kinds or not found else min(found, key=list(SmallTalk).index)


def _parts(words: list[str]) -> Iterable[SmallTalk | None]:
    """The kinds of the phrases that fill the message, None for a word that fits nowhere."""
    table, at = _table(), 0
    while at < len(words):
        sizes = range(min(_LONGEST_PHRASE, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(words[at : at + n]) in table), 0)
        if size:
            yield table[tuple(words[at : at + size])]
        elif _OBSCENE.fullmatch(words[at]):
            yield SmallTalk.SWEARING
        elif words[at] not in FILLERS:
            yield None
        at += size or 1


def _is_surely_other(word: str) -> bool:
    """A short word that no phrase has, before any costly look for slips of the finger."""
    return len(word) < _FORGIVEN_FROM and word not in _known() and not (_STRETCHED.search(word) or _OBSCENE.match(word))


def _mended(word: str) -> str:
    if word in _known():
        return word
    calm = _STRETCHED.sub(r"\1", word)
    if calm in _words() or len(calm) < _FORGIVEN_FROM or _OBSCENE.fullmatch(calm):
        return calm
    near = extractOne(calm, _words(), scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and len(near[0]) >= _FORGIVEN_FROM else calm


@cache
def _table() -> dict[tuple[str, ...], SmallTalk]:
    return {
        tuple(words_of(phrase)): kind
        for kind, lines in PHRASES.items()
        for phrase in lines.replace("\n", "/").split("/")
        if phrase.strip()
    }


@cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({word for words in _table() for word in words} | FILLERS))


@cache
def _known() -> frozenset[str]:
    return frozenset(_words())
