"""Finds the consultation topic that typed words name: «паспорт», «к врачу», «пенсия»."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from bot.region.topics import Topic
from bot.russian.normalize import fold

_LIKENESS = 80  # of 100, of two words without their endings
_SURELY = 85  # the same, of whole words
_LEAST = 4  # letters: shorter words say nothing about a theme
_LONGEST = 60  # signs: more is a question, not the name of a theme
_EVERYWHERE = "госуслуг"
_ENDING = 2  # letters that Russian words change
# Deeds that titles name as things.
_MEANT = {
    **dict.fromkeys(("зарегистрироваться", "зарегистрируйте", "зарегистрировать"), "регистрация"),
    **dict.fromkeys(("войти", "пароля", "восстановить"), "пароль"),
    **dict.fromkeys(("доктору", "поликлиника", "терапевту"), "врачу"),
    **dict.fromkeys(("подтвердить", "подтвердите"), "подтверждение"),
    **dict.fromkeys(("пенсионный", "пенсионерам"), "пенсия"),
}
# Said around a theme.
_AROUND = (
    *("помогите", "помощь", "помочь", "хочу", "хотела", "нужно", "нужен", "надо", "насчет", "насчёт", "вопрос"),
    *("пожалуйста", "записать", "запишите", "записаться", "маму", "маме", "бабушке", "бабушку", "дедушку", "мужа"),
    *(
        "забыла",
        "забыл",
        "забытый",
        "сына",
        "дочку",
        "консультация",
        "консультацию",
        "поводу",
        "сделать",
        "оформить",
        "получить",
        "здравствуйте",
    ),
)


def read_topic(text: str, topics: Sequence[Topic]) -> Topic | None:
    """The only topic whose title, or one of whose other wordings, has all the words that say something."""
    if len(text) > _LONGEST:
        return None
    if called := [topic for topic in topics if any(_is_called(text, one) for one in topic.wordings)]:
        return called[0] if len(called) == 1 else None
    said = _told(text) or _words(text)
    if not said:
        return None
    found = [topic for topic in topics if all(_is_among(word, _of_title(topic)) for word in said)]
    begun = [topic for topic in found if _is_among(said[0], _of_title(topic)[:1])]
    return next((few[0] for few in (found, begun) if len(few) == 1), None)


def _is_called(text: str, wording: str) -> bool:
    """Whether the words of the wording are all among those of the text: «знак ГТО» in «хочу на знак гто»."""
    meant, said = _all_words(wording), _all_words(text)
    return bool(meant) and all(any(fuzz.ratio(_stem(word), _stem(one)) >= _SURELY for one in said) for word in meant)


def _all_words(text: str) -> list[str]:
    return re.findall(r"[а-яa-z0-9]{3,}", fold(text))


def _of_title(topic: Topic) -> list[str]:
    """The words of the title without «помощь», which begins most of them."""
    return [word for word in _words(topic.title) if word != "помощь"]


def _told(text: str) -> list[str]:
    """The words that may name a theme, in the forms of the titles."""
    words = (word for word in _words(text) if not any(fuzz.ratio(word, one) >= _SURELY for one in _AROUND))
    return [
        next((title for deed, title in _MEANT.items() if fuzz.ratio(word, deed) >= _SURELY), word) for word in words
    ]


def _words(text: str) -> list[str]:
    words = re.findall(r"[а-я]+", fold(text))
    return [word for word in words if len(word) >= _LEAST and not word.startswith(_EVERYWHERE)]


def _is_among(word: str, others: Iterable[str]) -> bool:
    return any(fuzz.ratio(_stem(word), _stem(other)) >= _LIKENESS for other in others)


def _stem(word: str) -> str:
    return word[: max(_LEAST, len(word) - _ENDING)]
