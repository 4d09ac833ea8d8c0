"""Messages that are as good as certain: an appointment named without a verb, another language."""

import re

from bot.faq.search.text_cleaner import Repair
from bot.understanding.extractors.said_when import when
from bot.understanding.extractors.tongues import is_plain_english, tongue_of
from bot.understanding.knowledge import MessageReading

_OPENING = re.compile(r"\b(?:работа|откры|закры|график|режим|перерыв|обеден)")
_OTHER_LETTERS = re.compile("[À-ɏ]")  # Latin ones that no Russian keyboard gives


def names_appointment(reading: MessageReading) -> bool:
    """«пятница, полдень, Невель, загранпаспорт» is a visit that is wished, without a verb."""
    evidence = reading.evidence
    if "#asks" in evidence.tags or _OPENING.search(evidence.folded):
        return False
    said = when(evidence.times)
    is_whole = bool(said.get("day")) and bool(said.get("at") or said.get("part"))
    return is_whole and bool(evidence.topic or evidence.for_whom or "#place" in evidence.tags)


def is_foreign(reading: MessageReading) -> bool:
    """Whether it is written in another language, and not in Russian by another keyboard."""
    if is_plain_english(reading.text):
        return True
    repairs = {mended.repair for mended in reading.search.cleaned.mended}
    is_mended = not repairs.isdisjoint({Repair.LAYOUT, Repair.TRANSLIT}) and not _OTHER_LETTERS.search(reading.text)
    return not is_mended and tongue_of(reading.text) is not None
