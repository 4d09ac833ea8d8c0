"""What is said of a visit: topic, place, person and name, and what is taken over from the visit that was shown."""

import re
from datetime import timedelta
from typing import Any

from bot.understanding.extractors.said import SaidPiece
from bot.understanding.extractors.said_when import when
from bot.understanding.turns import OwnVisit

_SOON = re.compile(
    r"как можно (?:раньше|скорее|быстрее)|(?:по)?скоре[ей]|(?:по)?быстрее|самое (?:раннее|ближайшее)|"
    r"пораньше бы|(?:на )?ближайшее (?:время|окно)|лишь бы скор|в первый же|хоть когда|раньше если|срочно"
)
_LATER = re.compile(r"\b(?:попозже|позже|позднее|подальше)\b.*\bчас|\bна час(?:ок|ик)? (?:попозже|позже|позднее)")
_EARLIER = re.compile(r"\b(?:пораньше|раньше|ранее)\b.*\bчас|\bна час(?:ок|ик)? (?:пораньше|раньше)")
_SAME_TIME = re.compile(r"(?:то|это) же время|вместе|рядом|следом|туда же|заодно|сразу после|за мной|со мной")
_NOT_COMING = re.compile(
    r"\bне (?:при[дехш]|прие|поед|поеха|пойд|пойт|смог|могу|получ|усп|жд|дойд|доед|дойт|доеха|в силах|выйд|смож)|"
    r"\bне буд(?!у отмен|ем отмен)|заболе|\bболею|приболе|слегла?\b|\bнет\b|отмен|никак|некогда"
)
_UNSURE_OF_COMING = re.compile(
    r"вряд ли|навряд|врятли|наверно|может быть|\bможет\b|возможно|постара|попробу|\bесли\b|не зна|не увер|сомнева|"
    r"\bне (?:я|мы|сам|сама)\b|вместо меня|посмотр|как получ|как пойд|скорее всего|под вопрос|пока думаю|\?|\bли\b|"
    r"\bк (?:часу|дву|тре|четыр|пят|шест|сем|восьм|девят|десят|одиннад|двенад)"
)


def of_visit(said: SaidPiece) -> dict[str, Any]:
    """Topic, place, time, person and name of a visit; a companion comes to the visit that was shown."""
    evidence = said.evidence
    found = {
        **when(evidence.times),
        **where(said),
        "topic": evidence.topic[0] if evidence.topic else None,
        "soonest": bool(_SOON.search(evidence.folded)) or None,
        "for_whom": evidence.for_whom,
        "name": evidence.name,
    }
    shown = own_visit_of(said)
    if shown and _SAME_TIME.search(evidence.folded):
        found.setdefault("day", shown.starts_at.date())
        if re.search(r"(?:то|это) же время|вместе", evidence.folded):
            found.setdefault("at", shown.starts_at.time())
    return found


def where(said: SaidPiece) -> dict[str, Any]:
    """The one settlement that is named, and the one centre where a street tells it."""
    match = said.evidence.place
    names = {place.name for place in match.places}
    centre = match.only.on_street[0] if match.only and len(match.only.on_street) == 1 else None
    if len(names) != 1:
        return {"place": None, "centre": None}
    place = match.places[0]
    # «в псковскую областную»: the district of that name is run from the town that is meant.
    name = place.municipality.seat if place.settlement is None else place.name
    return {"place": name, "centre": centre}


def moved(said: SaidPiece) -> dict[str, Any]:
    """The new day and hour; «на часок попозже» counts from the visit that was shown."""
    folded = said.evidence.folded
    found = {**when(said.evidence.times), **where(said), "soonest": bool(_SOON.search(folded)) or None}
    shown = own_visit_of(said)
    hours = 1 if _LATER.search(folded) else -1 if _EARLIER.search(folded) else 0
    if shown and hours and "at" not in found:
        found["at"] = (shown.starts_at + timedelta(hours=hours)).time()
    return found


def coming(said: SaidPiece) -> dict[str, Any]:
    """Whether the person comes; nothing where that is doubted: «вряд ли приду»."""
    folded = f"{said.evidence.folded} {'?' if '?' in said.evidence.text else ''}"
    if _UNSURE_OF_COMING.search(folded) or _is_another_time(said):
        return {"value": None}
    return {"value": "no" if _NOT_COMING.search(folded) else "yes"}


def _is_another_time(said: SaidPiece) -> bool:
    """«буду в 13» of a visit at 12:00: whether that time is meant is asked."""
    shown = own_visit_of(said)
    if shown is None or not said.evidence.tags & {"#time", "#number"}:
        return False
    found = when(said.evidence.times)
    day, at = found.get("day"), found.get("at")
    is_same = day in (None, shown.starts_at.date()) and at in (None, shown.starts_at.time())
    return not (is_same and (day or at))


def own_visit_of(said: SaidPiece) -> OwnVisit | None:
    """The visit that is spoken of: the only one there is."""
    return said.turns.own[0] if len(said.turns.own) == 1 else None
