"""Names as they are said in passing: «Кузьмину», «Анна пришла»; the ending may be of any case."""

from bot.russian.morphology import russian
from bot.russian.normalize import bare_words

_LEAST_STEM = 3  # letters


def is_called(called: str, name: str) -> bool:
    """Whether every word of the name is one of those by which somebody is called, whatever its ending."""
    own = bare_words(called).split()
    said = bare_words(name).split()
    return bool(said) and all(any(_are_forms(word, one) for one in own) for word in said)


def mentions(text: str, called: str) -> bool:
    """Whether a word of the text is one of those by which somebody is called; «надо» is no «Надя»."""
    own = [word for word in bare_words(called).split() if len(word) > _LEAST_STEM]
    said = bare_words(text).split()
    return any(_are_forms(word, one) and _may_be(word, one) for one in own for word in said)


def _may_be(word: str, name: str) -> bool:
    """Whether a word is that name or may be one: of «веру» by its dictionary form, of «Жмыхову» by its kind."""
    return word == name or name in russian().lemmas(word) or russian().nominative_name(word) is not None


def _are_forms(one: str, other: str) -> bool:
    """«Кузьмина» and «Кузьмину»: alike but for an ending of a letter, or one more that is added to it."""
    stem = max(_LEAST_STEM, min(len(one), len(other)) - 1)
    return one == other or (one[:stem] == other[:stem] and abs(len(one) - len(other)) <= 2)
