"""Whether an address of the export lies in our region: its street may bear any region's name."""

import re

from bot.russian.normalize import fold

_REGION = r"(?:обл|область|края?|респ|республика|ао|автономн\w+)"
_DISTRICT = r"(?:муниципальн\w+|городск\w+|р-н|район|округ|мо|мр|м\.?о|м\.?р-н)"
# Regions of their own: no other region can be meant by what follows.
_CITIES = r"(?:москва|санкт-петербург|севастополь|спб)"


def is_of_region(address: str, region: str) -> bool:
    """Whether the address names the region («Псковская область»); where it names none, a district called after it."""
    text, mark = fold(address), re.escape(region_mark(region))
    if re.search(rf"\b(?:{_REGION}|{_CITIES})\b", text):
        return _names(mark, _REGION, text)
    return _names(mark, _DISTRICT, text)


def names_another_region(address: str, region: str) -> bool:
    """Whether the address surely lies elsewhere: it names a region, and that is not ours."""
    text = fold(address)
    named = re.search(rf"\b(?:{_REGION}|{_CITIES})\b", text)
    return bool(named) and not _names(re.escape(region_mark(region)), _REGION, text)


def region_mark(region: str) -> str:
    """What addresses call the region by: «псковск» for «Псковская область», «татарстан» for «Республика Татарстан»."""
    words = [word for word in fold(region).split() if word not in {"область", "край", "республика", "автономный"}]
    return re.sub(r"(?:ая|ий|ый|ой|ое)$", "", words[0]) if words else ""


def _names(mark: str, kind: str, text: str) -> bool:
    """«Псковская обл», «обл. Псковская»: the name beside the word for the kind, no comma between."""
    return bool(mark and re.search(rf"\b{mark}\w*[ .]+{kind}\b|\b{kind}[ .]+{mark}", text))
