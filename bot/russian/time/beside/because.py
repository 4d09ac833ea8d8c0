"""Why that time and no other: «потому что в среду работаю», «ребёнок учится до 14, поэтому в пятницу»."""

import re
from dataclasses import dataclass

from bot.russian.spelling import evened

_THEREFORE = re.compile(
    r"[,.;\s-]+(?:и\s+)?(?:поэтому|потому(?!\s*(?:что|как|,))|так что|следовательно)(?![а-я])[\s,:-]*"
)
_BECAUSE = re.compile(
    r"[,.;(\s-]+(?:потому\s?что|потому,\s?что|потому как|так как|т\.?\s?к\.?(?=\s)|ибо|поскольку|а то|ведь|чтобы?|"
    r"из-за того,? что|в связи с тем,? что)(?![а-я])"
)
# What asks, or speaks of what was: no time is wished by these words alone.
_QUESTION = re.compile(
    r"\b(?:(?<!так )(?<!потому )как(?! (?:можно|вам|всегда|обычно|прежде|раз|получится|удоб|нибудь))|где|куда|откуда"
    r"|почему|зачем|сколько|что (?:такое|нужно|надо|делать)|какие документ\w+|кто|чем)(?![а-я])"
)
_WISH = re.compile(
    r"\b(?:запи[шс]|впи[шс]|внес|занес|постав|можно|хоч|хотел|хотим|могу|смог|сможем|приду|прид[еу]|приед|подъед|подойд|подой"
    r"|зайд|зайти|загл|заед|заско|забег|удобн|давай|лучше|прошу|пожалуйста|перенес|перепи|оформ|узна[тлв]|реш|подать|получ"
    r"|спрос|плат|восстан|подтверд|регистр|провер|настро|помо[гч]|консульт|подход|устро"
    r"|пенси|удостовер|паспорт|загран|справк|госуслуг|снилс|полис|выписк|пособи|льгот|субсид|налог|штраф)"
)


@dataclass(frozen=True, slots=True)
class Explained:
    """What is wished, and why."""

    wish: str
    reason: str = ""
    is_reason_first: bool = False


def explained(text: str) -> Explained:
    """The wish and the reason told for it; without one the whole text is the wish."""
    line = evened(text)
    if therefore := _THEREFORE.search(line):
        return Explained(line[therefore.end() :], line[: therefore.start()], is_reason_first=True)
    if because := _BECAUSE.search(line):
        return Explained(line[: because.start()], line[because.end() :])
    return Explained(line)


def because(text: str) -> Explained:
    """The words without the clause that says why, up to the end of its sentence: «так как мы на селе»."""
    line = evened(text)
    found = _BECAUSE.search(line)
    if found is None:
        return Explained(line)
    end = re.compile(r"(?<=[а-я])\.(?= |$)|[;\n]|$").search(line, found.end())
    stop = end.start() if end else len(line)
    return Explained(f"{line[: found.start()]}{line[stop:]}", line[found.start() : stop].strip(" ,.;"))


def asks(text: str) -> bool:
    """Whether something else than a time is asked."""
    return bool(_QUESTION.search(evened(text)))


def wishes(text: str) -> bool:
    """Whether the words say that somebody wants to come."""
    return bool(_WISH.search(evened(text)))
