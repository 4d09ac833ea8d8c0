"""A region's name in the cases that the shared texts need, and who must be asked where they cannot be formed."""

from dataclasses import dataclass

# What the last word of a name is, and its forms: of what, in what. The word before it is an adjective.
_NOUNS = {"область": ("области", "области"), "край": ("края", "крае"), "республика": ("республики", "республике")}
_ADJECTIVES = {"ая": ("ой", "ой"), "ий": ("его", "ем"), "ый": ("ого", "ом"), "ой": ("ого", "ом")}
_HARD = ("ский", "цкий")  # «Пермского», not «Пермскего»


class UnknownFormsError(Exception):
    """The name is none whose forms are known: they must be told."""


@dataclass(frozen=True, slots=True)
class RegionNames:
    """«Лесная область»: of_region «Лесной области», in_region «в Лесной области», capital «Лесной», its words."""

    name: str
    of_region: str
    in_region: str
    capital: str
    words: tuple[str, ...]


def names_of(name: str, capital: str, of_region: str | None = None, in_region: str | None = None) -> RegionNames:
    """The forms of a region's name; those that are told win. Raises UnknownFormsError."""
    name, capital = " ".join(name.split()), " ".join(capital.split())
    formed = _formed(name)
    if formed is None and not (of_region and in_region):
        raise UnknownFormsError(name)
    of_formed, in_formed = formed or ("", "")
    adjective = name.split()[0].casefold()
    words = (capital.casefold(), adjective) if adjective.endswith(("ая", "ий", "ый")) else (capital.casefold(),)
    return RegionNames(name, of_region or of_formed, in_region or in_formed, capital, words)


def _formed(name: str) -> tuple[str, str] | None:
    words = name.split()
    if len(words) == 2 and words[0].casefold() == "республика":  # «Республики Карелия»: the own name stays
        return f"Республики {words[1]}", f"в Республике {words[1]}"
    if len(words) != 2 or words[1].casefold() not in _NOUNS:
        return None
    adjective, noun = words
    stem, ending = adjective[:-2], adjective[-2:].casefold()
    if ending not in _ADJECTIVES:
        return None
    ends = ("ого", "ом") if adjective.casefold().endswith(_HARD) else _ADJECTIVES[ending]
    of_noun, in_noun = _NOUNS[noun.casefold()]
    if noun[0].isupper():
        of_noun, in_noun = of_noun.capitalize(), in_noun.capitalize()
    preposition = "во" if name.casefold().startswith("вл") else "в"
    return f"{stem}{ends[0]} {of_noun}", f"{preposition} {stem}{ends[1]} {in_noun}"
