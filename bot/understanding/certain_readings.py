"""Messages that are as good as certain: an appointment named without a verb, courtesy, another language."""

import re

from bot.faq.search.search import Decision
from bot.faq.search.text_cleaner import Repair
from bot.faq.small_talk import SmallTalk
from bot.understanding.acts import ActName
from bot.understanding.extractors.said_when import when
from bot.understanding.extractors.tongues import is_plain_english, tongue_of
from bot.understanding.knowledge import MessageReading

_OPENING = re.compile(r"\b(?:работа|откры|закры|график|режим|перерыв|обеден)")
_OTHER_LETTERS = re.compile("[À-ɏ]")  # Latin ones that no Russian keyboard gives
_THANKS = re.compile(r"\b(?:спасиб\w*|пасиб\w*|благодар[юи]\w*|благодарствую|признател\w+)\b")
_BUT = re.compile(r"\b(?:но|не|нет|без|как\w*|где|когда|сколько|почему|можно|нужно|надо|хочу)\b")
_BY_PHRASE = {
    SmallTalk.THANKS: ActName.THANKS,
    SmallTalk.GREETING: ActName.GREETING,
    SmallTalk.GOODBYE: ActName.FAREWELL,
    SmallTalk.HELP: ActName.HELP,
}


def names_appointment(reading: MessageReading) -> bool:
    """«пятница, полдень, Невель, загранпаспорт» is a visit that is wished, without a verb."""
    evidence = reading.evidence
    if "#asks" in evidence.tags or _OPENING.search(evidence.folded):
        return False
    said = when(evidence.times)
    is_whole = bool(said.get("day")) and bool(said.get("at") or said.get("part"))
    return is_whole and bool(evidence.topic or evidence.for_whom or "#place" in evidence.tags)


def is_known_phrase(act: ActName, reading: MessageReading) -> bool:
    """Whether every word belongs to phrases of this courtesy, or one thanks and says nothing that could be answered."""
    if reading.courtesy is not None:
        return _BY_PHRASE.get(reading.courtesy) is act
    if act is not ActName.THANKS or not _THANKS.search(reading.evidence.folded):
        return False
    is_more = "#asks" in reading.evidence.tags or _BUT.search(reading.evidence.folded)
    return not is_more and reading.search.decision is Decision.NONE


def is_foreign(reading: MessageReading) -> bool:
    """Whether it is written in another language, and not in Russian by another keyboard."""
    if is_plain_english(reading.text):
        return True
    repairs = {mended.repair for mended in reading.search.cleaned.mended}
    is_mended = not repairs.isdisjoint({Repair.LAYOUT, Repair.TRANSLIT}) and not _OTHER_LETTERS.search(reading.text)
    return not is_mended and tongue_of(reading.text) is not None
