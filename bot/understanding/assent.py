"""«Да», «нет», «хватит» in the many words people have for them; every word of the message must be one of these."""

import re
from collections.abc import Sequence

_YES = frozenset(
    """
    да ага угу ок оки окей ок'ей конечно хорошо ладно давай давайте верно правильно согласен согласна подтверждаю можно
    пусть хочу йес так точно именно естественно разумеется идет пойдет годится валяйте валяй есть плюс ес добро
    записывай записывайте запишите запиши отправляй отправляйте отправьте отменяй отменяйте стирай стирайте удаляй
    удаляйте включай включайте включи передай передайте передавай передавайте переноси переносите покажи показывай
    показывайте закрывай закрывайте подходит устраивает все верно сохрани сохраняй сохраняйте
    """.split()  # noqa: SIM905 - reads better
)
_NO = frozenset(
    """
    нет не неа ни надо нужно хочу оставьте оставь неверно неправильно никак очень так то случае коем каком ничего
    пожалуй буду стоит нельзя увы зачем неет отменяйте отменяй записывайте отправляйте удаляйте стирайте трогайте трогай
    """.split()  # noqa: SIM905 - reads better
)
_AROUND = frozenset(
    """
    пожалуйста спасибо милая милый уже ну а и же мне меня нам нас вас вы я мы ой ох эх вот это все всё еще тоже там так
    бы ли да нет только тогда моя моей мою запись записи дочка девушка дорогая дорогой скорее быстрее прошу сразу очень
    сейчас просто хорошая хороший родная ваша ваш этого этот эту
    """.split()  # noqa: SIM905 - reads better
)
_BEGINS_NO = re.compile(r"^(?:ой |ну |а |да |ох )*(?:нет|неа|не-а|не\b|ни\b|неверно|неправильно|оставь|зачем)")
_LEAVES = re.compile(
    r"\b(?:стоп|хватит|отмена|отбой|прекрат\w+|прерв\w+|отста\w+|выйти|выход|выйд\w+|закончи\w+|завязыва\w+|бросим|"
    r"не бу(?:ду|дем) (?:писать|продолжать|заполнять|записываться|больше)?|"
    r"не хочу (?:ничего|больше|продолжать|записываться)|"
    r"(?:пере|раз)дума\w+|ничего не (?:надо|хочу)|не надо записывать|забудь\w*|проехали|ладно не надо|уже не надо)\b"
)
_LONGEST = 9  # words


def is_yes(words: Sequence[str], options: Sequence[str] = ()) -> bool:
    """Whether every word agrees, one of them plainly; `options` are the words of the buttons: «стирай» of «Стереть»."""
    if not words or len(words) > _LONGEST or words[0] in {"нет", "не", "неа"}:
        return False
    agrees = [word in _YES or _echoes(word, options) for word in words]
    strange = [word for word, agreed in zip(words, agrees, strict=True) if not agreed and word not in _AROUND]
    return any(agrees) and not strange and "не" not in words


def is_no(words: Sequence[str]) -> bool:
    """Whether every word refuses."""
    if not words or len(words) > _LONGEST or not _BEGINS_NO.match(" ".join(words)):
        return False
    return all(word in _NO or word in _AROUND for word in words)


def begins_yes(words: Sequence[str]) -> bool:
    """Whether it agrees before it says more."""
    return bool(words) and words[0] in {"да", "ага", "угу", "конечно", "ок", "хорошо", "верно"}


def begins_no(words: Sequence[str]) -> bool:
    """Whether it refuses before it says more."""
    return bool(words) and words[0] in {"нет", "неа", "неверно", "неправильно"}


def is_leaving(words: Sequence[str]) -> bool:
    """Whether it breaks off what was begun."""
    return len(words) <= _LONGEST and bool(_LEAVES.search(" ".join(words)))


def _echoes(word: str, options: Sequence[str]) -> bool:
    said = [part.casefold() for option in options for part in option.split()]
    return len(word) > 4 and any(
        word[:4] == part[:4] or word[:3] == part[:3] == "сти" for part in said if len(part) > 4
    )
