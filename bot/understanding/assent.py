"""«Да», «нет», «хватит» in the many words people have for them; every word of the message must be one of these."""

import re
from collections.abc import Sequence

_YES = frozenset(
    """
    да ага угу ок оки окей ок'ей конечно хорошо ладно давай давайте верно правильно согласен согласна подтверждаю можно
    пусть хочу йес так точно именно естественно разумеется идет пойдет годится валяйте валяй плюс ес добро
    подходит устраивает все верно
    """.split()  # noqa: SIM905 - reads better
)
_NO = frozenset(
    """
    нет не неа ни надо нужно хочу оставьте оставь неверно неправильно никак очень так то случае коем каком ничего
    пожалуй буду стоит нельзя увы зачем неет трогайте трогай один одна одно одного одной
    """.split()  # noqa: SIM905 - reads better
)
_AROUND = frozenset(
    """
    пожалуйста спасибо милая милый уже ну а и же мне меня нам нас вас вы я мы ой ох эх вот это все всё еще тоже там так
    да нет только тогда моя моей мою запись записи дочка девушка дорогая дорогой скорее быстрее прошу сразу очень
    сейчас просто хорошая хороший родная ваша ваш этого этот эту
    """.split()  # noqa: SIM905 - reads better
)
_DEED = "(?:запис|отмен|отправ|удал|стир|стер|закры|включ|переда|посыл|перен|трог|сохран)"
_FORBIDDEN = re.compile(  # «не отменяйте», «не надо отменять»; «нет, отменяйте» forbids nothing
    rf"\bне (?:{_DEED}[а-я]+|(?:надо|нужно|стоит|хочу|буду) {_DEED}[а-я]+ть)\b"
)
_NEGATIONS = frozenset({"не", "нет", "неа", "ни", "никак", "нельзя"})
# «конечно нет», «да нет», «ладно, не надо»: what stands before a refusal agrees to nothing.
_BEFORE_NO = frozenset(
    {"ой", "ну", "а", "да", "ох", "конечно", "точно", "естественно", "разумеется", "ладно", "ок", "окей"}
    | {"хорошо", "давай", "давайте", "именно", "лучше"}
)
_BEGINS_NO = re.compile(
    rf"^(?:(?:{'|'.join(sorted(_BEFORE_NO))}) )*(?:нет|неа|не-а|не\b|ни\b|неверно|неправильно|оставь|зачем)"
)
_LEAVES = re.compile(
    r"\b(?:стоп|хватит|отмена|отбой|прекрат\w+|прерв\w+|отста\w+|выйти|выход|выйд\w+|закончи\w+|завязыва\w+|бросим|"
    r"не бу(?:ду|дем) (?:писать|продолжать|заполнять|записываться|больше)?|"
    r"не хочу (?:ничего|больше|продолжать|записываться)|"
    r"(?:пере|раз)дума\w+|ничего не (?:надо|хочу)|"
    r"не надо (?:\w+ )?(?:записывать|передавать|отправлять|посылать|писать)|забудь\w*|"
    r"проехали|ладно не надо|уже не надо)\b"
)
_LONGEST = 9  # words
_THANKS = frozenset({"спасибо", "спасибочки", "спс", "благодарю", "свидания"})
_WITH_THANKS = _THANKS | frozenset(
    {"вам", "тебе", "большое", "огромное", "вас", "за", "помощь", "все", "до", "пожалуйста", "милая", "дня"}
)
_LATER = frozenset({"потом", "позже", "завтра"})
_STEM = 5  # letters: with four «отметьте» would be «отменить», «перезвоните» «перенести»
_STEMS = {
    "записать": ("запис", "запиш"),
    "стереть": ("стер", "стир", "сотр"),
    "закрыть": ("закры", "закро"),
    "открыть": ("откры", "откро"),
    "удалить": ("удал",),
    "показать": ("показ", "покаж"),
}
_ORDER = re.compile(r"(?:й|йте|ьте|и|ите|т[ьи]|[^с]ь)$")
_TOLD = re.compile(r"^запись$|^(?!удали$).*(?:[аиыея]|р)ли$")
_BESIDE_LEAVING = 3  # words that may say more than «хватит»


def is_yes(words: Sequence[str], deeds: Sequence[str] = ()) -> bool:
    """Whether every word agrees, one of them plainly; `deeds` are the verbs asked about: «стирай» agrees to «стереть».

    The verb of any other deed never agrees: «отменяйте» is no «да» to «Стереть всё?».
    """
    if not words or len(words) > _LONGEST:
        return False
    agrees = [word in _YES or _echoes(word, deeds) for word in words]
    strange = [word for word, agreed in zip(words, agrees, strict=True) if not agreed and word not in _AROUND]
    return any(agrees) and not strange and _NEGATIONS.isdisjoint(words)


def is_no(words: Sequence[str]) -> bool:
    """Whether every word refuses."""
    if not words or len(words) > _LONGEST or not _BEGINS_NO.match(" ".join(words)):
        return False
    return all(word in _NO | _AROUND | _BEFORE_NO for word in _FORBIDDEN.sub(" ", " ".join(words)).split())


def begins_yes(words: Sequence[str]) -> bool:
    """Whether it agrees before it says more."""
    return bool(words) and words[0] in {"да", "ага", "угу", "конечно", "ок", "хорошо", "верно"}


def begins_no(words: Sequence[str]) -> bool:
    """Whether it refuses before it says more."""
    return bool(words) and words[0] in {"нет", "неа", "неверно", "неправильно"}


def is_courtesy(words: Sequence[str]) -> bool:
    """Whether it only thanks or takes leave."""
    return not _THANKS.isdisjoint(words) and _WITH_THANKS.issuperset(words)


def is_leaving(words: Sequence[str], *, wholly: bool = False) -> bool:
    """Whether it breaks off what was begun; `wholly` where other words than these may be meant for somebody."""
    said = " ".join(words)
    if len(words) > _LONGEST or not _LEAVES.search(said):
        return False
    rest = [word for word in _LEAVES.sub(" ", said).split() if word not in _AROUND | _NO | _LATER]
    return len(rest) <= (0 if wholly else _BESIDE_LEAVING)


def _echoes(word: str, deeds: Sequence[str]) -> bool:
    """Whether it orders the deed: «отправляйте» of «отправить», «стирай» of «стереть»; «стерли уже» tells of it."""
    if word in deeds:
        return True
    if not _ORDER.search(word) or _TOLD.search(word):
        return False
    return any(word.startswith(_STEMS.get(deed, (deed[:_STEM],))) for deed in deeds if len(deed) >= _STEM)
