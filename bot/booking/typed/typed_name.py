"""What a visitor is to be called, out of what was typed: «Анна», «меня зовут Пётр», «для мамы»."""

import re
import unicodedata
from enum import StrEnum

from bot.booking.booking import LONGEST_NAME, Visitor
from bot.people import clean_name
from bot.privacy import masking
from bot.russian.yes_no import BOOK_IT, is_no, is_yes

_CORRECTED = re.compile(
    r"\b(?:не|вместо) [А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)?,? а (?P<name>[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+){0,2})$"
)


class NameFault(StrEnum):
    """Why typed words cannot be a visitor's name."""

    SECRET = "secret"  # noqa: S105 - the name of a kind, not a password
    TOO_LONG = "too_long"
    NO_NAME = "no_name"  # only signs and pictures, or a link
    NOT_ONLY_NAME = "not_only_name"  # figures in it, or a whole sentence


# Said of somebody else, whatever the case: the librarian reads the first form.
_FAMILY = {
    "мама": ("маму", "мамы", "маме", "мамочка", "мать", "матери"),
    "папа": ("папу", "папы", "папе", "отец", "отца", "отцу"),
    "бабушка": ("бабушку", "бабушки", "бабушке"),
    "дедушка": ("дедушку", "дедушки", "дедушке", "дед", "деда", "деду"),
    "муж": ("мужа", "мужу"),
    "жена": ("жену", "жены", "жене"),
    "сын": ("сына", "сыну"),
    "дочь": ("дочку", "дочка", "дочери", "дочки", "дочке"),
    "сестра": ("сестру", "сестры", "сестре"),
    "брат": ("брата", "брату"),
    "внук": ("внука", "внуку"),
    "внучка": ("внучку", "внучки", "внучке"),
    "соседка": ("соседку", "соседки", "соседке"),
    "сосед": ("соседа", "соседу"),
}
_FIRST_FORMS = frozenset(_FAMILY)
_RELATIVES = {form: word for word, forms in _FAMILY.items() for form in (word, *forms)}
_ABOUT_ME = re.compile(r"^(?:(?:меня\s+)?зовут|зовите(?:\s+меня)?|мо[её]\s+имя|это\s+я|я)[\s,:—-]+", re.IGNORECASE)
_FOR_OTHER = re.compile(r"^(?:запишите|запиши|записать)?\s*(?:для|за)?\s*(?:мо(?:ю|ей|его|ему|й|я)\s+)?", re.IGNORECASE)
_SAYS_OTHER = re.compile(r"^(?:(?:запишите|запиши|записать)\s+(?!меня)|для\s+|за\s+)", re.IGNORECASE)
_SELF = re.compile(
    r"^(?:(?:запишите|запиши|записать)\s+)?(?:(?:для|за|на)\s+)?(?:меня|себя|мне|себе|я)"
    r"(?:\s+(?:сам\w*|лично|одн\w*|один|приду|пойду|иду))*$|^сама?(?:\s+(?:приду|пойду|иду|по себе))?$",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,100}>")
# «Анна», «О'Нил», «Анна-Мария», «Петрова А. И.»
_WORD_OF_NAME = r"[^\W\d_]+(?:[-’'ʼ`][^\W\d_]+)*"
_NAME = re.compile(rf"(?:{_WORD_OF_NAME}|[^\W\d_]\.)(?:\s*(?<=\.)[^\W\d_]\.?|\s+(?:{_WORD_OF_NAME}|[^\W\d_]\.)){{0,3}}")
_PICTURES = frozenset({"So", "Sk", "Mn"})  # pictures, shades of skin, and the sign that makes a picture of a letter
_NEVER_IN_NAMES = frozenset({
    *("хочу", "мне", "надо", "нужно", "нужен", "нужна", "как", "что", "где", "когда", "почему", "можно", "могу"),
    *("не", "на", "в", "во", "по", "у", "с", "со", "к", "приду", "придёт", "придет", "завтра", "сегодня", "запись"),
    *("здравствуйте", "привет", "спасибо", "пароль", "код", "паспорт", "снилс", "карта", "смс", "отправить"),
})  # fmt: skip
_LINK = re.compile(r"://|www\.|@|\.(?:ru|com|рф)\b", re.IGNORECASE)
_LONGEST_TEXT = 400  # signs; more was not meant as a name


