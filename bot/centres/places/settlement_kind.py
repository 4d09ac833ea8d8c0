"""The kind of a settlement before its name: «с. Липяги», «посёлок Середка»."""

import re

_KIND = re.compile(
    r"^(?:(?:г|гор|город|п|пос|пос[её]лок|пгт|рп|д|дер|деревня|с|село|х|хутор|ст|м|местечко)(?:\.\s*|\s+))+",
    re.IGNORECASE,
)


def without_kind(name: str) -> str:
    """The bare name: «Липяги»."""
    return _KIND.sub("", name)
