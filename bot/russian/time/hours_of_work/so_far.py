"""What the clauses of a timetable have said so far; what contradicts it is a question."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import Clause, SeasonOfYear, Span, Weekly


@dataclass(slots=True)
class TimetableSoFar:
    """The clauses read before the one that is looked at; «до 17» takes its beginning from the line before."""

    read: list[Clause] = field(default_factory=list)
    latest: Phrase | None = None
    is_open_daily: bool = False  # «без выходных»
    has_dated_summer: bool = False
    begun: int | None = 0  # where the clauses begin that a season told after them may be of; None inside a season

    def shorter_by(self, minutes: int, words: str) -> tuple[Span, ...]:
        """The hours before, so many minutes shorter. Raises TimeDoubtError where there are none."""
        if not (spans := self._spans_before()):
            raise TimeDoubtError(Doubt.NO_START, words)
        if spans[-1][1] - minutes <= spans[-1][0]:
            raise TimeDoubtError(Doubt.ORDER, words)
        return ((spans[0][0], spans[-1][1] - minutes),)

    def start_before(self) -> int | None:
        """When the line before begins."""
        spans = self._spans_before()
        return spans[0][0] if spans else None

    def put_season_before(self, season: SeasonOfYear) -> None:
        """The season is of the one line of hours that it was told after. Raises TimeDoubtError where there are more."""
        lines = self.read[self.begun :] if self.begun is not None else []
        if sum(isinstance(line, Weekly) and bool(line.spans) for line in lines) != 1:
            raise TimeDoubtError(Doubt.AMBIGUOUS, season.text)
        self.read[self.begun :] = [season, *lines, SeasonOfYear()]
        self.begun = len(self.read)

    def refuse_other_way(self, until: Phrase, spans: Sequence[Span]) -> None:
        """«короче, до 20» after «10-18» contradicts itself. Raises TimeDoubtError."""
        before, is_briefer, is_longer = self._spans_before(), until.has("BRIEFER"), until.has("LONGER")
        if before and ((is_briefer and spans[-1][1] >= before[-1][1]) or (is_longer and spans[-1][1] <= before[-1][1])):
            raise TimeDoubtError(Doubt.ORDER, until.words())

    def refuse_open_and_closed(self, days: Sequence[int], words: str) -> None:
        """«вт-сб 10-18, выходной вторник» contradicts itself. Raises TimeDoubtError."""
        for clause in reversed(self.read):
            if isinstance(clause, SeasonOfYear):
                return
            if isinstance(clause, Weekly) and clause.spans and set(clause.one_by_one).intersection(days):
                raise TimeDoubtError(Doubt.SEVERAL_DAYS, words)

    def _spans_before(self) -> tuple[Span, ...]:
        lines = [clause for clause in self.read if isinstance(clause, Weekly) and clause.spans]
        return lines[-1].spans if lines else ()

    def refuse_lone_parity(self, said: Phrase) -> None:
        """«по чётным» alone may be dates; after «по нечётным неделям» it is weeks. Raises TimeDoubtError."""
        parity = days.part("parity") if (days := said.part("hdays")) else None
        if (
            parity
            and not parity.has("WEEK", "WEEKA")
            and not any(one.weeks for one in self.read if isinstance(one, Weekly))
        ):
            raise TimeDoubtError(Doubt.WHICH_WEEK, parity.words())
