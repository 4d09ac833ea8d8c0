"""The forms a place name takes in talk: «Печоры» – «в Печорах», «Полоное» – «в Полоном»."""

# A dictionary does not know half of the villages, so the forms come from the ending alone. Longest endings first.
# A form that the language does not have is harmless: nobody types it.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ое", ("ого", "ому", "ым", "им", "ом")),
    ("ее", ("его", "ему", "им", "ем")),
    ("ая", ("ой", "ую", "ою")),
    ("яя", ("ей", "юю")),
    ("ий", ("ого", "его", "ому", "ему", "им", "ом", "ем", "ия", "ию", "ии", "ая", "ой")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ой", ("ого", "ому", "ым", "им", "ом")),
    ("ые", ("ых", "ым", "ыми")),
    ("ие", ("их", "им", "ими", "ия", "ию", "ии", "ием")),
    ("ья", ("ьи", "ье", "ью", "ьей", "ьях")),
    ("ье", ("ья", "ью", "ьем", "ьи")),
    ("ия", ("ии", "ию", "ией")),
    ("не", ("н", "нам", "нами", "нах", "ня", "ню", "нем")),
    ("ы", ("", "ов", "ам", "ами", "ах")),
    ("и", ("", "ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях")),
    ("а", ("ы", "и", "е", "у", "ой", "ою", "ей")),
    ("я", ("и", "е", "ю", "ей")),
    ("о", ("а", "у", "ом", "е")),
    ("е", ("я", "а", "ю", "у", "ем")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
    ("й", ("я", "ю", "ем", "е")),
)
_HARD = ("а", "у", "ом", "ем", "е")


def forms(word: str) -> frozenset[str]:
    """The word (lower case, «е» for «ё») in the cases it can be met in."""
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            return frozenset({word, *(stem + other for other in others if stem + other)})
    return frozenset({word, *(word + ending for ending in _HARD)}) if word[-1:].isalpha() else frozenset({word})


def adjective_forms(word: str) -> frozenset[str]:
    """The cases and genders of an adjective in -ский, -ный: «печорский», «в печорском», «печорская»."""
    if not word.endswith(("ий", "ый", "ой", "ая", "ое")):
        return forms(word)
    stem = word[:-2]
    endings = ("ий", "ый", "ой", "ого", "ому", "им", "ым", "ом", "ая", "ую", "ое", "ие", "ые", "их", "ых")
    return frozenset(stem + ending for ending in endings)
