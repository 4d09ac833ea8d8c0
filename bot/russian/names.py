"""Names as they are said in passing: «Кузьмину», «Анна пришла»; the ending may be of any case."""

from bot.russian.normalize import bare_words

_LEAST_STEM = 3  # letters


def is_called(called: str, name: str) -> bool:
    """Whether every word of the name is one of those by which somebody is called, whatever its ending."""
    own = bare_words(called).split()
    said = bare_words(name).split()
    return bool(said) and all(any(_are_forms(word, one) for one in own) for word in said)


def mentions(text: str, called: str) -> bool:
    """Whether a word of the text is one of those by which somebody is called."""
    own = [word for word in bare_words(called).split() if len(word) > _LEAST_STEM]
    return any(_are_forms(word, one) for one in own for word in bare_words(text).split())


def _are_forms(one: str, other: str) -> bool:
    """«Кузьмина» and «Кузьмину»: alike but for an ending of a letter, or one more that is added to it."""
    stem = max(_LEAST_STEM, min(len(one), len(other)) - 1)
    return one == other or (one[:stem] == other[:stem] and abs(len(one) - len(other)) <= 2)