def read_name(text: str, *, for_other: bool = False) -> Visitor | NameFault:
    """Who comes; somebody else also where the words say so («мама», «для Пети»)."""
    if masking.find(text):
        return NameFault.SECRET
    if len(text) > _LONGEST_TEXT:
        return NameFault.TOO_LONG
    plain = clean_name(_without_pictures(_TAG.sub(" ", text)), _LONGEST_TEXT).strip(" .,!:;«»\"'")
    other = _SAYS_OTHER.match(plain) is not None
    word = _FOR_OTHER.sub("", plain) if other else _ABOUT_ME.sub("", plain)
    bare = _FOR_OTHER.sub("", plain)
    relative = _RELATIVES.get(bare.casefold())
    relative = relative or _relative_of(bare)
    return _named(relative or word, for_other=for_other or other or relative is not None)


def says_name(text: str) -> bool:
    """Whether the words say themselves that they name the visitor: «меня зовут», «для мамы», «Анна»."""
    plain = clean_name(text, _LONGEST_TEXT).strip(" .,!:;«»\"'")
    told = _ABOUT_ME.match(plain) or _SAYS_OTHER.match(plain) or _RELATIVES.get(_FOR_OTHER.sub("", plain).casefold())
    return bool(told) or (all(word[0].isupper() for word in plain.split()) and not plain.isupper() and bool(plain))


def corrected_name(text: str) -> str:
    """The name that stands instead of another, «зовут не Петрова, а Сидорова»; empty where none is corrected."""
    told = _CORRECTED.search(clean_name(text, _LONGEST_TEXT).strip(" .,!:;«»\"'"))
    return told["name"] if told else ""


def says_self(text: str) -> bool:
    """Whether the words say that who writes comes: «для меня», «за себя», «сама приду»; no name is in them."""
    return _SELF.match(clean_name(text, _LONGEST_TEXT).strip(" .,!:;«»\"'")) is not None


def says_other(text: str) -> bool:
    """Whether the words say that somebody else comes: «для мамы», «соседку», «за Петю»."""
    plain = clean_name(text, _LONGEST_TEXT).strip(" .,!:;«»\"'")
    bare = _FOR_OTHER.sub("", plain)
    read = read_name(text)
    told = _SAYS_OTHER.match(plain) is not None or bare.casefold() in _RELATIVES
    return told and isinstance(read, Visitor) and read.for_other


def _relative_of(words: str) -> str | None:
    """«мужа Петра» is the husband: who is named in another case would be written down wrong."""
    first, _, rest = words.partition(" ")
    word = _RELATIVES.get(first.casefold())
    return word if rest and first.casefold() not in _FIRST_FORMS else None


def _without_pictures(text: str) -> str:
    """«Ася❤»: what people decorate their names with in the messenger."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in _PICTURES)


def _is_sentence(name: str) -> bool:
    words = name.casefold().split()
    # «Да» was typed twice to the question before; «Вера да Коста» is a name.
    never = is_yes(name, BOOK_IT) or is_no(name) or not _NEVER_IN_NAMES.isdisjoint(words)
    return never or (len(words) > 3 and name.islower())


def _named(name: str, *, for_other: bool) -> Visitor | NameFault:
    if len(name) > LONGEST_NAME:
        return NameFault.TOO_LONG
    if not any(sign.isalpha() for sign in name) or _LINK.search(name):
        return NameFault.NO_NAME
    if any(map(str.isnumeric, name)) or not _NAME.fullmatch(name) or _is_sentence(name):
        return NameFault.NOT_ONLY_NAME
    return Visitor.named(name, for_other=for_other)
