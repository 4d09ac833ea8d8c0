"""Words that are said around a time and mean nothing for it, by what the time is told for."""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.russian.time.grammar import (
    phrases,
    phrases_by_use,
    phrases_of_closures,
    phrases_of_hours,
    phrases_of_notices,
    phrases_of_special_days,
)
from bot.russian.time.grammar.phrases import Phrase, ReplacedPhrases

_FILE = Path(__file__).with_name("around.txt")


_COMMON = ReplacedPhrases(phrases.COMMON)


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """The words of one use, and the phrases that are read otherwise there."""

    forms: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    phrases: ReplacedPhrases = _COMMON

    def __contains__(self, word: str) -> bool:
        return word in self.forms or word.startswith(self.stems)


def _forms_by_use() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            use, _, forms = line.partition(":")
            found.setdefault(use, []).extend(forms.split())
    return found


_FORMS = _forms_by_use()


def _phrases(more: tuple[Phrase, ...], first: tuple[Phrase, ...]) -> ReplacedPhrases:
    return ReplacedPhrases(first + phrases.COMMON + more) if first or more else _COMMON


def _around(*uses: str, more: tuple[Phrase, ...] = (), first: tuple[Phrase, ...] = ()) -> Around:
    forms = [form for use in uses for form in _FORMS[use]]
    stems = tuple(form[:-1] for form in forms if form.endswith("*"))
    return Around(frozenset(form for form in forms if not form.endswith("*")), stems, _phrases(more, first))


VISIT = _around("always", "roughly", "visit")
VISIT_TYPED = _around("always", "roughly", "visit", first=phrases_by_use.VISIT)
MOVE_TYPED = _around("always", "roughly", "visit", first=phrases_by_use.MOVE + phrases_by_use.VISIT)
CLOSURE = _around(
    "always",
    "roughly",
    "addressed",
    "closure",
    "closing",
    more=phrases_of_closures.CLOSURE,
    first=phrases_of_notices.LETTER + phrases_of_notices.NOTICE + phrases_of_special_days.CLOSURE_FIRST,
)
CLOSURE_TYPED = replace(_around("always", "roughly", "addressed", "closure"), phrases=CLOSURE.phrases)
HOURS = _around(
    "always", "hours", more=phrases_of_hours.HOURS, first=phrases_of_notices.LETTER + phrases_of_hours.HOURS_FIRST
)
PERIOD = _around("always", "roughly", "period", first=phrases_of_notices.LETTER + phrases_by_use.PERIOD)
ANYTHING = _around("always", "roughly")
ANNOUNCEMENT = _around("always", "roughly", "addressed", more=phrases_of_closures.CLOSURE)
REASONS = _around("reason")
DOUBTFUL = _around("doubtful")
CLOSING = _around("closing")
TELLING = _around("telling")
PLAIN = _around("plain")
REQUEST = _around("request")
ASIDE = _around("aside")
UNDOING = _around("undoing")
FOREWORD = _around("foreword")
OWN = _around("own")
COUNTED = _around("counted")
# Of words that are passed over and named (docs/decisions/0039).
CHANGING = _around("changing")
FIGURES = _around("figures")
DOUBTING = _around("doubting")
INTERJECTION = _around("interjection")
FUNCTION = _around("function")
SHORT = _around("short")
PARTS = _around("parts")
OTHERS = _around("others")
TEMPORARY = _around("temporary")
HEADED = _around("headed")
THEN = _around("then")
PARTIAL = _around("partial")
LABELS = _around("labels")
CLOSURE_PLAIN = _around("closure_plain")
HOURS_PLAIN = _around("hours_plain")
PERIOD_PLAIN = _around("period_plain")
TELLING_OF_PERIODS = _around("period_telling")
