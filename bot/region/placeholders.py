"""What a text leaves to the region: «{of_region}», «{in_region}», «{in_capital}», and what is known of it alone."""

import re

from bot.region.region import Region

LOCAL = "{local}"
_PLACE = re.compile(r"\{[A-Za-z_]+\}")


def fill(text: str, region: Region | None, article: str = "") -> str:
    """The text with the region's names; `{local}` becomes what region.yaml tells under that article, or nothing."""
    if region is None:
        return text
    values = _values(region) | {LOCAL: dict(region.notes).get(article, "")}
    return _PLACE.sub(lambda found: values.get(found[0], found[0]), text)


def unfilled(text: str) -> list[tuple[int, str]]:
    """Placeholders that stayed, with the lines from 0 they stand in: mistyped."""
    return [(at, found) for at, line in enumerate(text.split("\n")) for found in _PLACE.findall(line)]


def _values(region: Region) -> dict[str, str]:
    """Each form that the region has, and with a capital for the beginning of a sentence."""
    inside = region.in_region or f"в {region.of_region}"  # a file from before these fields: right for an «область»
    told = {
        "region": region.name,
        "of_region": region.of_region,
        "in_region": inside,
        "in_capital": region.in_capital or inside,
    }
    return {f"{{{name}}}": words for name, words in told.items()} | {
        f"{{{name.capitalize()}}}": words[0].upper() + words[1:] for name, words in told.items()
    }
