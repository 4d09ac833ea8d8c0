"""When the nearest article is not to be answered with at once: no thing is named, or one of another owner is."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from bot.faq.search.framing import asking_words
from bot.russian.morphology import russian

NO_THING = "не назван предмет"
OTHER_OWNER = "предмет не с портала"

# Whose passwords, papers and accounts are not the portal's, by dictionary forms; a notion of synonyms.yaml has «~».
OTHER_OWNERS = frozenset(
    """
    вайфай wifi fi wi роутер ~интернет ~банк телефон ~смартфон айфон ~компьютер windows виндовс вконтакте контакт вк
    одноклассник одноклассники ~телеграм ~ватсап инстаграм фейсбук ютуб youtube google гугл apple яндекс авито озон
    вайлдберриз wildberries алиэкспресс стим игра ~почта gmail mail рамблер домофон сейф ~машина магазин
    такси билайн мегафон мтс теле ростелеком скайп зум
    """.split()  # noqa: SIM905 - reads better
)
_OWNED = frozenset(
    """
    пароль пинкод логин код аккаунт кабинет вход войти зайти попасть регистрация зарегистрироваться ключ документ
    перечень бумага список профиль страница
    """.split()  # noqa: SIM905 - as above
)
_PORTAL = frozenset({"~госуслуги", "=госуслуга", "=портал"})
_OWN_ACCOUNT = frozenset({"~аккаунт"})
_ADVERBS = frozenset("когда где куда сколько почему зачем как там тут тогда просто быстро вообще долго".split())  # noqa: SIM905 - as above


def doubt_about(words: Sequence[str], named: Sequence[AbstractSet[str]], asked: AbstractSet[str]) -> str:
    """Why not to answer at once; empty where nothing speaks against it.

    `named` are the dictionary forms («=пароль») and notions («~аккаунт») of each word, `asked` those of the questions
    of the nearest article.
    """
    if not has_thing(words):
        return NO_THING
    return OTHER_OWNER if _has_other_owner(words, named, asked) else ""


def has_thing(words: Iterable[str]) -> bool:
    """Whether words name what is asked about: «сколько стоит» and «какие документы» do not."""
    return any(map(is_thing, words))


@cache
def is_thing(word: str) -> bool:
    """Whether a word is neither grammar nor a part of a turn of question."""
    if word in asking_words() or word in _ADVERBS or word.isdigit() or russian().is_function_word(word):
        return False
    return _asking_forms().isdisjoint(russian().lemmas(word))


def _has_other_owner(words: Sequence[str], named: Sequence[AbstractSet[str]], asked: AbstractSet[str]) -> bool:
    """«пароль от вайфая»: an owner that is named and that the questions of the article never speak of."""
    if not any(_OWNED_NAMES.intersection(names) for names in named) or any(map(_PORTAL.intersection, named)):
        return False
    return any(
        names.isdisjoint(asked | _OWN_ACCOUNT) and (_OWNERS.intersection(names) or (before == "от" and is_thing(word)))
        for before, word, names in zip(words, words[1:], named[1:], strict=False)
    )


@cache
def _asking_forms() -> frozenset[str]:
    return frozenset(form for word in asking_words() for form in russian().lemmas(word))


_OWNED_NAMES = frozenset("=" + form for form in _OWNED)
_OWNERS = frozenset(name if name.startswith("~") else "=" + name for name in OTHER_OWNERS)
